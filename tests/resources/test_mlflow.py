"""The stand-in for MLflow says what the real client says, and waits for a server that restarts."""

import importlib
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest
from unittest import mock

from tracking_server import TrackingServer

SITE = pathlib.Path(__file__).resolve().parents[2] / "resources/python/site"


class TrackingCase(unittest.TestCase):
    job = {}

    def setUp(self):
        self.server = TrackingServer()
        self.addCleanup(self.server.close)
        variables = {name: value for name, value in os.environ.items() if not name.startswith("MLFLOW_")}
        variables.update({"MLFLOW_TRACKING_URI": self.server.uri, "MLFLOW_TRACKING_TOKEN": "secret", **self.job})
        patch = mock.patch.dict(os.environ, variables, clear=True)
        patch.start()
        self.addCleanup(patch.stop)
        sys.modules.pop("mlflow", None)
        self.mlflow = importlib.import_module("mlflow")
        self.assertTrue(self.mlflow.__version__.endswith("+atelier"), "another mlflow is installed")
        self.addCleanup(self.mlflow._state.open_runs.clear)

    def calls(self):
        return [(call.method, call.path.removeprefix("/api/2.0/mlflow/")) for call in self.server.calls]


class RunsTestCase(TrackingCase):
    def test_a_block_opens_and_ends_a_run(self):
        with self.mlflow.start_run(run_name="first", tags={"team": "a"}) as run:
            self.assertEqual(self.mlflow.active_run(), run)
            self.assertEqual(run.info.run_id, "new-1")
        (created,), (ended,) = self.server.bodies("runs/create"), self.server.bodies("runs/update")
        self.assertEqual((created["experiment_id"], created["run_name"]), ("0", "first"))
        self.assertEqual(created["tags"], [{"key": "team", "value": "a"}])
        self.assertEqual((ended["run_id"], ended["status"]), ("new-1", "FINISHED"))
        self.assertGreaterEqual(ended["end_time"], created["start_time"])
        self.assertIsNone(self.mlflow.active_run())

    def test_an_exception_ends_the_run_as_failed(self):
        with self.assertRaises(ZeroDivisionError), self.mlflow.start_run():
            raise ZeroDivisionError
        self.assertEqual(self.server.bodies("runs/update")[0]["status"], "FAILED")

    def test_a_second_run_must_be_nested_and_knows_its_parent(self):
        with self.mlflow.start_run():
            with self.assertRaisesRegex(self.mlflow.MlflowException, "nested=True"):
                self.mlflow.start_run()
            with self.mlflow.start_run(nested=True):
                pass
        self.assertEqual(self.server.bodies("runs/create")[1]["tags"], [{"key": "mlflow.parentRunId", "value": "new-1"}])

    def test_an_earlier_run_is_resumed_by_its_id(self):
        with self.mlflow.start_run(run_id="old") as run:
            self.assertEqual(run.info.run_id, "old")
            self.assertEqual(run.data.params, {"rate": "0.1"})
        self.assertEqual([body["status"] for body in self.server.bodies("runs/update")], ["RUNNING", "FINISHED"])

    def test_the_first_call_that_logs_opens_a_run(self):
        self.mlflow.log_metric("loss", 1)
        self.assertEqual(self.calls(), [("POST", "runs/create"), ("POST", "runs/log-metric")])

    def test_an_experiment_is_created_when_it_is_new(self):
        self.assertEqual(self.mlflow.set_experiment("trees").experiment_id, "9")
        self.mlflow.start_run()
        self.assertEqual(self.server.bodies("experiments/create"), [{"name": "trees"}])
        self.assertEqual(self.server.bodies("runs/create")[0]["experiment_id"], "9")

    def test_a_script_that_ends_ends_its_run(self):
        script = "import mlflow; mlflow.log_param('rate', 0.1)"
        subprocess.run([sys.executable, "-B", "-c", script], check=True, timeout=30)
        self.assertEqual(self.server.bodies("runs/update")[0]["status"], "FINISHED")


