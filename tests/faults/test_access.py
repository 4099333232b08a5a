"""Nobody gets in without a token, from a web page, as another user, or with one run's token into another's run."""

import json
import os
import pathlib
import re
import unittest

from world import FaultBase, FaultTestCase, UnixConnection, command, exchange, wait_for

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
NOBODY = 65534


class DoorsTestCase(FaultBase):
    """What the tests of access share: all routes with their roles, with names of things that exist."""

    def routes(self):
        paths = self.world.call("GET", "/api/v1/openapi.json").json["paths"]
        self.assertGreater(len(paths), 60)
        for path, operations in paths.items():
            for method, operation in operations.items():
                self.assertIn(method, METHODS)
                yield method.upper(), re.sub(r"\{[a-z0-9_]+\}", "x", path), operation["x-atelier-roles"]

    def body_for(self, method):
        return None if method in ("GET", "DELETE") else {}


class TokenlessTestCase(DoorsTestCase):

    def test_calls_are_answered_401_on_every_route(self):
        self.world.must_start()
        port, count = self.world.port, 0
        for token in (None, "wrong", "atelier-" + "0" * 64, "atelier-run-" + "0" * 64):
            for method, path, _ in self.routes():
                answer = self.world.tcp(method, path, self.body_for(method), token=token, port=port)
                self.assertEqual(answer.status, 401, (method, path, answer))
                count += 1
        for path in ("/", "/nothing", "/api/v1/nothing"):
            self.assertEqual(self.world.tcp("GET", path, port=port).status, 401)
        print(f"{count} refused calls", flush=True)

    def test_every_other_method_is_refused_too(self):
        self.world.must_start()
        port = self.world.port
        known = {}
        for method, path, _ in self.routes():
            known.setdefault(path, set()).add(method)
        for path, methods in known.items():
            for method in {"GET", "PUT", "POST", "DELETE", "PATCH"} - methods:
                self.assertIn(self.world.tcp(method, path, port=port).status, (401, 405, 501), (method, path))
                answer = self.world.tcp(method, path, token=self.world.token, port=port)
                self.assertIn(answer.status, (404, 405, 501), (method, path, answer))

    def test_tokens_are_also_taken_as_a_password(self):
        import base64
        self.world.must_start()
        word = base64.b64encode(f"anyone:{self.world.token}".encode()).decode()
        self.assertEqual(self.world.tcp("GET", "/api/v1/service", headers={"Authorization": "Basic " + word}).status, 200)
        self.assertEqual(self.world.tcp("GET", "/api/v1/service", headers={"Authorization": word}).status, 401)


class WebPagesTestCase(DoorsTestCase):

    def test_are_refused_on_every_route_even_with_the_token(self):
        self.world.must_start()
        port, token = self.world.port, self.world.token
        for method, path, _ in self.routes():
            for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"},
                            {"Origin": f"http://127.0.0.1:{port}"}, {"Sec-Fetch-Site": "cross-site"},
                            {"Sec-Fetch-Site": "same-site"}, {"Host": "evil.example"},
                            {"Host": f"evil.example:{port}"}, {"Host": "127.0.0.1:1"}, {"Host": "127.0.0.1"}):
                answer = self.world.tcp(method, path, self.body_for(method), token, headers, port=port)
                self.assertEqual(answer.status, 403, (method, path, headers, answer))
        answer = self.world.call("GET", "/api/v1/service", headers={"Origin": "http://evil.example"})
        self.assertEqual(answer.status, 403)


