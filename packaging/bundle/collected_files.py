"""Which of the files that PyInstaller would collect go into the bundle."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from bundle import identity
from bundle.qt_parts import find_qt_part

if TYPE_CHECKING:
    from bundle.content_policy import ContentPolicy

_DEVELOPER_SUFFIXES: Final = {".pyi", ".typed", ".h", ".pxd"}
_WHEEL_FOLDERS: Final = {"PySide6", "shiboken6"}


def list_data_files() -> list[tuple[str, str]]:
    """List the data files of the app: each with its folder in the bundle."""
    checkout = identity.CHECKOUT
    return [
        (str(file), str(file.parent.relative_to(checkout)))
        for folder in ("resources", "inspector_app")
        for file in sorted((checkout / folder).rglob("*"))
        if file.is_file() and file.suffix not in {".py", ".pyc", *_DEVELOPER_SUFFIXES}
    ]


def is_included(row: tuple[str, str, str], policy: ContentPolicy) -> bool:
    """Whether a TOC row of PyInstaller, destination and source and type, goes into the bundle.

    Raises:
        UnreviewedContentError: if it is of Qt and not in the reviewed tables.
    """
    place, source, kind = row
    path = PurePosixPath(place.replace("\\", "/"))
    part = find_qt_part(place) or (
        find_qt_part(source) if kind == "SYMLINK" else None
    )  # its target
    if part is not None:
        return policy.is_qt_part_included(part)
    is_in_framework = any(name.endswith(".framework") for name in path.parts)
    if (kind == "BINARY" or is_in_framework) and _is_system_library(Path(source)):
        return policy.find_component(place) is not None
    is_metadata = any(name.endswith(".dist-info") for name in path.parts)
    return path.suffix not in _DEVELOPER_SUFFIXES and not is_metadata


def _is_system_library(library: Path) -> bool:
    """Whether a library belongs to the build machine, and to no installed distribution."""
    return "site-packages" not in library.parts
