"""The sample's components, each as its command runs it, on real tables; their figures against independent calculations."""

import json
import math
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import atelier_tables
import joblib
import numpy as np
import pandas as pd
from sklearn import datasets
from tracking_server import TrackingServer

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
TABLES = {name: getattr(datasets, f"load_{name}")(as_frame=True).frame for name in ("breast_cancer", "wine", "iris", "diabetes")}


def command_of(component, values):
    """The command of a component.yml with its inputs and outputs filled in, as a service would."""
    text = (RESOURCES / f"components/{component}/component.yml").read_text()
    command = re.search(r"^command: >-\n((?:  .*\n?)+)", text, re.MULTILINE).group(1)
    defaults = dict(re.findall(r"^  (\w+):\n(?:    .*\n)*?    default: (\S+)$", text, re.MULTILINE))
    values = {**defaults, **values}

    def fill(part):
        return re.sub(r"\$\{\{(?:inputs|outputs)\.(\w+)\}\}", lambda match: shlex.quote(str(values[match.group(1)])), part)

    def optional(match):
        name = re.search(r"inputs\.(\w+)", match.group(1)).group(1)
        return match.group(1) if name in values else ""

    return fill(re.sub(r"\$\[\[(.*?)\]\]", optional, command)).replace("\n", " ")


class ComponentCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.server = TrackingServer()
        self.addCleanup(self.server.close)

    def run_component(self, component, **values):
        environment = {**os.environ, "PATH": f"{RESOURCES}/bin:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1",
                       "MLFLOW_TRACKING_URI": self.server.uri, "MLFLOW_RUN_ID": "job-1", "MLFLOW_EXPERIMENT_ID": "1"}
        return subprocess.run(["/bin/sh", "-c", command_of(component, values)], cwd=RESOURCES / f"components/{component}/src",
                              env=environment, capture_output=True, text=True, check=False, timeout=60)

    def succeed(self, component, **values):
        done = self.run_component(component, **values)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def table(self, name, frame):
        path = self.folder / f"{name}.parquet"
        atelier_tables.write(frame, path)
        return path

    def logged(self):
        return {key: value for key, _, value in self.server.metrics()}

    def trained(self, frame, **settings):
        """A model trained on every second row of a table, and the table of the others."""
        train = self.table("train", frame.iloc[::2].reset_index(drop=True))
        values = {"target": "target", "n_estimators": 10, **settings}
        self.succeed("train", table=train, model=self.folder / "model", **values)
        return self.folder / "model", self.table("test", frame.iloc[1::2].reset_index(drop=True))

    def report(self, name):
        return json.loads((self.folder / "report" / name).read_text())


class CleanTestCase(ComponentCase):
    def clean(self, frame):
        self.succeed("clean", table=self.table("raw", frame), cleaned=self.folder / "cleaned")
        return atelier_tables.read(self.folder / "cleaned")

    def test_leaves_a_table_without_gaps_as_it_is(self):
        pd.testing.assert_frame_equal(self.clean(TABLES["wine"]), TABLES["wine"])
        self.assertEqual(self.logged(), {"rows_read": 178, "rows_dropped": 0})

    def test_drops_rows_that_miss_a_value(self):
        frame = TABLES["iris"].copy()
        frame.loc[[3, 77], "petal width (cm)"] = np.nan
        expected = TABLES["iris"].drop(index=[3, 77]).reset_index(drop=True)
        pd.testing.assert_frame_equal(self.clean(frame), expected)
        self.assertEqual(self.logged(), {"rows_read": 150, "rows_dropped": 2})

    def test_turns_numbers_that_came_as_text_into_numbers(self):
        frame = pd.DataFrame({"n": [" 1", "2 ", None, "4"], "x": ["0.5", "1e3", "2", "-1"], "code": ["7", "a", "8", "9"]})
        expected = pd.DataFrame({"n": [1.0, 2, 4], "x": [0.5, 1000, -1], "code": ["7", "a", "9"]})
        pd.testing.assert_frame_equal(self.clean(frame), expected)

    def test_leaves_codes_with_leading_zeros_as_text(self):
        frame = pd.DataFrame({"zip": ["01067", "80331"], "share": ["0.5", "0"]})
        pd.testing.assert_frame_equal(self.clean(frame), pd.DataFrame({"zip": ["01067", "80331"], "share": [0.5, 0.0]}))

    def test_takes_blanks_for_missing_and_gives_plain_types_back(self):
        frame = pd.DataFrame({"city": [" Rom ", "  ", "Oslo"], "n": pd.array([1, 2, None], "Int64")})
        pd.testing.assert_frame_equal(self.clean(frame), pd.DataFrame({"city": ["Rom"], "n": [1]}))

    def test_a_missing_table_is_a_sentence(self):
        done = self.run_component("clean", table=self.folder / "gone", cleaned=self.folder / "cleaned")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("There is no table at", done.stderr)


