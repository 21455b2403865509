"""Where this system keeps the app's settings and state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Directories:
    """The places the app may write to; none of them is made by looking them up.

    ``settings_file`` is the settings file itself; ``state`` is the folder for logs and the like.
    """

    settings_file: Path
    state: Path


def directories() -> Directories:
    """The places by this system's own convention, for the person who runs the app."""
    places = PlatformDirs("enos-session-inspector", appauthor=False)
    return Directories(
        settings_file=places.user_config_path / "settings.json",
        state=places.user_state_path,
    )
