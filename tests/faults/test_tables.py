"""Looks at tables of a job while clients go, files are still being written and the library is missing."""

import os
import pathlib
import socket
import threading
import unittest

from world import FaultTestCase, command, read_process, wait_for

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
ADDRESS = "/api/v1/jobs/made/tables/outputs/"


class Made:
    def make(self):
        self.world.must_start()
        self.world.submit("made", command("true"))
        self.world.finished("made")
        self.outputs = self.world.workspace / "jobs/made/outputs"

    def write_long(self, rows=3_000_000):
        line = b"1.5,2.5,3.5,4.5,word\n"
        (self.outputs / "long.csv").write_bytes(b"a,b,c,d,e\n" + line * rows)

    def looks(self):
        service = str(self.world.service_pid()).encode()
        return [pid for pid in os.listdir("/proc") if pid.isdigit()
                and b"atelier-tables" in read_process(pid, "cmdline").split(b"\0")[0]
                and read_process(pid, "stat").rpartition(b")")[2].split()[1:2] == [service]]


class GoneClientTestCase(Made, FaultTestCase):

    def test_ends_its_look(self):
        self.make()
        self.write_long()
        client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.addCleanup(client.close)
        client.connect(str(self.world.socket))
        client.sendall(f"GET {ADDRESS}long.csv?profile=1 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        wait_for(self.looks, "a look", interval=0.002)
        client.close()
        wait_for(lambda: not self.looks(), "the end of the look", 0.5, 0.002)
        self.assertEqual(self.world.call("GET", "/api/v1/jobs").status, 200)


class ManyClientsTestCase(Made, FaultTestCase):

    def test_are_answered_by_two_looks_at_once_and_hold_up_nobody(self):
        self.make()
        self.write_long(200_000)
        answers = []
        clients = [threading.Thread(target=lambda: answers.append(
            self.world.call("GET", ADDRESS + "long.csv?profile=1&limit=1"))) for _ in range(12)]
        for client in clients:
            client.start()
        most = 0
        while any(client.is_alive() for client in clients):
            most = max(most, len(self.looks()))
            self.assertEqual(self.world.call("GET", "/api/v1/jobs", timeout=5).status, 200)
        self.assertEqual([answer.status for answer in answers], [200] * 12)
        self.assertTrue(all(answer.json["row_count"] == 200_000 for answer in answers))
        self.assertLessEqual(most, 2)
        self.assertGreaterEqual(most, 1)


class SavedRowsTestCase(Made, FaultTestCase):

    def left(self):
        folder = self.world.workspace / "cache/rows"
        return list(folder.iterdir()) if folder.exists() else []

    def test_are_those_of_the_filter_in_their_order(self):
        self.make()
        (self.outputs / "some.csv").write_text("a,b\n1,x\n2,=y\n3,z\n")
        rows = self.world.call("GET", ADDRESS + "some.csv?format=csv&filter=a%3E1&sort=-a&columns=b,a")
        self.assertEqual((rows.status, rows.body), (200, b"b,a\r\nz,3\r\n'=y,2\r\n"))
        for query, code in (("format=csv&filter=c%3E1", "filter.column"), ("format=xml", "request.parameter")):
            answer = self.world.call("GET", ADDRESS + "some.csv?" + query)
            self.assertEqual((answer.status, answer.errors[0]["code"]), (400, code))
        self.assertEqual(self.left(), [])

    def test_end_with_their_client_and_leave_nothing(self):
        self.make()
        self.write_long()
        client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.addCleanup(client.close)
        client.connect(str(self.world.socket))
        client.sendall(f"GET {ADDRESS}long.csv?format=csv&sort=-a HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        wait_for(lambda: self.looks() and self.left(), "a file of rows", interval=0.002)
        client.close()
        wait_for(lambda: not self.looks() and not self.left(), "the end of it", 2, 0.002)


class BadFileTestCase(Made, FaultTestCase):

    def test_has_a_sentence(self):
        self.make()
        for name, content, status, code in (
                ("unfinished.parquet", b"PAR1" + bytes(1000), 400, "table.incomplete"),
                ("empty", b"", 400, "table.empty"), ("rubbish", os.urandom(5000) + b"\0", 400, "table.unknown")):
            (self.outputs / name).write_bytes(content)
            answer = self.world.call("GET", ADDRESS + name)
            self.assertEqual((answer.status, answer.errors[0]["code"]), (status, code), name)
        os.mkfifo(self.outputs / "pipe")
        (self.outputs / "link").symlink_to("/etc/passwd")
        for name in ("pipe", "link", "nothing", "..%2F..%2F..%2Fworkspace.db"):
            self.assertIn(self.world.call("GET", ADDRESS + name, timeout=10).status, (400, 403, 404), name)
        for query in ("limit=501", "columns=101", "offset=-1", "profile=2"):
            self.assertEqual(self.world.call("GET", ADDRESS + "empty?" + query).status, 400, query)


class MissingLibraryTestCase(Made, FaultTestCase):

    def setUp(self):
        super().setUp()
        resources = self.world.folder / "resources"
        resources.mkdir()
        for name in ("bin", "python"):
            (resources / name).symlink_to(RESOURCES / name)
        self.world.environment["ATELIER_RESOURCES"] = str(resources)

    def test_says_what_to_do(self):
        self.make()
        (self.outputs / "some.csv").write_text("a,b\n1,2\n")
        answer = self.world.call("GET", ADDRESS + "some.csv")
        self.assertEqual((answer.status, answer.errors[0]["code"]), (503, "table.library"))
        self.assert_sentence(answer.errors[0]["message"], "packaging/run")


if __name__ == "__main__":
    unittest.main()