class SplitTestCase(ComponentCase):
    def split(self, frame, **values):
        self.succeed("split", table=self.table("all", frame), train=self.folder / "a", test=self.folder / "b", **values)
        return atelier_tables.read(self.folder / "a"), atelier_tables.read(self.folder / "b")

    def test_deals_every_row_once(self):
        train, test = self.split(TABLES["wine"], test_fraction=0.3)
        self.assertEqual((len(train), len(test)), (124, 54))
        both = pd.concat([train, test]).sort_values(list(train), ignore_index=True)
        pd.testing.assert_frame_equal(both, TABLES["wine"].sort_values(list(train), ignore_index=True))
        self.assertEqual(self.logged(), {"rows_train": 124, "rows_test": 54})

    def test_the_same_seed_deals_the_same_rows_and_another_others(self):
        first, again, other = (self.split(TABLES["iris"], seed=seed)[1] for seed in (3, 3, 4))
        pd.testing.assert_frame_equal(first, again)
        self.assertFalse(first.equals(other))

    def test_keeps_the_proportion_of_a_column(self):
        _, test = self.split(TABLES["iris"], stratify="target", test_fraction=0.2)
        self.assertEqual(test["target"].value_counts().to_dict(), {0: 10, 1: 10, 2: 10})

    def test_a_column_that_is_not_there_is_a_sentence(self):
        done = self.run_component("split", table=self.table("all", TABLES["iris"]), train="a", test="b", stratify="no such")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"no column 'no such' to stratify by; its columns are: sepal length")
        self.assertNotIn("Traceback", done.stderr)


class TrainTestCase(ComponentCase):
    def test_logs_the_loss_that_its_model_has_after_each_iteration(self):
        """Scikit-learn's deviance is twice the mean negative logarithm of the probability given to the true class."""
        self.trained(TABLES["breast_cancer"], n_estimators=20)
        rows = [(step, value) for key, step, value in self.server.metrics() if key == "loss"]
        model = joblib.load(self.folder / "model/model.pkl")
        train = atelier_tables.read(self.folder / "train.parquet")
        features, labels = train.drop(columns="target"), train["target"].to_numpy()
        expected = [-2 * np.log(p[np.arange(len(labels)), labels]).mean() for p in model.staged_predict_proba(features)]
        self.assertEqual([step for step, _ in rows], list(range(1, 21)))
        np.testing.assert_allclose([value for _, value in rows], expected, rtol=1e-9)
        self.assertTrue(all(later < earlier for earlier, later in zip(expected, expected[1:])))

    def test_logs_its_parameters(self):
        self.trained(TABLES["iris"], n_estimators=5, learning_rate=0.2, max_depth=2)
        (batch,) = [body["params"] for body in self.server.bodies("runs/log-batch") if "params" in body]
        self.assertEqual({row["key"]: row["value"] for row in batch}, {"n_estimators": "5", "learning_rate": "0.2", "max_depth": "2"})
        model = joblib.load(self.folder / "model/model.pkl")
        self.assertEqual((model.n_estimators_, model.learning_rate, model.max_depth), (5, 0.2, 2))

    def test_describes_what_goes_in_and_comes_out(self):
        model, _ = self.trained(TABLES["wine"])
        description = json.loads((model / "features.json").read_text())
        self.assertEqual(description["target"], "target")
        self.assertEqual(description["classes"], [0, 1, 2])
        self.assertEqual(description["features"], list(TABLES["wine"].columns[:-1]))

    def test_the_same_seed_grows_the_same_trees(self):
        probabilities = []
        for _ in range(2):
            model, test = self.trained(TABLES["wine"])
            features = atelier_tables.read(test).drop(columns="target")
            probabilities.append(joblib.load(model / "model.pkl").predict_proba(features))
        np.testing.assert_array_equal(*probabilities)

    def test_rests_between_iterations_so_that_one_can_watch(self):
        self.trained(TABLES["iris"], n_estimators=3, pause=0.2)
        times = [body["timestamp"] for body in self.server.bodies("runs/log-metric") if body["key"] == "loss"]
        self.assertTrue(all(later - earlier >= 190 for earlier, later in zip(times, times[1:])), times)

    def test_what_it_cannot_learn_is_a_sentence(self):
        iris = TABLES["iris"]
        cases = [(iris, "species", "no column 'species' to predict"),
                 (TABLES["diabetes"].assign(target=lambda t: t["target"] + 0.5), "target", "is continuous; this component tells classes"),
                 (iris.assign(place="a field"), "target", "these columns hold none: place"),
                 (iris.assign(target=1), "target", "holds one value alone")]
        for frame, target, sentence in cases:
            with self.subTest(sentence=sentence):
                done = self.run_component("train", table=self.table("t", frame), target=target, model=self.folder / "model")
                self.assertEqual(done.returncode, 1)
                self.assertIn(sentence, done.stderr)
                self.assertNotIn("Traceback", done.stderr)


