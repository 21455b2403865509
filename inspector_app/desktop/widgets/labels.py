"""Labels that show plain text alone, wrapped or elided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_plain_text
from inspector_app.desktop.widgets.reading_direction import align_leading, isolate_direction

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class PlainLabel(QLabel):
    """A label that never interprets markup; wraps where its width is too small."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._align()
        self.setText(text)

    @qt_override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    @qt_override
    def sizeHint(self) -> QSize:
        """As wide as its text on one line: it wraps only where the width is too small."""
        if not self.wordWrap():
            return super().sizeHint()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    @qt_override
    def setText(self, text: str) -> None:
        """Show this text with unprintable characters made visible."""
        shown = to_plain_text(text)
        super().setText(shown)
        if shown != self.accessibleName():  # else readers hear of it each second
            self.setAccessibleName(shown)

    def _align(self) -> None:
        """Begin at the side where the window begins: text that can be selected goes by itself."""
        if not self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            self.setAlignment(align_leading(self.layoutDirection()))


def create_title_label(scale: float = 1.45) -> PlainLabel:
    """Create a label with larger and bolder letters; ``scale`` is to the usual size."""
    label = PlainLabel()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


class ElidedLabel(QWidget):
    """One line of plain text, elided in the middle or at the end where it does not fit."""

    def __init__(
        self,
        elide_mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_accessible_role(self, QAccessible.Role.StaticText)
        self._elide_mode = elide_mode
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The text without elision."""
        return self._text

    def set_text(self, text: str, spoken: str = "") -> None:
        """Show this text; the tooltip has the whole of it, and readers hear ``spoken`` instead."""
        plain, heard = to_plain_text(text), to_plain_text(spoken)
        if (plain, heard or plain) == (self._text, self.accessibleName()):
            return  # as it is several times in each inspection
        self._text = plain
        self.setAccessibleName(heard or plain)
        set_tooltip(self, text)
        self.updateGeometry()
        self.update()

    @qt_override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        line = self.fontMetrics().elidedText(self._text, self._elide_mode, self.width())
        side = align_leading(self.layoutDirection())
        painter.drawText(self.rect(), side, isolate_direction(line))
