#!/usr/bin/python3
"""Measures Atelier's programs and prints a table for each subject, each beside a floor or a peer of the same run.

    tests/bench/product/bench.py [SUBJECT…] [--binaries FOLDER]

The binaries should be release builds and the machine quiet. Without subjects all but second_run are measured.
"""

import argparse
import importlib
import os
import pathlib
import statistics
import tempfile

import measure
from service import Service

ROOT = pathlib.Path(__file__).resolve().parents[3]
SUBJECTS = ["start", "submit", "chain", "log_metric", "events", "memory", "listing", "tables", "window"]
ON_REQUEST = ["second_run"]  # installs and builds


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS + ON_REQUEST))
    parser.add_argument("--binaries", type=pathlib.Path, default=os.environ.get("ATELIER_BIN", ROOT / "build/release/bin"))
    parser.add_argument("--scratch", help="a folder on the disk to measure; the system's temporary folder")
    parser.add_argument("--times", type=int, default=20, help="measurements after the warm-up")
    parser.add_argument("--chains", type=int, default=5, help="chains of 200 steps")
    parser.add_argument("--snakemake", type=int, default=1, help="in how many of them Snakemake takes part")
    parser.add_argument("--seconds", type=int, default=60, help="of log-metric")
    parser.add_argument("--jobs", type=int, default=10_000, help="in the workspace that is listed")
    settings = parser.parse_args()
    unknown = set(settings.subjects) - set(SUBJECTS + ON_REQUEST)
    if unknown:
        parser.error("unknown: " + ", ".join(sorted(unknown)))
    settings.binaries = pathlib.Path(settings.binaries).resolve()
    settings.root = ROOT
    return settings


def run(subject, settings, folder):
    with Service(settings.binaries, folder / subject) as service:
        syncs = measure.sync_times(service.folder)
        print(f"\n{subject} (fdatasync of 4 KiB: median {statistics.median(syncs):.2f} ms, "
              f"p99 {measure.quantile(syncs, 0.99):.2f} ms)\n", flush=True)
        rows = importlib.import_module(subject).measure(service, settings)
        if rows:
            measure.print_rows(rows)


def main():
    settings = arguments()
    print(measure.machine())
    # Socket paths end at 108 bytes: not below a deep folder. Deleted only when all is measured: for minutes after a
    # deletion ext4 looks at every deleted inode again before it makes a new one.
    with tempfile.TemporaryDirectory(prefix="atelier-bench-", dir=settings.scratch) as folder:
        for subject in settings.subjects or SUBJECTS:
            run(subject, settings, pathlib.Path(folder))


if __name__ == "__main__":
    main()
