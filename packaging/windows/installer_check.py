"""Checks on other systems that the Windows installer compiles, with the bundle of that system."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bundle import identity

from windows import installer


def make(bundle: Path, out: Path) -> list[Path]:
    """Write an installer of this system's bundle, which does not run on Windows.

    Raises:
        CalledProcessError: if makensis failed; its output is printed.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "bundle")
        shutil.copytree(bundle, files)
        for program in (identity.DESKTOP, identity.CONSOLE):
            (files / program).rename(files / f"{program}.exe")
        return installer.make(files, out, installer.FAST_COMPRESSOR)
