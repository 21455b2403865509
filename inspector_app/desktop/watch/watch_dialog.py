"""Dialog before a watch: how often, until what, for how long, and what it may do to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, REJECT, create_button_box
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.form_layout import create_field_label
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.inspection.watch import MAX_DURATION, WatchGoal
from inspector_app.session.time_format import format_duration
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.watch import WatchPlan

_INTERVALS: Final = (10.0, 30.0, 60.0, 300.0, 600.0)
_DURATIONS: Final = (600.0, 1800.0, MAX_DURATION)
_GOALS: Final[tuple[tuple[WatchGoal, Text], ...]] = (
    (WatchGoal.CHANGE, tr("Something changes")),
    (WatchGoal.SESSION_ENDS, tr("The session ends")),
    (WatchGoal.ACCOUNT_ENABLED, tr("The account is enabled")),
    (WatchGoal.ORGANIZATION_CHANGES, tr("The working organization changes")),
)
_PROPOSED_INTERVAL: Final = 1


class WatchDialog(FixedWidthDialog):
    """``chosen`` carries the plan when the watch is to begin.

    ``owner`` names the session, ``observed`` is what inspecting was seen to do to it, if anything.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, owner: str, observed: Text | None, parent: QWidget) -> None:
        from inspector_app.inspection.watch import MAY_PROLONG

        super().__init__(theme.spacing.to_pixels(520), parent)
        px = theme.spacing.to_pixels
        self.setWindowTitle(translate("Watch the session"))
        self.owner_label = PlainLabel(owner)
        self.interval_choice = DropDownButton(
            theme, translate("Inspect every"), _describe_spans(_INTERVALS)
        )
        self.interval_choice.set_current_index(_PROPOSED_INTERVAL)
        self.goal_choice = DropDownButton(
            theme,
            translate("Until"),
            [*(render_text(words) for _, words in _GOALS), translate("The time is over")],
        )
        self.duration_choice = DropDownButton(theme, translate("For"), _describe_spans(_DURATIONS))
        self.duration_choice.set_current_index(len(_DURATIONS) - 1)
        notes = [render_text(MAY_PROLONG)]
        if observed is not None:
            notes.append(translate("Seen so far: {sentence}.", sentence=render_text(observed)))
        notes.append(translate("The watch also ends with the session and at a lock."))
        self.note_label = PlainLabel(join_sentences(notes))
        self.note_label.setProperty("look", "soft")
        self.start_button = Button(theme, ButtonVariant.PRIMARY, translate("Watch"))
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self._accept_plan)
        cancel = Button(theme, ButtonVariant.TALL, translate("Cancel"))
        cancel.clicked.connect(self.reject)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        for row, (words, choice) in enumerate(
            (
                (translate("Inspect every"), self.interval_choice),
                (translate("Until"), self.goal_choice),
                (translate("For at most"), self.duration_choice),
            )
        ):
            grid.addWidget(create_field_label(words, choice, theme.spacing), row, 0)
            grid.addWidget(choice, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(14))
        layout.addWidget(self.owner_label)
        layout.addLayout(grid)
        layout.addWidget(self.note_label)
        layout.addWidget(create_button_box((self.start_button, ACCEPT), (cancel, REJECT)))

    @property
    def plan(self) -> WatchPlan:
        """The plan that is chosen."""
        from inspector_app.inspection.watch import WatchPlan

        goal = self.goal_choice.get_current_index()
        goals = frozenset({_GOALS[goal][0]}) if goal < len(_GOALS) else frozenset()
        return WatchPlan(
            _INTERVALS[self.interval_choice.get_current_index()],
            goals,
            duration=_DURATIONS[self.duration_choice.get_current_index()],
        )

    def _accept_plan(self) -> None:
        plan = self.plan
        self.accept()
        self.chosen.emit(plan)


def _describe_spans(spans: tuple[float, ...]) -> list[str]:
    return [render_text(format_duration(one)) for one in spans]
