"""The strip above an answer of the history: how old it is, and whether it can be asked again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.session.time_format import TimeContext, format_duration, format_time_of_day

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QHideEvent, QShowEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry

_TICK_MS: Final = 10_000
_MINUTE: Final = 60.0


class RecallStrip(QFrame):
    """Filled with the warning colour, so that nobody takes an old answer for a new one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: HistoryEntry | None = None
        self._zone: tzinfo | None = None
        self._has_token = False
        px = theme.spacing.to_pixels
        self.setProperty("look", "mark")
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(20), px(20)))
        self.message_label = PlainLabel()
        self.again_button = Button(theme, text=translate("Inspect again  (F5)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(4), px(16), px(4))
        layout.setSpacing(px(12))
        layout.addWidget(self._icon_label)
        layout.addWidget(self.message_label, 1)
        layout.addWidget(self.again_button)
        self.setMinimumHeight(px(40))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._update_text)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.hide()

    def show_entry(self, entry: HistoryEntry, zone: tzinfo, *, has_token: bool) -> None:
        """Say when this answer was there, and offer to ask again where its token is in memory."""
        self._entry, self._zone, self._has_token = entry, zone, has_token
        self.again_button.setVisible(has_token)
        self._update_text()
        self.show()

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_text()
        self._timer.start()

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        """Also of a window that is minimised: then nothing here wakes the processor."""
        super().hideEvent(event)
        self._timer.stop()

    def put_away(self) -> None:
        """Hide the strip: what is shown is no answer of the history."""
        self._entry = None
        self.message_label.setText("")
        self.hide()

    def stop(self) -> None:
        """Stop the timer, because the window is closing."""
        self._timer.stop()

    def _update_text(self) -> None:
        entry, now = self._entry, time.time()
        if entry is None or self._zone is None:
            return
        at = render_text(format_time_of_day(entry.answered_at, TimeContext(now, self._zone)))
        when = _describe_age(now - entry.answered_at, at)
        self.message_label.setText(join_sentences((when, _describe_token(entry, self._has_token))))

    def _update_icons(self) -> None:
        colours = self._theme.colours
        picture = self._theme.get_icon("history", colours.surface)
        self._icon_label.setPixmap(
            picture.pixmap(self._icon_label.size(), self.devicePixelRatioF())
        )
        self.again_button.setIcon(self._theme.get_icon("rotate-ccw", colours.text))


def _describe_age(age: float, at: str) -> str:
    if age <= -_MINUTE:  # the clock was set back since
        return translate("As it was at {time}: in the future, by this computer’s clock.", time=at)
    if age < _MINUTE:  # seconds would stand still between two ticks
        return translate("As it was less than a minute ago, at {time}.", time=at)
    return translate(
        "As it was {age} ago, at {time}.",
        age=render_text(format_duration(age - age % _MINUTE)),
        time=at,
    )


def _describe_token(entry: HistoryEntry, has_token: bool) -> str:  # noqa: FBT001  # what is said
    if entry.number < 0:
        return translate("Of an earlier run: kept without its token and personal data.")
    if has_token:
        return translate("Its token is still in memory.")
    return translate("Its token is not in memory any more: paste it to ask again.")
