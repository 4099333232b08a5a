"""A workspace service of its own for a bench, and how to talk to it."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=120)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Caller:
    """One connection that is kept, as the programs' own client keeps it."""

    def __init__(self, path):
        self._connection = UnixConnection(path)

    def call(self, method, target, body=None):
        text = None if body is None else json.dumps(body)
        self._connection.request(method, target, text, {"Content-Type": "application/json"})
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status not in (200, 201):
            raise SystemExit(f"{method} {target}: {answer.status} {content.decode()}")
        return json.loads(content)

    def close(self):
        self._connection.close()


class Events:
    """The change feed, read line by line."""

    def __init__(self, path):
        self._connection = UnixConnection(path)
        self._connection.request("GET", "/api/v1/events")
        self._answer = self._connection.getresponse()
        self._answer.readline()  # ": following": what changes from now on is told

    def __iter__(self):
        for line in self._answer:
            if line.startswith(b"data: "):
                yield json.loads(line[6:])

    def close(self):
        self._connection.close()


class Service:
    """atelierd on a workspace of its own, for the length of a `with`; its folder is left to the caller."""

    def __init__(self, binaries, folder):
        self._binaries = pathlib.Path(binaries)
        self.folder = folder
        self._process = None

    def __enter__(self):
        self.folder.mkdir()
        self.workspace = self.folder / "workspace"
        self.workspace.mkdir()
        (self.folder / "run").mkdir(mode=0o700)
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(self.folder / "run"), HOME=str(self.folder))
        self.start()
        return self

    def start(self):
        """Returns when the service says that it is ready."""
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [self._binaries / "atelierd", "--workspace", self.workspace, "--ready-fd", str(writing)],
            env=self.environment, pass_fds=[writing], stdin=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as ready:
            line = ready.read(4096)
        if not line.startswith(b"ready"):
            raise SystemExit(f"the service did not start: {line.decode()}")
        self.pid = self._process.pid

    def stop(self):
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def socket(self):
        return next((self.folder / "run" / "atelier").glob("*.sock"))

    def caller(self):
        return Caller(self.socket)

    def events(self):
        return Events(self.socket)

    def cpu_ms(self):
        """Processor time of the service so far, without its children."""
        clock = ~self.pid << 3 | 2  # as clock_getcpuclockid() makes it; /proc counts in steps of 10 ms
        return time.clock_gettime(clock) * 1000

    def wait_for_end(self, name, caller, events):
        """The status that a job ends with, told by the feed."""
        final = ("Completed", "Failed", "Canceled", "Skipped")
        # What ended before the feed was asked is not told again.
        for event in events:
            if event["name"] == name and event["what"] == "status":
                status = caller.call("GET", f"/api/v1/jobs?text={name}&limit=1")["jobs"][0]["status"]
                if status in final:
                    return status
        raise SystemExit("the change feed ended")

    def supervisors(self):
        """Process ids of the running jobs' supervisors of this workspace."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                arguments = entry.read_bytes().split(b"\0")
            except OSError:
                continue
            if arguments[0].endswith(b"atelier-jobd") and arguments[1].startswith(os.fsencode(self.workspace)):
                found.append(int(entry.parent.name))
        return found

    def __exit__(self, *_):
        if self._process is not None and self._process.poll() is None:
            self.stop()
        until = time.monotonic() + 30
        for pid in self.supervisors():
            try:
                os.kill(pid, signal.SIGTERM)
            except ProcessLookupError:
                continue
        while self.supervisors() and time.monotonic() < until:
            time.sleep(0.02)
