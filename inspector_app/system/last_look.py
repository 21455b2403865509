"""How the window looked the last time, read without all that the settings are read with.

The window stands before anything else is loaded, and this is all that it has to know: JSON's own
reader is among what is loaded later. Whether the settings are whole is judged when they are loaded
themselves; here, whatever is wrong counts as not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST: Final = 1_000_000
"""Bytes: a larger file is no settings file of the app's."""


class LastLook(NamedTuple):
    """``appearance`` and ``geometry`` as they stand in the settings; empty where they do not."""

    appearance: str = ""
    geometry: str = ""


def read(settings_file: Path) -> LastLook:
    """The look that the settings file remembers. Never raises."""
    try:
        with settings_file.open("rb") as file:
            text = file.read(_LARGEST)
    except OSError:
        return LastLook()
    return LastLook(_member("appearance", text), _member("window_geometry", text))


def _member(name: str, text: bytes) -> str:
    """A member whose value is a word or base64; a quote inside of a value has a backslash."""
    found = re.search(rf'"{name}": *"([\w+/=]*)"'.encode(), text)
    return found[1].decode() if found else ""
