"""Line edit that filters the history: Esc clears it, the down key leads into the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.leading_icon import LeadingIcon
from inspector_app.history.history import MAX_QUERY_LENGTH

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme


class FilterField(QLineEdit):
    """``left``: the down key leads out of the field."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "small")
        self.setPlaceholderText(translate("Filter: user, verdict, note"))
        self.setAccessibleName(translate("Filter the history"))
        self.setMaxLength(MAX_QUERY_LENGTH)
        LeadingIcon(self, theme, "funnel")

    @qt_override
    def event(self, event: QEvent) -> bool:
        """Claim Esc as long as there is something to clear: the window would cancel."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._has_to_clear(event):
            event.accept()
            return True
        return super().event(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._has_to_clear(event):
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _has_to_clear(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
