"""List of what was checked before an application was said to open or not, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.theme.severity_icon import get_severity_icon
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.row_clearing import clear_rows
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.application_conditions import Condition, ConditionState


class ConditionsList(QWidget):
    """One row for each condition; hidden without any."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._conditions: tuple[Condition, ...] = ()
        self._has_room = True
        self._rows_layout = QVBoxLayout(self)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(theme.spacing.to_pixels(4))
        theme.changed.connect(self._rebuild_rows)
        self.hide()

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show these in order; cheap when nothing has changed."""
        if conditions != self._conditions:
            self._conditions = conditions
            self._rebuild_rows()
        self.setVisible(bool(conditions))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for all of them: else the last is shown, which decides."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._rebuild_rows()

    def _rebuild_rows(self) -> None:
        clear_rows(self._rows_layout)
        if not self._conditions:
            return
        if self._has_room:
            title = PlainLabel(translate("Checked, in this order"))
            title.setProperty("look", "soft")
            self._rows_layout.addWidget(title)
        for condition in self._conditions if self._has_room else self._conditions[-1:]:
            self._rows_layout.addWidget(self._create_row(condition))

    def _create_row(self, condition: Condition) -> QWidget:
        from inspector_app.session.diagnosis.application_conditions import CONDITION_LABELS

        px = self._theme.spacing.to_pixels
        row = QWidget(self)
        row.setMinimumHeight(px(20))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        mark = QLabel()
        mark.setFixedSize(px(16), px(16))
        picture = get_severity_icon(self._theme, _get_severity(condition.state))
        mark.setPixmap(picture.pixmap(mark.size(), self.devicePixelRatioF()))
        mark.setAccessibleName(render_text(CONDITION_LABELS[condition.state]))
        note = PlainLabel(render_text(condition.note))
        note.setProperty("look", "soft")
        layout.addWidget(mark)
        words = PlainLabel(render_text(condition.sentence), row)
        follow_text_colour(words, self._theme)
        layout.addWidget(words)
        layout.addWidget(note)
        layout.addStretch(1)
        return row


def _get_severity(state: ConditionState) -> Severity:
    from inspector_app.session.diagnosis.application_conditions import ConditionState

    match state:
        case ConditionState.HOLDS:
            return Severity.GOOD
        case ConditionState.FAILS:
            return Severity.BAD
        case ConditionState.UNKNOWN:
            return Severity.NOTICE
