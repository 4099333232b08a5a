"""Documents and bodies that are wrong, hostile or enormous get one clear answer at once, and the service lives on."""

import http.client
import os
import pathlib
import re
import socket
import time
import unittest

from world import ENVIRONMENT, FaultBase, command

LONGEST_SECONDS = 3.0  # one on a quiet machine
MOST_MEMORY_KIB = 200 * 1024


class DocumentTestCase(FaultBase):

    def setUp(self):
        super().setUp()
        self.world.must_start()
        self.folder = self.world.folder / "documents"
        self.folder.mkdir()

    def tearDown(self):
        status = pathlib.Path(f"/proc/{self.world.service_pid()}/status").read_text()
        peak = int(re.search(r"VmHWM:\s+(\d+)", status)[1])
        self.assertLess(peak, MOST_MEMORY_KIB, "the service's memory in KiB")
        self.world.submit("after", command("exit 0"))
        self.assertEqual(self.world.finished("after")["status"], "Completed")

    def write(self, text, name="job.yml"):
        path = self.folder / name
        path.write_text(text)
        return path

    def refused(self, path, *parts, verb="validate"):
        """What the command line says of a document that it must refuse, within a second."""
        begin = time.monotonic()
        answer = self.world.cli("job", verb, "-f", str(path))
        took = time.monotonic() - begin
        said = answer.stdout + answer.stderr
        self.assertNotEqual(answer.returncode, 0, said)
        self.assertGreater(answer.returncode, 0, f"ended by a signal: {said}")
        self.assertLess(took, LONGEST_SECONDS, said[:500])
        self.assertLess(len(said), 20_000, "one clear refusal")
        for part in parts:
            self.assertIn(part, said)
        return said


class BadDocumentsTestCase(DocumentTestCase):

    def test_show_all_their_errors_at_once_with_lines(self):
        path = self.write(
            "type: pipeline\n"
            "jobs:\n"
            "  a:\n"
            "    comand: echo\n"
            "    environment: azureml:atelier-base@latest\n"
            "  b:\n"
            "    command: echo ${{inputs.nothing}}\n"
            "    environment: azureml:atelier-base@latest\n"
            "    limits:\n"
            "      timeout: soon\n"
            "  c:\n"
            "    type: sweep\n")
        said = self.refused(path, "comand", "command", "timeout", "sweep", "nothing")
        for line in (4, 7, 10, 12):
            self.assertRegex(said, rf"job\.yml:{line}\b")
        self.refused(path, "comand", verb="create")
        self.assertEqual(self.world.call("GET", "/api/v1/jobs").json["total"], 0)

    def test_that_are_no_yaml_are_placed(self):
        for text in ("a: [1, 2\n", "\tx: 1\n", "a: 'open\n", "a: b: c\n", "- - ]\n", "a: &x\nb: *y\n", "%YAML 9.9\n---\na: 1\n",
                     "a: 1\na: 2\n", "\x00\x01\x02", "{", "!!python/object:os.system {}\n"):
            self.refused(self.write(text), "job.yml")

    def test_that_hold_no_mapping_are_refused(self):
        for text in ("", "text\n", "- 1\n", "42\n", "null\n", "--- {}\n--- {}\n"):
            self.refused(self.write(text))

    def test_of_other_encodings_are_refused(self):
        for data in (b"\xff\xfet\x00y\x00p\x00e\x00", b"command: \xff\xfe\xfd\n", os.urandom(4096)):
            (self.folder / "job.yml").write_bytes(data)
            self.refused(self.folder / "job.yml")


class HugeDocumentsTestCase(DocumentTestCase):

    def test_are_refused_by_their_size_without_being_read(self):
        path = self.folder / "job.yml"
        with open(path, "wb") as file:
            file.truncate(100 * 1000 * 1000)
        self.refused(path, "job.yml")
        with open(path, "wb") as file:
            for _ in range(100):
                file.write(b"# a comment that is not worth it\n" * 30_000)
        self.refused(path, "job.yml")

    def test_that_are_no_files_are_refused(self):
        self.refused("/dev/zero")
        self.refused("/dev/urandom")
        os.mkfifo(self.folder / "pipe")
        self.refused(self.folder / "pipe")
        self.refused(self.folder)
        self.refused(self.folder / "missing.yml", "missing.yml")

    def test_nested_100000_deep_are_refused(self):
        for text in ("a: " + "[" * 100_000 + "]" * 100_000, "a: " + "{b: " * 100_000 + "1" + "}" * 100_000,
                     "- " * 100_000 + "1", "a: " + "[" * 100_000):
            self.refused(self.write(text + "\n"))

    def test_that_grow_by_aliases_are_refused(self):
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        for i in range(1, 10):
            lines.append(f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]")
        self.refused(self.write("\n".join(lines) + "\n"))
        self.refused(self.write("type: command\ninputs: &x\n  a: *x\ncommand: echo\n"))

    def test_that_include_themselves_are_refused(self):
        self.write("type: pipeline\njobs:\n  a:\n    component: ./job.yml\n")
        self.refused(self.folder / "job.yml", "job.yml")
        self.write("type: pipeline\njobs:\n  a:\n    component: ./other.yml\n", "other.yml")
        self.write("type: pipeline\njobs:\n  a:\n    component: ./other.yml\n")
        self.refused(self.folder / "job.yml")
        (self.folder / "loop.yml").symlink_to("loop.yml")
        self.refused(self.folder / "loop.yml")
        self.write("type: pipeline\njobs:\n  a:\n    component: /dev/zero\n  b:\n    component: ../../../../../etc/shadow\n")
        self.refused(self.folder / "job.yml")

    def test_with_cycles_of_steps_are_refused(self):
        part = f"    environment: {ENVIRONMENT}\n    outputs:\n      o:\n        type: uri_file\n"
        self.write("type: pipeline\njobs:\n"
                   "  a:\n    command: echo ${{inputs.i}} ${{outputs.o}}\n    inputs:\n      i: ${{parent.jobs.b.outputs.o}}\n" + part
                   + "  b:\n    command: echo ${{inputs.i}} ${{outputs.o}}\n    inputs:\n      i: ${{parent.jobs.a.outputs.o}}\n" + part)
        self.refused(self.folder / "job.yml")


