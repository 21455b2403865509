"""Which of the files that PyInstaller would collect go into the bundle."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from bundle import identity
from bundle.qt_parts import part_of

if TYPE_CHECKING:
    from bundle.reviewed import Reviewed

_OF_DEVELOPERS: Final = {".pyi", ".typed", ".h", ".pxd"}
_OF_WHEELS: Final = {"PySide6", "shiboken6"}


def data_files() -> list[tuple[str, str]]:
    """List the data files of the app: each with its folder in the bundle."""
    checkout = identity.CHECKOUT
    return [
        (str(file), str(file.parent.relative_to(checkout)))
        for folder in ("resources", "inspector_app")
        for file in sorted((checkout / folder).rglob("*"))
        if file.is_file() and file.suffix not in {".py", ".pyc", *_OF_DEVELOPERS}
    ]


def is_kept(row: tuple[str, str, str], reviewed: Reviewed) -> bool:
    """Whether a TOC row of PyInstaller, destination and source and type, goes into the bundle.

    Raises:
        UnreviewedContentError: if it is of Qt and not in the reviewed tables.
    """
    place, source, kind = row
    path = PurePosixPath(place.replace("\\", "/"))
    part = part_of(place) or (part_of(source) if kind == "SYMLINK" else None)  # its target
    if part is not None:
        return reviewed.keeps_qt(part)
    if kind == "BINARY" and _is_of_the_machine(Path(source)):
        return reviewed.component_of(path.name) is not None
    is_metadata = any(name.endswith(".dist-info") for name in path.parts)
    return path.suffix not in _OF_DEVELOPERS and not is_metadata


def _is_of_the_machine(library: Path) -> bool:
    """Whether a library belongs to the build machine, and to no installed distribution."""
    return "site-packages" not in library.parts
