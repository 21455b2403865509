"""Finds and reads the app's resource files (icons, demo answers, translations).

``resources/`` is beside the package in a checkout, inside it in an installed wheel, and at
the top of the bundle in a frozen app.
"""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import Final

import inspector_app
from inspector_app.system.regular_file import read_regular_file

_MAX_FILE_SIZE: Final = 16 * 1024 * 1024
"""Bytes of a resource file: the largest has a hundredth of it."""


class ResourceNotFoundError(Exception):
    """There is no such resource file or folder: the installation is incomplete."""


def read(name: str) -> bytes:
    """Read the bytes of one file, named from ``resources/`` with slashes: ``icons/user.svg``.

    Raises:
        ResourceNotFoundError: if there is no such file, or the name leads out of ``resources/``.
    """
    try:
        return read_regular_file(_resolve_path(name), _MAX_FILE_SIZE)
    except OSError:
        raise ResourceNotFoundError(name) from None


def list_names(folder: str) -> tuple[str, ...]:
    """List the names of the files directly in one folder of ``resources/``, sorted.

    Raises:
        ResourceNotFoundError: if there is no such folder, or the name leads out of
            ``resources/``.
    """
    try:
        return tuple(
            sorted(entry.name for entry in _resolve_path(folder).iterdir() if entry.is_file())
        )
    except OSError:
        raise ResourceNotFoundError(folder) from None


def is_bundled() -> bool:
    """Whether this is a frozen app, whose files are all in the folder of the bundle."""
    return hasattr(sys, "_MEIPASS")  # set by PyInstaller's bootloader


def find_root(package: Path, bundle: Path | None) -> Path:
    """Find the folder ``resources`` for a package folder and, in a frozen app, the bundle's folder.

    Raises:
        ResourceNotFoundError: if none of the three locations has one.
    """
    directories = [package / "resources", package.parent / "resources"]
    if bundle is not None:
        directories.insert(0, bundle / "resources")
    for directory in directories:
        if directory.is_dir():
            return directory
    raise ResourceNotFoundError("resources")


def _resolve_path(name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or any(
        part in {"/", "//", ".."} or "\\" in part or ":" in part or "\0" in part for part in parts
    ):
        raise ResourceNotFoundError(name)
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    package = Path(inspector_app.__file__).parent
    return find_root(package, None if bundle is None else Path(bundle)).joinpath(*parts)
