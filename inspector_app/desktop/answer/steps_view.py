"""List of the steps: a number, who can take it, and what to do; folded where height is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.step_model import Step


class _StepRow:
    """The cells of one step after the other: to make them takes ten times as long as to fill."""

    def __init__(self, number: int, theme: Theme, grid: QGridLayout, parent: QWidget) -> None:
        self.step: Step | None = None
        self._number, self._actor, self._words = (PlainLabel("", parent) for _ in range(3))
        self._cells = (self._number, self._actor, self._words)
        self._place = number
        self._number.setProperty("look", "soft")
        self._actor.setProperty("look", "tag")
        self._actor.setWordWrap(False)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._number, number, 0, top)
        grid.addWidget(self._actor, number, 1, top | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._words, number, 2, top)
        for label in (self._actor, self._words):
            follow_text_colour(label, theme)

    def show_step(self, step: Step | None) -> None:
        """Show this step; with None hide, and keep nothing of the one before."""
        from inspector_app.session.diagnosis.step_model import ACTOR_LABELS

        if step == self.step:
            return
        self.step = step
        texts = ("", "", "")
        if step is not None:
            actor = render_text(ACTOR_LABELS[step.actor])
            texts = (str(self._place + 1), actor, render_text(step.text))
        for cell, text in zip(self._cells, texts, strict=True):
            cell.setText(text)
            cell.setVisible(step is not None)  # at once: else only at the next turn
        if step is not None:
            self._align_lines()

    def _align_lines(self) -> None:
        """Stand number and words on the line of the tag, whose frame is above it."""
        height = self._actor.fontMetrics().height()
        above = max(0, self._actor.sizeHint().height() - height) // 2
        for cell in (self._number, self._words):
            cell.setContentsMargins(0, above, 0, 0)


class StepsView(QWidget):
    """Shows every step, or the first and how many there are besides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._has_room = True
        self._is_opened = False
        self.setAccessibleName(translate("Steps"))
        set_accessible_role(self, QAccessible.Role.Grouping)
        px = theme.spacing.to_pixels
        self._rows: list[_StepRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(2, 1)
        self._more_button = Button(theme, ButtonVariant.LINK, is_flush=True)
        self._more_button.hide()
        self._more_button.clicked.connect(self._on_more_clicked)
        layout = WrapRow()
        self.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(self._grid, 1)
        layout.addWidget(self._more_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these steps in order; cheap when nothing has changed."""
        if steps != self._steps:
            self._steps = steps
            self._is_opened = False
            self._update_rows()
        self.setVisible(bool(steps))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for all of them: else they fold, until they are opened."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._update_rows()

    def _update_rows(self) -> None:
        is_whole = self._has_room or self._is_opened
        shown = self._steps if is_whole else self._steps[:1]
        while len(self._rows) < len(shown):
            self._rows.append(_StepRow(len(self._rows), self._theme, self._grid, self))
        for number, row in enumerate(self._rows):
            row.show_step(shown[number] if number < len(shown) else None)
        left = len(self._steps) - len(shown)
        self._more_button.setText(translate("More steps: {count}", count=left))
        self._more_button.setVisible(left > 0)

    def _on_more_clicked(self) -> None:
        self._is_opened = True
        self._update_rows()