class InsideAJobTestCase(TrackingCase):
    job = {"MLFLOW_RUN_ID": "job-1", "MLFLOW_EXPERIMENT_ID": "7"}

    def test_every_call_goes_to_the_jobs_run_and_none_changes_its_status(self):
        self.mlflow.set_experiment("elsewhere")
        self.mlflow.log_param("rate", 0.1)
        self.mlflow.end_run()
        with self.mlflow.start_run():
            self.mlflow.log_metric("loss", 0.5)
        self.assertEqual(self.server.bodies("runs/log-parameter")[0]["run_id"], "job-1")
        self.assertEqual(self.server.bodies("runs/log-metric")[0]["run_id"], "job-1")
        for call in ("runs/create", "runs/update", "experiments/create"):
            self.assertEqual(self.server.bodies(call), [], call)

    def test_a_failure_leaves_the_jobs_status_to_the_service(self):
        with self.assertRaises(ZeroDivisionError), self.mlflow.start_run():
            raise ZeroDivisionError
        self.assertEqual(self.server.bodies("runs/update"), [])

    def test_a_name_renames_the_run_without_touching_its_status(self):
        self.mlflow.start_run(run_name="second try", tags={"a": 1})
        self.assertEqual(self.server.bodies("runs/update"), [{"run_id": "job-1", "run_uuid": "job-1", "run_name": "second try"}])
        self.assertEqual(self.server.bodies("runs/log-batch"), [{"run_id": "job-1", "tags": [{"key": "a", "value": "1"}]}])

    def test_a_nested_run_is_a_run_of_its_own(self):
        with self.mlflow.start_run(), self.mlflow.start_run(nested=True) as inner:
            self.assertEqual(inner.info.run_id, "new-1")
        self.assertEqual(self.server.bodies("runs/create")[0]["tags"], [{"key": "mlflow.parentRunId", "value": "job-1"}])
        self.assertEqual([body["run_id"] for body in self.server.bodies("runs/update")], ["new-1"])


class LoggingTestCase(TrackingCase):
    job = {"MLFLOW_RUN_ID": "job-1"}

    def test_a_metric_carries_key_value_step_and_time(self):
        self.mlflow.log_metric("loss", 0.25, step=3, timestamp=1234)
        self.assertEqual(self.server.bodies("runs/log-metric"), [
            {"run_id": "job-1", "run_uuid": "job-1", "key": "loss", "value": 0.25, "timestamp": 1234, "step": 3}])

    def test_values_that_json_lacks_travel_as_text(self):
        for value in (float("nan"), float("inf"), float("-inf")):
            self.mlflow.log_metric("loss", value)
        self.assertEqual([value for _, _, value in self.server.metrics()], ["NaN", "Infinity", "-Infinity"])

    def test_many_metrics_go_in_batches_that_the_server_takes(self):
        self.mlflow.log_metrics({f"m{i}": i for i in range(2500)}, step=4)
        self.assertEqual([len(body["metrics"]) for body in self.server.bodies("runs/log-batch")], [1000, 1000, 500])
        self.assertEqual(self.server.metrics()[2499], ("m2499", 4, 2499.0))

    def test_parameters_and_tags_are_text(self):
        self.assertEqual(self.mlflow.log_param("rate", 0.1), 0.1)
        self.mlflow.log_params({"depth": 3, "kind": None})
        self.mlflow.set_tag("stage", 1)
        self.mlflow.set_tags({"a": True})
        self.assertEqual(self.server.bodies("runs/log-parameter")[0]["value"], "0.1")
        first, second = self.server.bodies("runs/log-batch")
        self.assertEqual(first["params"], [{"key": "depth", "value": "3"}, {"key": "kind", "value": "None"}])
        self.assertEqual(second["tags"], [{"key": "a", "value": "True"}])
        self.assertEqual(self.server.bodies("runs/set-tag")[0]["value"], "1")

    def test_calls_carry_the_token_and_share_a_connection(self):
        for step in range(20):
            self.mlflow.log_metric("loss", 1, step=step)
        self.assertEqual({call.headers["Authorization"] for call in self.server.calls}, {"Bearer secret"})
        self.assertEqual(self.server.connections, 1)

    def test_threads_may_log_at_once(self):
        self.mlflow.start_run()
        threads = [threading.Thread(target=lambda n=n: [self.mlflow.log_metric(f"m{n}", i, step=i) for i in range(50)])
                   for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(set(self.server.metrics())), 200)

    def test_a_forked_process_does_not_share_the_connection(self):
        self.mlflow.log_metric("loss", 1)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                self.mlflow.log_metric("loss", 2)
                status = 0
            finally:
                os._exit(status)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        self.mlflow.log_metric("loss", 3)
        self.assertEqual([value for _, _, value in self.server.metrics()], [1, 2, 3])
        self.assertEqual(self.server.connections, 2)


