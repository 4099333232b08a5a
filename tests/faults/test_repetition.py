"""A request that is repeated under its Idempotency-Key is answered again and not done again, whatever ended the first."""

import threading
import unittest
import uuid

from world import FaultTestCase, command


class RepeatedRequestsTestCase(FaultTestCase):

    def setUp(self):
        super().setUp()
        self.world.must_start()
        self.key = str(uuid.uuid4())

    def post(self, path, body=None, key=None):
        return self.world.call("POST", path, {} if body is None else body, {"Idempotency-Key": key or self.key})

    def runs(self):
        found = self.world.call("POST", "/api/2.0/mlflow/runs/search", {"experiment_ids": ["0"]}).json
        return [run["info"]["run_id"] for run in found.get("runs", [])]

    def new_run(self, name="one", key=None):
        return self.post("/api/2.0/mlflow/runs/create", {"experiment_id": "0", "run_name": name}, key)

    def test_open_one_run(self):
        first = self.new_run()
        self.assertEqual(first.status, 200, first)
        again = self.new_run()
        self.assertEqual((again.status, again.body), (200, first.body))
        self.assertEqual(self.runs(), [first.json["run"]["info"]["run_id"]])
        self.assertNotEqual(self.new_run(key="another").body, first.body)
        self.assertEqual(len(self.runs()), 2)

    def test_are_known_after_the_service_was_killed(self):
        first = self.new_run()
        self.world.kill_service()
        self.world.must_start()
        self.assertEqual(self.new_run().body, first.body)
        self.assertEqual(len(self.runs()), 1)

    def test_undo_nothing_that_came_later(self):
        self.world.submit("job", command("exit 0"))
        self.world.finished("job")
        self.world.call("DELETE", "/api/v1/jobs/job")
        first = self.post("/api/v1/jobs/job/restore")
        self.assertEqual(first.status, 200, first)
        self.world.call("DELETE", "/api/v1/jobs/job")
        self.assertEqual(self.post("/api/v1/jobs/job/restore").body, first.body)
        self.assertIn("deleted_ms", self.world.job("job"), "it was restored a second time")

    def test_of_another_request_are_refused(self):
        self.new_run()
        for answer in (self.new_run("two"), self.post("/api/v1/jobs/job/restore")):
            self.assertEqual(answer.status, 422, answer)
        self.assert_sentence(self.post("/api/v1/jobs/job/restore").errors[0]["message"], "Idempotency-Key")
        self.assertEqual(len(self.runs()), 1)

    def test_at_once_act_once(self):
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(self.new_run())) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual({answer.status for answer in answers}, {200})
        self.assertEqual(len({answer.body for answer in answers}), 1)
        self.assertEqual(len(self.runs()), 1)

    def test_submit_under_a_key_too(self):
        def submit():
            return self.world.call("PUT", "/api/v1/jobs/keyed", {"document": command("exit 0")},
                                   {"Idempotency-Key": self.key})
        first = submit()
        self.assertEqual(first.status, 201, first)
        self.world.finished("keyed")
        again = submit()
        self.assertEqual((again.status, again.body), (201, first.body))


if __name__ == "__main__":
    unittest.main()
