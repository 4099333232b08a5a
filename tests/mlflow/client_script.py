"""What a training script does with mlflow; every value that is written is read back and compared."""

import math
import pathlib
import tempfile
import time

import mlflow
import numpy
import pandas
from mlflow.entities import Metric, Param, RunTag, ViewType
from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

CLIENT = MlflowClient()
ODD_NUMBERS = [0.1, 1e308, 5e-324, -1.7976931348623157e308, math.nan, math.inf, -math.inf, 1 / 3, 2**53 + 1.0]


def same(left, right):
    return (math.isnan(left) and math.isnan(right)) or left == right


def refused(code, call, *arguments, **named):
    """The message of the failure that the call must end in."""
    try:
        call(*arguments, **named)
    except MlflowException as error:
        assert error.error_code == code, (error.error_code, error.message)
        return error.message
    raise AssertionError(f"{call} was not refused")


def artifact_text(run_id, path):
    return pathlib.Path(mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=path)).read_bytes()


def check_experiments():
    assert CLIENT.get_experiment("0").name == "Default"
    assert mlflow.get_experiment_by_name("none") is None
    created = mlflow.create_experiment("größe / 葡萄酒", tags={"team": "😀"})
    experiment = CLIENT.get_experiment(created)
    assert (experiment.name, experiment.tags["team"]) == ("größe / 葡萄酒", "😀")
    assert experiment.artifact_location == f"mlflow-artifacts:/{created}"
    refused("RESOURCE_ALREADY_EXISTS", mlflow.create_experiment, "größe / 葡萄酒")
    CLIENT.set_experiment_tag(created, "team", "two")
    CLIENT.rename_experiment(created, "renamed")
    assert [(e.name, e.tags["team"]) for e in mlflow.search_experiments(filter_string="name LIKE 're%'")] == [
        ("renamed", "two")]
    CLIENT.delete_experiment(created)
    assert CLIENT.get_experiment(created).lifecycle_stage == "deleted"
    assert [e.name for e in mlflow.search_experiments(view_type=ViewType.DELETED_ONLY)] == ["renamed"]
    CLIENT.restore_experiment(created)
    assert CLIENT.get_experiment(created).lifecycle_stage == "active"
    assert mlflow.set_experiment("training").experiment_id == mlflow.set_experiment("training").experiment_id


def check_values():
    with mlflow.start_run(run_name="values", tags={"first": "tag"}, description="what it is") as active:
        run_id = active.info.run_id
        assert mlflow.log_param("rate", 0.1) == 0.1
        mlflow.log_params({"depth": 3, "größe": "😀 \n\t\"'", "empty": "", "k" * 250: "v"})
        for step, value in enumerate(ODD_NUMBERS):
            mlflow.log_metric("odd", value, step=step - 3)
        mlflow.log_metrics({"loss": 0.5, "val/loss": 0.25, "損失": 1.0}, step=7)
        mlflow.set_tag("colour", "red")
        mlflow.set_tags({"colour": "blue", "größe": "😀"})
        assert "Changing param values is not allowed" in refused(
            "INVALID_PARAMETER_VALUE", mlflow.log_param, "rate", 0.2)
        mlflow.log_param("rate", 0.1)
        refused("INVALID_PARAMETER_VALUE", mlflow.log_metric, "a@b", 1.0)
    run = mlflow.get_run(run_id)
    assert run.info.status == "FINISHED" and run.info.end_time >= run.info.start_time
    assert run.data.params == {
        "rate": "0.1", "depth": "3", "größe": "😀 \n\t\"'", "empty": "", "k" * 250: "v"}, run.data.params
    tags = {key: value for key, value in run.data.tags.items() if not key.startswith("mlflow.")}
    assert tags == {"first": "tag", "colour": "blue", "größe": "😀"}, tags
    assert run.data.tags["mlflow.runName"] == run.info.run_name == "values"
    assert run.data.tags["mlflow.note.content"] == "what it is"
    assert {key: run.data.metrics[key] for key in ("loss", "val/loss", "損失")} == {
        "loss": 0.5, "val/loss": 0.25, "損失": 1.0}
    history = CLIENT.get_metric_history(run_id, "odd")
    assert [metric.step for metric in history] == [step - 3 for step in range(len(ODD_NUMBERS))]
    assert all(same(metric.value, value) for metric, value in zip(history, ODD_NUMBERS)), history
    assert CLIENT.get_metric_history(run_id, "none") == []
    return run_id


