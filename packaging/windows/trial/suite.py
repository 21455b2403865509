"""The project's own tests, those that are not of one system alone, run by the Windows Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bundle import identity

from windows.trial.report import expect

if TYPE_CHECKING:
    from windows.trial.machine import Machine

FOLDERS: Final = ("session", "report", "settings", "system", "inspection", "gateway/pasted")
"""Folders of tests/ that pass there; the others start programs or windows that are Linux's."""


_UNTOLD: Final = re.compile(r"SKIPPED \[\d+\] (\S+:\d+): not told by Wine: (.+)")
"""A line of pytest's about what ``tests/systems.py`` skips under Wine, and why."""


def run_suite(machine: Machine) -> str:
    """Run the tests, print which of them Wine cannot tell, and return how many passed.

    Raises:
        AssertionError: if one failed.
    """
    folders = [f"Z:{identity.CHECKOUT / 'tests' / folder}" for folder in FOLDERS]
    done = machine.run(
        machine.python, "-m", "pytest", "-q", "-rs", "--tb=short", "--color=no",
        "-p", "no:cacheprovider", "-p", "no:randomly",
        "--hypothesis-seed=0",  # whether Windows differs; new examples are for `dev.py fuzz`
        f"--rootdir=Z:{identity.CHECKOUT}", f"--config-file=Z:{identity.CHECKOUT}/pyproject.toml",
        "-m", "not timing and not frozen and not acceptance and not fuzz", *folders,
        timeout=3600, WINEQT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    lines = done.stdout.strip().splitlines()
    for where, why in list_untold(done.stdout):
        print(f"  not told by Wine  {where}: {why}")
    expect(done.returncode == 0, "\n".join(lines[-200:]) + done.stderr)
    return lines[-1]


def list_untold(printed: str) -> list[tuple[str, str]]:
    """List the tests that Wine cannot tell, and the reasons, out of what pytest printed."""
    return [(where.replace("\\", "/"), why) for where, why in _UNTOLD.findall(printed)]
