"""Pastes into line edits, by key, menu, middle click and drop, without waiting for anybody.

``QLineEdit`` reads the clipboard in each of these, and its menu even to know whether *Paste* can
be chosen. This event filter takes their place in every line edit of the app, those inside of Qt's
own dialogs included.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QToolTip,
    QWidget,
)

from inspector_app.desktop.pasting.foreign_reader import ForeignReader, has_files
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.key_names import format_keys
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.menu import create_context_menu
from inspector_app.desktop.widgets.plain_text import to_tooltip_text

if TYPE_CHECKING:
    from collections.abc import Callable

_Standard = QKeySequence.StandardKey
_SELECTION_PASTE_KEY: Final = QKeySequence("Ctrl+Shift+Ins").toString()


@dataclass(frozen=True, slots=True)
class _Deferred:
    """What is to be done once the awaited text is there, or where it does not come."""

    on_pasted: Callable[[], None]
    on_missed: Callable[[str], None]


class PasteFilter(QObject):
    """Watches one line edit, its parent, and inserts what is pasted; a failure is a tooltip.

    ``pasted`` carries the text for a masked field, which takes it by itself.

    Keys typed while a text is awaited follow it: Enter after a paste means what was pasted. Where
    none comes they are dropped. What is clicked meanwhile may do the same, by ``defer``.
    """

    pasted = Signal(object)  # a text, as it is: Qt's own form of megabytes takes its time

    def __init__(self, field: QLineEdit, *, is_masked: bool = False) -> None:
        """Watch a field.

        Args:
            field: the line edit; in a spin box or choice, that is watched, too: it has the keys.
            is_masked: whether its text stands beside it, so that it is read-only, takes pastes
                all the same, and has no menu.
        """
        super().__init__(field)
        self._field = field
        self._is_masked = is_masked
        self._waiting_keys: list[QKeyEvent] = []
        self._deferred: _Deferred | None = None
        self._reader = ForeignReader(self)
        self._reader.received.connect(self._on_received)
        self._reader.failed.connect(self._show_failure)
        field.installEventFilter(self)
        if isinstance(owner := field.parentWidget(), QAbstractSpinBox | QComboBox):
            owner.installEventFilter(self)

    def paste(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Paste the clipboard's text, or that of X11's selection, once it is there."""
        if self._can_paste():
            self._reader.read_clipboard(mode)

    def defer(self, on_pasted: Callable[[], None], on_missed: Callable[[str], None]) -> bool:
        """Call ``on_pasted`` once the awaited text is there; False where none is awaited.

        ``on_missed`` is called where it does not come, with the message, empty if it was cancelled.
        The last call counts: a second click means the same as the first.
        """
        if not self._reader.is_reading():
            return False
        self._deferred = _Deferred(on_pasted, on_missed)
        return True

    def cancel(self) -> None:
        """Ignore a text that has not come yet, and what was to follow it."""
        self._reader.cancel()
        self.drop_followers()

    def drop_followers(self) -> None:
        """Drop the keys and the call that were to follow the awaited text."""
        self._waiting_keys.clear()
        self._miss("")

    def _miss(self, message: str) -> None:
        deferred, self._deferred = self._deferred, None
        if deferred is not None:
            deferred.on_missed(message)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._handle_key(event)
        if isinstance(event, QContextMenuEvent) and not self._is_masked:
            self._show_menu(event.globalPos())
            return True
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            return self._handle_click(event)
        if isinstance(event, QDragEnterEvent):
            self._reader.expect_drop(event)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            return self._handle_drop(event)
        if event.type() is QEvent.Type.Hide:
            self.cancel()
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        if self._reader.is_reading():
            if event.matches(_Standard.Cancel):
                self.cancel()
            else:
                self._waiting_keys.append(event.clone())
            return True
        if not event.matches(_Standard.Paste):
            return False
        is_selection = QKeySequence(event.keyCombination()).toString() == _SELECTION_PASTE_KEY
        self.paste(QClipboard.Mode.Selection if is_selection else QClipboard.Mode.Clipboard)
        return True

    def _handle_click(self, event: QMouseEvent) -> bool:
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        if not is_middle or not QGuiApplication.clipboard().supportsSelection():
            return False
        if not self._field.isReadOnly():
            self._field.deselect()
        self.paste(QClipboard.Mode.Selection)
        return True

    def _handle_drop(self, event: QDropEvent) -> bool:
        if not self._can_paste() or has_files(event):
            return False
        if not self._is_masked:
            self._field.setCursorPosition(self._field.cursorPositionAt(event.position().toPoint()))
        event.acceptProposedAction()
        self._reader.read_drop(event)
        return True

    def _can_paste(self) -> bool:
        return self._is_masked or not self._field.isReadOnly()

    def _show_menu(self, position: QPoint) -> None:
        """Show the menu that a line edit has, with *Paste* to be chosen at any time."""
        field = self._field
        menu = create_context_menu(field)
        is_editable = not field.isReadOnly()
        is_open = field.echoMode() is QLineEdit.EchoMode.Normal
        has_selection = field.hasSelectedText()

        def add(text: str, key: _Standard, run: Callable[[], object], *, is_enabled: bool) -> None:
            # Qt's own words, in the language that its own catalogue has.
            words = QCoreApplication.translate("QLineEdit", text)
            keys = format_keys(QKeySequence(key))
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.triggered.connect(lambda _is_checked: run())
            action.setEnabled(is_enabled)

        if is_editable:
            add("&Undo", _Standard.Undo, field.undo, is_enabled=field.isUndoAvailable())
            add("&Redo", _Standard.Redo, field.redo, is_enabled=field.isRedoAvailable())
            menu.addSeparator()
            add("Cu&t", _Standard.Cut, field.cut, is_enabled=has_selection and is_open)
        add("&Copy", _Standard.Copy, field.copy, is_enabled=has_selection and is_open)
        if is_editable:
            add("&Paste", _Standard.Paste, self.paste, is_enabled=True)
            add("Delete", _Standard.UnknownKey, field.del_, is_enabled=has_selection)
            menu.addSeparator()
        can_select = bool(field.text()) and field.selectedText() != field.text()
        add("Select All", _Standard.SelectAll, field.selectAll, is_enabled=can_select)
        menu.open_at(position)

    @Slot(object)
    def _on_received(self, text: str) -> None:
        keys, self._waiting_keys = self._waiting_keys, []
        deferred, self._deferred = self._deferred, None
        if text and self._is_masked:
            self.pasted.emit(text)
        elif text:
            self._field.insert(text)
        for event in keys:
            QCoreApplication.postEvent(self._field, event)
        if deferred is not None and text:
            deferred.on_pasted()
        elif deferred is not None:
            deferred.on_missed(translate("Nothing was pasted: the clipboard holds no text."))

    @Slot(str)
    def _show_failure(self, message: str) -> None:
        self._waiting_keys.clear()
        self._miss(message)
        field = self._field
        below = field.mapToGlobal(QPoint(0, field.height()))
        QToolTip.showText(below, to_tooltip_text(message), field)


class PasteFilterInstaller(QObject):
    """Gives each line edit of a window its filter as soon as the window has the keys."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        fields = [] if now is None else now.window().findChildren(QLineEdit)
        for field in fields:
            if field.findChild(PasteFilter) is None:
                PasteFilter(field)
