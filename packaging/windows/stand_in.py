"""The installer for Windows over another system's bundle: does it compile, with all files in it?"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bundle import identity

from windows import installer


def make(bundle: Path, out: Path) -> list[Path]:
    """Write an installer that installs nothing Windows could start.

    Raises:
        CalledProcessError: if makensis failed; what it said is printed.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "bundle")
        shutil.copytree(bundle, files)
        for program in (identity.DESKTOP, identity.CONSOLE):
            (files / program).rename(files / f"{program}.exe")
        return installer.make(files, out, installer.QUICK)