def check_runs(run_id):
    with mlflow.start_run(run_id=run_id):
        mlflow.log_metric("resumed", 1)
        mlflow.update_current_active_run() if hasattr(mlflow, "update_current_active_run") else None
    assert mlflow.get_run(run_id).data.metrics["resumed"] == 1
    CLIENT.update_run(run_id, name="renamed")
    assert mlflow.get_run(run_id).info.run_name == "renamed"
    CLIENT.set_terminated(run_id, "FAILED", 1_900_000_000_000)
    info = mlflow.get_run(run_id).info
    assert (info.status, info.end_time) == ("FAILED", 1_900_000_000_000)
    CLIENT.delete_tag(run_id, "colour")
    assert "No tag with name" in refused("RESOURCE_DOES_NOT_EXIST", CLIENT.delete_tag, run_id, "colour")
    CLIENT.delete_run(run_id)
    assert "must be in the 'active' state" in refused(
        "INVALID_PARAMETER_VALUE", CLIENT.log_metric, run_id, "m", 1)
    CLIENT.restore_run(run_id)
    refused("RESOURCE_DOES_NOT_EXIST", CLIENT.get_run, "0" * 32)
    try:
        with mlflow.start_run(run_name="fails") as failing:
            raise KeyError("on purpose")
    except KeyError:
        assert mlflow.get_run(failing.info.run_id).info.status == "FAILED"


def check_nested():
    with mlflow.start_run(run_name="parent") as parent:
        for name in ("a", "b"):
            with mlflow.start_run(run_name=name, nested=True) as child:
                mlflow.log_param("name", name)
                assert child.data.tags["mlflow.parentRunId"] == parent.info.run_id
    found = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'", order_by=["params.name"],
                               search_all_experiments=True)
    assert list(found["params.name"]) == ["a", "b"], found


def check_batches():
    run = CLIENT.create_run(mlflow.get_experiment_by_name("training").experiment_id, run_name="batches")
    run_id = run.info.run_id
    now = int(time.time() * 1000)
    metrics = [Metric("m", index / 7, now + index, index) for index in range(1000)]
    CLIENT.log_batch(run_id, metrics=metrics)
    CLIENT.log_batch(run_id, params=[Param(f"p{i}", str(i)) for i in range(100)],
                     tags=[RunTag(f"t{i}", "x" * 100) for i in range(100)])
    with mlflow.start_run(run_id=run_id):
        futures = [mlflow.log_metric("async", i, step=i, synchronous=False) for i in range(50)]
        for future in futures:
            future.wait()
    assert [(m.value, m.timestamp, m.step) for m in CLIENT.get_metric_history(run_id, "m")] == [
        (m.value, m.timestamp, m.step) for m in metrics]
    assert [m.value for m in CLIENT.get_metric_history(run_id, "async")] == list(range(50))
    data = CLIENT.get_run(run_id).data
    assert all(data.params[f"p{i}"] == str(i) and data.tags[f"t{i}"] == "x" * 100 for i in range(100))


def check_search():
    experiment = mlflow.create_experiment("searched")
    for index in range(25):
        run = CLIENT.create_run(experiment, start_time=1000 + index, run_name=f"run {index}")
        CLIENT.log_metric(run.info.run_id, "loss", index % 5)
        CLIENT.log_param(run.info.run_id, "even", str(index % 2 == 0))
    frame = mlflow.search_runs([experiment], filter_string="metrics.loss < 2 AND params.even = 'True'",
                               order_by=["metrics.loss DESC", "start_time ASC"])
    assert list(frame["tags.mlflow.runName"]) == [f"run {i}" for i in (6, 16, 0, 10, 20)], frame
    token, names = None, []
    while True:
        page = CLIENT.search_runs([experiment], max_results=10, page_token=token)
        names += [run.info.run_name for run in page]
        token = page.token
        if not token:
            break
    assert names == [f"run {i}" for i in reversed(range(25))], names
    refused("INVALID_PARAMETER_VALUE", CLIENT.search_runs, [experiment], "colour = 'red'")


