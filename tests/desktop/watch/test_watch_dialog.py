"""What a watch is asked for: how often, until what, for how long, and with which warning."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inspector_app.desktop.watch.watch_dialog import WatchDialog
from inspector_app.inspection.watch import MAY_PROLONG, WatchGoal, WatchPlan
from inspector_app.session.translatable_text import as_literal

INTERVALS = {"10 s": 10.0, "30 s": 30.0, "1 min": 60.0, "5 min": 300.0, "10 min": 600.0}
GOALS = {
    "Something changes": {WatchGoal.CHANGE},
    "The session ends": {WatchGoal.SESSION_ENDS},
    "The account is enabled": {WatchGoal.ACCOUNT_ENABLED},
    "The working organization changes": {WatchGoal.ORGANIZATION_CHANGES},
    "The time is over": set(),
}
DURATIONS = {"10 min": 600.0, "30 min": 1800.0, "1 h": 3600.0}


@pytest.fixture
def ask(appearance, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    return lambda observed=None: WatchDialog(appearance, "mara (0a1b2c3d)", observed, owner)


def words(choice):
    return [one.text() for one in choice.menu().actions()]


def test_each_choice_is_named_and_means_what_it_says(ask):
    dialog = ask()
    choices = (dialog.interval_choice, dialog.goal_choice, dialog.duration_choice)
    assert [words(one) for one in choices] == [[*INTERVALS], [*GOALS], [*DURATIONS]]
    assert dialog.plan == WatchPlan(30.0, frozenset({WatchGoal.CHANGE}), duration=3600.0)
    for row, (interval, goals) in enumerate(zip(INTERVALS.values(), GOALS.values(), strict=True)):
        dialog.interval_choice.set_current_index(row)
        dialog.goal_choice.set_current_index(row)
        for place, duration in enumerate(DURATIONS.values()):
            dialog.duration_choice.set_current_index(place)
            assert dialog.plan == WatchPlan(interval, frozenset(goals), duration=duration)
    labels = {one.text(): one.buddy() for one in dialog.findChildren(QLabel) if one.buddy()}
    assert labels == dict(zip(("Inspect every", "Until", "For at most"), choices, strict=True))


def test_it_says_whom_it_is_about_and_what_it_may_do(ask):
    """The app never claims more than it has seen."""
    warning = f"{MAY_PROLONG} The watch also ends with the session and at a lock."
    dialog = ask()
    assert dialog.windowTitle() == "Watch the session"
    assert dialog.owner_label.text() == "mara (0a1b2c3d)"
    assert dialog.note_label.text() == warning
    seen = ask(as_literal("Each inspection prolonged it"))
    assert seen.note_label.text() == warning.replace(
        " The watch", " Seen so far: Each inspection prolonged it. The watch"
    )


def test_it_begins_by_its_button_alone(ask):
    chosen = []
    for name, is_begun in (("Cancel", False), ("Watch", True)):
        dialog = ask()
        dialog.chosen.connect(lambda plan, dialog=dialog: chosen.append((plan, dialog.isVisible())))
        dialog.show()
        (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == name]
        assert button.isDefault() is is_begun
        button.click()
        assert not dialog.isVisible()
        assert bool(chosen) is is_begun
    assert chosen == [(WatchPlan(30.0, frozenset({WatchGoal.CHANGE})), False)]
