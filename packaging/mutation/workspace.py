"""A copy of the checkout in which faults are tried, so that programs which tests start have them.

A mutant is tried in a process of its own, forked from one that has read pytest already. It has a
time limit and a limit of memory, and with it ends whatever it started.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.process import BaseProcess

CHECKOUT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = CHECKOUT / "build" / "mutants"
MARKS: Final = "not timing and not frozen and not acceptance and not fuzz"
PYTEST_OPTIONS: Final = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-m", MARKS)
NOTHING_FAILED: Final = frozenset({0, 5})
"""What pytest ends with where each test passed, and where there was none to run."""

MAX_MEMORY: Final = 8 * 2**30
"""Of a process, bytes of addresses: a fault in a bound must not take the machine with it."""


def make_workspace(name: str) -> Path:
    """Copy what git knows of the checkout, as it stands now, and return where."""
    workspace = FOLDER / name
    shutil.rmtree(workspace, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - the developer's
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    for file in listed.stdout.decode().split("\0"):
        if file and (CHECKOUT / file).is_file():
            (workspace / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / file, workspace / file)
    return workspace


def load_before_fork() -> None:
    """Import what every test needs, once for all mutants; no more: tests ask what is imported."""
    importlib.import_module("pytest")


@dataclass(slots=True)
class TestRun:
    """Tests that run in a process; ``started`` and ``limit`` in seconds of the monotonic clock."""

    __test__ = False  # pytest: it is none

    process: BaseProcess
    started: float
    limit: float

    def is_over(self) -> bool:
        """Return whether it has ended; one that takes too long is ended, with all it started."""
        if self.process.is_alive() and time.monotonic() - self.started < self.limit:
            return False
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.join()
        return True

    @property
    def code(self) -> int | None:
        """What pytest ended with, negative for a signal."""
        return self.process.exitcode

    @property
    def has_noticed(self) -> bool:
        """Whether a test failed, or none could be run to its end."""
        return self.code not in NOTHING_FAILED


def start_tests(workspace: Path, tests: Sequence[str], limit: float, log: Path) -> TestRun:
    """Start tests until the first that fails, in a process of their own.

    Args:
        workspace: the copy of the checkout that they are of.
        tests: their names, as pytest writes them.
        limit: after how many seconds they are ended.
        log: where what they print goes to.

    Raises:
        OSError: on Windows, which cannot fork.
    """
    if sys.platform != "win32":
        fork = multiprocessing.get_context("fork")
        process = fork.Process(target=_run_tests, args=(workspace, tests, log))
        process.start()
        _lead_group(process.pid or 0)
        return TestRun(process, time.monotonic(), limit)
    raise OSError("mutants are tried where a process can fork")


def _lead_group(pid: int) -> None:
    """Make a process the first of a group, so that all of it can be ended; both sides do so."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)


def _run_tests(workspace: Path, tests: Sequence[str], log: Path) -> None:
    """Be the process that runs the tests."""
    import pytest

    _lead_group(os.getpid())
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    os.chdir(workspace)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.dont_write_bytecode = True
    here = str(CHECKOUT / "packaging")
    sys.path[:] = [folder for folder in sys.path if folder not in {here, "", str(CHECKOUT)}]
    with log.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    names = log.with_suffix(".tests")
    names.write_text("\n".join(tests), encoding="utf-8")
    os._exit(int(pytest.main([*PYTEST_OPTIONS, "-x", "--tb=short", f"@{names}"])))
