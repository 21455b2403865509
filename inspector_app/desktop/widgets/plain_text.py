"""Escapes text for Qt: no untrusted text is ever rendered as rich text.

Qt's labels, tooltips and message boxes render HTML that they find in a plain string, local images
included. Texts of a gateway or a user and host names are all shown through this module and the
labels of ``labels.py`` instead.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

MAX_SHOWN_LENGTH: Final = 1000
"""Characters of one text that are painted; the whole value is copied and exported."""


_TOOLTIP_COLUMNS: Final = 80
"""Latin characters in a line of a tooltip; an ideograph takes two."""

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
"""What would be markup. ``html.escape`` does the same, and loads a table of all entities first."""

_TOOLTIP_START: Final = '<p style="white-space:pre">'
_TOOLTIP_END: Final = "</p>"

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


def to_file_name(path: Path) -> str:
    """The name of a file as it is shown: people name files after the token that is in them."""
    from inspector_app.session.credentials import mask_written  # the first paint has no file

    return to_plain_text(mask_written(path.name))


def to_menu_text(text: str) -> str:
    """Plain text for a menu entry or button, where ``&`` would mark a mnemonic."""
    return to_plain_text(text).replace("&", "&&")


def to_tooltip_text(text: str) -> str:
    """Plain text escaped as HTML, so that a tooltip does not interpret its markup.

    Its lines are broken here: Qt breaks rich text into a narrow column.
    """
    if not text:
        return ""
    lines = break_lines(to_plain_text(text), _TOOLTIP_COLUMNS)
    inner = "<br>".join(line.translate(_ESCAPES) for line in lines)
    return f"{_TOOLTIP_START}{inner}{_TOOLTIP_END}"


def from_tooltip_text(tooltip: str) -> str:
    """The plain text of a tooltip made by ``to_tooltip_text``, its lines joined again."""
    import html

    inner = tooltip.removeprefix(_TOOLTIP_START).removesuffix(_TOOLTIP_END)
    return html.unescape(inner.replace("<br>", ""))


def break_lines(text: str, columns: int) -> list[str]:
    """Break a text at blanks and between ideographs, else where a line is full.

    Nothing is left out: the lines, joined, are the text.
    """
    lines: list[str] = []
    start = good = 0  # of the line, and the last place where it may be broken
    width = width_at_good = 0
    for place, character in enumerate(text):
        is_wide = unicodedata.east_asian_width(character) in {"W", "F"}
        if is_wide or text[place - 1 : place] == " ":
            good, width_at_good = place, width
        step = 2 if is_wide else 1
        if width + step > columns and place > start:
            end, used = (good, width_at_good) if good > start else (place, width)
            lines.append(text[start:end])
            start, width = end, width - used
        width += step
    lines.append(text[start:])
    return lines


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Set the tooltip of a control, escaped because Qt auto-detects rich text.

    Readers get it as plain text: Qt would hand them the tooltip's markup.
    """
    plain = to_plain_text(text)
    if isinstance(target, QWidget):
        description = target.accessibleDescription()
    else:
        description = target.property(DESCRIPTION_PROPERTY)
    if plain == description and bool(plain) is bool(target.toolTip()):
        return  # to break it into lines anew takes its time
    if isinstance(target, QWidget):
        target.setAccessibleDescription(plain)
    else:
        target.setProperty(DESCRIPTION_PROPERTY, plain)
    target.setToolTip(to_tooltip_text(text))
