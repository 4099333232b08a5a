"""A look at tables of a job: 30,000 rows and 5,000 columns, and what the service holds before and after."""

import os
import subprocess
import time

from measure import Row, now_ms, print_table, pss_mib

MAKE = """
import atelier_tables, numpy as np, pandas as pd
draw = np.random.default_rng(0)
rows = pd.DataFrame({f"x{i}": draw.normal(size=30_000) for i in range(7)})
rows["group"], rows["day"] = draw.choice(["F", "M"], 30_000), pd.date_range("2020-01-01", periods=30_000, freq="h")
atelier_tables.write(rows, "rows")
rows.to_csv("rows.csv", index=False)
columns = pd.DataFrame(draw.normal(size=(200, 5_000)), columns=[f"x{i}" for i in range(5_000)])
atelier_tables.write(columns, "columns")
"""

LOOKS = [
    ("30,000 rows of 9 columns, the first 200", "rows", "limit=200"),
    ("  the same with profiles over all rows", "rows", "limit=200&profile=1"),
    ("  the last 200 rows", "rows", "limit=200&offset=29800"),
    ("  the first 200 of them as CSV, with profiles", "rows.csv", "limit=200&profile=1"),
    ("5,000 columns, the first 40 of 200 rows", "columns", "limit=200&columns=40"),
    ("  the last 40, with profiles", "columns", "limit=200&columns=40&first_column=4960&profile=1"),
]


def measure(service, settings):
    duckdb = settings.root / "resources/npm/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so"
    if not duckdb.exists():
        raise SystemExit("There is no DuckDB library; type: npm --prefix resources/npm ci --ignore-scripts")
    caller = service.caller()
    caller.call("PUT", "/api/v1/jobs/made", {"document": {
        "type": "command", "command": "true", "environment": "azureml:base@latest"}})
    outputs = service.workspace / "jobs/made/outputs"
    while not outputs.is_dir():
        time.sleep(0.05)
    subprocess.run(["/usr/bin/python3", "-c", MAKE], cwd=outputs, check=True, env=dict(
        os.environ, PYTHONPATH=str(settings.root / "resources/python/site"), ATELIER_DUCKDB=str(duckdb)))
    before = pss_mib(service.pid)
    rows = []
    for what, file, query in LOOKS:
        times, begin_cpu = [], service.cpu_ms()
        for _ in range(settings.times + 2):
            begin = now_ms()
            caller.call("GET", f"/api/v1/jobs/made/tables/outputs/{file}?{query}")
            times.append(now_ms() - begin)
        rows.append(Row(what, times[2:], None, (service.cpu_ms() - begin_cpu) / len(times)))
    print_table(["what", "PSS MiB"], [["atelierd before the first look", f"{before:.1f}"],
                                      ["atelierd after the last", f"{pss_mib(service.pid):.1f}"]])
    caller.close()
    return rows
