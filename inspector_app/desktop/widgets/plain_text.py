"""Escapes text for Qt: no untrusted text is ever rendered as rich text.

Qt's labels, tooltips and message boxes render HTML that they find in a plain string, local images
included. Texts of a gateway or a user and host names are all shown through this module and the
labels of ``labels.py`` instead.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

MAX_SHOWN_LENGTH: Final = 1000
"""Characters of one text that are painted; the whole value is copied and exported."""


DESCRIPTION_PROPERTY: Final = "description"
"""Of an action: its tooltip as plain text, for the buttons that mirror it."""


def to_plain_text(text: str) -> str:
    """The text with everything unprintable made visible, short enough to paint at once.

    No more of it is looked at than is shown: escaping 8 MB takes 30 ms, at every painting.
    """
    if len(text) <= MAX_SHOWN_LENGTH:
        return elide(escape_invisible(text), MAX_SHOWN_LENGTH)
    shown = escape_invisible(text[:MAX_SHOWN_LENGTH])[:MAX_SHOWN_LENGTH]
    return f"{shown}{elide(text[MAX_SHOWN_LENGTH:], 0)}"


def to_menu_text(text: str) -> str:
    """Plain text for a menu entry or button, where ``&`` would mark a mnemonic."""
    return to_plain_text(text).replace("&", "&&")


def to_tooltip_text(text: str) -> str:
    """Plain text escaped as HTML, so that a tooltip does not interpret its markup."""
    return f"<span>{html.escape(to_plain_text(text))}</span>" if text else ""


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Set the tooltip of a control, escaped because Qt auto-detects rich text.

    Readers get it as plain text: Qt would hand them the tooltip's markup.
    """
    plain = to_plain_text(text)
    if not isinstance(target, QWidget):
        target.setProperty(DESCRIPTION_PROPERTY, plain)
    elif plain != target.accessibleDescription():
        target.setAccessibleDescription(plain)
    target.setToolTip(to_tooltip_text(text))
