"""The sample workspace's tables, and what tells them."""

import os
import pathlib
import re
import stat
import subprocess
import tempfile
import unittest

import atelier_tables
import pandas as pd
from sklearn import datasets

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "resources/sample"

# Stands for the command line program: says what it was asked, knows the assets that were created.
FAKE_ATELIER = """#!/bin/sh
echo "$@" >>"$FAKE_STATE/calls"
case "$1 $2" in
    "data show") [ -e "$FAKE_STATE/$3" ] ;;
    "data create") [ ! -e "$FAKE_STATE/full" ] && touch "$FAKE_STATE/$(basename "$4" .yml)" ;;
esac
"""


class SampleTestCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = pathlib.Path(folder.name)
        self.workspace = self.state / "it's a workspace"
        self.atelier = self.state / "atelier"
        self.atelier.write_text(FAKE_ATELIER)
        self.atelier.chmod(stat.S_IRWXU)

    def make(self):
        environment = {**os.environ, "FAKE_STATE": str(self.state)}
        return subprocess.run([SAMPLE / "make-sample", self.atelier, self.workspace], env=environment, capture_output=True,
                              text=True, check=False)

    def created(self):
        calls = (self.state / "calls").read_text().splitlines()
        return [call for call in calls if call.startswith("data create")]

    def test_holds_the_tables_as_scikit_learn_brings_them(self):
        self.assertEqual(self.make().returncode, 0)
        for name in ("breast_cancer", "wine", "iris", "diabetes"):
            with self.subTest(table=name):
                table = atelier_tables.read(self.workspace / f"data/{name.replace('_', '-')}.parquet")
                bunch = getattr(datasets, f"load_{name}")()
                pd.testing.assert_frame_equal(table.drop(columns="target"), pd.DataFrame(bunch.data, columns=bunch.feature_names))
                self.assertEqual(table["target"].tolist(), bunch.target.tolist())

    def test_registers_each_table_once_through_the_command_line(self):
        for _ in range(2):
            self.assertEqual(self.make().returncode, 0)
            self.assertEqual(len(self.created()), 4)
        self.assertIn(f"data create -f {self.workspace}/data/wine.yml --workspace {self.workspace}", self.created())

    def test_goes_on_where_an_earlier_run_stopped(self):
        (self.state / "full").touch()
        self.assertEqual(self.make().returncode, 1)
        (self.state / "full").unlink()
        self.assertEqual(self.make().returncode, 0)
        self.assertEqual(len(self.created()), 5)

    def test_every_description_names_its_table_and_its_source(self):
        for path in (SAMPLE / "tables").glob("*.yml"):
            text = path.read_text()
            self.assertIn(f"\nname: {path.stem}\n", text)
            self.assertIn(f"\npath: {path.stem}.parquet\n", text)
            self.assertRegex(text, re.compile(r'^  source: "\w.*as scikit-learn brings it"$', re.MULTILINE))
