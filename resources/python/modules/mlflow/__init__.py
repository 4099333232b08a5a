"""A small stand-in for MLflow's tracking calls, for jobs where the real client is not installed.

It is found last on the path: install `mlflow` or `mlflow-skinny`, and that is what scripts import. Inside a job the
calls write to the job's own run, whose status is the service's business. Each call returns when the server has kept
what it was given.
"""

import atexit
import io
import json
import mimetypes
import os
import sys
import time
import urllib.parse
import warnings
from types import SimpleNamespace

from . import _rest
from .exceptions import MlflowException

__version__ = f"{_rest.VERSION}+atelier"
__all__ = ["ActiveRun", "MlflowException", "active_run", "autolog", "end_run", "get_experiment_by_name", "get_run",
           "get_tracking_uri", "log_artifact", "log_artifacts", "log_dict", "log_figure", "log_metric", "log_metrics",
           "log_param", "log_params", "log_text", "set_experiment", "set_tag", "set_tags", "set_tracking_uri", "start_run"]

_BATCH_METRICS = 1000
_BATCH_TEXTS = 100


class _State:
    """What the fluent calls remember: the address, the experiment and the runs that are open."""

    def __init__(self):
        self.uri = None
        self.client = None
        self.experiment_id = None
        self.open_runs = []


_state = _State()


class ActiveRun:
    """A run; as a `with` block it ends with the block, FAILED where an exception leaves it."""

    def __init__(self, answer):
        self.info = SimpleNamespace(**answer["info"])
        data = answer.get("data", {})
        self.data = SimpleNamespace(metrics={m["key"]: float(m["value"]) for m in data.get("metrics", [])},
                                    params={p["key"]: p["value"] for p in data.get("params", [])},
                                    tags={t["key"]: t["value"] for t in data.get("tags", [])})

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        end_run("FAILED" if kind else "FINISHED")


def set_tracking_uri(uri):
    _state.uri, _state.client = str(uri), None


def get_tracking_uri():
    return _state.uri or os.environ.get("MLFLOW_TRACKING_URI", "")


def set_experiment(experiment_name=None, experiment_id=None):
    """Where new runs go. A job stays in the experiment that it was submitted to."""
    if _job_run_id():
        return SimpleNamespace(experiment_id=os.environ.get("MLFLOW_EXPERIMENT_ID", ""), name=experiment_name)
    if experiment_id is None:
        found = get_experiment_by_name(experiment_name)
        experiment_id = found.experiment_id if found else _client().post("experiments/create", name=experiment_name)["experiment_id"]
    _state.experiment_id = str(experiment_id)
    return SimpleNamespace(**_client().get("experiments/get", experiment_id=experiment_id)["experiment"])


def get_experiment_by_name(name):
    try:
        return SimpleNamespace(**_client().get("experiments/get-by-name", experiment_name=name)["experiment"])
    except MlflowException as error:
        if error.error_code == "RESOURCE_DOES_NOT_EXIST":
            return None
        raise


def start_run(run_id=None, experiment_id=None, run_name=None, nested=False, tags=None, description=None, **_):
    """Opens a run: the one named, the job's own inside a job, or a new one."""
    if _state.open_runs and not nested:
        raise MlflowException(f"The run {_state.open_runs[-1].info.run_id} is open; end it with mlflow.end_run(), or pass "
                              "nested=True.", "INVALID_PARAMETER_VALUE")
    run_id = run_id or (None if nested else _job_run_id())
    tags = {**(tags or {}), **({"mlflow.note.content": description} if description else {})}
    if run_id is None:
        run = _create_run(experiment_id, run_name, tags)
    else:
        run = _resume_run(run_id, run_name, tags)
    _state.open_runs.append(run)
    return run


def active_run():
    return _state.open_runs[-1] if _state.open_runs else None


def get_run(run_id):
    return ActiveRun(_client().get("runs/get", run_id=run_id, run_uuid=run_id)["run"])


def end_run(status="FINISHED"):
    """Ends the run that was opened last. The job's own run ends with the job, with the job's status."""
    if _state.open_runs:
        run_id = _state.open_runs.pop().info.run_id
        if run_id != _job_run_id():
            _client().post("runs/update", run_id=run_id, run_uuid=run_id, status=status, end_time=_now())


def log_metric(key, value, step=None, synchronous=None, timestamp=None, run_id=None, **_):
    run_id = run_id or _run_id()
    _client().post("runs/log-metric", run_id=run_id, run_uuid=run_id, key=key, value=_rest.number(value),
                   timestamp=timestamp or _now(), step=int(step or 0))


def log_metrics(metrics, step=None, synchronous=None, run_id=None, timestamp=None, **_):
    when = timestamp or _now()
    rows = [{"key": key, "value": _rest.number(value), "timestamp": when, "step": int(step or 0)} for key, value in metrics.items()]
    _log_batch("metrics", rows, _BATCH_METRICS, run_id)