class ArtifactsTestCase(TrackingCase):
    job = {"MLFLOW_RUN_ID": "job-1"}

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def uploads(self):
        prefix = "/api/2.0/mlflow-artifacts/artifacts/7/job-1/artifacts/"
        return {call.path.removeprefix(prefix): call.body for call in self.server.calls if call.method == "PUT"}

    def test_a_file_goes_below_the_runs_artifacts(self):
        (self.folder / "a b%+.bin").write_bytes(bytes(range(256)) * 1000)
        self.mlflow.log_artifact(self.folder / "a b%+.bin", "raw")
        self.assertEqual(self.uploads(), {"raw/a%20b%25%2B.bin": bytes(range(256)) * 1000})

    def test_a_folder_goes_with_all_that_is_in_it(self):
        (self.folder / "in/deep").mkdir(parents=True)
        (self.folder / "in/one").write_text("1")
        (self.folder / "in/deep/two").write_text("2")
        self.mlflow.log_artifacts(self.folder / "in")
        self.assertEqual(self.uploads(), {"one": b"1", "deep/two": b"2"})
        self.mlflow.log_artifact(self.folder / "in", "kept")
        self.assertEqual(self.uploads()["kept/in/deep/two"], b"2")

    def test_texts_mappings_and_figures_are_written_for_the_caller(self):
        class Figure:
            def savefig(self, file, format):
                file.write(format.encode())

        self.mlflow.log_text("größe", "notes.txt")
        self.mlflow.log_dict({"auc": 0.5}, "roc.json")
        self.mlflow.log_figure(Figure(), "plots/roc.svg")
        self.assertEqual(self.uploads(), {"notes.txt": "größe".encode(), "roc.json": b'{\n  "auc": 0.5\n}', "plots/roc.svg": b"svg"})

    def test_an_empty_file_is_kept_too(self):
        self.mlflow.log_text("", "empty.txt")
        self.assertEqual(self.uploads(), {"empty.txt": b""})

    def test_a_file_is_sent_whole_again_when_the_connection_breaks(self):
        self.mlflow.start_run()
        self.server.answers = [None, (503, {})]
        (self.folder / "model.pkl").write_bytes(b"x" * 100_000)
        self.mlflow.log_artifact(self.folder / "model.pkl")
        puts = [call for call in self.server.calls if call.method == "PUT"]
        self.assertEqual([len(call.body) for call in puts], [100_000] * 3)


