"""The scripts that make the window's fonts and icons when it is built."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]


def run(script, *arguments):
    return subprocess.run(["/usr/bin/python3", ROOT / script, *map(str, arguments)], capture_output=True, text=True)


class ChosenIcons(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "icons").mkdir()
        for name in ("home_16_regular", "home_20_filled", "stop_20_regular"):
            (self.folder / "icons" / f"{name}.svg").write_text("<svg/>")

    def choose(self, names):
        (self.folder / "icons.txt").write_text(names)
        return run("resources/icons/choose_icons.py", self.folder / "icons.txt", self.folder,
                   self.folder / "icons.qrc")

    def test_takes_every_drawing_of_a_name(self):
        self.assertEqual(self.choose("home\nstop\n").returncode, 0)
        qrc = (self.folder / "icons.qrc").read_text()
        for alias in ("home_16_regular.svg", "home_20_filled.svg", "stop_20_regular.svg"):
            self.assertIn(f'alias="{alias}"', qrc)

    def test_stops_at_a_name_that_does_not_exist(self):
        outcome = self.choose("home\nhouse\n")
        self.assertNotEqual(outcome.returncode, 0)
        self.assertIn("house", outcome.stderr)
        self.assertFalse((self.folder / "icons.qrc").exists())

    def test_says_how_to_get_a_missing_package(self):
        (self.folder / "icons.txt").write_text("home\n")
        outcome = run("resources/icons/choose_icons.py", self.folder / "icons.txt", self.folder / "none",
                      self.folder / "icons.qrc")
        self.assertIn("npm", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
