"""Deleted jobs leave the lists, come back when asked, and are gone for good a month later: rows, folder and cache."""

import sqlite3
import time
import unittest

from world import FaultTestCase, command, step, wait_for

DAY = 24 * 60 * 60 * 1000


def pipeline(runs):
    """Two steps that note their runs; a change of nothing lets the second submission reuse them."""
    def noted(name, **more):
        return step(f"echo {name} >> {runs}; echo x > ${{{{outputs.out}}}}/x.txt",
                    outputs={"out": {"type": "uri_folder"}}, **more)
    return {"type": "pipeline", "jobs": {
        "first": noted("first"),
        "second": noted("second", inputs={"in": "${{parent.jobs.first.outputs.out}}"})}}


class DeletedJobsTestCase(FaultTestCase):

    def setUp(self):
        super().setUp()
        self.world.must_start()

    def run_pipeline(self, name):
        self.world.submit(name, pipeline(self.world.runs))
        detail = self.world.finished(name)
        self.assertEqual(detail["status"], "Completed", detail)
        return detail

    def listed(self, query=""):
        return sorted(job["name"] for job in self.world.call("GET", f"/api/v1/jobs?{query}").json["jobs"])

    def delete(self, name):
        return self.world.call("DELETE", f"/api/v1/jobs/{name}")

    def restore(self, name):
        return self.world.call("POST", f"/api/v1/jobs/{name}/restore", {})

    def stage(self, run):
        return self.world.call("GET", f"/api/2.0/mlflow/runs/get?run_id={run}").json["run"]["info"]["lifecycle_stage"]

    def age(self, name, days):
        """Lets the time since a deletion pass, behind the back of a service that is gone."""
        with sqlite3.connect(self.world.workspace / "workspace.db") as database:
            row = database.execute("SELECT deleted_ms FROM job WHERE name = ?", (name,)).fetchone()
            database.execute("UPDATE job SET deleted_ms = ? WHERE deleted_ms = ?",
                             (int(time.time() * 1000) - days * DAY, row[0]))
        database.close()

    def test_leave_the_lists_with_their_steps_and_come_back(self):
        steps = [step["name"] for step in self.run_pipeline("pipe")["steps"]]
        self.assertEqual(len(steps), 2)
        answer = self.delete("pipe")
        self.assertEqual(answer.status, 200, answer)
        self.assertIn("deleted_ms", answer.json)
        self.assertEqual(self.listed("all=1"), [])
        self.assertEqual(self.listed("all=1&lifecycle=deleted"), sorted(["pipe", *steps]))
        self.assertEqual(self.listed("all=1&lifecycle=any"), sorted(["pipe", *steps]))
        self.assertEqual(self.world.call("GET", "/api/v1/jobs?lifecycle=gone").status, 400)
        self.assertEqual({self.stage(name) for name in ["pipe", *steps]}, {"deleted"})
        self.assertEqual(self.delete("pipe").status, 200, "again")
        answer = self.restore(steps[0])
        self.assertEqual(answer.status, 409, answer)
        self.assert_sentence(answer.errors[0]["message"], steps[0], "pipe", "restore")
        again = self.world.call("PUT", "/api/v1/jobs/pipe", {"document": pipeline(self.world.runs)})
        self.assertEqual(again.status, 409, again)
        self.assert_sentence(again.errors[0]["message"], "pipe", "deleted")
        answer = self.restore("pipe")
        self.assertEqual(answer.status, 200, answer)
        self.assertNotIn("deleted_ms", answer.json)
        self.assertEqual(self.listed("all=1"), sorted(["pipe", *steps]))
        self.assertEqual(self.stage("pipe"), "active")
        self.assertEqual(self.restore("pipe").status, 200, "again")
        self.assertEqual(self.delete("nothing").status, 404)
        self.assertEqual(self.restore("nothing").status, 404)

    def test_of_mlflows_clients_and_of_the_interface_are_the_same(self):
        self.world.submit("one", command("exit 0"))
        self.world.finished("one")
        self.assertEqual(self.world.call("POST", "/api/2.0/mlflow/runs/delete", {"run_id": "one"}).status, 200)
        self.assertEqual(self.listed("lifecycle=deleted"), ["one"])
        self.assertIn("deleted_ms", self.world.job("one"))
        self.assertEqual(self.restore("one").status, 200)
        self.assertEqual(self.stage("one"), "active")
        with sqlite3.connect(self.world.workspace / "workspace.db") as database:
            told = [row[0] for row in database.execute("SELECT what FROM change WHERE name = 'one' AND what LIKE '%e%d'"
                                                       " AND what IN ('deleted', 'restored') ORDER BY sequence")]
        database.close()
        self.assertEqual(told, ["deleted", "restored"])

    def test_must_have_ended(self):
        self.world.submit("busy", command("sleep 600"))
        self.world.running("busy")
        answer = self.delete("busy")
        self.assertEqual(answer.status, 409, answer)
        self.assert_sentence(answer.errors[0]["message"], "busy", "cancel")
        refused = self.world.call("POST", "/api/2.0/mlflow/runs/delete", {"run_id": "busy"})
        self.assertEqual(refused.json["error_code"], "INVALID_STATE")
        self.end_all(["busy"])
        self.assertEqual(self.delete("busy").status, 200)

    def test_are_gone_for_good_after_30_days_and_nothing_reuses_them(self):
        steps = [step["name"] for step in self.run_pipeline("old")["steps"]]
        self.world.submit("young", command("exit 0"))
        self.world.finished("young")
        self.delete("old")
        self.delete("young")
        self.world.kill_service()
        self.age("young", 29)
        self.age("old", 31)
        outside = self.world.folder / "outside.txt"
        outside.write_text("kept")
        jobs = self.world.workspace / "jobs"
        (jobs / steps[0] / "outputs" / "link").symlink_to(outside)
        self.world.must_start()
        wait_for(lambda: self.world.call("GET", "/api/v1/jobs/old").status == 404, "the removal")
        self.assertEqual(outside.read_text(), "kept")
        self.assertEqual({path.name for path in jobs.iterdir()} & {"old", *steps}, set())
        self.assertEqual(self.listed("all=1&lifecycle=any"), ["young"])
        self.assertEqual(self.world.run_counts(), {"first": 1, "second": 1})
        self.run_pipeline("new")
        self.assertEqual(self.world.run_counts(), {"first": 2, "second": 2}, "the cache named a job that is gone")
        self.run_pipeline("old")  # the name is free again, and now the steps are reused
        self.assertEqual(self.world.run_counts(), {"first": 2, "second": 2})
        self.assertEqual(self.restore("young").status, 200)

    def test_whose_outputs_others_show_are_kept_for_those(self):
        maker = self.run_pipeline("maker")
        taker = self.run_pipeline("taker")
        self.assertEqual(taker["steps"][0]["reused_from"], maker["steps"][0]["name"])
        self.delete("maker")
        self.world.kill_service()
        self.age("maker", 31)
        self.world.must_start()
        answer = self.restore("maker")
        self.assertEqual(answer.status, 409, answer)
        self.assert_sentence(answer.errors[0]["message"], "maker", "30 days")
        listing = self.world.call("GET", f"/api/v1/jobs/{taker['steps'][0]['name']}/files/outputs").json
        self.assertEqual([file["path"].rpartition("/")[2] for file in listing["files"]], ["x.txt"])

    def test_are_named_on_the_command_line(self):
        for name in ("one", "two"):
            self.world.submit(name, command("exit 0"))
            self.world.finished(name)
        answer = self.world.cli("job", "delete", "one", "nothing", "two")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("Deleted one.\nDeleted two.\n", answer.stdout)
        self.assertIn("There is no job nothing", answer.stderr)
        self.assertIn("two", self.world.cli("job", "list", "--deleted").stdout)
        self.assertNotIn("two", self.world.cli("job", "list").stdout)
        answer = self.world.cli("job", "restore", "two", "one")
        self.assertEqual((answer.returncode, answer.stdout), (0, "Restored two.\nRestored one.\n"), answer.stderr)
        self.assertEqual(self.listed(), ["one", "two"])
        self.assertEqual(self.world.cli("job", "delete").returncode, 2)


if __name__ == "__main__":
    unittest.main()
