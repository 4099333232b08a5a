"""Runs client_script.py with the newest mlflow-skinny of one major version against the service."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

from service import Service

SKIPPED = 77


def client_python(venvs, major):
    """The Python of a virtual environment with that client; None where the package index is not reached."""
    folder = pathlib.Path(venvs).resolve() / major
    python = folder / "bin" / "python3"
    complete = folder / "complete"
    if complete.exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    # The system's numpy, pandas and scikit-learn are there for the components; no need for a second set.
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--system-site-packages", str(folder)], check=True)
    wanted = [f"mlflow-skinny>={major},<{int(major) + 1}", "matplotlib"]
    numpy = subprocess.run([str(python), "-c", "import numpy; print(numpy.__version__)"], capture_output=True, text=True)
    if numpy.returncode == 0:  # the system's pandas is built for the system's numpy
        wanted.append(f"numpy=={numpy.stdout.strip()}")
    installed = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "20",
         "--retries", "1", *wanted])
    if installed.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    complete.touch()
    return python


def check_job(service, python, script):
    """A job of the service logs to its own run, and the service alone decides how it ended."""
    calls = "/api/2.0/mlflow/runs"
    other = service.call("POST", f"{calls}/create", {})["run"]["info"]["run_id"]
    service.call("PUT", "/api/v1/jobs/tracked", {"document": {
        "type": "command", "command": f"{python} {script}", "environment": "azureml:atelier-base@latest",
        "environment_variables": {"OTHER_RUN": other, "GIT_PYTHON_REFRESH": "quiet", "NO_PROXY": "127.0.0.1"}}})
    deadline = time.monotonic() + 120
    while True:
        run = service.call("GET", f"{calls}/get?run_id=tracked")["run"]
        if run["info"]["status"] not in ("SCHEDULED", "RUNNING"):
            break
        assert time.monotonic() < deadline, run
        time.sleep(0.2)
    log = (service.workspace / "jobs" / "tracked" / "logs" / "std_log.txt").read_text()
    assert run["info"]["status"] == "FINISHED" and run["info"]["end_time"], log
    metrics = [(item["key"], item["value"], item["step"]) for item in run["data"]["metrics"]]
    assert metrics == [("loss", 0.5, 3)], metrics
    assert {"key": "rate", "value": "0.1"} in run["data"]["params"]
    outputs = service.workspace / "jobs" / "tracked" / "outputs"
    assert (outputs / "notes" / "job.txt").read_text() == "from the job"
    child = service.call("GET", f"{calls}/get?run_id={log.split('opened-below: ')[1].split()[0]}")["run"]
    assert {"key": "mlflow.parentRunId", "value": "tracked"} in child["data"]["tags"], child
    assert child["info"]["status"] == "FINISHED" and child["info"]["run_name"] == "child"
    untouched = service.call("GET", f"{calls}/get?run_id={other}")["run"]
    assert "metrics" not in untouched["data"], untouched
    print("a job's own run: as written")


def main():
    parser = argparse.ArgumentParser()
    for name in ("--major", "--venvs", "--service", "--script"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    options.script = str(pathlib.Path(options.script).resolve())
    python = client_python(options.venvs, options.major)
    if python is None:
        print("Skipped: mlflow-skinny cannot be installed, as the Python package index is not reached.")
        return SKIPPED
    with Service(options.service) as service:
        environment = dict(
            os.environ, MLFLOW_TRACKING_URI=service.uri, MLFLOW_TRACKING_TOKEN=service.token,
            MLFLOW_HTTP_REQUEST_MAX_RETRIES="1", MPLBACKEND="Agg", HOME=str(service.folder), PYTHONWARNINGS="ignore",
            NO_PROXY="127.0.0.1", GIT_PYTHON_REFRESH="quiet")
        for name in ("PYTHONPATH", "MLFLOW_RUN_ID", "MLFLOW_EXPERIMENT_ID"):
            environment.pop(name, None)
        script = subprocess.run([str(python), options.script], env=environment, cwd=service.folder)
        if script.returncode == 0:
            check_job(service, python, pathlib.Path(options.script).with_name("job_script.py"))
        return script.returncode


if __name__ == "__main__":
    sys.exit(main())
