"""What the service holds at rest after the sample pipeline, and what a supervisor holds beside its job."""

import subprocess
import time

from measure import print_table, pss_mib

AT_REST_SECONDS = 3


def run_sample(service, settings):
    atelier = settings.binaries / "atelier"
    environment = dict(service.environment, XDG_STATE_HOME=str(service.folder / "state"))
    sample = settings.root / "resources/sample"
    for command in (
            [sample / "make-sample", atelier, service.workspace],
            [atelier, "job", "create", "--workspace", service.workspace, "-f", sample / "pipeline.yml", "--stream",
             "--set", "inputs.pause=0"]):
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            raise SystemExit(done.stdout.decode())


def start_sleep(service):
    """Waits for the feed to say that the job runs."""
    caller = service.caller()
    events = service.events()
    caller.call("PUT", "/api/v1/jobs/sleeps", {"document": {
        "type": "command", "command": "exec sleep 600", "environment": "azureml:base@latest"}})
    for event in events:
        if event["name"] == "sleeps" \
                and caller.call("GET", "/api/v1/jobs?text=sleeps&limit=1")["jobs"][0]["status"] == "Running":
            break
    events.close()
    caller.close()


def measure(service, settings):
    fresh = pss_mib(service.pid)
    if (settings.root / "resources/npm/node_modules").is_dir():
        run_sample(service, settings)
        what = "atelierd at rest after the sample run"
    else:
        what = "atelierd at rest, without the sample run (no DuckDB library)"
    time.sleep(AT_REST_SECONDS)
    rested = pss_mib(service.pid)
    start_sleep(service)
    time.sleep(AT_REST_SECONDS)
    supervisors = service.supervisors()
    if len(supervisors) != 1:
        raise SystemExit(f"{len(supervisors)} supervisors run")
    supervisor = pss_mib(supervisors[0])
    lines = []
    for name, asked, found in ((what, 40, rested), ("atelier-jobd beside a `sleep`", 1.5, supervisor)):
        lines.append([name, f"{asked:g}", f"{found:.1f}", "yes" if found <= asked else "NO"])
    lines.append(["  atelierd before its first job", "", f"{fresh:.1f}", ""])
    print_table(["what", "at most MiB", "PSS MiB", "kept"], lines)
