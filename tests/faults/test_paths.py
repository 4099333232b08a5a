"""No path leads out of a job's folders: neither by its spelling, nor by a link that a job left there."""

import hashlib
import os
import unittest
import urllib.parse

from world import FaultBase, FaultTestCase, command

SECRET = "the canary sings outside"
PROXY = "/api/2.0/mlflow-artifacts/artifacts"


def spellings(target):
    """The ways to write the way up and out, to a file whose absolute path is given."""
    up = []
    for dots in ("..", "%2e%2e", "%2E%2e", ".%2e", "%252e%252e", "..%00", "..;", ". .", "...", "....", "%c0%ae%c0%ae",
                 "%uff0e%uff0e", "..%20", "\\..", "..\\", "..%5c", "%2e%2e%5c"):
        for slash in ("/", "%2f", "%252f", "//", "/./"):
            up.append(slash.join([dots] * 8) + slash + target.lstrip("/").replace("/", slash))
    absolute = [target, "/" + target, "//" + target, "%2f" + target.lstrip("/"), "%252f" + target.lstrip("/"),
                target.replace("/", "%2f"), target.replace("/", "%5c"), "file://" + target, "file:" + target,
                "\\\\localhost" + target, "~root" + target, "~", "$HOME", "${HOME}", "C:" + target.replace("/", "\\"),
                "/proc/self/root" + target, "/proc/self/cwd/../.." + target, "/dev/fd/3", "/proc/self/environ"]
    odd = ["x/../../../../../../../.." + target, "./../../../../../../.." + target, "%00" + target, target + "%00.txt",
           "a%00/../../../../.." + target, "..%0d%0a" + target, "%ff%fe" + target, "..", "../", ".", "./", "%2e", "",
           "../attempts", "..%2fattempts", "../../workspace.db", "..%2f..%2fworkspace.db", "../../../run", "../../service.lock",
           "attempts", "work/../../../workspace.db", "a" * 5000, "a/" * 2000, "%", "%2", "%zz", "a" * 300]
    return up + absolute + odd


LINKS = ("absolute", "relative", "folder", "root", "self", "cwd", "chain", "loop", "database")


class PathTestCase(FaultBase):

    def setUp(self):
        super().setUp()
        self.canary = self.world.folder / "canary" / "secret.txt"
        self.canary.parent.mkdir()
        self.canary.write_text(SECRET)
        self.world.must_start()
        outside, folder = self.canary, self.canary.parent
        self.world.submit("links", command(
            f"cd ../outputs && echo inside > inside.txt && mkdir -p deep && ln -s {outside} absolute"
            f" && ln -s ../../../../canary/secret.txt relative && ln -s {folder} folder && ln -s / root"
            " && ln -s /proc/self/environ self && ln -s /proc/self/cwd cwd && ln -s absolute chain && ln -s loop loop"
            f" && ln -s ../../../workspace.db database && ln {outside} hard; mkfifo pipe; true"))
        detail = self.world.finished("links")
        self.assertEqual(detail["status"], "Completed", self.world.log("links"))
        self.place = self.place_of("links")
        self.outside = self.picture()

    def place_of(self, run):
        uri = self.world.call("GET", f"/api/2.0/mlflow/runs/get?run_id={run}").json["run"]["info"]["artifact_uri"]
        return uri.partition(":")[2].lstrip("/").rpartition("artifacts/")[2]

    def picture(self):
        """All files outside the job's outputs that nobody may change through a path, with their contents."""
        found = {}
        outputs = self.world.workspace / "jobs" / "links" / "outputs"
        for path in self.world.folder.rglob("*"):
            if path.is_symlink() or not path.is_file() or outputs in path.parents or "workspace.db" in path.name:
                continue
            if path.name not in ("service.err", "service.log"):
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found

    def check(self, answer, what):
        self.assertNotIn(SECRET.encode(), answer.body, what)
        self.assertNotIn(b"root:x:0", answer.body, what)
        self.assertNotIn(b"SQLite format", answer.body, what)
        self.assertNotIn(b"ATELIER_", answer.body, what)
        self.assertNotEqual(answer.status, 500, (what, answer))

    def addresses(self, base):
        """The payloads below an address, and below folders in it."""
        for payload in spellings(str(self.canary)) + spellings("/etc/passwd"):
            for before in ("", "outputs/", "deep/"):
                yield f"{base}/{before}{payload}".replace(" ", "%20")

    def ask(self, method, address, body=None):
        """None where the client itself refuses to send such a line."""
        try:
            return self.world.call(method, address, body)
        except (ValueError, UnicodeError):
            return None


