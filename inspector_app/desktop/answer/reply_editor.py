"""Plain text editor for a few sentences, which pastes without waiting for another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from inspector_app.desktop.pasting.foreign_reader import ForeignReader
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.desktop.widgets.menu import create_context_menu
from inspector_app.desktop.widgets.plain_text import to_tooltip_text

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

_Standard = QKeySequence.StandardKey
_MAX_LENGTH: Final = 4000
"""Characters: a reply of three sentences has a few hundred."""

_LINES: Final = 3


class ReplyEditor(QPlainTextEdit):
    """Esc emits ``left``; Tab leaves it, as it is no place for tabs."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # Qt would wait for the program that the text comes from
        self._reader = ForeignReader(self)
        self._reader.received.connect(self._insert_text)
        self._reader.failed.connect(self._show_failure)
        margins = 2 * (round(self.document().documentMargin()) + self.frameWidth() + 2)
        self.setFixedHeight(_LINES * measure_line(self.font()) + margins)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @qt_override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Never by Qt, which reads the text in the thread of the window."""
        del source
        return False

    @qt_override
    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does, whose shortcut it is."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Standard.Paste):
            self._reader.read_clipboard(QClipboard.Mode.Clipboard)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            event.accept()  # Qt would read the selection of another program
        else:
            super().mouseReleaseEvent(event)

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show a menu of its own: Qt's asks the clipboard's owner whether there is a text."""
        menu = create_context_menu(self)
        for text, run in (
            ("&Undo", self.undo),
            ("&Redo", self.redo),
            ("Cu&t", self.cut),
            ("&Copy", self.copy),
            ("&Paste", self._paste_clipboard),
            ("Select All", self.selectAll),
        ):
            action = menu.addAction(QCoreApplication.translate("QLineEdit", text))
            action.triggered.connect(run)
        menu.open_at(event.globalPos())

    def _paste_clipboard(self) -> None:
        self._reader.read_clipboard(QClipboard.Mode.Clipboard)

    @Slot(str)
    def _insert_text(self, text: str) -> None:
        room = _MAX_LENGTH - len(self.toPlainText())
        self.insertPlainText(text[: max(0, room)])

    @Slot(str)
    def _show_failure(self, message: str) -> None:
        below = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(below, to_tooltip_text(message), self)
