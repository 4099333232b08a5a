"""The studio in a real window, driven from outside by what a screen reader hears, and by mouse and keys."""

from studio import WindowTestCase, command, is_alive, wait_for

TABS = ("Overview", "Metrics", "Outputs + logs", "Code", "Child jobs")
LOGS = """for step in 1 2 3; do
    echo epoch $step
done
exec sleep 600
"""


def open_job(desktop, words, title):
    """By the command palette."""
    desktop.key("ctrl+k")
    desktop.wait_for("What was found", "list")
    desktop.type(words)
    desktop.wait_for(title, "list item")
    desktop.key("Return")


class NamesTestCase(WindowTestCase):

    def walk(self, place, sign):
        self.desktop.wait_for(sign)
        self.assertEqual(self.desktop.unnamed(), [], place)

    def test_every_control_of_every_page_has_a_name(self):
        self.walk("Home", "Recent jobs")
        self.desktop.key("alt+2")
        self.walk("Jobs", "New job")
        self.desktop.key("ctrl+comma")
        self.walk("Settings", "Appearance")
        open_job(self.desktop, "broken", "A broken job")
        self.walk("Job", "Overview")
        for tab in TABS:
            if self.desktop.find(tab, "page tab"):
                self.desktop.press(tab, "page tab")
                self.walk(tab, tab)


class PersonTestCase(WindowTestCase):

    def test_a_job_is_followed_and_canceled_by_keys_and_mouse(self):
        self.world.submit("runs", command(LOGS, display_name="A job that runs"))
        self.world.running("runs")
        self.desktop.wait_for("1 running")
        open_job(self.desktop, "that runs", "A job that runs")
        self.desktop.click("Cancel", "push button")
        self.assertEqual(self.world.finished("runs")["status"], "Canceled")
        self.desktop.wait_for("Canceled")
        wait_for(lambda: self.desktop.find("1 running") is None, "the end of what runs in the command bar")

    def test_the_window_outlives_its_service_and_says_so(self):
        self.world.kill_service()
        wait_for(self.world.service, "the service's return")
        self.world.submit("after", command("exit 0", display_name="A job afterwards"))
        self.desktop.wait_for("A job afterwards")
        self.assertTrue(is_alive(self.studio.pid))

    def close(self):
        def is_closed():
            self.desktop.key("alt+F4")  # again, where the window manager was not listening yet
            return self.studio.poll() is not None
        wait_for(is_closed, "the end of the studio", 20, 1)
        self.assertEqual(self.studio.returncode, 0)

    def test_a_window_that_closes_while_it_saves_leaves_a_whole_file_or_none(self):
        points = 5000
        self.world.submit("logs", command(
            f"""python3 -c "import mlflow; [mlflow.log_metric('loss', i, step=i) for i in range({points})]" """,
            display_name="A job that logs"))
        self.world.finished("logs")
        open_job(self.desktop, "that logs", "A job that logs")
        self.desktop.press("Metrics", "page tab")
        self.desktop.click("More for loss")
        self.desktop.wait_for("Export as CSV…")
        self.desktop.key("Up", "Return")  # the menu's last
        self.desktop.wait_for("Export loss")
        target = self.world.folder / "loss.csv"
        self.desktop.key("ctrl+a")
        self.desktop.type(str(target))
        self.desktop.key("Return")
        self.close()
        if target.exists():
            self.assertEqual(len(target.read_text().splitlines()), points + 1)
        self.assertEqual(list(self.world.folder.glob(".*loss*")), [])

    def test_a_closed_window_ends_its_program_and_leaves_the_jobs(self):
        self.world.submit("stays", command(LOGS, display_name="A job that stays"))
        self.world.running("stays")

        self.close()
        self.assertEqual(self.world.job("stays")["status"], "Running")
        self.end_all(["stays"])