def log_param(key, value, synchronous=None):
    run_id = _run_id()
    _client().post("runs/log-parameter", run_id=run_id, run_uuid=run_id, key=key, value=str(value))
    return value


def log_params(params, synchronous=None, run_id=None):
    _log_batch("params", _pairs(params), _BATCH_TEXTS, run_id)


def set_tag(key, value, synchronous=None):
    run_id = _run_id()
    _client().post("runs/set-tag", run_id=run_id, run_uuid=run_id, key=key, value=str(value))


def set_tags(tags, synchronous=None):
    _log_batch("tags", _pairs(tags), _BATCH_TEXTS, None)


def log_artifact(local_path, artifact_path=None, run_id=None):
    """Keeps a file, or a folder with all that is in it, among the run's artifacts."""
    name = os.path.basename(os.path.normpath(local_path))
    target = f"{artifact_path}/{name}" if artifact_path else name
    if os.path.isdir(local_path):
        log_artifacts(local_path, target, run_id)
    else:
        _put(target, lambda: open(local_path, "rb"), os.path.getsize(local_path), run_id)


def log_artifacts(local_dir, artifact_path=None, run_id=None):
    for folder, _, names in os.walk(local_dir):
        inside = os.path.relpath(folder, local_dir)
        target = "/".join(part for part in (artifact_path, "" if inside == "." else inside) if part)
        for name in sorted(names):
            log_artifact(os.path.join(folder, name), target or None, run_id)


def log_text(text, artifact_file, run_id=None):
    body = text.encode()
    _put(artifact_file, lambda: io.BytesIO(body), len(body), run_id)


def log_dict(dictionary, artifact_file, run_id=None):
    """As JSON, which a `.yaml` file may hold too."""
    log_text(json.dumps(dictionary, indent=2, default=str), artifact_file, run_id)


def log_figure(figure, artifact_file, *, save_kwargs=None):
    body = io.BytesIO()
    figure.savefig(body, format=os.path.splitext(artifact_file)[1].lstrip(".") or "png", **(save_kwargs or {}))
    _put(artifact_file, lambda: io.BytesIO(body.getvalue()), len(body.getvalue()), None)


def autolog(*_, **__):
    warnings.warn("Nothing is logged by itself: this is Atelier's stand-in for MLflow; log with mlflow.log_metric(), or "
                  "install mlflow-skinny.", stacklevel=2)


def __getattr__(name):
    raise AttributeError(f"Atelier's stand-in for MLflow has no '{name}'; install the real client: pip install mlflow-skinny")


def _now():
    return int(time.time() * 1000)


def _job_run_id():
    return os.environ.get("MLFLOW_RUN_ID")


def _client():
    if _state.client is None:
        _state.client = _rest.Client(get_tracking_uri())
    return _state.client


def _run_id():
    """The open run; as in MLflow, the first call that logs opens one."""
    return (active_run() or start_run()).info.run_id


def _create_run(experiment_id, run_name, tags):
    if parent := active_run():
        tags = {"mlflow.parentRunId": parent.info.run_id, **tags}
    experiment_id = experiment_id or _state.experiment_id or os.environ.get("MLFLOW_EXPERIMENT_ID") or "0"
    named = {"run_name": run_name} if run_name else {}
    return ActiveRun(_client().post("runs/create", experiment_id=str(experiment_id), start_time=_now(),
                                    tags=_pairs(tags), **named)["run"])


def _resume_run(run_id, run_name, tags):
    changes = {"run_name": run_name} if run_name else {}
    if run_id != _job_run_id():
        changes["status"] = "RUNNING"
    if changes:
        _client().post("runs/update", run_id=run_id, run_uuid=run_id, **changes)
    _log_batch("tags", _pairs(tags), _BATCH_TEXTS, run_id)
    return get_run(run_id)


def _pairs(texts):
    return [{"key": key, "value": str(value)} for key, value in texts.items()]


def _log_batch(kind, rows, most, run_id):
    for first in range(0, len(rows), most):
        _client().post("runs/log-batch", run_id=run_id or _run_id(), **{kind: rows[first:first + most]})


def _put(artifact_file, open_body, length, run_id):
    run = active_run() if run_id is None else get_run(run_id)
    uri = urllib.parse.urlsplit((run or start_run()).info.artifact_uri)
    if uri.scheme != "mlflow-artifacts":
        raise MlflowException(f"The run keeps its artifacts at {uri.geturl()}, which Atelier's stand-in for MLflow cannot "
                              "write to; install the real client: pip install mlflow-skinny")
    kind = mimetypes.guess_type(artifact_file)[0] or "application/octet-stream"
    _client().put_artifact(f"{uri.path}/{artifact_file}", open_body, length, kind)


@atexit.register
def _end_open_runs():
    """As MLflow does, when the script ends without end_run()."""
    while _state.open_runs:
        try:
            end_run()
        except MlflowException as error:
            print(f"mlflow: the run stays open: {error}", file=sys.stderr)
