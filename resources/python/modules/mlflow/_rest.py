"""MLflow's REST calls, on one connection that is kept, and repeated while the server restarts."""

import contextlib
import http.client
import json
import math
import os
import threading
import time
import urllib.parse

from .exceptions import MlflowException

VERSION = "0.1"
# The service that answers may be restarted while a script logs: calls wait for it this long.
PATIENCE_SECONDS = 150
TIMEOUT_SECONDS = 120
LONGEST_PAUSE_SECONDS = 2
_PASSING = {408, 429, 500, 502, 503, 504}


def number(value):
    """A metric's value for JSON, which knows neither NaN nor infinity; MLflow sends them as text."""
    value = float(value)
    if math.isnan(value):
        return "NaN"
    return value if math.isfinite(value) else "Infinity" if value > 0 else "-Infinity"


class Client:
    """Speaks to one tracking server; safe to use from several threads, and after a fork."""

    def __init__(self, uri):
        address = urllib.parse.urlsplit(uri)
        if address.scheme != "http" or not address.hostname:
            raise MlflowException(f"The tracking address is '{uri}', which is no http address; inside a job Atelier sets "
                                  "MLFLOW_TRACKING_URI, elsewhere call mlflow.set_tracking_uri().")
        self._uri = uri
        self._address = address
        self._lock = threading.Lock()
        self._connection = None
        self._owner = None

    def get(self, call, **query):
        return self._json("GET", f"{call}?{urllib.parse.urlencode(query)}")

    def post(self, call, **body):
        return self._json("POST", call, json.dumps(body, allow_nan=False).encode(), "application/json")

    def put_artifact(self, path, open_body, length, content_type):
        """Sends a file; `open_body` gives a new reader for each attempt."""
        quoted = urllib.parse.quote(path.lstrip("/"))
        self._send("PUT", f"/api/2.0/mlflow-artifacts/artifacts/{quoted}", open_body, length, content_type)

    def _json(self, method, call, body=None, content_type=None):
        answer = self._send(method, f"/api/2.0/mlflow/{call}", lambda: contextlib.nullcontext(body), len(body or b""), content_type)
        return json.loads(answer or b"{}")

    def _send(self, method, target, open_body, length, content_type):
        deadline = time.monotonic() + PATIENCE_SECONDS
        pause = 0
        while True:
            try:
                with open_body() as body:
                    status, answer = self._once(method, target, body, length, content_type)
                if status not in _PASSING:
                    break
                problem = f"it answers {status}"
            except (OSError, http.client.HTTPException) as error:
                problem = str(error) or type(error).__name__
            if time.monotonic() + pause > deadline:
                raise MlflowException(f"The tracking server at {self._uri} has not taken a call for {PATIENCE_SECONDS} s "
                                      f"({problem}); is Atelier's service running?", "TEMPORARILY_UNAVAILABLE")
            time.sleep(pause)
            pause = min(2 * pause or 0.05, LONGEST_PAUSE_SECONDS)
        if status != 200:
            raise _refusal(status, answer)
        return answer

    def _once(self, method, target, body, length, content_type):
        headers = {"User-Agent": f"atelier-mlflow/{VERSION}"}
        if token := os.environ.get("MLFLOW_TRACKING_TOKEN"):
            headers["Authorization"] = f"Bearer {token}"
        if body is not None:
            headers.update({"Content-Type": content_type, "Content-Length": str(length)})
        with self._lock:
            connection = self._connected()
            try:
                # A server that refuses a body answers before it has taken it all.
                with contextlib.suppress(BrokenPipeError):
                    connection.request(method, self._address.path.rstrip("/") + target, body, headers)
                response = connection.getresponse()
                return response.status, response.read()
            except BaseException:
                self._connection = None
                connection.close()
                raise

    def _connected(self):
        if self._connection is not None and self._owner != os.getpid():  # a fork shares its parent's socket
            self._connection.close()
            self._connection = None
        if self._connection is None:
            self._connection = http.client.HTTPConnection(self._address.netloc, timeout=TIMEOUT_SECONDS)
            self._owner = os.getpid()
        return self._connection


def _refusal(status, answer):
    try:
        body = json.loads(answer)
        return MlflowException(body["message"], body["error_code"])
    except (ValueError, KeyError, TypeError):
        return MlflowException(f"The tracking server answered {status}: {answer[:200].decode(errors='replace')}")
