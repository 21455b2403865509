"""The options with which the desktop app is started."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class DesktopOptions(NamedTuple):
    """The desktop app's start-up options.

    ``file`` is a saved answer or export to open. ``screenshot``: inspect, save a picture of the
    window there, print the report and exit. ``is_self_test``: check that the installation is
    complete, and exit. ``wants_window``: in a window of its own, even if one is open already.
    """

    is_demo: bool = False
    environment: str | None = None
    screenshot: Path | None = None
    file: Path | None = None
    is_self_test: bool = False
    wants_window: bool = False

    @property
    def is_unattended(self) -> bool:
        """Whether the app runs without user interaction and exits by itself."""
        return self.is_self_test or self.screenshot is not None
