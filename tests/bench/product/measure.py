"""Numbers of repeated measurements, and tables of them."""

import os
import pathlib
import statistics
import time


def now_ms():
    return time.monotonic() * 1000


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Row:
    """One line of a table: what was measured, its times in milliseconds, and what it may be at most."""

    def __init__(self, what, times, limit=None, cpu_ms=None, note=""):
        self.what = what
        self.times = list(times)
        self.limit = limit
        self.cpu_ms = cpu_ms
        self.note = note

    def cells(self):
        median = statistics.median(self.times)
        asked = "" if self.limit is None else f"{self.limit:g}"
        kept = "" if self.limit is None else ("yes" if median <= self.limit else "NO")
        cpu = "" if self.cpu_ms is None else f"{self.cpu_ms:.2f}"
        return [self.what, asked, f"{median:.2f}", f"{quantile(self.times, 0.99):.2f}", str(len(self.times)), cpu, kept,
                self.note]


HEADS = ["what", "at most ms", "median ms", "p99 ms", "times", "CPU ms each", "kept", ""]


def print_table(heads, lines):
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(heads))]
    for line in [heads, ["-" * width for width in widths], *lines]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |", flush=True)
    print(flush=True)


def print_rows(rows):
    print_table(HEADS, [row.cells() for row in rows])


def sync_times(folder, count=100):
    """Milliseconds that the disk takes to make 4 KiB durable."""
    file = pathlib.Path(folder) / "sync-probe"
    times = []
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    for _ in range(count):
        os.pwrite(descriptor, os.urandom(4096), 0)
        begin = now_ms()
        os.fdatasync(descriptor)
        times.append(now_ms() - begin)
    os.close(descriptor)
    file.unlink()
    return times


def pss_mib(pid):
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def machine():
    processor = next(line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                     if line.startswith("model name"))
    memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) / (1 << 20)
    load = pathlib.Path("/proc/loadavg").read_text().split()[0]
    return f"{os.cpu_count()} cores of {processor}, {memory:.0f} GiB, load {load} before the start"
