"""A person's desktop in a fresh system: a screen, a bus, a keyring, and a hand on the keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tests.acceptance.fresh_root import CLEAN, PERSON, FreshRoot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Seen = TypeVar("Seen")

PATIENCE = 30.0
"""Seconds that anything may take on a slow machine."""

LOGIN = """
mkdir -p ~/.local/share/keyrings
printf only-for-tests | gnome-keyring-daemon --unlock --components=secrets >/dev/null
exec sh
"""
DONE = "-- done"
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(["grab"])
picture = application.primaryScreen().grabWindow(0)
assert picture.save(sys.argv[1])
shown = picture.toImage()
dots = ((x, y) for x in range(0, shown.width(), 3) for y in range(0, shown.height(), 3))
print(len({shown.pixel(*dot) for dot in dots}))
"""
"""Saves a picture of the screen, and prints how many colours are in it."""

COLOURS_OF_TEXT = 20
"""Fewer are on a screen where only a frame or a background is drawn yet."""


@dataclass
class DesktopSession:
    """Who is logged in, and on which screen."""

    root: FreshRoot
    shell: subprocess.Popen[str]
    display: str

    def run(self, command: str) -> str:
        """Run a line of shell as the person, in their session; returns what it printed."""
        assert self.shell.stdin is not None
        assert self.shell.stdout is not None
        self.root.note(f"{PERSON}$ {command}")
        self.shell.stdin.write(f"{command}\necho; echo '{DONE}'\n")
        self.shell.stdin.flush()
        said: list[str] = []
        while (line := self.shell.stdout.readline().rstrip("\n")) != DONE:
            assert self.shell.poll() is None, "\n".join(said)
            said.append(line)
        text = "\n".join(said).strip()
        self.root.transcript += [f"  {line}" for line in text.splitlines()]
        return text

    def hand(self, *arguments: str) -> str:
        """Let xdotool type, or look for a window."""
        done = subprocess.run(
            ["xdotool", *arguments], env=os.environ | {"DISPLAY": self.display},
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        self.hand("key", "--delay", "80", *names)

    def focus(self, window: str) -> None:
        """Let a window have the keys, once it can; no window manager is there to do it."""

        def has_it() -> bool:
            self.hand("windowfocus", window)
            return self.hand("getwindowfocus").strip() == window

        until(has_it, "the window has the keys")

    def text(self, text: str) -> None:
        """Type a text."""
        self.hand("type", "--delay", "4", text)

    def windows(self, kind: str) -> list[str]:
        """The visible windows of a program, by the class that its desktop entry names."""
        return self.hand("search", "--onlyvisible", "--class", f"^{kind}$").split()

    def picture(self, file: Path, colours: int = COLOURS_OF_TEXT) -> None:
        """Save what is on the screen, once that many colours are on it."""
        until(lambda: self._grabbed(file) > colours, "text on the screen")
        self.root.note(f"({file.name} shows the screen)")

    def _grabbed(self, file: Path) -> int:
        environment = os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", GRAB, str(file)]
        return int(subprocess.check_output(command, env=environment, text=True))


def until(variant: Callable[[], Seen], what: str) -> Seen:
    """Look again and again until there is something to see; returns it."""
    end = time.monotonic() + PATIENCE
    while not (seen := variant()):
        assert time.monotonic() < end, f"not within {PATIENCE:.0f} s: {what}"
        time.sleep(0.1)
    return seen


@contextmanager
def logged_in(root: FreshRoot) -> Iterator[DesktopSession]:
    """A session with an unlocked keyring, for as long as the block lasts."""
    with _screen() as display:
        person = ["setpriv", "--reuid=1000", "--regid=1000", "--clear-groups", "--"]
        environment = CLEAN | {
            "HOME": f"/home/{PERSON}",
            "USER": PERSON,
            "XDG_RUNTIME_DIR": "/run/user/1000",
            "DISPLAY": display,
        }
        shell = subprocess.Popen(
            [*root.entrance(), *person, "dbus-run-session", "--", "sh", "-c", f"cd; {LOGIN}"],
            env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield DesktopSession(root, shell, display)
        finally:
            shell.kill()
            shell.communicate()


@contextmanager
def _screen() -> Iterator[str]:
    """An X server of its own on this machine, which the fresh system reaches by its network."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1400x1000x24",
            "-nolisten", "tcp", "-ac",  # whoever is on this machine may come in: it is a test's
        ],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait(10)
