"""A training loop that logs while its service is killed."""

import os
import random
import time
import unittest

from world import FaultTestCase, command, wait_for

STEPS = int(os.environ.get("ATELIER_METRICS", "2000"))
KILLS = 5
LOOP = f"""
import mlflow
for step in range({STEPS}):
    mlflow.log_metric("loss", 1 / (step + 1), step=step)
print("logged all", flush=True)
"""


class KilledServiceUnderTrainingTestCase(FaultTestCase):

    def points(self):
        answer = self.world.call("GET", "/api/v1/jobs/training/metrics/loss?limit=100000")
        return answer.json["points"] if answer.status == 200 else []

    def test_loses_no_metric_and_keeps_none_twice(self):
        self.world.must_start()
        random.seed(4)
        script = self.world.folder / "loop.py"
        script.write_text(LOOP)
        self.world.submit("training", command(f"python {script}", environment_variables={"NO_PROXY": "127.0.0.1"}))
        kills = 0
        for kill in range(KILLS):
            wanted = (kill + 1) * STEPS // (KILLS + 2)
            wait_for(lambda: len(self.points()) >= wanted or self.world.has_status("training", "Failed"),
                     f"the metric of step {wanted}", 60, 0.005)
            kills += self.world.kill_service() != 0
            time.sleep(random.uniform(0, 0.3))
            self.world.must_start()
        detail = self.world.finished("training", 90)
        self.assertEqual(kills, KILLS)
        self.assertEqual(detail["status"], "Completed", self.world.log("training")[-2000:])
        self.assertIn("logged all", self.world.log("training"))
        steps = [point[0] for point in self.points()]
        self.assertEqual(sorted(steps), list(range(STEPS)))
        for step, _, value in self.points():
            self.assertEqual(value, 1 / (step + 1))


if __name__ == "__main__":
    unittest.main()
