"""Maps a file of the bundle to its Qt module, plugin or catalogue, on every system."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

_LIBRARY: Final = re.compile(r"(?:lib)?Qt6?(?P<name>[A-Z]\w*?)(?:\.abi3)?\.(?:so|dll|pyd|dylib).*")
_FRAMEWORK: Final = re.compile(r"(?P<name>Qt\w+)\.framework")


def find_qt_part(place: str) -> str | None:
    """Find the part of Qt to which a file belongs, by its path in the bundle; None: not of Qt.

    ``QtCore`` for a library or its Python module, ``plugins/platforms/xcb`` for a plugin,
    ``translations/qt_de.qm`` for a catalogue, and a bare name for what else Qt brings along.
    """
    path = PurePosixPath(place.replace("\\", "/"))
    framework = next(filter(None, map(_FRAMEWORK.fullmatch, path.parts)), None)
    if framework:
        return framework["name"]
    library = _LIBRARY.fullmatch(path.name)
    if library:
        return f"Qt{library['name']}"
    if path.parts[0] != "PySide6":
        return None
    for folder in ("plugins", "translations"):
        if folder in path.parts:
            inner = path.relative_to(PurePosixPath(*path.parts[: path.parts.index(folder)]))
            return (
                str(inner)
                if folder == "translations"
                else str(inner.parent / _strip_affixes(path.name))
            )
    if path.suffix in {".py", ".pyi"} or _is_icu(path.name):
        return None
    return _strip_affixes(path.name).lower()


def _strip_affixes(name: str) -> str:
    """Strip ``libqxcb.so`` and ``qwindows.dll`` to the plugin names of Qt's documentation."""
    stem = name.partition(".")[0].removeprefix("lib").removesuffix("style").removesuffix("plugin")
    return stem if stem.startswith("qt-") else stem.removeprefix("q")


def _is_icu(name: str) -> bool:
    return name.startswith("libicu")
