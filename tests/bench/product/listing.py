"""Pages of 100 out of 10,000 jobs. They are runs that scripts open through MLflow's calls, with tags, parameters and
metrics, because as many commands would take an hour; a pipeline of commands is among them."""

import sqlite3
import threading

import chain
from measure import Row, now_ms

WRITERS = 8
EXPERIMENTS = 20
BATCH = "/api/2.0/mlflow/runs/log-batch"


def open_runs(service, experiments, numbers):
    caller = service.caller()
    for number in numbers:
        run = caller.call("POST", "/api/2.0/mlflow/runs/create", {
            "experiment_id": experiments[number % EXPERIMENTS], "run_name": f"trial {number * 7919 % 100_003}",
            "start_time": 1_700_000_000_000 + number * 1000})["run"]["info"]["run_id"]
        caller.call("POST", BATCH, {
            "run_id": run,
            "metrics": [{"key": f"metric-{key}", "value": number * (key + 1) % 997, "timestamp": 1_700_000_000_000,
                         "step": 0} for key in range(5)],
            "params": [{"key": f"parameter-{key}", "value": str(number % (key + 2))} for key in range(5)],
            "tags": [{"key": "fold", "value": str(number % 5)}]})
        if number % 10:
            caller.call("POST", "/api/2.0/mlflow/runs/update", {
                "run_id": run, "status": "FAILED" if number % 7 == 0 else "FINISHED",
                "end_time": 1_700_000_000_000 + number * 1000 + number * 37 % 100_000})
    caller.close()


def fill(service, count):
    caller = service.caller()
    chain.run(service, caller, "chain", chain.pipeline("listing"))
    experiments = [
        caller.call("POST", "/api/2.0/mlflow/experiments/create", {"name": f"experiment {number}"})["experiment_id"]
        for number in range(EXPERIMENTS)]
    writers = [threading.Thread(target=open_runs, args=(service, experiments, range(first, count, WRITERS)))
               for first in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    caller.close()


def floor(service):
    """The rows of a page, read from the file by SQLite alone."""
    begin = now_ms()
    database = sqlite3.connect(f"file:{service.workspace}/workspace.db?mode=ro", uri=True)
    rows = database.execute("SELECT * FROM job WHERE parent_id IS NULL ORDER BY created_ms DESC, id DESC LIMIT 100")
    if len(rows.fetchall()) != 100:
        raise SystemExit("the page is not full")
    database.close()
    return now_ms() - begin


ORDERS = ["created", "name", "display_name", "status", "experiment", "duration"]
PAGES = [
    ("the newest 100", "order=created desc"),
    ("the 90th page of 100", "order=created desc&page=89"),
    ("with the steps of pipelines", "order=created desc&all=1"),
    ("of one status", "order=created desc&status=Failed"),
    ("of one type", "order=created desc&type=command&type=interactive"),
    ("whose text is found", "order=created desc&text=trial 77"),
    ("whose text is found nowhere", "order=created desc&text=no such text"),
    *[(f"by {order}, {way}", f"order={order} {way}") for order in ORDERS for way in ("asc", "desc")],
]


def measure(service, settings):
    begin = now_ms()
    fill(service, settings.jobs)
    caller = service.caller()
    print(f"{settings.jobs} runs in {(now_ms() - begin) / 1000:.0f} s\n", flush=True)
    rows = []
    floors = []
    for what, query in PAGES:
        target = "/api/v1/jobs?limit=100&" + query.replace(" ", "%20")
        times, cpu = [], 0
        for turn in range(settings.times + 2):
            before, begin = service.cpu_ms(), now_ms()
            caller.call("GET", target)
            taken = now_ms() - begin
            if turn >= 2:
                times.append(taken)
                cpu += service.cpu_ms() - before
                floors.append(floor(service))
        rows.append(Row(f"list {what}", times, 20, cpu / settings.times))
    rows.append(Row("  the newest 100 rows, by SQLite in the bench itself", floors))
    return rows
