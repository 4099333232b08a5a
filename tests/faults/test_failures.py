"""What goes wrong in a step, or around the workspace, is said in a sentence that helps."""

import os
import shutil
import socket
import sqlite3
import stat
import subprocess
import unittest

from world import (ENVIRONMENT, PROGRAMS, FaultTestCase, command, mount_small_disk, remount_read_only,
                   wait_for)


def yaml_command(text):
    return f"type: command\ncommand: {text}\nenvironment: {ENVIRONMENT}\n"


class FailingStepsTestCase(FaultTestCase):

    def setUp(self):
        super().setUp()
        self.world.must_start()

    def ended(self, name, document, code):
        self.world.submit(name, document)
        detail = self.world.finished(name)
        self.assertEqual(detail["status"], "Failed", detail)
        self.assertEqual(detail["error"]["code"], code, detail)
        self.assert_sentence(detail["error"]["message"])
        return detail

    def test_show_their_code_their_last_lines_and_what_waits_for_them(self):
        file = self.world.folder / "job.yml"
        file.write_text(f"""type: pipeline
jobs:
  first:
    command: 'for i in $(seq 60); do echo line $i; done; echo the disk of sorrow is full >&2; exit 23'
    environment: {ENVIRONMENT}
    outputs:
      o:
        type: uri_folder
  second:
    command: 'true ${{{{inputs.i}}}} ${{{{outputs.o}}}}'
    environment: {ENVIRONMENT}
    inputs:
      i: ${{{{parent.jobs.first.outputs.o}}}}
    outputs:
      o:
        type: uri_folder
  third:
    command: 'true ${{{{inputs.i}}}}'
    environment: {ENVIRONMENT}
    inputs:
      i: ${{{{parent.jobs.second.outputs.o}}}}
""".replace("'for", "'echo ${{outputs.o}} > /dev/null; for"))
        answer = self.world.cli("job", "create", "-f", str(file), "-n", "failing", "--stream")
        self.assertEqual(answer.returncode, 1, answer.stderr)
        said = answer.stdout
        for part in ("first failed", "exit code 23", "the disk of sorrow is full", "line 60",
                     "Skipped because of it: second, third", "Failed"):
            self.assertIn(part, said)
        self.assertNotIn("line 10\n", said)
        detail = self.world.job("failing")
        self.assertEqual({each["step"]: each["status"] for each in detail["steps"]},
                         {"first": "Failed", "second": "Skipped", "third": "Skipped"})
        shown = self.world.cli("job", "show", "failing")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("Skipped", shown.stdout)

    def test_name_a_python_module_that_is_missing(self):
        detail = self.ended("module", command("python -c 'import no_such_module_anywhere'"), "job.missing-module")
        self.assert_sentence(detail["error"]["message"], "no_such_module_anywhere", "install")

    def test_name_a_program_that_is_missing(self):
        detail = self.ended("program", command("no-such-program-anywhere --now"), "job.command-not-found")
        self.assertEqual(detail["attempts"][-1]["exit_code"], 127)
        self.assertIn("no-such-program-anywhere", self.world.log("program"))

    def test_are_stopped_when_their_time_is_over(self):
        detail = self.ended("slow", command("sleep 600", limits={"timeout": 1}), "job.timeout")
        self.assertIn("limits.timeout", detail["error"]["message"])

    def test_say_which_signal_ended_them(self):
        detail = self.ended("signal", command("kill -SEGV $$"), "job.signal")
        self.assertEqual(detail["attempts"][-1]["signal"], 11)

    def test_keep_every_exit_code(self):
        codes = (0, 1, 2, 3, 77, 126, 127, 128, 137, 200, 255)
        for code in codes:
            self.world.submit(f"code-{code}", command(f"exit {code}"))
        for code in codes:
            detail = self.world.finished(f"code-{code}")
            self.assertEqual(detail["attempts"][-1]["exit_code"], code)
            self.assertEqual(detail["status"], "Failed" if code else "Completed")

    def test_are_canceled_whatever_they_ignore(self):
        self.world.submit("stubborn", command("(setsid sh -c 'trap \"\" TERM; sleep 600' &); trap '' INT HUP; sleep 600"))
        self.world.running("stubborn")
        self.world.call("POST", "/api/v1/jobs/stubborn/cancel", {})
        self.assertEqual(self.world.finished("stubborn")["status"], "Canceled")
        wait_for(lambda: not self.world.job_processes(), "the end of the canceled job's processes", 15)

    def test_that_delete_their_own_folders_still_end(self):
        self.world.submit("vandal", command('rm -rf "$PWD"/../* ; exit 9'))
        detail = self.world.finished("vandal")
        self.assertEqual((detail["status"], detail["attempts"][-1].get("exit_code")), ("Failed", 9), detail)

    def test_that_flood_their_log_do_not_hurt(self):
        self.world.submit("flood", command("yes 'a line of a log that nobody will ever read' | head -c 100000000; exit 3"))
        detail = self.world.finished("flood")
        self.assertEqual(detail["attempts"][-1]["exit_code"], 3)
        tail = self.world.call("GET", "/api/v1/jobs/flood/log?offset=99999000")
        self.assertEqual((tail.status, len(tail.body)), (200, 1000))


