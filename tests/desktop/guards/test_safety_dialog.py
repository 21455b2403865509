"""The choices about secrets are made in one dialog, are used at once and survive a restart."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.guards.screen_lock_monitor import LockDetection
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.policies import Policies, Policy
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES, SafetySettings
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import clipboard, inspect, token_of, work_in

CONTROLS = {
    Policy.CLIPBOARD_SECONDS: "clipboard_choice",
    Policy.IDLE_MINUTES: "idle_choice",
    Policy.MEMORY_ONLY: "memory_only",
    Policy.KEEP_AFTER_END: "keep_after_end",
    Policy.KEEP_HISTORY: "keep_history",
}
USUAL = SafetySettings()
CLEAR, LOCK = "Clear a copied credential after", "Lock when nothing is touched for"
BOXES = ("memory_only", "keep_after_end", "keep_history")


@pytest.fixture
def ask(appearance):
    """Opens the dialog alone, for these settings."""
    owner = QWidget()

    def ask(safety=USUAL, forced=()):
        policies = Policies(dict.fromkeys(forced, True))
        return SafetyDialog(appearance, safety, as_literal("It hears the lock."), owner, policies)

    yield ask
    owner.deleteLater()


def press(dialog, words):
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    button.click()


@pytest.mark.parametrize("forced", [(), *((one,) for one in CONTROLS), tuple(CONTROLS)])
def test_what_an_administrator_forces_cannot_be_changed_and_all_else_can(ask, forced):
    """A3, A6."""
    dialog = ask(forced=forced)
    for policy, name in CONTROLS.items():
        control = getattr(dialog, name)
        assert control.isEnabled() is (policy not in forced)
        assert ("administrator" in control.toolTip()) is (policy in forced)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert ("Your administrator has set what cannot be changed here." in words) is bool(forced)


def test_each_control_shows_its_own_setting_and_gives_it_back(ask):
    """A3, A6."""
    for name in BOXES:
        chosen: dict[str, Any] = {name: True}
        safety = replace(USUAL, **chosen)
        dialog = ask(safety)
        assert [one for one in BOXES if getattr(dialog, one).isChecked()] == [name]
        assert dialog.get_safety() == safety
        getattr(dialog, name).setChecked(False)
        assert dialog.get_safety() == SafetySettings()
    odd = SafetySettings(clipboard_seconds=60, idle_minutes=2, unknown='{"later": 1}')
    assert ask(odd).get_safety() == odd


def test_what_a_choice_means_stands_below_its_words_and_apart_from_the_next(ask, appearance):
    dialog = ask(forced=tuple(CONTROLS))
    hints = [one for one in dialog.findChildren(QLabel) if one.contentsMargins().left()]
    assert len(hints) == len(BOXES)
    px = appearance.spacing.to_pixels
    for hint in hints:
        margins = hint.contentsMargins()
        assert (margins.left(), margins.right(), margins.bottom()) == (px(28), px(28), px(4))
    for shown, count in ((dialog, 3), (ask(), 2)):
        layout = shown.layout()
        spacers = [layout.itemAt(row).spacerItem() for row in range(layout.count())]
        assert [one.sizeHint().height() for one in spacers if one is not None] == [px(8)] * count


def test_each_time_is_named_in_words(ask):
    dialog = ask()
    assert [one.text() for one in dialog.clipboard_choice.menu().actions()] == [
        *("10 seconds", "20 seconds", "30 seconds", "60 seconds"),
        *("2 minutes", "5 minutes", "never"),
    ]
    assert [one.text() for one in dialog.idle_choice.menu().actions()] == [
        *("1 minute", "2 minutes", "4 minutes", "10 minutes", "30 minutes", "60 minutes"),
        "never",
    ]
    assert dialog.windowTitle() == "Safety"
    assert dialog.clipboard_choice.accessibleName() == f"{CLEAR}: 10 seconds"
    assert dialog.idle_choice.accessibleName() == f"{LOCK}: 4 minutes"
    labels = {one.text(): one.buddy() for one in dialog.findChildren(QLabel) if one.buddy()}
    assert labels == {
        f"&{CLEAR}": dialog.clipboard_choice,
        f"&{LOCK}": dialog.idle_choice,
    }


def test_save_hands_the_choices_on_and_cancel_does_not(ask):
    chosen: list[SafetySettings] = []
    for words, is_saved in (("Save", True), ("Cancel", False)):
        dialog = ask(SafetySettings(idle_minutes=1))
        dialog.chosen.connect(chosen.append)
        dialog.show()
        dialog.keep_history.setChecked(True)
        press(dialog, words)
        assert not dialog.isVisible()
        assert chosen == [SafetySettings(idle_minutes=1, keep_history=True)]
        (save,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Save"]
        assert save.isDefault()
        assert bool(dialog.result()) is is_saved


def dialog_of(app):
    app.window.action_collection[ActionId.SAFETY].trigger()
    return app.window.findChild(SafetyDialog)


def test_it_offers_each_time_there_is_and_shows_the_present_choices(demo):
    dialog = dialog_of(demo)
    assert len(dialog.clipboard_choice.menu().actions()) == len(CLIPBOARD_SECONDS)
    assert len(dialog.idle_choice.menu().actions()) == len(IDLE_MINUTES)
    assert dialog.clipboard_choice.text() == "10 seconds"
    assert dialog.idle_choice.text() == "4 minutes"
    assert dialog.get_safety() == SafetySettings()
    dialog.reject()


def test_it_says_whether_the_screens_lock_is_heard(demo):
    """A6."""
    for hearing in LockDetection:
        demo.secret_guards.screen_lock_monitor.detection = hearing
        dialog = dialog_of(demo)
        assert str(hearing.message) in [label.text() for label in dialog.findChildren(QLabel)]
        dialog.reject()
        dialog.setParent(None)


def test_a_choice_is_used_at_once_and_after_a_restart(demo, start, qtbot):
    """A3, A6."""
    dialog = dialog_of(demo)
    dialog.clipboard_choice.set_current_index(2)
    dialog.idle_choice.set_current_index(len(IDLE_MINUTES) - 1)
    dialog.accept()
    qtbot.waitUntil(demo.background.is_idle)
    inspect(demo, qtbot)
    demo.window.result_view.tree_view.select_path(("session", "id"))
    demo.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert "30 s" in demo.secret_guards.clipboard_status.label.text()
    demo.secret_guards.clipboard.clear_secret()
    assert clipboard() == ""
    assert not demo.secret_guards.idle_timer._timer.isActive()
    again = start()
    assert again.preferences.settings.safety == SafetySettings(
        clipboard_seconds=30, idle_minutes=None
    )


def test_memory_only_takes_tokens_out_of_the_keyring_and_keeps_new_ones_in_memory(
    service, start, qtbot
):
    app = start("--demo", keyring=open_backend)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Kept", app.demo._gateway.origin)
    inspect(app, qtbot, token_of(app, "valid"))
    qtbot.waitUntil(lambda: "Secret Service" in app.window.status_bar.token_location_label.text())
    assert len(service.items()) == 1
    dialog = dialog_of(app)
    qtbot.mouseClick(dialog.memory_only, Qt.MouseButton.LeftButton)
    dialog.accept()
    qtbot.waitUntil(lambda: service.items() == ())
    qtbot.waitUntil(lambda: "No token is kept" in app.window.status_bar.token_location_label.text())
    inspect(app, qtbot, token_of(app, "valid"))
    qtbot.waitUntil(lambda: "this run only" in app.window.status_bar.token_location_label.text())
    assert "As chosen" in app.window.status_bar.token_location_label.toolTip()
    assert app.window.remember_check_box.text() == "Remember for this run"
    assert service.items() == ()