class EscapingPathsTestCase(PathTestCase):

    def test_read_nothing_of_a_jobs_files(self):
        count = 0
        for address in self.addresses("/api/v1/jobs/links/files"):
            answer = self.ask("GET", address)
            if answer is not None:
                self.check(answer, address)
                count += 1
        for link in LINKS:
            for below in ("", "/", "/secret.txt", "/etc/passwd", "/canary/secret.txt"):
                answer = self.world.call("GET", f"/api/v1/jobs/links/files/outputs/{link}{below}")
                self.check(answer, (link, below))
                self.assertNotEqual(answer.status, 200, (link, below))
        listed = self.world.call("GET", "/api/v1/jobs/links/files/outputs").json["files"]
        self.assertEqual({entry["path"].rpartition("/")[2] for entry in listed} - {"hard"}, {"inside.txt"})
        self.assertEqual(self.world.call("GET", "/api/v1/jobs/links/files/outputs/inside.txt").body, b"inside\n")
        for name in spellings(str(self.canary))[:40]:
            for rest in ("", "/log", "/files/outputs/inside.txt", "/metrics"):
                answer = self.ask("GET", f"/api/v1/jobs/{name}{rest}".replace(" ", "%20"))
                if answer is not None:
                    self.check(answer, name)
        self.assertGreater(count, 78)
        print(f"{count} payloads", flush=True)

    def test_read_nothing_through_the_artifacts(self):
        for address in self.addresses(f"{PROXY}/{self.place}"):
            answer = self.ask("GET", address)
            if answer is not None:
                self.check(answer, address)
        for payload in spellings(str(self.canary)):
            quoted = urllib.parse.quote(urllib.parse.unquote(payload, errors="surrogateescape"), safe="", errors="surrogateescape")
            for value in (payload.replace(" ", "%20"), quoted):
                for address in (f"/get-artifact?run_id=links&path={value}", f"/get-artifact?run_uuid=links&path={value}",
                                f"/get-artifact?run_id={value}&path=secret.txt", f"{PROXY}?path={value}",
                                f"{PROXY}?path={self.place}/{value}",
                                f"/api/2.0/mlflow/artifacts/list?run_id=links&path={value}"):
                    answer = self.ask("GET", address)
                    if answer is None:
                        continue
                    self.check(answer, address)
                    self.assertNotIn(b"secret.txt\"", answer.body.replace(value.encode(), b"") if answer.status == 200 else b"", address)
        for link in LINKS:
            for below in ("", "/secret.txt", "/etc/passwd"):
                for address in (f"{PROXY}/{self.place}/{link}{below}", f"/get-artifact?run_id=links&path={link}{below}"):
                    answer = self.world.call("GET", address)
                    self.check(answer, address)
                    self.assertNotEqual(answer.status, 200, address)

    def test_write_and_delete_nothing_outside(self):
        targets = spellings(str(self.canary)) + spellings(str(self.world.folder / "planted.txt"))
        for payload in targets:
            if payload.startswith("a/a/"):
                continue  # it makes folders, as asked, and deeper ones than this test may walk
            for before in ("", "deep/"):
                address = f"{PROXY}/{self.place}/{before}{payload}".replace(" ", "%20")
                for method, body in (("PUT", "planted"), ("DELETE", None)):
                    if method == "DELETE" and urllib.parse.unquote(payload).strip("./ ") == "":
                        continue
                    answer = self.ask(method, address, body)
                    if answer is not None:
                        self.check(answer, (method, address))
        for link in LINKS:
            for below in ("/planted.txt", "/canary/planted.txt", "/secret.txt", ""):
                for method, body in (("PUT", "planted"), ("DELETE", None)):
                    answer = self.world.call(method, f"{PROXY}/{self.place}/{link}{below}", body)
                    self.check(answer, (method, link, below))
        self.assertEqual(self.canary.read_text(), SECRET)
        after = self.picture()
        self.assertEqual({path for path in self.outside if path not in after}, set(), "deleted")
        self.assertEqual({path for path in after if path not in self.outside}, set(), "planted")
        self.assertEqual({path for path in after if self.outside[path] != after[path]}, set(), "changed")
        self.assertFalse(os.path.exists("/planted.txt"))
        self.assertEqual(self.world.job("links")["status"], "Completed")

    def test_name_no_job_asset_or_blob(self):
        for payload in spellings(str(self.canary)):
            payload = payload.replace(" ", "%20")
            for method, address, body in (
                    ("PUT", f"/api/v1/jobs/{payload}", {"document": command("exit 0")}),
                    ("PUT", f"/api/v1/data/{payload}", {"document": {"type": "uri_file", "path": str(self.canary)}}),
                    ("PUT", f"/api/v1/blobs/{payload}", "planted"),
                    ("PUT", f"/api/v1/snapshots/{payload}", {"files": []})):
                answer = self.ask(method, address, body)
                if answer is None:
                    continue
                self.check(answer, address)
                is_plain = urllib.parse.unquote(payload).isalnum()
                self.assertTrue(is_plain or answer.status in (400, 404, 413, 414, 431), (address, answer))
        self.assertEqual(self.canary.read_text(), SECRET)
        self.assertEqual({path.name for path in (self.world.workspace / "jobs").iterdir()} - {"links", "attempts"}, set())


