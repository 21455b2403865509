"""Colour sets of the light and the dark theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector_app.session.severity import Severity


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours: surfaces, lines, text, an accent, and one colour per severity.

    Every text colour has a contrast of at least 4.5:1 on each surface it stands on.
    """

    window: str
    surface: str
    stripe: str
    hover: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    good: str
    warning: str
    bad: str
    chosen_row: str
    marked_line: str

    def get_severity_colour(self, severity: Severity) -> str:
        """The colour of a severity's icon and text."""
        return {
            Severity.GOOD: self.good,
            Severity.WARNING: self.warning,
            Severity.BAD: self.bad,
        }.get(severity, self.muted)


LIGHT: Final = Colours(
    window="#f5f6f8",
    surface="#ffffff",
    stripe="#f8f9fb",
    hover="#eceef2",
    line="#dfe2e8",
    border="#828894",
    text="#17191e",
    muted="#5d6470",
    accent="#2a63d6",
    accent_hover="#2153ba",
    on_accent="#ffffff",
    link="#2153ba",
    good="#167242",
    warning="#8f5500",
    bad="#b3261e",
    chosen_row="#eef3fd",
    marked_line="#fbe7b8",
)

DARK: Final = Colours(
    window="#1a1c20",
    surface="#212429",
    stripe="#24272d",
    hover="#2e323a",
    line="#363a43",
    border="#7b828f",
    text="#eceef2",
    muted="#a2a9b6",
    accent="#3d6fd8",
    accent_hover="#3463c6",
    on_accent="#ffffff",
    link="#8db4ff",
    good="#4cc38a",
    warning="#f0b84a",
    bad="#ff8a80",
    chosen_row="#252c3a",
    marked_line="#3d3212",
)
