"""How the window looked the last time, read without all that the settings are read with.

The window stands before anything else is loaded, and this is all that it has to know. Whether the
settings are whole is judged when they are loaded; here, whatever is wrong counts as not there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST: Final = 1_000_000
"""Bytes: a larger file is no settings file of the app's."""


@dataclass(frozen=True, slots=True)
class LastLook:
    """``appearance`` and ``geometry`` as they stand in the settings; empty where they do not."""

    appearance: str = ""
    geometry: str = ""


def read(settings_file: Path) -> LastLook:
    """The look that the settings file remembers. Never raises."""
    try:
        with settings_file.open("rb") as file:
            members = json.loads(file.read(_LARGEST))
        found = [members.get(name) for name in ("appearance", "window_geometry")]
    except (OSError, ValueError, AttributeError, RecursionError):
        return LastLook()
    return LastLook(*(one if isinstance(one, str) else "" for one in found))
