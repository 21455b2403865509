"""What goes wrong beside an inspection is told in the window, each in its own words."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.token_store import TokenLocation
from inspector_app.session.translatable_text import tr
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation

PLACE = TokenLocation(tr("the keyring"), None, "ab12cd34")


@pytest.fixture
def token_store(demo):
    return demo.secret_guards.keyring_notices._token_store


def test_each_trouble_is_told(demo, token_store):
    told = demo.window.note_label.text
    for signal, values, words in (
        (demo.runner.error_occurred, (), "Nothing was lost"),
        (token_store.failed, (VaultError(VaultErrorKind.REFUSED, VaultOperation.DELETE),), "."),
        (token_store.secrets_stored_in_memory, (), "kept for this run"),
        (demo.preferences.not_saved, (tr("The disk is full."),), "The disk is full."),
        (demo.demo.failed, (), "no free port"),
    ):
        demo.window.show_note("")
        signal.emit(*values)
        assert words in told(), words


def test_a_locked_keyring_is_told_by_its_bar_alone(demo, token_store):
    demo.window.show_note("")
    token_store.failed.emit(VaultError(VaultErrorKind.LOCKED, VaultOperation.FETCH))
    assert demo.window.note_label.text() == ""
    token_store.failed.emit(VaultError(VaultErrorKind.LOCKED, VaultOperation.DELETE))
    assert demo.window.note_label.text() != ""


def test_where_a_token_of_another_environment_is_kept_says_nothing_of_this_one(demo, token_store):
    """It may come late, when the person has switched."""
    label = demo.window.status_bar.token_location_label
    before = label.text()
    token_store.location_changed.emit("another", PLACE)
    assert label.text() == before
    token_store.location_changed.emit(demo.preferences.current.id, PLACE)
    assert "the keyring" in label.text()


def test_whether_tokens_are_remembered_is_kept_for_the_next_start(demo, start, qtbot):
    box = demo.window.remember_check_box
    was_wanted = box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked() is not was_wanted
    qtbot.waitUntil(demo.background.is_idle)
    assert start().window.remember_check_box.isChecked() is not was_wanted
