"""A desktop for tests: X server, window manager, accessibility bus; the studio in it, driven by name, mouse and
keys as a person does, and heard as a screen reader hears it."""

import functools
import os
import shutil
import subprocess

from world import wait_for

SCREEN = "1440x900x24"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", LAUNCHER)
INTERACTIVE = {"push button", "check box", "radio button", "combo box", "text", "entry", "spin button", "slider",
               "toggle button", "page tab", "list", "table", "tree", "menu item", "link"}
DEEPEST = 60
MOST_CHILDREN = 400  # of one widget: a table of thousands of rows is not walked to its end


def missing():
    """What the machine lacks, as a sentence; nothing where all is there."""
    gone = [name for name in PROGRAMS if shutil.which(name) is None]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        gone.append("pyatspi")
    return f"this machine has no {', '.join(gone)}" if gone else ""


def start(arguments, **more):
    """A part of the desktop. It ends when this process does: to end it before would end this process too, whose
    connection to the accessibility bus does not survive it. It does not hold the test's own output open."""
    return subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *arguments], stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def announced(arguments, option):
    """Starts a server that writes where it listens to a descriptor; that line."""
    reading, writing = os.pipe()
    start([*arguments, *(word.format(writing) for word in option)], pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading) as line:
        return line.readline().strip()


@functools.cache
def of_this_process():
    """One for all tests, because pyatspi keeps to the bus that it found first."""
    return Desktop()


class Desktop:
    def __init__(self):
        number = announced(["Xvfb", "-screen", "0", SCREEN, "-nolisten", "tcp"], ["-displayfd", "{}"])
        address = announced(["dbus-daemon", "--session", "--nofork", "--nopidfile"], ["--print-address={}"])
        self._variables = {"DISPLAY": ":" + number, "DBUS_SESSION_BUS_ADDRESS": address}
        os.environ.update(self._variables)
        start([LAUNCHER, "--launch-immediately"])
        self._manager = start(["openbox"])
        wait_for(self._has_window_manager, "the window manager", 20)
        import pyatspi  # looks for the bus as soon as it is imported
        self._atspi = pyatspi

    def _has_window_manager(self):
        if self._manager.poll() is not None:  # on a busy machine it may find the server too young, and give up
            self._manager = start(["openbox"])
        asked = subprocess.run(["xdotool", "get_num_desktops"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               check=False)
        return asked.returncode == 0

    def start(self, *arguments, environment):
        """A program in a window, which the caller ends."""
        return subprocess.Popen([str(argument) for argument in arguments], stdin=subprocess.DEVNULL, env={
            **environment, **self._variables, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})

    # What is seen

    def things(self):
        """Everything that shows, parents before children."""
        desktop = self._atspi.Registry.getDesktop(0)
        for application in range(desktop.childCount):
            yield from self._walk(desktop.getChildAtIndex(application), DEEPEST)

    def _walk(self, thing, depth):
        # A thing may go while it is looked at.
        try:
            if thing is None or depth == 0:
                return
            yield thing
            for place in range(min(thing.childCount, MOST_CHILDREN)):
                yield from self._walk(thing.getChildAtIndex(place), depth - 1)
        except Exception:  # pyatspi raises GLib's errors, which have no common class of its own
            return

    def shows(self, thing):
        try:
            return thing.getState().contains(self._atspi.STATE_SHOWING)
        except Exception:
            return False

    def find(self, name, role=None):
        """The first showing thing of exactly that name, else the first whose name begins so."""
        beginning = None
        for thing in self.things():
            try:
                if not thing.name.startswith(name) or (role and thing.getRoleName() != role) or not self.shows(thing):
                    continue
                if thing.name == name:
                    return thing
                beginning = beginning or thing
            except Exception:
                continue
        return beginning

    def wait_for(self, name, role=None):
        try:
            return wait_for(lambda: self.find(name, role), f"{role or 'a thing'} called {name!r}", 20, 0.1)
        except AssertionError as error:
            raise AssertionError(f"{error}; there is: {self.heard()}") from None

    def is_active(self, name):
        """Whether keys go to the window of that name."""
        frame = self.find(name, "frame")
        return frame is not None and frame.getState().contains(self._atspi.STATE_ACTIVE)

    def heard(self):
        return ", ".join(sorted({thing.name for thing in self.things() if thing.name and self.shows(thing)}))

    def unnamed(self):
        """Roles of the controls that have no name."""
        return [thing.getRoleName() for thing in self.things()
                if self.shows(thing) and thing.getRoleName() in INTERACTIVE and not thing.name]

    # What is done

    def press(self, name, role=None):
        """What a screen reader's user does: the thing's own action."""
        self.wait_for(name, role).queryAction().doAction(0)

    def click(self, name, role=None):
        box = self.wait_for(name, role).queryComponent().getExtents(self._atspi.DESKTOP_COORDS)
        self._xdotool("mousemove", box.x + box.width // 2, box.y + box.height // 2, "click", 1)

    def key(self, *keys):
        self._xdotool("key", "--delay", 60, *keys)

    def type(self, text):
        self._xdotool("type", "--delay", 25, text)

    def _xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True)
