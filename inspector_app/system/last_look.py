"""Reads the theme mode and window geometry from the settings file at startup, without ``json``.

The skeleton window is shown before anything else is imported, and these two settings are all that
it needs: the ``json`` module is among what is imported later. The settings are validated when they
are loaded in full; here, whatever is invalid counts as missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST: Final = 1_000_000
"""Bytes: a larger file is no settings file of the app."""


class LastLook(NamedTuple):
    """``theme_mode`` and ``geometry`` as they are in the settings; empty where they are missing."""

    appearance: str = ""
    geometry: str = ""


def read(settings_file: Path) -> LastLook:
    """Read the startup settings from the settings file. Never raises."""
    try:
        with settings_file.open("rb") as file:
            text = file.read(_LARGEST)
    except OSError:
        return LastLook()
    return LastLook(_member("appearance", text), _member("window_geometry", text))


def _member(name: str, text: bytes) -> str:
    """Find a member whose value is a word or base64; a quote inside a value has a backslash."""
    found = re.search(rf'"{name}": *"([\w+/=]*)"'.encode(), text)
    return found[1].decode() if found else ""
