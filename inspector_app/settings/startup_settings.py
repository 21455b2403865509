"""Reads what the skeleton window needs from the settings file at startup, without ``json``.

The skeleton window is shown before anything else is imported, and theme mode, geometry and size of
the text are all that it needs: the ``json`` module is among what is imported later. The settings
are validated when they are loaded in full; here, whatever is invalid counts as missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.system.regular_file import FileOwner, read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE_SIZE: Final = 4_900_000
"""Bytes that a settings file may have: 10,000 environments, as the app writes them, need less."""

THEME_MODE_MEMBER: Final = "appearance"
DEFAULT_TEXT_SIZE: Final = 100
GEOMETRY_MEMBER: Final = "window_geometry"
TEXT_SIZE_MEMBER: Final = "text_size"
_MEMBERS: Final = {
    name: re.compile(rf'"{name}": *+"([\w+/=]*+)"'.encode())
    for name in (THEME_MODE_MEMBER, GEOMETRY_MEMBER)
}
_TEXT_SIZE: Final = re.compile(rf'"{TEXT_SIZE_MEMBER}": *+([1-9][0-9]{{1,2}})\b'.encode())
_MAX_TEXT_SIZE: Final = 200


class StartupSettings(NamedTuple):
    """``theme_mode`` and ``geometry`` as they are in the settings; empty where they are missing.

    ``text_size`` in per cent of the usual one.
    """

    theme_mode: str = ""
    geometry: str = ""
    text_size: int = DEFAULT_TEXT_SIZE


def read(settings_file: Path) -> StartupSettings:
    """Read the startup settings from the settings file. Never raises."""
    try:
        text = read_regular_file(settings_file, MAX_FILE_SIZE, FileOwner.USER)
    except (OSError, ValueError):
        return StartupSettings()
    return StartupSettings(
        _find_member(THEME_MODE_MEMBER, text),
        _find_member(GEOMETRY_MEMBER, text),
        _find_text_size(text),
    )


def _find_text_size(text: bytes) -> int:
    match = _TEXT_SIZE.search(text)
    return min(int(match[1]), _MAX_TEXT_SIZE) if match else DEFAULT_TEXT_SIZE


def _find_member(name: str, text: bytes) -> str:
    """Find a member whose value is a word or base64; a quote inside a value has a backslash."""
    match = _MEMBERS[name].search(text)
    return match[1].decode() if match else ""
