"""The studio in a window of a desktop of its own, on a workspace with jobs that really ran."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))

import desktop
from world import PROGRAMS, FaultTestCase, command, is_alive, wait_for  # noqa: F401 (for the tests)


class WindowTestCase(FaultTestCase):
    """The studio on a workspace with a job that is done, and one that has failed."""

    def setUp(self):
        gone = desktop.missing()
        if gone:
            self.skipTest(gone)
        super().setUp()
        self.world.must_start()
        self.world.submit("done", command("echo well", display_name="A done job"))
        self.world.submit("broken", command("echo the disk of sorrow >&2; exit 3", display_name="A broken job"))
        for name in ("done", "broken"):
            self.world.finished(name)
        self.desktop = desktop.of_this_process()
        self.studio = self.desktop.start(
            PROGRAMS / "atelier-studio", self.world.workspace, environment=self.world.environment)
        self.addCleanup(self._end_studio)
        self.desktop.wait_for("Recent jobs")
        wait_for(lambda: self.desktop.is_active("workspace – Atelier"), "the window's focus")

    def _end_studio(self):
        self.studio.terminate()
        self.studio.wait(10)
