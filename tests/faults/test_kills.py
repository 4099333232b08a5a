"""Clients, the service and supervisors are killed at random moments while pipelines run."""

import os
import random
import signal
import subprocess
import threading
import time
import unittest

from world import FINAL, PROGRAMS, FaultBase, step, wait_for

KILLS = int(os.environ.get("ATELIER_KILLS", "50"))
NOTE = 'echo "$ATELIER_JOB" >> {runs}; '
# A grandchild in a session of its own, which nobody's SIGTERM ends.
STRAY = "(setsid sh -c 'trap \"\" TERM HUP; sleep 600' >/dev/null 2>&1 &) ; "
LAST_CODE = 7


def pipeline(world, mark):
    """a, then b and c beside each other, then d, which fails with a code that the test knows."""
    note = NOTE.format(runs=world.runs) + f": {mark}; "
    folder = {"type": "uri_folder"}
    after_a = {"x": "${{parent.jobs.a.outputs.o}}"}
    return {"type": "pipeline", "jobs": {
        "a": step(note + "true ${{outputs.o}}", outputs={"o": folder}),
        "b": step(note + STRAY + "true ${{inputs.x}} ${{outputs.o}}", inputs=after_a, outputs={"o": folder}),
        "c": step(note + "sleep 0.05; true ${{inputs.x}} ${{outputs.o}}", inputs=after_a, outputs={"o": folder}),
        "d": step(note + f"true ${{{{inputs.x}}}} ${{{{inputs.y}}}}; exit {LAST_CODE}",
                  inputs={"x": "${{parent.jobs.b.outputs.o}}", "y": "${{parent.jobs.c.outputs.o}}"})}}


class KillTestCase(FaultBase):

    def check_pipelines(self, names):
        """Each is there and ended as its steps did, each step ran once, each exit code is right."""
        for name in names:
            self.world.finished(name, 120)
        counts = self.world.run_counts()
        self.assertEqual([name for name, count in counts.items() if count != 1], [], "ran more than once")
        for name in names:
            detail = self.world.job(name)
            self.assertEqual(detail["status"], "Failed", detail)
            codes = {}
            for each in detail["steps"]:
                attempts = self.world.job(each["name"])["attempts"]
                self.assertEqual(len(attempts), 1, attempts)
                codes[each["step"]] = attempts[-1].get("exit_code")
                self.assertEqual(counts.get(each["name"]), 1, each)
            self.assertEqual(codes, {"a": 0, "b": 0, "c": 0, "d": LAST_CODE}, name)
        wait_for(lambda: not self.world.job_processes(), "the end of all processes of jobs", 10)


class KilledClientsTestCase(KillTestCase):

    def test_lose_nothing_that_was_acknowledged(self):
        self.world.must_start()
        random.seed(1)
        acknowledged, named = [], []
        for number in range(KILLS):
            name = f"client-{number}"
            file = self.world.folder / "job.yml"
            file.write_text(
                f"type: pipeline\njobs:\n  a:\n    command: 'echo $ATELIER_JOB >> {self.world.runs}; true {number};"
                f" exit {number % 3}'\n    environment: azureml:atelier-base@latest\n")
            client = subprocess.Popen(
                [str(PROGRAMS / "atelier"), "job", "create", "-f", str(file), "-n", name, "--stream"],
                env=self.world.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, start_new_session=True)
            time.sleep(random.uniform(0, 0.5))
            client.kill()
            said, _ = client.communicate(timeout=10)
            named.append(name)
            if f"Submitted {name}" in said:
                acknowledged.append(name)
        there = {job["name"] for job in self.world.call("GET", "/api/v1/jobs?limit=1000").json["jobs"]}
        self.assertEqual(set(acknowledged) - there, set(), "acknowledged jobs are missing")
        self.assertLessEqual(there, set(named))
        for name in there:
            detail = self.world.finished(name)
            code = int(name.rpartition("-")[2]) % 3
            self.assertEqual(detail["status"], "Failed" if code else "Completed", detail)
            ran = self.world.job(detail["steps"][0]["name"])
            self.assertEqual([attempt.get("exit_code") for attempt in ran["attempts"]], [code])
        counts = self.world.run_counts()
        self.assertEqual(set(counts.values()) - {1}, set(), counts)
        self.assertEqual(len(counts), len(there))
        print(f"{KILLS} clients killed, {len(acknowledged)} acknowledged, {len(there)} submitted", flush=True)


