"""Runs client_script.py with the newest mlflow-skinny of one major version against the service."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

from service import Service

SKIPPED = 77


def client_python(venvs, major):
    """The Python of a virtual environment with that client; None where the package index is not reached."""
    folder = pathlib.Path(venvs) / major
    python = folder / "bin" / "python3"
    complete = folder / "complete"
    if complete.exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    # The system's numpy, pandas and scikit-learn are there for the components; no need for a second set.
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--system-site-packages", str(folder)], check=True)
    wanted = f"mlflow-skinny>={major},<{int(major) + 1}"
    installed = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "20",
         "--retries", "1", wanted, "matplotlib"])
    if installed.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    complete.touch()
    return python


def main():
    parser = argparse.ArgumentParser()
    for name in ("--major", "--venvs", "--service", "--script"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
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
        return subprocess.run([str(python), options.script], env=environment, cwd=service.folder).returncode


if __name__ == "__main__":
    sys.exit(main())