class TakenPortsTestCase(FaultTestCase):

    def occupy(self, port):
        taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.addCleanup(taken.close)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        wait_for(lambda: self.tries(taken, port), "the port for the test", 10)
        taken.listen()
        return taken

    @staticmethod
    def tries(taken, port):
        try:
            taken.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False

    def test_are_exchanged_where_no_job_knows_them(self):
        self.world.must_start()
        port = self.world.port
        self.world.kill_service()
        self.occupy(port)
        self.world.must_start()
        self.assertNotEqual(self.world.port, port)
        self.world.submit("there", command('python -c "import mlflow; mlflow.log_metric(\'a\', 1)"',
                                           environment_variables={"NO_PROXY": "127.0.0.1"}))
        self.assertEqual(self.world.finished("there")["status"], "Completed")

    def test_are_a_sentence_while_a_job_logs_there(self):
        self.world.must_start()
        port, gate = self.world.port, self.world.folder / "gate"
        self.world.submit("logging", command(f"while [ ! -e {gate} ]; do sleep 0.05; done; exit 5"))
        self.world.running("logging")
        self.world.kill_service()
        taken = self.occupy(port)
        problem = self.world.start()
        self.assertIsNotNone(problem)
        self.assertIn("service.port-taken", problem)
        self.assertIn(f"Port {port} is used by another program", problem)
        answer = self.world.cli("job", "list")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn(f"Port {port} is used by another program", answer.stdout + answer.stderr)
        taken.close()
        self.world.must_start()
        self.assertEqual(self.world.port, port)
        gate.touch()
        self.assertEqual(self.world.finished("logging")["attempts"][-1]["exit_code"], 5)


class WorkspacesTestCase(FaultTestCase):

    def test_of_a_newer_version_are_left_alone(self):
        self.stopped()
        database = self.world.workspace / "workspace.db"
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA user_version = 9999")
        connection.close()
        before = database.read_bytes()
        problem = self.world.start()
        self.assertIsNotNone(problem)
        self.assertIn("newer version", problem)
        answer = self.world.cli("job", "list")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("newer version", answer.stdout + answer.stderr)
        self.assertEqual(database.read_bytes(), before)
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA user_version").fetchone()

    def test_that_are_no_databases_are_left_alone(self):
        self.stopped()
        database = self.world.workspace / "workspace.db"
        for data in (b"this is no database at all" * 1000, b"\0" * 100_000, os.urandom(8192)):
            for name in ("workspace.db-wal", "workspace.db-shm"):
                (self.world.workspace / name).unlink(missing_ok=True)
            database.write_bytes(data)
            problem = self.world.start()
            self.assertIsNotNone(problem)
            self.assert_sentence(self.world.cli("job", "list").stderr.strip().splitlines()[-1])
            self.assertEqual(database.read_bytes(), data)

    def test_have_one_service_only(self):
        self.world.must_start()
        pid = self.world.service_pid()
        problem = self.world.start()
        self.assertIsNotNone(problem)
        self.assertIn("lock.held", problem)
        self.assertIn(str(pid), problem)
        self.assertEqual(self.world.service_pid(), pid)

    def test_have_one_service_however_many_ask_at_once(self):
        self.stopped()
        clients = [subprocess.Popen([str(PROGRAMS / "atelier"), "job", "list"], env=self.world.environment,
                                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                   for _ in range(8)]
        said = [client.communicate(timeout=60)[0] for client in clients]
        self.assertEqual([client.returncode for client in clients], [0] * len(clients), said)
        # Those that came too late wait a moment for the lock before they give up.
        wait_for(lambda: sum("atelierd" in line.split(" ")[0] for line in self.world.processes().values()) == 1,
                 "the end of all services but one", 15)
        self.assertEqual(self.world.job("before")["status"], "Completed")

    def test_that_are_gone_are_said_to_be_gone(self):
        shutil.rmtree(self.world.workspace)
        answer = self.world.cli("-w", str(self.world.workspace), "job", "list")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn(str(self.world.workspace), answer.stderr)


@unittest.skipIf(os.geteuid() != 0, "only root can mount a file system")
class ReadOnlyWorkspacesTestCase(FaultTestCase):

    def test_are_a_sentence(self):
        mount_small_disk(self, self.world.workspace, "16m")
        self.world.must_start()
        self.world.submit("before", command("exit 0"))
        self.world.finished("before")
        self.world.kill_service()
        remount_read_only(self.world.workspace)
        problem = self.world.start()
        self.assertIsNotNone(problem)
        answer = self.world.cli("job", "list")
        self.assertNotEqual(answer.returncode, 0)
        self.assertRegex(answer.stderr, r"(?i)read-only")
        self.assert_sentence(answer.stderr.strip().splitlines()[-1])


@unittest.skipIf(os.geteuid() == 0, "root writes wherever it likes")
class ForbiddenWorkspacesTestCase(FaultTestCase):

    def test_are_a_sentence(self):
        self.stopped()
        os.chmod(self.world.workspace, stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(os.chmod, self.world.workspace, 0o700)
        answer = self.world.cli("job", "list")
        self.assertNotEqual(answer.returncode, 0)
        self.assertRegex(answer.stderr, r"(?i)permission")


if __name__ == "__main__":
    unittest.main()
