"""A chain of 200 steps that do nothing, beside GNU make and Snakemake; then unchanged; then with one step edited."""

import shutil
import subprocess
import sys

from measure import Row, now_ms

STEPS = 200
EDITED = 150


def pipeline(salt, edited=False):
    """Every step takes the output of the one before it; `salt` makes the first step, and so all, new to the cache."""
    jobs = {}
    for number in range(1, STEPS + 1):
        command = "true # edited" if edited and number == EDITED else "true"
        component = {"type": "command", "command": f"{command} {salt}" if number == 1 else command,
                     "environment": "azureml:base@latest", "outputs": {"out": {"type": "uri_folder"}}}
        step = {"type": "command", "component": component}
        if number > 1:
            component["inputs"] = {"before": {"type": "uri_folder"}}
            step["inputs"] = {"before": f"${{{{parent.jobs.s{number - 1}.outputs.out}}}}"}
        jobs[f"s{number}"] = step
    return {"type": "pipeline", "experiment_name": "chain", "jobs": jobs}


def run(service, caller, name, document):
    """Milliseconds from the submission until the feed says that the pipeline has ended."""
    events = service.events()
    begin = now_ms()
    caller.call("PUT", f"/api/v1/jobs/{name}", {"document": document})
    status = service.wait_for_end(name, caller, events)
    taken = now_ms() - begin
    events.close()
    if status != "Completed":
        raise SystemExit(f"{name}: {status}")
    return taken


def ran(caller, name):
    """The numbers of the steps that were run, not taken from an earlier job."""
    steps = caller.call("GET", f"/api/v1/jobs/{name}")["steps"]
    return sorted(int(step["step"][1:]) for step in steps if "reused_from" not in step)


def expect(found, wanted, what):
    if found != wanted:
        raise SystemExit(f"{what}: {len(found)} steps ran, {found[:3]}…{found[-3:]}")


def write_makefile(folder):
    lines = [f"s{STEPS}:\n"]
    for number in range(STEPS, 0, -1):
        before = f" s{number - 1}" if number > 1 else ""
        lines.append(f"s{number}:{before}\n\t@true > $@\n")
    (folder / "Makefile").write_text("".join(lines[1:]))


def write_snakefile(folder):
    rules = [f"rule all:\n    input: 's{STEPS}'\n"]
    for number in range(1, STEPS + 1):
        before = f"    input: 's{number - 1}'\n" if number > 1 else ""
        rules.append(f"rule r{number}:\n{before}    output: 's{number}'\n    shell: 'true > {{output}}'\n")
    (folder / "Snakefile").write_text("\n".join(rules))


def timed(command, folder):
    begin = now_ms()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.stdout.decode()[-2000:]}")
    return now_ms() - begin


class Peer:
    """A program that runs the same chain from its own file; its outputs are empty files, and none is durable."""

    def __init__(self, name, command, write, folder):
        self.name = name
        self._command = command
        self._folder = folder / name
        self._write = write
        self.times = []
        self.again = []

    def measure(self):
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        self._write(self._folder)
        self.times.append(timed(self._command, self._folder))
        self.again.append(timed(self._command, self._folder))


def peers(folder):
    found = [Peer("make", ["make", f"s{STEPS}"], write_makefile, folder)]
    if shutil.which("snakemake"):
        found.append(Peer("snakemake", ["snakemake", "--cores", "1", "--quiet", "all"], write_snakefile, folder))
    else:
        print("snakemake is not installed, so that it is left out", file=sys.stderr)
    return found


def measure(service, settings):
    caller = service.caller()
    run(service, caller, "warm-up", pipeline("warm-up"))
    others = peers(service.folder)
    full, again, edited = [], [], []
    cpu = 0
    for turn in range(settings.chains):
        before = service.cpu_ms()
        full.append(run(service, caller, f"full-{turn}", pipeline(turn)))
        cpu += service.cpu_ms() - before
        expect(ran(caller, f"full-{turn}"), list(range(1, STEPS + 1)), "a new chain")
        again.append(run(service, caller, f"again-{turn}", pipeline(turn)))
        expect(ran(caller, f"again-{turn}"), [], "an unchanged chain")
        edited.append(run(service, caller, f"edited-{turn}", pipeline(turn, edited=True)))
        expect(ran(caller, f"edited-{turn}"), list(range(EDITED, STEPS + 1)), f"step {EDITED} edited")
        for peer in others:
            if peer.name == "make" or turn < settings.snakemake:
                peer.measure()
    rows = [Row(f"chain of {STEPS} `true`, a step", [t / STEPS for t in full], 10, cpu / STEPS / settings.chains)]
    others = [peer for peer in others if peer.times]
    rows += [Row(f"  the same by {peer.name}, a step, not durable", [t / STEPS for t in peer.times]) for peer in others]
    rows.append(Row("unchanged, in all", again, 1000))
    rows += [Row(f"  the same by {peer.name}", peer.again) for peer in others]
    rows.append(Row(f"step {EDITED} edited: {EDITED} to {STEPS} run, in all", edited,
                    note=f"{STEPS - EDITED + 1} steps"))
    return rows
