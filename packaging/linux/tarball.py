"""Builds the portable tar.gz archive: the bundle in one folder."""

from __future__ import annotations

import gzip
import tarfile
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
    name = identity.get_file_name()
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"{name}.tar.gz"
    with (
        archive.open("wb") as file,
        gzip.GzipFile(
            "", "wb", compresslevel=6, fileobj=file, mtime=source_date.get_epoch()
        ) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as entries,
    ):
        for path in (bundle, *sorted(bundle.rglob("*"))):
            inside = name if path == bundle else f"{name}/{path.relative_to(bundle).as_posix()}"
            _add_entry(entries, path, inside)
    return [archive]


def _add_entry(entries: tarfile.TarFile, path: Path, inside: str) -> None:
    """Add one file, folder or link, with normalised owner, time and mode."""
    entry = entries.gettarinfo(path, inside)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = source_date.get_epoch()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    if entry.isreg():
        entry.type = tarfile.REGTYPE  # two names of one file would else be a link
        with path.open("rb") as file:
            entries.addfile(entry, file)
    else:
        entries.addfile(entry)