def check_artifacts():
    with mlflow.start_run(run_name="artifacts") as active, tempfile.TemporaryDirectory() as folder:
        run_id = active.info.run_id
        folder = pathlib.Path(folder)
        strange = "a+b 100% größe 😀 v=2&x;.bin"  # the clients lose what follows # or ?
        content = bytes(range(256)) * 5000
        (folder / strange).write_bytes(content)
        (folder / "deep" / "er").mkdir(parents=True)
        (folder / "deep" / "er" / "empty.txt").touch()
        mlflow.log_artifact(str(folder / strange))
        mlflow.log_artifacts(str(folder), "all/of it")
        mlflow.log_text("größe 😀", "notes/text.txt")
        mlflow.log_dict({"a": [1, {"b": None}]}, "notes/values.json")
        mlflow.log_table({"q": ["x", "y"], "n": [1, 2]}, "table.json")
        mlflow.log_table({"q": ["z"], "n": [3]}, "table.json")
    assert artifact_text(run_id, strange) == content
    assert artifact_text(run_id, f"all/of it/{strange}") == content
    assert artifact_text(run_id, "all/of it/deep/er/empty.txt") == b""
    assert mlflow.artifacts.load_text(f"runs:/{run_id}/notes/text.txt") == "größe 😀"
    assert mlflow.artifacts.load_dict(f"runs:/{run_id}/notes/values.json") == {"a": [1, {"b": None}]}
    table = mlflow.load_table("table.json", run_ids=[run_id])
    assert (list(table["q"]), list(table["n"])) == (["x", "y", "z"], [1, 2, 3]), table
    listed = {item.path: (item.is_dir, item.file_size) for item in CLIENT.list_artifacts(run_id)}
    assert strange in listed, listed
    assert listed[strange] == (False, len(content)) and listed["all"][0] and listed["notes"][0], listed
    assert [item.path for item in CLIENT.list_artifacts(run_id, "notes")] == ["notes/text.txt", "notes/values.json"]
    assert list(CLIENT.list_artifacts(run_id, "nothing/here")) == []
    whole = pathlib.Path(mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=""))
    assert (whole / "all" / "of it" / strange).read_bytes() == content


def check_pictures():
    from matplotlib import pyplot

    with mlflow.start_run(run_name="pictures") as active:
        figure, axes = pyplot.subplots()
        axes.plot([1, 2, 3])
        mlflow.log_figure(figure, "plots/curve.png")
        for step in range(2):
            mlflow.log_image(numpy.full((4, 4, 3), step * 100, dtype=numpy.uint8), key="cats dogs", step=step)
    assert artifact_text(active.info.run_id, "plots/curve.png").startswith(b"\x89PNG")
    images = [item.path for item in CLIENT.list_artifacts(active.info.run_id, "images")]
    assert sum(path.endswith(".png") for path in images) == 2, images
    for path in images:
        assert len(artifact_text(active.info.run_id, path)) > 20, path


def check_datasets():
    frame = pandas.DataFrame({"x": [1.0, 2.0], "y": ["a", "b"]})
    dataset = mlflow.data.from_pandas(frame, source="https://example.org/wine.csv", name="wine")
    with mlflow.start_run(run_name="datasets") as active:
        mlflow.log_input(dataset, context="training")
        mlflow.log_input(dataset, context="training")
    inputs = mlflow.get_run(active.info.run_id).inputs.dataset_inputs
    assert len(inputs) == 1, inputs
    logged = inputs[0]
    assert {tag.key: tag.value for tag in logged.tags} == {"mlflow.data.context": "training"}
    assert (logged.dataset.name, logged.dataset.digest) == ("wine", dataset.digest)
    assert "example.org" in logged.dataset.source and "x" in logged.dataset.schema
    assert "2" in logged.dataset.profile
    found = mlflow.search_runs(filter_string="dataset.name = 'wine' AND dataset.context = 'training'")
    assert list(found["run_id"]) == [active.info.run_id]


def check_autolog():
    from sklearn.linear_model import LogisticRegression

    mlflow.sklearn.autolog(log_models=False, silent=True)
    with mlflow.start_run(run_name="autolog") as active:
        LogisticRegression(C=0.25).fit(numpy.array([[0.0], [1.0], [2.0], [3.0]]), numpy.array([0, 0, 1, 1]))
    mlflow.sklearn.autolog(disable=True)
    run = mlflow.get_run(active.info.run_id)
    assert run.data.params["C"] == "0.25", run.data.params
    assert run.data.tags["estimator_name"] == "LogisticRegression"
    assert run.data.metrics["training_accuracy_score"] == 1.0, run.data.metrics


def main():
    print("mlflow", mlflow.__version__)
    check_experiments()
    check_runs(check_values())
    for check in (check_nested, check_batches, check_search, check_artifacts, check_pictures, check_datasets,
                  check_autolog):
        started = time.monotonic()
        check()
        print(f"{check.__name__}: {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