class KilledServiceTestCase(KillTestCase):

    def test_loses_nothing_and_runs_nothing_twice(self):
        self.world.must_start()
        random.seed(2)
        names, done, problems = [], threading.Event(), []

        def submit():
            number = 0
            try:
                while not done.is_set():
                    name = f"service-{number}"
                    self.world.submit_through_kills(name, pipeline(self.world, name))
                    names.append(name)
                    number += 1
                    time.sleep(0.4)
            except BaseException as error:  # reported by the test's own thread
                problems.append(error)

        client = threading.Thread(target=submit)
        client.start()
        try:
            for _ in range(KILLS):
                time.sleep(random.uniform(0.02, 0.4))
                self.world.kill_service()
                self.world.must_start()
        finally:
            done.set()
            client.join(90)
        self.assertEqual(problems, [])
        self.check_pipelines(names)
        print(f"{KILLS} services killed beside {len(names)} pipelines", flush=True)

    def test_knows_what_ended_meanwhile_within_a_second(self):
        self.world.must_start()
        slowest = 0.0
        for number in range(5):
            name, gate = f"adopted-{number}", self.world.folder / f"gate-{number}"
            self.world.submit(name, step(
                NOTE.format(runs=self.world.runs) + f"while [ ! -e {gate} ]; do sleep 0.02; done; exit {40 + number}"))
            self.world.running(name)
            self.world.kill_service()
            gate.touch()
            wait_for(lambda: list((self.world.workspace / "jobs" / name / "attempts").glob("*/exit")), "the exit record")
            self.world.must_start()
            begin = time.monotonic()
            detail = self.world.finished(name)
            slowest = max(slowest, time.monotonic() - begin)
            self.assertEqual(detail["attempts"][-1].get("exit_code"), 40 + number, detail)
            self.assertEqual(self.world.run_counts()[name], 1)
        print(f"slowest adoption: {slowest * 1000:.0f} ms after the first answer", flush=True)
        self.assertLess(slowest, 1.0)

    def test_is_started_again_by_the_supervisors(self):
        self.world.must_start()
        self.world.submit("long", step(NOTE.format(runs=self.world.runs) + "sleep 600"))
        self.world.running("long")
        killed = self.world.kill_service()
        back = wait_for(self.world.service, "a service that nobody asked for", 20)
        self.assertNotEqual(back["pid"], killed)
        self.assertEqual(self.world.job("long")["status"], "Running")
        self.assertEqual(self.world.run_counts(), {"long": 1})
        self.end_all(["long"])
        self.assertEqual(self.world.job("long")["status"], "Canceled")


class KilledSupervisorsTestCase(KillTestCase):

    def test_leave_no_orphan_and_a_sentence(self):
        self.world.must_start()
        killed, number = 0, 0
        while killed < KILLS // 2:
            names = [f"lost-{number}-{i}" for i in range(2)]
            number += 1
            for name in names:
                self.world.submit(name, step(NOTE.format(runs=self.world.runs) + STRAY + "sleep 600"))
            wait_for(lambda: all(name in self.world.run_counts() for name in names), "the start of the jobs")
            for supervisor in self.world.supervisors():
                os.kill(supervisor, signal.SIGKILL)
                killed += 1
            for name in names:
                detail = self.world.finished(name)
                self.assertEqual(detail["status"], "Failed")
                self.assertEqual(detail["error"]["code"], "job.lost-supervisor")
                self.assert_sentence(detail["error"]["message"], "run it again")
            wait_for(lambda: not self.world.job_processes(), "the end of the killed supervisors' jobs", 5)
        counts = self.world.run_counts()
        self.assertEqual(set(counts.values()), {1}, counts)

    def test_at_any_moment_never_run_a_job_twice(self):
        self.world.must_start()
        random.seed(3)
        names, killed = [], 0
        while killed < KILLS - KILLS // 2:
            new = [f"random-{len(names) + i}" for i in range(3)]
            names += new
            for name in new:
                self.world.submit(name, step(NOTE.format(runs=self.world.runs) + STRAY + f"sleep 0.3; exit {LAST_CODE}"))
            moment = time.monotonic() + random.uniform(0, 0.3)
            while time.monotonic() < moment or not self.supervised(new):
                if all(self.world.has_status(name, *FINAL) for name in new):
                    break
                time.sleep(0.005)
            for supervisor in self.supervised(new):
                try:
                    os.kill(supervisor, signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    pass
        codes = set()
        for name in names:
            detail = self.world.finished(name)
            self.assertEqual(detail["status"], "Failed")
            codes.add(detail["error"]["code"])
            if detail["error"]["code"] == "job.exit-code":
                self.assertEqual(detail["attempts"][-1]["exit_code"], LAST_CODE)
        print(f"{killed} supervisors killed beside {len(names)} jobs: {sorted(codes)}", flush=True)
        self.assertLessEqual(codes, {"job.lost-supervisor", "job.exit-code"})
        counts = self.world.run_counts()
        self.assertEqual([name for name, count in counts.items() if count != 1], [], "ran more than once")
        wait_for(lambda: not self.world.job_processes(), "the end of all processes of jobs", 10)

    def supervised(self, names):
        """The supervisors of these jobs."""
        return [pid for pid, line in self.world.processes().items()
                if "atelier-jobd" in line.split(" ")[0] and any(f"/jobs/{name}/" in line for name in names)]


if __name__ == "__main__":
    unittest.main()
