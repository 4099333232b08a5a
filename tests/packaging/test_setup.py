"""packaging/setup.sh: what it finds missing, and what it says when a step fails."""

import os
import pathlib
import subprocess
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]


def shell(script, folder=None, path=None):
    """Runs `script` with the functions of setup.sh; their logs go to `folder`, `path` comes first on PATH."""
    environment = dict(os.environ)
    if path:
        environment["PATH"] = f"{path}:{environment['PATH']}"
    prelude = f"set -euo pipefail; source '{PROJECT}/packaging/setup.sh'; logs='{folder}'; "
    return subprocess.run(["bash", "-c", prelude + script], capture_output=True, text=True, env=environment,
                          check=False, stdin=subprocess.DEVNULL)


class Packages(unittest.TestCase):
    def test_names_only_what_is_not_installed(self):
        done = shell("missing_packages bash no-such-package-of-debian coreutils")
        self.assertEqual(done.stdout.split(), ["no-such-package-of-debian"])

    def test_finds_nothing_missing_where_all_is_installed(self):
        self.assertEqual(shell("missing_packages bash coreutils").stdout.split(), [])

    def test_what_only_tests_need_is_wanted_only_where_asked(self):
        plain, test = shell("wanted_packages").stdout.split(), shell("wanted_packages test").stdout.split()
        self.assertTrue(set(plain) < set(test))
        for name in ("codespell", "xvfb"):
            self.assertNotIn(name, plain)
            self.assertIn(name, test)
        self.assertEqual([name for name in test if name.startswith("#") or name.endswith(":")], [])

    def test_who_may_not_install_is_told_what_to_type(self):
        with tempfile.TemporaryDirectory() as folder:
            done = shell("missing_packages() { echo a-package; }; may_install() { false; }; install_packages", folder)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn("type as root: apt-get install --no-install-recommends a-package", done.stderr)

    def test_what_is_installed_needs_neither_apt_nor_network(self):
        with tempfile.TemporaryDirectory() as folder:
            done = shell("missing_packages() { :; }; apt() { echo called; exit 9; }; install_packages", folder)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_every_package_is_explained(self):
        explained = (PROJECT / "docs/dependencies.md").read_text()
        unexplained = [name for name in shell("wanted_packages test").stdout.split() if f"`{name}`" not in explained]
        self.assertEqual(unexplained, [])


class Step(unittest.TestCase):
    def test_prints_one_line_and_keeps_the_output_in_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            done = shell("step Counting count seq 3", folder)
            self.assertRegex(done.stdout, r"\ACounting … done in \d+ s\n\Z")
            self.assertEqual(pathlib.Path(folder, "count.log").read_text(), "1\n2\n3\n")

    def test_shows_the_end_of_the_output_and_its_file_on_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            done = shell("work() { seq 100; return 7; }; step Counting count work", folder)
            self.assertEqual(done.returncode, 7)
            self.assertEqual(done.stderr.splitlines()[:1], ["61"])
            self.assertIn(f"{folder}/count.log", done.stderr.splitlines()[-1])

    def test_a_failed_install_ends_with_the_command_to_type(self):
        with tempfile.TemporaryDirectory() as folder:
            done = shell("missing_packages() { echo a-package; }; may_install() { :; };"
                         "apt() { [ \"$1\" = update ]; }; install_packages", folder)
            self.assertEqual(done.returncode, 1)
            self.assertIn("type as root: apt-get install", done.stderr.splitlines()[-1])


class NpmPackages(unittest.TestCase):
    def fake_npm(self, folder):
        program = pathlib.Path(folder, "npm")
        program.write_text('#!/bin/sh\necho called >>"$(dirname "$0")/calls"\n')
        program.chmod(0o755)
        npm = pathlib.Path(folder, "resources/npm")
        (npm / "node_modules").mkdir(parents=True)
        (npm / "package-lock.json").write_text("{}")
        return npm

    def calls(self, folder):
        calls = pathlib.Path(folder, "calls")
        return len(calls.read_text().splitlines()) if calls.exists() else 0

    def test_are_installed_once_and_again_when_the_lock_file_changes(self):
        with tempfile.TemporaryDirectory() as folder:
            npm = self.fake_npm(folder)
            install = f"root='{folder}'; install_npm_packages"
            for expected in (1, 1):
                self.assertEqual(shell(install, folder, folder).returncode, 0)
                self.assertEqual(self.calls(folder), expected)
            (npm / "package-lock.json").write_text('{"changed": true}')
            self.assertEqual(shell(install, folder, folder).returncode, 0)
            self.assertEqual(self.calls(folder), 2)