class HostileBodiesTestCase(DocumentTestCase):

    def timely(self, method, path, body, headers=None):
        begin = time.monotonic()
        answer = self.world.call(method, path, body, headers or {"Content-Type": "application/json"})
        self.assertLess(time.monotonic() - begin, LONGEST_SECONDS)
        return answer

    def test_nested_100000_deep_are_refused(self):
        deep = ('{"document": ' + '{"a":' * 100_000 + "1" + "}" * 100_001, '{"document": ' + "[" * 100_000,
                '{"document": ' + "[" * 100_000 + "]" * 100_000 + "}", "[" * 500_000)
        for body in deep:
            for method, path in (("PUT", "/api/v1/jobs/deep"), ("POST", "/api/v1/jobs/deep/validate"),
                                 ("PUT", "/api/v1/data/deep"), ("POST", "/api/2.0/mlflow/runs/log-batch"),
                                 ("POST", "/api/v1/service/stop"), ("PUT", "/api/v1/snapshots/" + "0" * 64)):
                answer = self.timely(method, path, body)
                self.assertIn(answer.status, (400, 413), (path, answer))
        self.assertIsNotNone(self.world.service())

    def test_that_are_no_json_are_refused(self):
        for body in ("", "{", "nul", '"text"', "[]", "1e999", '{"document": NaN}', '{"document": "\xff"}', "\x00" * 100,
                     '{"document": 1}', '{"document": []}', '{"document": null}', '{"document": {}}',
                     '{"document": {"type": "command", "command": 1, "environment": {}}}',
                     '{"document": {"type": ["command"]}}', '{"document": {"type": "pipeline", "jobs": []}}',
                     '{"document": {"type": "pipeline", "jobs": {"a": null}}}', '{"document": {"type": "command", "command": "a\\u0000b"}}'):
            answer = self.timely("PUT", "/api/v1/jobs/bad", body.encode("latin-1"))
            self.assertEqual(answer.status, 400, (body, answer))
            self.assertTrue(answer.errors[0]["sentence" if "sentence" in answer.errors[0] else "message"], answer)

    def test_that_are_announced_too_large_are_refused_unread(self):
        for method, path in (("PUT", "/api/v1/jobs/large"), ("POST", "/api/v1/jobs/large/validate"),
                             ("PUT", "/api/v1/data/large"), ("POST", "/api/2.0/mlflow/runs/log-metric"),
                             ("POST", "/api/2.0/mlflow/runs/log-inputs"), ("PUT", "/api/v1/blobs/" + "0" * 64)):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(10)
                connection.connect(str(self.world.socket))
                connection.sendall(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                   f"Content-Length: {1 << 42}\r\n\r\n".encode())
                begin = time.monotonic()
                answer = http.client.HTTPResponse(connection, method=method)
                answer.begin()
                self.assertEqual(answer.status, 413, path)
                self.assertLess(time.monotonic() - begin, LONGEST_SECONDS)

    def test_that_grow_too_large_without_saying_so_are_cut(self):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(30)
            connection.connect(str(self.world.socket))
            connection.sendall(b"PUT /api/v1/data/large HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                               b"Transfer-Encoding: chunked\r\n\r\n")
            chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
            sent = 0
            try:
                for _ in range(200):
                    connection.sendall(chunk)
                    sent += 1
            except OSError:
                pass
            self.assertLess(sent, 100, "MiB were taken")
        self.assertIsNotNone(self.world.service())

    def test_in_many_steps_are_answered(self):
        jobs = {f"s{i}": command(f"echo {i}") for i in range(2_000)}
        answer = self.world.call("POST", "/api/v1/jobs/wide/validate", {"document": {"type": "pipeline", "jobs": jobs}})
        self.assertEqual(answer.status, 200, answer)
        self.assertEqual(answer.json["errors"], [])


if __name__ == "__main__":
    unittest.main()
