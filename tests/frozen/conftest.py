"""The bundle that `nox -s package` has built, as a person starts it: nothing of ours around it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from bundle import identity

from tests.virtual_screen import virtual_screen

BUILT = identity.CHECKOUT / "build" / "package"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Bundle:
    """A bundle in a folder, and ways to start what is in it."""

    path: Path

    @property
    def desktop(self):
        if sys.platform == "darwin":
            return self.path / "Contents" / "MacOS" / identity.DESKTOP
        return self.path / (identity.DESKTOP + (".exe" if sys.platform == "win32" else ""))

    @property
    def console(self):
        return self.desktop.with_stem(identity.CONSOLE)

    def run(self, *arguments, **variables):
        """Start the app with the window, offscreen, and wait for its end."""
        return run(self.desktop, *arguments, **{"QT_QPA_PLATFORM": "offscreen"} | variables)


def run(program, *arguments, cwd=None, **variables):
    done = subprocess.run(
        [program, *arguments],
        env=plain_environment() | variables,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def plain_environment():
    """What a desktop gives to a program that it starts, with the test's own home."""
    wanted = ("HOME", "PATH", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "DISPLAY")
    own = {name: os.environ[name] for name in wanted if name in os.environ}
    own |= {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    return own | {"LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="session")
def bundle():
    name = f"{identity.NAME}.app" if sys.platform == "darwin" else identity.DESKTOP
    made = Bundle(BUILT / "bundle" / name)
    assert made.desktop.exists(), "there is no bundle yet: python3 dev.py package"
    return made


FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter):
    for line in terminalreporter.config.stash[FIGURES]:
        terminalreporter.write_line(line)


@pytest.fixture
def figures(request):
    """What was measured, a line each, which the end of the run tells."""
    return request.config.stash[FIGURES]


@pytest.fixture
def screen():
    """The environment of a program on an X server of the test's own."""
    with virtual_screen() as display:
        yield plain_environment() | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
