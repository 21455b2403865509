"""The project's own tests, those that are not of one system alone, run by the Windows Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bundle import identity

from windows.trial.report import expect

if TYPE_CHECKING:
    from windows.trial.machine import Machine

FOLDERS: Final = ("session", "report", "settings", "system", "inspection", "gateway/pasted")
"""Folders of tests/ that pass there; the others start programs or windows that are Linux's."""


def run_suite(machine: Machine) -> str:
    """Run the tests, and return how many passed.

    Raises:
        AssertionError: if one failed.
    """
    folders = [f"Z:{identity.CHECKOUT / 'tests' / folder}" for folder in FOLDERS]
    done = machine.run(
        machine.python, "-m", "pytest", "-q", "-rs", "--tb=short", "--color=no",
        "-p", "no:cacheprovider",
        f"--rootdir=Z:{identity.CHECKOUT}", f"--config-file=Z:{identity.CHECKOUT}/pyproject.toml",
        "-m", "not timing and not frozen and not acceptance and not fuzz", *folders,
        timeout=3600, WINEQT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    lines = done.stdout.strip().splitlines()
    expect(done.returncode == 0, "\n".join(lines[-60:]) + done.stderr)
    return lines[-1]
