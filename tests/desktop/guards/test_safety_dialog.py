"""The choices about secrets are made in one dialog, are used at once and survive a restart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.guards.screen_lock_monitor import LockDetection
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES, SafetySettings
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import clipboard, inspect, token_of, work_in


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
