"""On a full disk everything that would write says so, nothing is cut short, and room is all that it needs to go on."""

import hashlib
import os
import unittest

from world import FaultTestCase, command, mount_small_disk, wait_for

PROXY = "/api/2.0/mlflow-artifacts/artifacts"
FULL = (503, 507)


@unittest.skipIf(os.geteuid() != 0, "only root can mount a small file system")
class FullDisksTestCase(FaultTestCase):

    def setUp(self):
        super().setUp()
        mount_small_disk(self, self.world.workspace, "8m")
        self.world.must_start()
        self.gate = self.world.folder / "gate"
        self.world.submit("running", command(f"echo begun; while [ ! -e {self.gate} ]; do sleep 0.05; done; exit 17"))
        self.world.running("running")
        self.run = self.world.call("POST", "/api/2.0/mlflow/runs/create", {"experiment_id": "0"}).json["run"]["info"]
        self.place = self.run["artifact_uri"].partition(":")[2].lstrip("/").rpartition("artifacts/")[2]
        self.world.call("PUT", f"{PROXY}/{self.place}/kept.bin", b"k" * 100_000)

    def fill(self):
        """Not a byte is left. The ballast lies outside of what the service knows."""
        with open(self.world.workspace / "ballast", "ab") as ballast:
            for size in (1 << 20, 1 << 16, 4096, 1):
                try:
                    while True:
                        os.write(ballast.fileno(), b"b" * size)
                except OSError:
                    pass

    def free(self):
        (self.world.workspace / "ballast").unlink()

    def log(self, step, key="loss"):
        return self.world.call("POST", "/api/2.0/mlflow/runs/log-metric", {
            "run_id": self.run["run_id"], "key": key, "value": step, "timestamp": 1_700_000_000_000 + step, "step": step})

    def steps(self, key="loss"):
        answer = self.world.call("GET", f"/api/v1/jobs/{self.run['run_id']}/metrics/{key}?limit=100000")
        return [point[0] for point in answer.json.get("points", [])]

    def check_sentence(self, answer, what):
        self.assertIn(answer.status, FULL, (what, answer))
        body = answer.json
        sentence = body.get("message") or body["errors"][0].get("sentence") or body["errors"][0].get("message")
        self.assertRegex(sentence, r"(?i)(full|space)", what)
        self.assert_sentence(sentence)

    def writes(self):
        """All that a client may write, by name; each anew for another number."""
        long = "x" * 5000
        run = self.run["run_id"]

        def mlflow(path, body):
            return self.world.call("POST", f"/api/2.0/mlflow/{path}", body)

        def blob(i):
            content = b"%d" % i * 20_000
            return self.world.call("PUT", f"/api/v1/blobs/{hashlib.sha256(content).hexdigest()}", content)
        yield "job", lambda i: self.world.call("PUT", f"/api/v1/jobs/late-{i}", {"document": command(f"exit 3 # {long}")})
        yield "data", lambda i: self.world.call("PUT", f"/api/v1/data/late-{i}", {
            "document": {"name": f"late-{i}", "type": "uri_file", "path": str(self.world.runs), "description": long}})
        yield "metric", lambda i: self.log(i, "late")
        yield "batch", lambda i: mlflow("runs/log-batch", {"run_id": run, "params": [], "tags": [], "metrics": [
            {"key": "batch", "value": j, "timestamp": j, "step": 500 * i + j} for j in range(500)]})
        yield "parameter", lambda i: mlflow("runs/log-parameter", {"run_id": run, "key": f"p{i}", "value": long})
        yield "tag", lambda i: mlflow("runs/set-tag", {"run_id": run, "key": f"t{i}", "value": long})
        yield "run", lambda i: mlflow("runs/create", {"experiment_id": "0", "tags": [{"key": f"t{i}", "value": long}]})
        yield "experiment", lambda i: mlflow("experiments/create", {"name": f"late-{i}"})
        yield "artifact", lambda i: self.world.call("PUT", f"{PROXY}/{self.place}/late-{i}.bin", b"l" * 300_000)
        yield "large artifact", lambda i: self.world.call("PUT", f"{PROXY}/{self.place}/large.bin", b"l" * 12_000_000)
        yield "overwritten artifact", lambda i: self.world.call("PUT", f"{PROXY}/{self.place}/kept.bin", b"n" * 200_000)
        yield "blob", blob

    def until_refused(self, what, write):
        """How many were taken, in room that was there already, before one was refused with a sentence."""
        for number in range(4000):
            answer = write(number)
            if answer.status not in (200, 201):
                self.check_sentence(answer, what)
                return number
        return self.fail(f"4,000 times a {what} on a full disk")

    def test_answer_every_write_with_a_sentence_and_go_on_after_it(self):
        self.log(100_000, "early")
        pid = self.world.service_pid()
        self.fill()
        # What was there before may be used again, so a few are taken: they must be there later.
        taken = {}
        for what, write in self.writes():
            taken[what] = self.until_refused(what, write)
            self.fill()
        print(f"taken before the first refusal: {taken}", flush=True)
        # Nothing half applied, everything that was there is whole and readable.
        self.assertEqual(self.steps("late"), list(range(taken["metric"])))
        self.assertEqual(self.steps("batch"), list(range(500 * taken["batch"])))
        outputs = self.world.workspace / "jobs" / self.run["run_id"] / "outputs"
        self.assertEqual({path.name for path in outputs.iterdir()}, {"kept.bin"})
        self.assertEqual(self.world.call("GET", f"{PROXY}/{self.place}/kept.bin").body, b"k" * 100_000)
        for kind, what in (("jobs", "job"), ("data", "data")):
            for number in range(taken[what] + 1):
                answer = self.world.call("GET", f"/api/v1/{kind}/late-{number}")
                self.assertEqual(answer.status, 200 if number < taken[what] else 404, answer)
        self.assertEqual(self.world.job("running")["status"], "Running")
        answer = self.world.cli("data", "create", "-f", str(self.data_document()))
        self.assertNotEqual(answer.returncode, 0)
        self.assertRegex(answer.stderr, r"(?i)(full|space)")
        # The job ends while there is no room: its exit code waits.
        self.gate.touch()
        wait_for(lambda: "sleep 0.05" not in " ".join(self.world.job_processes().values()), "the end of the job's command", 10)
        self.free()
        detail = self.world.finished("running", 30)
        self.assertEqual(detail["attempts"][-1].get("exit_code"), 17, detail)
        self.assertEqual(self.world.log("running"), "begun\n")
        for what, write in self.writes():
            if what != "large artifact":
                self.assertIn(write(9999).status, (200, 201), what)
        self.assertEqual(self.world.finished("late-9999")["attempts"][-1]["exit_code"], 3)
        self.assertEqual(self.world.service_pid(), pid, "it was started again")
        self.world.kill_service()
        self.world.must_start()
        self.assertEqual(self.steps("late"), [*range(taken["metric"]), 9999])
        self.assertEqual(self.steps("early"), [100_000])

    def data_document(self):
        path = self.world.folder / "data.yml"
        path.write_text(f"name: late\ntype: uri_file\npath: {self.world.runs}\ndescription: {'y' * 20_000}\n")
        return path

    def tearDown(self):
        self.gate.touch()
        if (self.world.workspace / "ballast").exists():
            self.free()
        if self.world.service():
            self.world.finished("running")

    def test_let_the_service_start_and_read(self):
        self.world.kill_service()
        self.fill()
        problem = self.world.start()
        if problem is None:
            self.assertEqual(self.world.job("running")["name"], "running")
        else:
            self.assertRegex(problem, r"(?i)(full|space)")
        self.gate.touch()
        self.free()
        self.world.must_start()
        self.assertEqual(self.world.finished("running")["attempts"][-1]["exit_code"], 17)


if __name__ == "__main__":
    unittest.main()
