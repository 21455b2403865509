"""Sorts the entries of base_library.zip: PyInstaller's order differs from run to run."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "base_library.zip"


def sort_entries(archive: Path) -> None:
    """Rewrite the archive sorted by module name; Python looks modules up by name, in any order.

    Raises:
        OSError: if there is no such file, or it cannot be written.
        BadZipFile: if it is no archive.
    """
    with zipfile.ZipFile(archive) as opened:
        entries = [(one, opened.read(one)) for one in opened.infolist()]
    with zipfile.ZipFile(archive, "w") as written:
        for info, content in sorted(entries, key=lambda entry: entry[0].filename):
            written.writestr(info, content)
