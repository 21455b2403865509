"""The icon of a severity and its name, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.theme.translation import translate
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from inspector_app.desktop.theme.theme import Theme


def get_severity_icon(theme: Theme, severity: Severity) -> QIcon:
    """The icon of a severity, which differs in shape for those who do not see its colour."""
    return theme.get_icon(_get_icon_name(severity), theme.colours.get_severity_colour(severity))


def get_severity_entry_icon(theme: Theme, severity: Severity) -> QIcon:
    """The same for a row or menu entry, seen on a selected one as well."""
    colour = theme.colours.get_severity_colour(severity)
    return theme.get_entry_icon(_get_icon_name(severity), colour)


def _get_icon_name(severity: Severity) -> str:
    return {
        Severity.GOOD: "circle-check",
        Severity.WARNING: "triangle-alert",
        Severity.BAD: "circle-x",
    }.get(severity, "info")


def get_severity_name(severity: Severity) -> str:
    """What the icon says to those who do not see it."""
    match severity:
        case Severity.GOOD:
            return translate("OK")
        case Severity.WARNING:
            return translate("Attention")
        case Severity.BAD:
            return translate("Problem")
        case _:
            return translate("Notice")
