"""From submitting a command job until its shell runs: the job opens a pipe, and the bench looks at the clock."""

import os
import select
import subprocess

from measure import Row, now_ms


class Bell:
    """A named pipe that a started command rings."""

    def __init__(self, folder):
        self.path = folder / "bell"
        os.mkfifo(self.path, 0o600)
        self._descriptor = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    @property
    def command(self):
        return f"echo > '{self.path}'"

    def wait(self):
        ready, _, _ = select.select([self._descriptor], [], [], 60)
        rung = now_ms()
        if not ready:
            raise SystemExit("the command did not run within a minute")
        os.read(self._descriptor, 100)
        return rung


def measure(service, settings):
    bell = Bell(service.folder)
    caller = service.caller()
    events = service.events()
    whole, answered, floor = [], [], []
    cpu = 0
    for turn in range(settings.times + 3):
        name = f"rings-{turn}"
        before = service.cpu_ms()
        begin = now_ms()
        caller.call("PUT", f"/api/v1/jobs/{name}", {"document": {
            "type": "command", "command": bell.command, "environment": "azureml:base@latest"}})
        answer = now_ms()
        rung = bell.wait()
        whole.append(rung - begin)
        answered.append(answer - begin)
        service.wait_for_end(name, caller, events)
        cpu += service.cpu_ms() - before if turn >= 3 else 0
        begin = now_ms()
        with subprocess.Popen(["/bin/bash", "-c", bell.command]):
            floor.append(bell.wait() - begin)
    events.close()
    return [
        Row("submit to exec of a local job", whole[3:], 50, cpu / settings.times, "CPU until its end is recorded"),
        Row("  of which until the submission is answered", answered[3:]),
        Row("  bash started by the bench itself", floor[3:]),
    ]
