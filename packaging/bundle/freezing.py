"""Runs PyInstaller, in the same way for whatever is frozen."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def freeze(spec: Path, work: Path, made: Path, cache: Path) -> None:
    """Make what a spec file describes.

    Args:
        spec: the spec file.
        work: a folder for what is only needed meanwhile.
        made: the folder that the bundle is put into.
        cache: a new folder each time, so that nothing of an earlier build is taken.

    Raises:
        subprocess.CalledProcessError: if PyInstaller failed; it has told why.
    """
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
            f"--workpath={work}", f"--distpath={made}", str(spec),
        ],
        check=True,
        # No cache of an earlier build, and no order that depends on a random seed.
        env=os.environ | {"PYTHONHASHSEED": "0", "PYINSTALLER_CONFIG_DIR": str(cache)},
    )  # fmt: skip
