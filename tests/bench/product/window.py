"""The studio's window, on an X server of its own: start, Home with its data, memory, going from page to page, points that
arrive while one looks on."""

import os
import subprocess
import time

from measure import Row, now_ms, print_rows, print_table, pss_mib
from memory import run_sample

AT_REST_SECONDS = 5
CHARTS = 20
POINTS = 1000
LIVE_SECONDS = 10
CALLS_IN_MILLISECOND = 10


class Display:
    """An X server without a screen, for the length of a `with`."""

    def __enter__(self):
        reading, writing = os.pipe()
        self._server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"],
                                        pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = ":" + number.readline().strip()
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()


def probe(settings, environment, *arguments):
    """What the program in the window says: name, wall, processor."""
    done = subprocess.run([settings.binaries / "window_probe", *map(str, arguments)], env=environment, check=True,
                          stdout=subprocess.PIPE, text=True)
    return [(name, float(wall), float(cpu)) for name, wall, cpu in map(str.split, done.stdout.splitlines())]


def starts(service, settings, environment, what):
    """Wall times and processor times of several starts, by the name of the moment."""
    wall, cpu = {}, {}
    for turn in range(settings.times + 2):
        if what == "starting":
            service.stop()
        mode = ["bare", now_ms()] if what == "bare" else ["home", now_ms(), service.workspace]
        for name, took, used in probe(settings, environment, *mode):
            if turn >= 2:
                wall.setdefault(name, []).append(took)
                cpu.setdefault(name, []).append(used)
        if what == "starting":
            end_started(service)
            service.start()
    return wall, {name: sum(values) / len(values) for name, values in cpu.items()}


def end_started(service):
    """Ends the service that the studio has started."""
    caller = service.caller()
    caller.call("POST", "/api/v1/service/stop", {"force": True})
    caller.close()
    while any(service.folder.glob("run/atelier/*.sock")):
        time.sleep(0.02)


def measure_start(service, settings, environment):
    bare, bare_cpu = starts(service, settings, environment, "bare")
    running, running_cpu = starts(service, settings, environment, "running")
    starting, starting_cpu = starts(service, settings, environment, "starting")
    floor = sorted(bare["painted"])[len(bare["painted"]) // 2]
    print_rows([
        Row("first paint of the studio (at most 2 x the bare window)", running["painted"], round(2 * floor, 1),
            running_cpu["painted"]),
        Row("  a bare QMainWindow with the same style and fonts", bare["painted"], None, bare_cpu["painted"]),
        Row("Home with its data, the service running", running["data"], 150, running_cpu["data"]),
        Row("Home with its data, the service starting", starting["data"], 400, starting_cpu["data"]),
    ])


def open_run(caller):
    return caller.call("POST", "/api/2.0/mlflow/runs/create", {"experiment_id": "0"})["run"]["info"]["run_id"]


def make_run(service):
    """A run with as many metrics as a page may have charts."""
    caller = service.caller()
    run = open_run(caller)
    for step in range(0, POINTS, 40):
        metrics = [{"key": f"metric_{chart:02}", "value": (chart + 1) / (index + 1), "timestamp": 1700000000000 + index,
                    "step": index} for index in range(step, step + 40) for chart in range(CHARTS)]
        caller.call("POST", "/api/2.0/mlflow/runs/log-batch", {"run_id": run, "metrics": metrics})
    caller.close()
    return run


def rested_pss(settings, environment, *arguments):
    studio = subprocess.Popen([settings.binaries / "atelier-studio", *map(str, arguments)], env=environment)
    time.sleep(AT_REST_SECONDS)
    found = pss_mib(studio.pid)
    studio.terminate()
    studio.wait()
    return found


def measure_memory(service, settings, environment, run):
    lines = []
    for what, asked, arguments in (("the studio at rest on Home", 90, []),
                                   (f"with the page of a job of {CHARTS} charts", 150, ["--job", run, "--tab", "metrics"])):
        found = rested_pss(settings, environment, service.workspace, *arguments)
        lines.append([what, str(asked), f"{found:.1f}", "yes" if found <= asked else "NO"])
    print_table(["what", "at most MiB", "PSS MiB", "kept"], lines)


def measure_pages(service, settings, environment, run):
    wall, cpu = {}, {}
    for name, took, used in probe(settings, environment, "pages", settings.times, service.workspace, run):
        wall.setdefault(name, []).append(took)
        cpu.setdefault(name, []).append(used)
    rows = []
    for name, times in wall.items():
        what = "theme switch" if name == "theme" else f"page switch, {name.replace('-', ' ')}"
        rows.append(Row(what, times, 100 if name == "theme" else 50, sum(cpu[name]) / len(cpu[name])))
    print_rows(rows)


def measure_live(service, settings, environment):
    caller = service.caller()
    run = open_run(caller)
    port = caller.call("GET", "/api/v1/service")["port"]
    caller.close()
    token = next((service.folder / "run" / "atelier").glob("*.token")).read_text().strip()
    load = subprocess.Popen(
        [settings.binaries / "metric_load", str(port), token, run, str(CALLS_IN_MILLISECOND), str(LIVE_SECONDS + 6)],
        stdout=subprocess.PIPE, text=True)
    time.sleep(0.5)
    found = probe(settings, environment, "live", LIVE_SECONDS, service.workspace, run)
    calls = int(load.communicate()[0])
    handlers = {share: cpu for name, share, cpu in found if name == "handler"}
    frames = next(count for name, count, _ in found if name == "frames")
    print_table(["what", "at most ms", "ms", "kept"], [
        [f"the longest GUI handler while {calls} log-metric calls/s arrive", "8", f"{handlers[1.0]:.2f}",
         "yes" if handlers[1.0] <= 8 else "NO"],
        ["  99.9 % of the handlers", "", f"{handlers[0.999]:.2f}", ""],
        [f"  frames of charts drawn in {LIVE_SECONDS} s: {frames:.0f}", "", "", ""]])


def measure(service, settings):
    if (settings.root / "resources/npm/node_modules").is_dir():
        run_sample(service, settings)
    run = make_run(service)
    with Display() as display:
        environment = dict(service.environment, DISPLAY=display.name, XDG_CONFIG_HOME=str(service.folder / "config"),
                           XDG_STATE_HOME=str(service.folder / "state"), QT_QPA_PLATFORM="xcb")
        measure_start(service, settings, environment)
        measure_memory(service, settings, environment, run)
        measure_pages(service, settings, environment, run)
        measure_live(service, settings, environment)