class OtherUsersTestCase(DoorsTestCase):

    @unittest.skipIf(os.geteuid() != 0, "only root can become another user")
    def test_are_refused_on_the_socket(self):
        self.world.must_start()
        socket = self.world.socket
        # As lax as it gets: the folders let others through, only the service itself refuses.
        for folder in (self.world.folder, self.world.runtime, socket.parent):
            os.chmod(folder, 0o755)
        os.chmod(socket, 0o777)
        routes = list(self.routes())
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
                statuses = []
                for method, path, _ in routes:
                    answer = exchange(UnixConnection(socket), method, path, self.body_for(method))
                    statuses.append([method, path, answer.status])
                os.write(writing, json.dumps([entry for entry in statuses if entry[2] != 403]).encode() or b"[]")
            except BaseException as error:
                os.write(writing, json.dumps([repr(error)]).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as said:
            self.assertEqual(json.loads(said.read()), [], "another user was let in")
        os.waitpid(child, 0)

    @unittest.skipIf(os.geteuid() != 0, "only root can become another user")
    def test_cannot_even_reach_the_socket_the_token_or_the_workspace(self):
        self.world.must_start()
        paths = [self.world.socket, self.world.socket.with_suffix(".token"), self.world.workspace / "workspace.db"]
        os.chmod(self.world.folder, 0o755)
        child = os.fork()
        if child == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os._exit(sum(1 for path in paths if os.access(path, os.R_OK)))
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)


class RunTokensTestCase(DoorsTestCase):

    def setUp(self):
        super().setUp()
        self.world.must_start()
        spy = self.world.folder / "token"
        gate = self.world.folder / "gate"
        self.world.submit("mine", command(
            f'printf %s "$MLFLOW_TRACKING_TOKEN" > {spy}.new; mv {spy}.new {spy};'
            f' while [ ! -e {gate} ]; do sleep 0.05; done'))
        self.world.submit("other", command("sleep 600"))
        wait_for(spy.exists, "the token of the run")
        self.world.running("other")
        self.token, self.gate, self.port = spy.read_text(), gate, self.world.port
        self.addCleanup(lambda: self.gate.touch() or None)

    def tearDown(self):
        self.end_all(["mine", "other"])

    def calls(self, run):
        """All that a script may change of a run, for this one."""
        now = 1_700_000_000_000
        yield "log-metric", {"run_id": run, "key": "loss", "value": 1, "timestamp": now, "step": 0}
        yield "log-parameter", {"run_id": run, "key": "rate", "value": "1"}
        yield "set-tag", {"run_id": run, "key": "who", "value": "me"}
        yield "delete-tag", {"run_id": run, "key": "who"}
        yield "log-batch", {"run_id": run, "metrics": [{"key": "a", "value": 1, "timestamp": now, "step": 0}],
                            "params": [], "tags": []}
        yield "log-inputs", {"run_id": run, "datasets": [
            {"dataset": {"name": "d", "digest": "1", "source_type": "local", "source": "{}"}}]}

    def place_of(self, run):
        """Where the artifact proxy has the run's artifacts."""
        uri = self.world.call("GET", f"/api/2.0/mlflow/runs/get?run_id={run}").json["run"]["info"]["artifact_uri"]
        return uri.partition(":")[2].lstrip("/").rpartition("artifacts/")[2]

    def call(self, name, body, version="2.0"):
        return self.world.tcp("POST", f"/api/{version}/mlflow/runs/{name}", body, self.token, port=self.port)

    def test_read_and_write_their_own_run(self):
        for name, body in self.calls("mine"):
            answer = self.call(name, body)
            self.assertEqual(answer.status, 200, (name, answer))
        put = self.world.tcp("PUT", f"/api/2.0/mlflow-artifacts/artifacts/{self.place_of('mine')}/a.txt", "text",
                             self.token, port=self.port)
        self.assertEqual(put.status, 200, put)
        self.assertEqual((self.world.workspace / "jobs" / "mine" / "outputs" / "a.txt").read_text(), "text")
        self.assertEqual(self.world.tcp("GET", "/api/v1/jobs/other", token=self.token, port=self.port).status, 200)

    def test_cannot_touch_another_run(self):
        experiment = self.world.job("other")
        script = self.world.call("POST", "/api/2.0/mlflow/runs/create", {"experiment_id": "0"}).json
        interactive = script["run"]["info"]["run_id"]
        for run in ("other", interactive):
            place = self.place_of(run)
            for name, body in [*self.calls(run), ("update", {"run_id": run, "status": "FAILED"}),
                               ("delete", {"run_id": run}), ("restore", {"run_id": run})]:
                for version in ("2.0", "3.0"):
                    answer = self.call(name, body, version)
                    self.assertEqual(answer.status, 403, (run, name, answer))
            for method in ("PUT", "DELETE"):
                address = f"/api/2.0/mlflow-artifacts/artifacts/{place}/stolen.txt"
                answer = self.world.tcp(method, address, "x" if method == "PUT" else None, self.token, port=self.port)
                self.assertEqual(answer.status, 403, (run, method, address, answer))
            after = self.world.call("GET", f"/api/2.0/mlflow/runs/get?run_id={run}").json["run"]
            self.assertNotIn("metrics", after["data"])
            self.assertEqual(after["info"]["lifecycle_stage"], "active")
        self.assertEqual(self.world.job("other")["status"], experiment["status"])

    def test_change_nothing_of_the_workspace(self):
        refused = 0
        for method, path, roles in self.routes():
            if "run" in roles or path.endswith("/events"):
                continue
            answer = self.world.tcp(method, path, self.body_for(method), self.token, port=self.port)
            self.assertEqual(answer.status, 403, (method, path, answer))
            refused += 1
        self.assertGreater(refused, 8)
        self.assertIsNotNone(self.world.service())

    def test_end_with_the_job(self):
        self.assertEqual(self.world.tcp("GET", "/api/v1/service", token=self.token, port=self.port).status, 200)
        self.gate.touch()
        self.world.finished("mine")
        wait_for(lambda: self.world.tcp("GET", "/api/v1/service", token=self.token, port=self.port).status == 401,
                 "the end of the token", 5)
        for name, body in self.calls("mine"):
            self.assertEqual(self.call(name, body).status, 401)

    def test_survive_a_restart_of_the_service(self):
        self.world.kill_service()
        self.world.must_start()
        for name, body in self.calls("mine"):
            self.assertEqual(self.call(name, body).status, 200, name)
        self.assertEqual(self.call("set-tag", {"run_id": "other", "key": "who", "value": "me"}).status, 403)

    def test_are_nowhere_on_the_disk_in_plain(self):
        name = self.token.encode()
        places = [path for path in self.world.workspace.rglob("*") if path.is_file() and name in path.read_bytes()]
        # The supervisor is told the job's environment in a file that only this user reads.
        self.assertEqual({path.name for path in places} - {"launch"}, set(), places)
        for path in places:
            self.assertEqual(path.stat().st_mode & 0o077, 0)


