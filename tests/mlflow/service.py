"""Starts the workspace service for a test and says how to reach it."""

import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Service:
    """A service of its own, on a workspace of its own, for the length of a `with`."""

    def __init__(self, program):
        self._program = str(program)

    def __enter__(self):
        # Socket paths end at 108 bytes: not below a deep build folder.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="atelier-mlflow-"))
        self.workspace = self.folder / "workspace"
        self.workspace.mkdir()
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        environment = dict(os.environ, XDG_RUNTIME_DIR=str(runtime), HOME=str(self.folder))
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [self._program, "--workspace", str(self.workspace), "--ready-fd", str(writing)],
            env=environment, pass_fds=[writing], stdin=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading, "rb") as ready:
            line = ready.read().decode()
        if not line.startswith("ready"):
            self.__exit__()
            raise SystemExit(f"the service did not start: {line}")
        self._socket = next((runtime / "atelier").glob("*.sock"))
        self.token = self._socket.with_suffix(".token").read_text().strip()
        self.port = self.call("GET", "/api/v1/service")["port"]
        self.uri = f"http://127.0.0.1:{self.port}"
        return self

    def call(self, method, path, body=None):
        connection = UnixConnection(self._socket)
        connection.request(method, path, json.dumps(body) if body is not None else None,
                           {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status not in (200, 201):
            raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
