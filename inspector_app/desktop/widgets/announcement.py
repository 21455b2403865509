"""Tells screen readers what has changed where the focus is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a visible widget's text spoken; an empty one is not.

    After what is being said, or where it ``is_urgent``, in the place of it. What is announced was
    shown at the same time: it says no more than the screen.
    """
    if text and widget.isVisible():
        event = QAccessibleAnnouncementEvent(widget, to_plain_text(text))
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