def rank_auc(positive, scores):
    """The area under the ROC curve as a rank statistic: how often a positive scores above a negative, ties for half."""
    ours, theirs = scores[positive][:, None], scores[~positive][None, :]
    return ((ours > theirs) + 0.5 * (ours == theirs)).mean()


class EvaluateTestCase(ComponentCase):
    def evaluated(self, name):
        """The test table's labels and the model's probabilities for it, after evaluate has run on them."""
        model, test = self.trained(TABLES[name])
        self.succeed("evaluate", model=model, table=test, report=self.folder / "report")
        table = atelier_tables.read(test)
        return table["target"].to_numpy(), joblib.load(model / "model.pkl").predict_proba(table.drop(columns="target"))

    def check_common(self, labels, probabilities):
        metrics = self.report("metrics.json")
        self.assertAlmostEqual(metrics["accuracy"], (probabilities.argmax(axis=1) == labels).mean(), places=12)
        truth = -np.log(probabilities[np.arange(len(labels)), labels]).mean()
        self.assertAlmostEqual(metrics["log_loss"], truth, places=12)
        self.assertEqual({key: value for key, value in self.logged().items() if key in metrics}, metrics)
        matrix = self.report("confusion_matrix.json")
        classes = range(probabilities.shape[1])
        expected = [[int(((labels == i) & (probabilities.argmax(axis=1) == j)).sum()) for j in classes] for i in classes]
        self.assertEqual(matrix, {"labels": list(classes), "matrix": expected})
        return metrics

    def test_measures_two_classes(self):
        labels, probabilities = self.evaluated("breast_cancer")
        metrics = self.check_common(labels, probabilities)
        self.assertAlmostEqual(metrics["auc"], rank_auc(labels == 1, probabilities[:, 1]), places=12)
        self.assertGreater(metrics["auc"], 0.95)
        (curve,) = self.report("roc.json")
        self.assertEqual((curve["class"], curve["points"][0][:2], curve["points"][-1][:2]), ("1", [0, 0], [1, 1]))

    def test_measures_more_classes_each_against_the_rest(self):
        for name in ("wine", "iris"):
            with self.subTest(table=name):
                labels, probabilities = self.evaluated(name)
                metrics = self.check_common(labels, probabilities)
                areas = [rank_auc(labels == i, probabilities[:, i]) for i in range(3)]
                self.assertAlmostEqual(metrics["auc"], np.mean(areas), places=12)
                np.testing.assert_allclose([curve["auc"] for curve in self.report("roc.json")], areas, rtol=1e-12)

    def test_the_points_of_the_curve_are_what_its_thresholds_give(self):
        labels, probabilities = self.evaluated("breast_cancer")
        roc = atelier_tables.read(self.folder / "report/roc.parquet")
        self.assertEqual(list(roc), ["class", "false_positive_rate", "true_positive_rate", "threshold"])
        for row in roc.itertuples():
            chosen = probabilities[:, 1] >= row.threshold
            self.assertAlmostEqual(row.true_positive_rate, chosen[labels == 1].mean(), places=12)
            self.assertAlmostEqual(row.false_positive_rate, chosen[labels == 0].mean(), places=12)

    def test_a_test_of_one_class_has_no_curve_but_is_measured(self):
        model, _ = self.trained(TABLES["breast_cancer"])
        ones = self.table("ones", TABLES["breast_cancer"].query("target == 1"))
        self.succeed("evaluate", model=model, table=ones, report=self.folder / "report")
        self.assertEqual(sorted(self.report("metrics.json")), ["accuracy", "log_loss"])
        self.assertEqual(self.report("roc.json"), [])
        self.assertTrue(math.isfinite(self.report("metrics.json")["log_loss"]))

    def test_classes_may_be_texts(self):
        names = datasets.load_iris().target_names
        model, test = self.trained(TABLES["iris"].assign(target=lambda table: names[table["target"]]))
        self.succeed("evaluate", model=model, table=test, report=self.folder / "report")
        self.assertEqual(self.report("confusion_matrix.json")["labels"], ["setosa", "versicolor", "virginica"])

    def test_a_table_that_does_not_fit_the_model_is_a_sentence(self):
        model, test = self.trained(TABLES["iris"])
        table = atelier_tables.read(test)
        cases = [(table.drop(columns="petal width (cm)"), "lacks columns that the model was trained with: petal width"),
                 (table.assign(target=9), "holds values that the model has never seen: 9"),
                 (table.head(0), "no rows to test on")]
        for frame, sentence in cases:
            with self.subTest(sentence=sentence):
                done = self.run_component("evaluate", model=model, table=self.table("t", frame), report=self.folder / "report")
                self.assertEqual(done.returncode, 1)
                self.assertIn(sentence, done.stderr)
                self.assertNotIn("Traceback", done.stderr)
