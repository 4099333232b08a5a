"""How soon packaging/run submits the sample when everything is there. The first run, which installs and builds, is
shown but not judged: it depends on the network and on what was built before."""

import os
import subprocess

from measure import now_ms, print_table


def seconds_to_submission(settings, environment):
    command = [settings.root / "packaging/run", "--headless", "--set", "inputs.pause=0"]
    begin = now_ms()
    submitted = None
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        for line in run.stdout:
            if submitted is None and line.startswith("Submitted "):
                submitted = (now_ms() - begin) / 1000
    if run.returncode != 0 or submitted is None:
        raise SystemExit("packaging/run failed")
    return submitted


def measure(service, settings):
    service.stop()
    environment = dict(service.environment, XDG_DATA_HOME=str(service.folder / "data"),
                       XDG_STATE_HOME=str(service.folder / "state"))
    environment["HOME"] = os.environ["HOME"]
    lines = [[f"packaging/run, {which} run, until the sample is submitted",
              f"{seconds_to_submission(settings, environment):.1f}"] for which in ("first", "second", "third")]
    print_table(["what", "s"], lines)
