"""Line edit for a search text, with a match counter at its right end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.field_part import set_text_room
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.leading_icon import LeadingIcon
from inspector_app.desktop.widgets.plain_text import set_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.theme.theme import Theme

_SEARCH_DELAY_MS: Final = 40
"""Milliseconds without a key press after which a search starts by itself: one that the next key
overtakes ends at once."""

_SPEECH_DELAY_MS: Final = 300
"""A count is shown at once and spoken after a pause: else one would be spoken for each letter."""


class FindField(QLineEdit):
    """``search_requested`` carries the text, maybe empty; Esc clears and emits ``dismissed``.

    ``left``: the down key leads out of the field.
    """

    search_requested = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    dismissed = Signal()
    left = Signal()
    icon_name: ClassVar[str] = "search"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "small")
        self.setPlaceholderText(translate("Find in fields, values, meanings, dates"))
        self.setAccessibleName(translate("Find in fields, values, meanings, dates"))
        set_tooltip(self, translate("Find in fields, values, meanings, dates (Ctrl+F)"))
        self.setMaxLength(1_000)
        LeadingIcon(self, theme, self.icon_name)
        self.count_label = PlainLabel("", self)
        self.count_label.setWordWrap(False)
        self.count_label.setProperty("look", "soft")
        self.count_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self._request_search)
        self._speech_timer = QTimer(self)
        self._speech_timer.setSingleShot(True)
        self._speech_timer.setInterval(_SPEECH_DELAY_MS)
        self._speech_timer.timeout.connect(self._speak_count)
        self.textChanged.connect(self._search_timer.start)
        theme.changed.connect(self._move_count_label)  # the size of the text may be another

    def show_count(self, text: str) -> None:
        """Show at the right end which of how many matches is selected."""
        if text != self.count_label.text():
            self._speech_timer.start()
        self.count_label.setText(text)
        self._move_count_label()

    def _speak_count(self) -> None:
        announce(self, self.count_label.text())

    @qt_override
    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window as well: the field takes it as long as it has a text.
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape and self.text():
            event.accept()
            return True
        return super().event(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
                self._request_search()
                self.dismissed.emit()
            case Qt.Key.Key_Down:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._search_timer.isActive():
                self._request_search()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous_requested if is_back else self.next_requested).emit()
            case _:
                super().keyPressEvent(event)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_count_label()

    def _request_search(self) -> None:
        self._search_timer.stop()
        self.search_requested.emit(self.text().strip())

    def _move_count_label(self) -> None:
        self.count_label.adjustSize()
        px = self._theme.spacing.to_pixels
        width = self.count_label.width() if self.count_label.text() else 0
        set_text_room(self, trailing=width + px(4) if width else 0)
        top = (self.height() - self.count_label.height()) // 2
        left = px(10) if self.isRightToLeft() else self.width() - width - px(10)
        self.count_label.move(left, top)
