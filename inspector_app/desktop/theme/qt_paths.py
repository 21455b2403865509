"""Paths of Qt's own files: its plugins and its translations."""

from __future__ import annotations

import sys
from pathlib import Path

import PySide6


def get_bundled_path(name: str) -> Path:
    """The bundle's folder of Qt's ``plugins`` or ``translations``, as in PySide's wheels.

    Built here, because Qt parses the folder that PySide sets as a list, and so up to a comma.
    """
    binding = Path(PySide6.__file__).parent
    return (binding if sys.platform == "win32" else binding / "Qt") / name
