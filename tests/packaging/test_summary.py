"""packaging/summary adds up what ctest reports."""

import pathlib
import subprocess
import tempfile
import unittest

SUMMARY = pathlib.Path(__file__).resolve().parents[2] / "packaging/summary"

PASSED = '<testcase name="Clock.Ticks" status="run"><system-out>[ OK ]</system-out></testcase>'
FAILED = """<testcase name="Clock.Stops" status="fail"><failure message="Failed"/>
<system-out>Clock.cpp:7: Failure
Expected 3, got 4</system-out></testcase>"""
MISSING = '<testcase name="Clock.Gone" status="notrun"><skipped message="Unable to find executable"/></testcase>'
SKIPPED_BY_GOOGLETEST = """<testcase name="Mount.Fills" status="notrun">
<skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/><system-out>Mount.cpp:12: Skipped
only root may mount

[  SKIPPED ] Mount.Fills</system-out></testcase>"""
SKIPPED_BY_UNITTEST = """<testcase name="client.Newest" status="notrun">
<skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>
<system-out>test_a (client.Newest) ... skipped 'no index is reached'
OK (skipped=1)</system-out></testcase>"""

SKIPPED_BY_A_PROGRAM = """<testcase name="lint" status="notrun">
<skipped message="SKIP_RETURN_CODE=77"/><system-out>Skipped: codespell is not installed</system-out></testcase>"""


def summarise(*reports, options=()):
    with tempfile.TemporaryDirectory() as folder:
        arguments = list(options)
        for number, (prefix, cases) in enumerate(reports):
            path = pathlib.Path(folder, f"{number}.xml")
            path.write_text(f'<?xml version="1.0"?><testsuite name="x">{"".join(cases)}</testsuite>')
            arguments.append(f"{prefix}{path}")
        done = subprocess.run([SUMMARY, *arguments], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()


class Summary(unittest.TestCase):
    def test_passes_when_every_test_passed(self):
        self.assertEqual(summarise(("", [PASSED, PASSED])), (0, ["2 passed, 0 failed, 0 skipped"]))

    def test_shows_the_output_of_what_failed_and_fails(self):
        code, lines = summarise(("", [PASSED, FAILED]))
        self.assertEqual(code, 1)
        self.assertIn("    Expected 3, got 4", lines)
        self.assertEqual(lines[-1], "1 passed, 1 failed, 0 skipped")

    def test_a_test_whose_program_is_missing_has_failed(self):
        code, lines = summarise(("", [MISSING]))
        self.assertEqual((code, lines[-1]), (1, "0 passed, 1 failed, 0 skipped"))

    def test_says_why_a_test_was_skipped(self):
        code, lines = summarise(("", [PASSED, SKIPPED_BY_GOOGLETEST, SKIPPED_BY_UNITTEST, SKIPPED_BY_A_PROGRAM]))
        self.assertEqual(code, 0)
        self.assertEqual(lines, ["Skipped: Mount.Fills: only root may mount",
                                 "Skipped: client.Newest: no index is reached",
                                 "Skipped: lint: codespell is not installed",
                                 "1 passed, 0 failed, 3 skipped"])

    def test_adds_up_several_builds_and_names_them(self):
        code, lines = summarise(("", [PASSED]), ("asan=", [PASSED, FAILED]))
        self.assertEqual(code, 1)
        self.assertTrue(any(line.startswith("Failed: asan: Clock.Stops") for line in lines))
        self.assertEqual(lines[-1], "2 passed, 1 failed, 0 skipped")

    def test_leaves_the_total_to_a_caller_that_adds_up_more(self):
        self.assertEqual(summarise(("", [PASSED]), options=["--no-total"]), (0, []))

    def test_no_test_at_all_is_a_failure(self):
        code, lines = summarise(("", []))
        self.assertEqual((code, lines[-1]), (1, "0 passed, 0 failed, 0 skipped"))
