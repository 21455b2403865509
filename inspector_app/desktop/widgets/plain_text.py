"""Plain-text labels and escaping: no untrusted text is ever rendered as rich text.

Qt's labels, tooltips and message boxes render HTML that they find in a plain string, local images
included. Texts of a gateway or a user and host names are all shown through this module instead.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent


def to_plain_text(text: str) -> str:
    """The text with everything unprintable made visible, short enough to paint at once."""
    return elide(escape_invisible(text))


def to_menu_text(text: str) -> str:
    """Plain text for a menu entry or button, where ``&`` would mark a mnemonic."""
    return to_plain_text(text).replace("&", "&&")


def to_tooltip_text(text: str) -> str:
    """Plain text escaped as HTML, so that a tooltip does not interpret its markup."""
    return f"<span>{html.escape(to_plain_text(text))}</span>" if text else ""


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Set the tooltip of a control, escaped because Qt auto-detects rich text."""
    target.setToolTip(to_tooltip_text(text))


class PlainLabel(QLabel):
    """A label that never interprets markup; wraps where its width is too small."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """As wide as its text on one line: it wraps only where the width is too small."""
        if not self.wordWrap():
            return super().sizeHint()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    def setText(self, text: str) -> None:
        """Show this text with unprintable characters made visible."""
        super().setText(to_plain_text(text))
        self.setAccessibleName(to_plain_text(text))


class ElidedLabel(QWidget):
    """One line of plain text, elided in the middle or at the end where it does not fit."""

    def __init__(
        self,
        elide_mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide_mode = elide_mode
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The text without elision."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show this text; the tooltip has the whole of it."""
        self._text = to_plain_text(text)
        self.setAccessibleName(self._text)
        set_tooltip(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        style: QStyle = self.style()
        line = self.fontMetrics().elidedText(self._text, self._elide_mode, self.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        style.drawItemText(
            painter,
            self.rect(),
            int(flags),
            option.palette,
            self.isEnabled(),
            line,
            self.foregroundRole(),
        )