class DeepFoldersTestCase(FaultTestCase):

    def test_are_listed_in_part_finished_and_removed(self):
        self.world.must_start()
        script = self.world.folder / "dig.py"
        script.write_text("import os\nos.chdir('../outputs')\nopen('top.txt', 'w').write('here')\n"
                          "for i in range(2000):\n    os.mkdir('d')\n    os.chdir('d')\n")
        self.world.submit("deeper", command(f"/usr/bin/python3 {script}; exit 0"))
        self.assertEqual(self.world.finished("deeper")["status"], "Completed", self.world.log("deeper"))
        for address in ("/api/2.0/mlflow/artifacts/list?run_id=deeper", "/api/2.0/mlflow/artifacts/list?run_id=deeper&path=d"):
            self.assertEqual(self.world.call("GET", address).status, 200, address)
        listing = self.world.call("GET", "/api/v1/jobs/deeper/files/outputs").json
        self.assertEqual([file["path"] for file in listing["files"]], ["top.txt"])
        self.assertEqual([warning["code"] for warning in listing["warnings"]], ["folder.too-deep"])
        self.assert_sentence(listing["warnings"][0]["message"], "256")
        self.assertEqual(self.world.call("GET", "/api/v1/jobs/deeper/files/outputs/top.txt").body, b"here")
        answer = self.world.cli("job", "download", "deeper", "--output", str(self.world.folder / "copy"))
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("warning: ", answer.stderr)
        self.assertEqual((self.world.folder / "copy" / "outputs" / "top.txt").read_text(), "here")
        uri = self.world.call("GET", "/api/2.0/mlflow/runs/get?run_id=deeper").json["run"]["info"]["artifact_uri"]
        place = uri.partition(":")[2].lstrip("/").rpartition("artifacts/")[2]
        self.assertEqual(self.world.call("PUT", f"{PROXY}/{place}/" + "d/" * 300 + "x", "text").status, 400)
        self.assertEqual(self.world.call("DELETE", f"{PROXY}/{place}/d").status, 200)
        self.assertEqual(os.listdir(self.world.workspace / "jobs" / "deeper" / "outputs"), ["top.txt"])


if __name__ == "__main__":
    unittest.main()
