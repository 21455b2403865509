"""Colour sets of the light, the dark and the high-contrast theme."""

from __future__ import annotations

from typing import Final, NamedTuple

from inspector_app.session.severity import Severity


class Colours(NamedTuple):
    """One set of colours: surfaces, lines, text, an accent, and one colour per severity.

    Every text colour has a contrast of at least 4.5:1 on each surface it stands on, and ``border``
    and ``focus``, which frame controls, of 3:1. ``disabled`` is the text of what cannot be used.
    """

    window: str
    surface: str
    stripe: str
    hover: str
    line: str
    border: str
    disabled: str
    focus: str
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
    disabled="#828894",
    focus="#2a63d6",
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
    disabled="#7b828f",
    focus="#8db4ff",
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

CONTRAST: Final = Colours(
    window="#000000",
    surface="#000000",
    stripe="#101010",
    hover="#303030",
    line="#a0a0a0",
    border="#ffffff",
    disabled="#9a9a9a",
    focus="#ffff00",
    text="#ffffff",
    muted="#cccccc",
    accent="#56d8ff",
    accent_hover="#a4eaff",
    on_accent="#000000",
    link="#9ccfff",
    good="#86ff9c",
    warning="#ffd23f",
    bad="#ffa8a0",
    chosen_row="#00303d",
    marked_line="#453800",
)
"""7:1 for every text, and white frames: for those to whom the others are too soft."""
