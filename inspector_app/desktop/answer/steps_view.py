"""List of the steps: a number, who can take it, and what to do; folded where height is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.step_model import Step


class StepsView(QWidget):
    """Shows every step, or the first and how many there are besides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._has_room = True
        self._is_opened = False
        self.setAccessibleName(translate("Steps"))
        set_accessible_role(self, QAccessible.Role.Grouping)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.spacing.to_pixels(8))
        self._more_button = Button(theme, ButtonVariant.LINK, parent=self)
        self._layout.addWidget(self._more_button, 0, Qt.AlignmentFlag.AlignTop)
        self._more_button.hide()
        self._more_button.clicked.connect(self._on_more_clicked)
        self._rows: QWidget | None = None

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these steps in order; cheap when nothing has changed."""
        if steps != self._steps:
            self._steps = steps
            self._is_opened = False
            self._rebuild_rows()
        self.setVisible(bool(steps))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for all of them: else they fold, until they are opened."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._rebuild_rows()

    def _rebuild_rows(self) -> None:
        from inspector_app.session.diagnosis.step_model import ACTOR_LABELS

        if self._rows is not None:
            self._rows.hide()
            self._layout.removeWidget(self._rows)
            self._rows.deleteLater()
        is_whole = self._has_room or self._is_opened
        shown = self._steps if is_whole else self._steps[:1]
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        px = self._theme.spacing.to_pixels
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        top = Qt.AlignmentFlag.AlignTop
        for row, step in enumerate(shown):
            number = PlainLabel(str(row + 1), self._rows)
            number.setProperty("look", "soft")
            actor = PlainLabel(render_text(ACTOR_LABELS[step.actor]), self._rows)
            actor.setProperty("look", "tag")
            actor.setWordWrap(False)
            grid.addWidget(number, row, 0, top)
            grid.addWidget(actor, row, 1, top | Qt.AlignmentFlag.AlignLeft)
            words = PlainLabel(render_text(step.text), self._rows)
            for label in (actor, words):
                follow_text_colour(label, self._theme)
            grid.addWidget(words, row, 2, top)
        grid.setColumnStretch(2, 1)
        left = len(self._steps) - len(shown)
        self._more_button.setText(translate("More steps: {count}", count=left))
        self._more_button.setVisible(left > 0)
        self._layout.insertWidget(0, self._rows, 1)
        self._rows.show()  # at once: else they would be there only at the next turn

    def _on_more_clicked(self) -> None:
        self._is_opened = True
        self._rebuild_rows()
