"""Builds the portable ZIP archive for Windows: the bundle in one folder."""

from __future__ import annotations

import time
import zipfile
from typing import TYPE_CHECKING

import source_date
from bundle import identity

if TYPE_CHECKING:
    from pathlib import Path


def make(bundle: Path, out: Path) -> list[Path]:
    """Write the archive of ``bundle`` into the folder ``out``; same bytes for the same bundle.

    Raises:
        KeyError: if SOURCE_DATE_EPOCH is not set.
        OSError: if it cannot be written.
    """
    name = f"{identity.DESKTOP}-{identity.read_version()}-windows-x64-portable"
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"{name}.zip"
    written = time.gmtime(source_date.get_epoch())[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as entries:
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                inside = f"{name}/{path.relative_to(bundle).as_posix()}"
                entry = zipfile.ZipInfo(inside, written)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0  # MS-DOS, whatever system packs it
                entries.writestr(entry, path.read_bytes())
    return [archive]
