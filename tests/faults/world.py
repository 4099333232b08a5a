"""A world of its own for each test: folders, a workspace, its service, and the certainty that nothing stays behind."""

import ctypes
import errno
import http.client
import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import tempfile
import time
import unittest

PROGRAMS = pathlib.Path(
    os.environ.get("ATELIER_BIN") or pathlib.Path(__file__).resolve().parents[2] / "build" / "dev" / "bin")
ENVIRONMENT = "azureml:atelier-base@latest"
FINAL = ("Completed", "Failed", "Canceled", "Skipped")
MOUNT = ctypes.CDLL(None, use_errno=True)


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout=60):
        super().__init__("localhost", timeout=timeout)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode(errors="replace")

    @property
    def errors(self):
        return self.json.get("errors", [])

    def __repr__(self):
        return f"<{self.status} {self.text[:400]}>"


def exchange(connection, method, path, body=None, headers=None):
    """One request on a connection of its own; a JSON body is a dict or list, anything else goes as it is."""
    sent = dict(headers or {})
    if isinstance(body, (dict, list)):
        body = json.dumps(body)
        sent.setdefault("Content-Type", "application/json")
    try:
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


def wait_for(condition, what, seconds=30.0, interval=0.02):
    """The first true value of the condition; a failure that says what did not come."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come within {seconds:g} s")
        time.sleep(interval)


def command(text, **more):
    return {"type": "command", "command": text, "environment": ENVIRONMENT, **more}


def step(text, **more):
    return {"type": "command", "command": text, "environment": ENVIRONMENT, **more}


def read_process(pid, name):
    try:
        return pathlib.Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""


def is_alive(pid):
    state = read_process(pid, "stat").rpartition(b")")[2].split()
    return bool(state) and state[0] not in (b"Z", b"X")


class World:
    """Folders, a workspace and its service. The workspace may be put elsewhere before the service starts."""

    def __init__(self, resources=None):
        # Socket paths end at 108 bytes: not below a deep build folder.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="atelier-faults-"))
        self.workspace = self.folder / "workspace"
        self.workspace.mkdir(mode=0o700)
        self.runtime = self.folder / "run"
        self.runtime.mkdir(mode=0o700)
        self.runs = self.folder / "runs"
        self.runs.touch()
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.runtime), "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_HOME": str(self.folder / "share"), "ATELIER_WORKSPACE": str(self.workspace)}
        if resources:
            self.environment["ATELIER_RESOURCES"] = str(resources)
        self._children = []
        self.at_close = []  # called when no process is left, before the folders go

    # The service

    def start(self):
        """Starts the service and waits until it is ready; the sentence of a service that does not start."""
        reading, writing = os.pipe()
        with open(self.folder / "service.err", "ab") as log:
            child = subprocess.Popen(
                [str(PROGRAMS / "atelierd"), "--workspace", str(self.workspace), "--ready-fd", str(writing)],
                env=self.environment, pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, cwd="/")
        os.close(writing)
        self._children.append(child)
        with os.fdopen(reading, "rb") as ready:
            line = ready.readline().decode()
        return None if line.startswith("ready") else line.partition(" ")[2].strip() or "ended without a word"

    def must_start(self):
        problem = self.start()
        # Its supervisors may have started it a moment earlier.
        if problem and "lock.held" not in problem:
            raise AssertionError(f"the service did not start: {problem}")
        wait_for(self.service, "an answer of the service", 30)
        return self

    @property
    def socket(self):
        found = list((self.runtime / "atelier").glob("*.sock"))
        return found[0] if found else self.runtime / "atelier" / "none.sock"

    @property
    def token(self):
        return next((self.runtime / "atelier").glob("*.token")).read_text().strip()

    @property
    def port(self):
        return self.call("GET", "/api/v1/service").json["port"]

    def service(self):
        """What the service says of itself; None while nobody answers."""
        try:
            return self.call("GET", "/api/v1/service", timeout=5).json
        except (OSError, http.client.HTTPException, ValueError):
            return None

    def service_pid(self):
        """The process that listens on the socket, 0 where none does."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            try:
                connection.connect(str(self.socket))
            except OSError:
                return 0
            return struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]

    def kill_service(self):
        pid = self.service_pid()
        if pid:
            os.kill(pid, signal.SIGKILL)
            wait_for(lambda: self.reap() or not is_alive(pid), "the end of a killed service", 10, 0.002)
        return pid

    def reap(self):
        for child in self._children:
            child.poll()

    # Calls

    def call(self, method, path, body=None, headers=None, timeout=60):
        """Over the socket, as the owner."""
        return exchange(UnixConnection(self.socket, timeout), method, path, body, headers)

    def tcp(self, method, path, body=None, token=None, headers=None, timeout=60, port=None):
        """Over TCP; without a token where none is given."""
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = "Bearer " + token
        return exchange(
            http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=timeout), method, path, body, sent)

    def submit(self, name, document):
        answer = self.call("PUT", f"/api/v1/jobs/{name}", {"document": document})
        if answer.status not in (200, 201):
            raise AssertionError(f"the job {name} was refused: {answer}")
        return answer.json["job"]

    def submit_through_kills(self, name, document, seconds=60):
        """Asks again until it is acknowledged: the same name and document mean the same job."""
        def acknowledged():
            try:
                return self.submit(name, document)
            except (OSError, http.client.HTTPException):
                return None
        return wait_for(acknowledged, f"the acknowledgement of {name}", seconds, 0.05)

    def job(self, name):
        answer = self.call("GET", f"/api/v1/jobs/{name}")
        if answer.status != 200:
            raise AssertionError(f"the job {name} cannot be read: {answer}")
        return answer.json

    def has_status(self, name, *statuses):
        try:
            detail = self.job(name)
        except (OSError, http.client.HTTPException):
            return None
        return detail if detail["status"] in statuses else None

    def finished(self, name, seconds=60):
        return wait_for(lambda: self.has_status(name, *FINAL), f"the end of the job {name}", seconds)

    def running(self, name, seconds=30):
        return wait_for(lambda: self.has_status(name, "Running"), f"the start of the job {name}", seconds, 0.005)

    def log(self, name):
        return (self.workspace / "jobs" / name / "logs" / "std_log.txt").read_text()

    def run_counts(self):
        """How often each step noted that it started."""
        counts = {}
        for name in self.runs.read_text().split():
            counts[name] = counts.get(name, 0) + 1
        return counts

    def cli(self, *words, seconds=60, folder=None):
        return subprocess.run(
            [str(PROGRAMS / "atelier"), *words], env=self.environment, cwd=folder or self.folder, timeout=seconds,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    # Processes

    def processes(self):
        """All processes that belong to this world: by their environment, or a service by its command line."""
        mark = str(self.folder).encode()
        found = {}
        for entry in os.listdir("/proc"):
            if not entry.isdigit() or int(entry) == os.getpid() or not is_alive(int(entry)):
                continue
            line = read_process(entry, "cmdline")
            # A service cannot be looked into by its own user, as tokens are in its memory.
            if mark in line or mark in read_process(entry, "environ"):
                found[int(entry)] = line.replace(b"\0", b" ").decode(errors="replace").strip()
        return found

    def job_processes(self):
        """Those with the mark of an attempt."""
        return {pid: line for pid, line in self.processes().items()
                if b"ATELIER_ATTEMPT=" in read_process(pid, "environ")}

    def supervisors(self):
        return [pid for pid, line in self.processes().items() if "atelier-jobd" in line.split(" ")[0]]

    def close(self):
        """Ends everything; what of jobs was still there although nothing should run comes back."""
        left = self.job_processes()
        for _ in range(200):
            there = self.processes()
            if not there:
                break
            for pid in there:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.reap()
            time.sleep(0.02)
        self.reap()
        for finish in self.at_close:
            finish()
        # Deeper than a walk of Python's own goes, where a test dug so deep.
        subprocess.run(["rm", "-rf", str(self.folder)], check=False)
        return left


class FaultTestCase(unittest.TestCase):
    """A test with a world that fails where a process of a job outlives it."""

    maxDiff = None

    def setUp(self):
        self.world = World()
        self.addCleanup(self._close)

    def _close(self):
        left = self.world.close()
        self.assertEqual(left, {}, "processes of jobs outlived all jobs")

    def assert_sentence(self, text, *parts):
        """Readable by a person: begins like a sentence, ends like one and names what it must."""
        self.assertRegex(text, r"(?s)^\S.* .*[.!]$|[.!)]$")
        for part in parts:
            self.assertIn(part, text)

    def stopped(self):
        """A workspace with a job, whose service has ended by itself."""
        self.world.must_start()
        self.world.submit("before", command("exit 0"))
        self.world.finished("before")
        pid = self.world.service_pid()
        # The job's end is told a moment before its scheduler is idle.
        wait_for(lambda: self.world.call("POST", "/api/v1/service/stop", {}).status == 200, "the service's consent")
        wait_for(lambda: self.world.reap() or not self.world.service_pid(), "the end of the service")
        wait_for(lambda: self.world.reap() or pid not in self.world.processes(), "the end of the service's process")

    def end_all(self, names):
        for name in names:
            self.world.call("POST", f"/api/v1/jobs/{name}/cancel", {})
        for name in names:
            self.world.finished(name)


# For classes that other tests derive from: CTest makes a test of what derives from a …TestCase.
FaultBase = FaultTestCase


def mount_small_disk(test, folder, size):
    """A file system of its own at the folder until the test's end; the test is skipped where none can be mounted."""
    if MOUNT.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, f"size={size},mode=0700".encode()) != 0:
        test.skipTest(f"no file system can be mounted: {os.strerror(ctypes.get_errno())}")
    # After the world is closed at the latest; before, as far as anybody still uses it.
    test.world.at_close.append(lambda: MOUNT.umount2(str(folder).encode(), 2))


def remount_read_only(folder):
    remount, read_only = 32, 1
    deadline = time.monotonic() + 10
    while MOUNT.mount(None, str(folder).encode(), None, remount | read_only, None) != 0:
        # Busy as long as a process that just ended has not quite let go of a file that it wrote.
        if ctypes.get_errno() != errno.EBUSY or time.monotonic() > deadline:
            raise OSError(ctypes.get_errno(), "remount")
        time.sleep(0.05)