class ListenersTestCase(FaultTestCase):

    @unittest.skipIf(os.geteuid() != 0, "a service's descriptors are shown to root only")
    def test_are_the_socket_and_loopback_alone(self):
        self.world.must_start()
        self.world.submit("busy", command("sleep 600"))
        self.world.running("busy")
        pid, port = self.world.service_pid(), self.world.port
        inodes = set()
        for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
            try:
                found = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(entry))
            except FileNotFoundError:
                continue
            if found:
                inodes.add(found[1])
        self.assertTrue(inodes)
        tcp = []
        for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
            for line in pathlib.Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
                fields = line.split()
                is_listening = fields[3] == "0A" or not table.startswith("tcp")
                if fields[9] in inodes and is_listening:
                    tcp.append((table, fields[1]))
        self.assertEqual(tcp, [("tcp", f"0100007F:{port:04X}")])
        unix = [line.split()[7:] for line in pathlib.Path(f"/proc/{pid}/net/unix").read_text().splitlines()[1:]
                if line.split()[6] in inodes and line.split()[3] == "00010000"]
        self.assertEqual(unix, [[str(self.world.socket)]])
        self.end_all(["busy"])


class PermissionsTestCase(FaultTestCase):

    def test_are_closed_to_others_after_a_run(self):
        self.world.must_start()
        answer = self.world.submit("open", command("echo text > here.txt; mkdir folder; true"))
        self.assertEqual(answer["name"], "open")
        self.assertEqual(self.world.finished("open")["status"], "Completed")
        self.world.call("PUT", "/api/v1/data/d", {"document": {"name": "d", "type": "uri_file", "path": str(self.world.runs)}})
        self.world.kill_service()
        self.world.must_start()
        lax = [str(path) for top in (self.world.workspace, self.world.runtime) for path in [top, *top.rglob("*")]
               if not path.is_symlink() and path.lstat().st_mode & 0o077]
        self.assertEqual(lax, [])



if __name__ == "__main__":
    unittest.main()
