"""The window is closed while a chart is written to a file: it ends in good order, and no half file is left."""

import pathlib
import tempfile

from studio import WindowTestCase, command, wait_for
from test_window import open_job

POINTS = 200_000
AT_ONCE = 1000


class ExportTestCase(WindowTestCase):

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.world.submit("long", command("exit 0", display_name="A job with a long curve"))
        self.world.finished("long")
        for first in range(0, POINTS, AT_ONCE):
            answer = self.world.call("POST", "/api/2.0/mlflow/runs/log-batch", {"run_id": "long", "metrics": [
                {"key": "loss", "step": step, "timestamp": step, "value": 1 / (step + 1)}
                for step in range(first, first + AT_ONCE)]})
            self.assertEqual(answer.status, 200, answer)

    def ask_for_export(self, from_the_menus_end, file):
        open_job(self.desktop, "long curve", "A job with a long curve")
        self.desktop.press("Metrics", "page tab")
        self.desktop.click("More for loss")
        self.desktop.key(*["Up"] * from_the_menus_end, "Return")
        self.desktop.wait_for("Export loss", "dialog")
        self.desktop.key("ctrl+a")
        self.desktop.type(str(file))

    def close_while_it_writes(self):
        """The answer to the dialog and the window's end, one right behind the other."""
        self.desktop.key("Return", "alt+F4")

        def is_closed():
            if self.studio.poll() is None:
                self.desktop.key("alt+F4")  # the dialog had it
            return self.studio.poll() is not None
        wait_for(is_closed, "the end of the studio", 30, 1)
        self.assertEqual(self.studio.returncode, 0)

    def test_a_table_is_whole_or_not_there(self):
        file = self.folder / "loss.csv"
        self.ask_for_export(1, file)
        self.close_while_it_writes()
        self.assertIn(list(self.folder.iterdir()), ([], [file]))
        if file.exists():
            lines = file.read_bytes().split(b"\r\n")
            self.assertEqual((lines[0], len(lines), lines[-1]), (b"series,step,time,value", POINTS + 2, b""))
            self.assertTrue(lines[-2].endswith(b",5e-06"), lines[-2])

    def test_a_picture_is_whole_or_not_there(self):
        file = self.folder / "loss.png"
        self.ask_for_export(3, file)
        self.close_while_it_writes()
        self.assertIn(list(self.folder.iterdir()), ([], [file]))
        if file.exists():
            self.assertTrue(file.read_bytes().endswith(b"IEND\xae\x42\x60\x82"))