class FailuresTestCase(TrackingCase):
    job = {"MLFLOW_RUN_ID": "job-1"}

    def test_a_refusal_is_raised_at_once_with_the_servers_words(self):
        self.mlflow.start_run()
        self.server.answers = [(400, {"error_code": "INVALID_PARAMETER_VALUE", "message": "Changing param values is not allowed."})]
        with self.assertRaisesRegex(self.mlflow.MlflowException, "not allowed") as caught:
            self.mlflow.log_param("rate", 2)
        self.assertEqual(caught.exception.error_code, "INVALID_PARAMETER_VALUE")

    def test_an_answer_that_is_not_json_is_shown(self):
        self.mlflow.start_run()
        self.server.answers = [(403, b"<html>no</html>")]
        with self.assertRaisesRegex(self.mlflow.MlflowException, "403.*<html>no"):
            self.mlflow.log_metric("loss", 1)

    def test_a_busy_server_and_a_broken_connection_are_tried_again(self):
        self.mlflow.start_run()
        self.server.answers = [(503, {}), None, (429, {})]
        self.mlflow.log_metric("loss", 1)
        self.assertEqual(len(self.server.bodies("runs/log-metric")), 4)

    def test_a_loop_loses_no_metric_while_the_server_restarts(self):
        self.mlflow.start_run()
        self.mlflow.log_metric("loss", 0, step=0)
        port, before = self.server.port, self.server
        before.close()
        restarted = []

        def restart():
            restarted.append(TrackingServer(port))

        timer = threading.Timer(0.5, restart)
        timer.start()
        for step in range(1, 50):
            self.mlflow.log_metric("loss", step, step=step)
        timer.join()
        self.addCleanup(restarted[0].close)
        self.assertEqual([step for _, step, _ in before.metrics() + restarted[0].metrics()], list(range(50)))

    def test_a_server_that_stays_away_is_a_sentence_in_the_end(self):
        self.server.close()
        with mock.patch.object(self.mlflow._rest, "PATIENCE_SECONDS", 0.2):
            with self.assertRaisesRegex(self.mlflow.MlflowException, "is Atelier's service running"):
                self.mlflow.log_metric("loss", 1)
        self.server = TrackingServer()
        self.addCleanup(self.server.close)

    def test_an_address_that_is_none_is_a_sentence(self):
        for uri in ("", "sqlite:///mlruns.db", "file:///tmp"):
            self.mlflow.set_tracking_uri(uri)
            with mock.patch.dict(os.environ, {"MLFLOW_TRACKING_URI": ""}):
                with self.subTest(uri=uri), self.assertRaisesRegex(self.mlflow.MlflowException, "no http address"):
                    self.mlflow.log_metric("loss", 1)

    def test_what_the_stand_in_lacks_names_the_real_client(self):
        with self.assertRaisesRegex(AttributeError, "pip install mlflow-skinny"):
            self.mlflow.register_model("a", "b")
        with self.assertWarnsRegex(UserWarning, "Nothing is logged by itself"):
            self.mlflow.autolog()


class PathTestCase(unittest.TestCase):
    """What `import mlflow` finds in a job."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def python(self, script, *folders):
        environment = {**os.environ, "PYTHONPATH": ":".join(map(str, [SITE, *folders]))}
        done = subprocess.run([sys.executable, "-B", "-c", script], env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def test_an_installed_mlflow_comes_before_the_stand_in(self):
        (self.folder / "mlflow.py").write_text("__version__ = 'real'")
        self.assertEqual(self.python("import mlflow; print(mlflow.__version__)", self.folder), "real")
        self.assertIn("+atelier", self.python("import mlflow; print(mlflow.__version__)"))

    def test_the_stand_in_is_last_on_the_path(self):
        self.assertEqual(self.python("import sys; print(sys.path[-1])"), str(SITE.parent / "modules"))

    def test_another_sitecustomize_still_runs(self):
        (self.folder / "sitecustomize.py").write_text("import sys; sys.customized = True")
        self.assertEqual(self.python("import sys, mlflow; print(sys.customized)", self.folder), "True")

    def test_jobs_find_a_python(self):
        program = SITE.parents[1] / "bin/python"
        done = subprocess.run([program, "-c", "import sys; print(sys.argv)", "a b"], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.strip(), "['-c', 'a b']")
