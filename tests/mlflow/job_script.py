"""Runs as a job of the service: the job is the run, and its token writes nothing else."""

import os

import mlflow
from mlflow.exceptions import MlflowException

with mlflow.start_run() as run:
    assert run.info.run_id == os.environ["ATELIER_JOB"], run.info.run_id
    mlflow.log_metric("loss", 0.5, step=3)
    mlflow.log_param("rate", 0.1)
    mlflow.log_text("from the job", "notes/job.txt")
    with mlflow.start_run(run_name="child", nested=True) as child:
        mlflow.log_metric("inner", 1.5)
        mlflow.log_text("from the child", "child.txt")
    for write in (mlflow.MlflowClient().log_metric, mlflow.MlflowClient().set_tag):
        try:
            write(os.environ["OTHER_RUN"], "key", 1)
        except MlflowException as error:
            assert error.error_code == "PERMISSION_DENIED", error
        else:
            raise AssertionError("a job wrote to a run that is not its own")
print("opened-below:", child.info.run_id)
