"""A tracking server on loopback that keeps what it is asked, for tests."""

import collections
import contextlib
import http.server
import json
import socket
import threading
import urllib.parse

Call = collections.namedtuple("Call", "method path query body headers")

RUN = {"run_id": "r1", "experiment_id": "7", "run_name": "calm-river-1", "status": "RUNNING",
       "artifact_uri": "mlflow-artifacts:/7/r1/artifacts"}


class TrackingServer:
    """Answers as MLflow's server does. `answers` are (status, body) that come first, one a call; None: hang up."""

    def __init__(self, port=0):
        self.calls = []
        self.answers = []
        self._sockets = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.uri = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def connections(self):
        """How many there were so far."""
        return len(self._sockets)

    def close(self):
        """Stops as a killed server does: whoever is connected is cut off."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def bodies(self, call):
        """What was posted to one call of the tracking interface."""
        return [each.body for each in self.calls if each.path == f"/api/2.0/mlflow/{call}"]

    def metrics(self):
        """Every metric, in the order of arrival, as (key, step, value)."""
        rows = []
        for call in self.calls:
            if call.path.endswith("runs/log-metric"):
                rows.append(call.body)
            elif call.path.endswith("runs/log-batch"):
                rows.extend(call.body.get("metrics", []))
        return [(row["key"], row["step"], row["value"]) for row in rows]

    def _answer(self, call):
        if self.answers:
            return self.answers.pop(0)
        if call.path.endswith(("runs/create", "runs/get")):
            run_id = call.query.get("run_id", "r1" if call.path.endswith("get") else f"new-{len(self.bodies('runs/create'))}")
            info = {**RUN, "run_id": run_id, "artifact_uri": f"mlflow-artifacts:/7/{run_id}/artifacts"}
            return 200, {"run": {"info": info, "data": {"params": [{"key": "rate", "value": "0.1"}]}}}
        if call.path.endswith("experiments/get-by-name"):
            return 404, {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "No such experiment."}
        if call.path.endswith("experiments/create"):
            return 200, {"experiment_id": "9"}
        if call.path.endswith("experiments/get"):
            return 200, {"experiment": {"experiment_id": call.query["experiment_id"], "name": "trees"}}
        return 200, {}

    def _handler(recorder):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # an answer in one piece: two would wait for the client's acknowledgement

            def setup(self):
                super().setup()
                recorder._sockets.append(self.request)

            def do(self):
                path, _, query = self.path.partition("?")
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.headers.get("Content-Type") == "application/json" and self.command == "POST":
                    body = json.loads(body)
                call = Call(self.command, path, dict(urllib.parse.parse_qsl(query)), body, dict(self.headers))
                recorder.calls.append(call)
                answer = recorder._answer(call)
                if answer is None:
                    self.close_connection = True
                    return
                text = answer[1] if isinstance(answer[1], bytes) else json.dumps(answer[1]).encode()
                self.send_response(answer[0])
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = do

            def log_message(self, *_):
                pass

        return Handler
