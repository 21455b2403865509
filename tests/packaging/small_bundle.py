"""A bundle of a few files, for tests of what is made of bundles."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from bundle import identity

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = 1_764_000_000


def small_bundle(folder: Path, ending: str = "") -> Path:
    """Both programs, a library, a file with a name of all sorts; returns the folder of them."""
    made = folder / identity.DESKTOP
    inside = made / "_internal" / "deep folder"
    inside.mkdir(parents=True)
    for program in (identity.DESKTOP, identity.CONSOLE):
        shutil.copy(shutil.which("true") or sys.executable, made / (program + ending))
    (made / "_internal" / "library.so.6").write_bytes(b"no library")
    (made / "_internal" / "library.so.6").chmod(0o755)
    (inside / "$ Übersicht.txt").write_text("text", encoding="utf-8")
    return made
