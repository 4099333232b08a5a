"""From starting the service on an existing workspace until it answers a request."""

import subprocess

from measure import Row, now_ms


def first_answer(service):
    begin = now_ms()
    service.start()
    caller = service.caller()
    caller.call("GET", "/api/v1/service")
    taken = now_ms() - begin
    caller.close()
    return taken


def select_one(service):
    """The floor: a small program starts, opens the same database and answers."""
    begin = now_ms()
    subprocess.run(["sqlite3", service.workspace / "workspace.db", "SELECT count(*) FROM job"], check=True,
                   stdout=subprocess.DEVNULL)
    return now_ms() - begin


def measure(service, settings):
    service.stop()
    started, selected, cpu = [], [], 0
    for turn in range(settings.times + 2):
        started.append(first_answer(service))
        cpu += service.cpu_ms() if turn >= 2 else 0
        service.stop()
        selected.append(select_one(service))
    return [
        Row("service: start to first answer", started[2:], 150, cpu / settings.times),
        Row("  sqlite3: start to the answer of a SELECT", selected[2:]),
    ]
