"""Hash, size, checksums and modification times of a whole folder tree."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def iter_entries(root: Path) -> Iterator[Path]:
    """Iterate over a folder tree in the same order on every system; links are not followed."""
    for path in sorted(root.iterdir(), key=lambda path: path.name):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from iter_entries(path)


def compute_listing(root: Path) -> dict[str, str]:
    """Map the relative path of each file and link to its mode and content hash, or target."""
    return {
        path.relative_to(root).as_posix(): (
            f"-> {path.readlink().as_posix()}"
            if path.is_symlink()
            else f"{path.stat().st_mode & 0o777:o} {compute_sha256(path)}"
        )
        for path in iter_entries(root)
        if path.is_symlink() or path.is_file()
    }


def compute_tree_hash(root: Path) -> str:
    """Compute one SHA-256 over a folder tree, independent of times and of its location."""
    lines = (f"{place} {what}\n" for place, what in sorted(compute_listing(root).items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def compute_size(root: Path) -> int:
    """Compute the bytes of all files together, links excluded."""
    return sum(
        path.stat().st_size
        for path in iter_entries(root)
        if path.is_file() and not path.is_symlink()
    )


def compute_sha256(file: Path) -> str:
    """Compute the SHA-256 of a file's content, in hex."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def set_times(root: Path, epoch: int) -> None:
    """Set the modification time of a folder tree, in epoch seconds."""
    for path in (root, *iter_entries(root)):
        if not path.is_symlink():
            os.utime(path, (epoch, epoch))


def format_checksums(files: Iterable[Path], folder: Path) -> str:
    """Format the SHA256SUMS file of a folder, which ``sha256sum --check`` reads there."""
    named = sorted((file.relative_to(folder).as_posix(), file) for file in files)
    return "".join(f"{compute_sha256(file)}  {name}\n" for name, file in named)
