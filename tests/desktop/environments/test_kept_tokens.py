"""*Kept tokens* lists every item of the app, whatever became of its environment, and forgets it."""

from datetime import UTC

import pytest
import secretstorage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from secretstorage.exceptions import SecretServiceNotAvailableException

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.kept_tokens import KeptTokens
from inspector_app.desktop.environments.kept_tokens_dialog import KeptTokensDialog
from inspector_app.desktop.theme.translation import render_text
from inspector_app.session.token import Token
from inspector_app.vault.backends import open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.kept_items import MAX_ITEMS, KeptItem
from inspector_app.vault.vault import Vault
from tests.desktop.at_work import lay_out, work_in
from tests.desktop.theme.test_appearance_switch import contrast

KEPT, GONE = Token("kept-for-an-environment-that-is"), Token("kept-for-an-environment-that-was")


@pytest.fixture
def app(service, start, qtbot):
    app = start(keyring=open_backend)
    environment = work_in(app, "Here", "https://here.example.com")
    vault = Vault(open_backend())
    vault.store_token(environment.id, "here.example.com", KEPT)
    vault.store_token(f"{environment.id}/proxy", "mara@proxy.example.com", Token("a-password"))
    vault.store_token("an-id-that-is-gone", "<b>gone</b>.example.com", GONE)
    return app


def open_list(app, qtbot):
    app.window.action_collection[ActionId.KEPT_TOKENS].trigger()
    dialog = app.window.findChild(KeptTokensDialog)
    assert dialog.focusWidget() is dialog.list
    qtbot.waitUntil(lambda: "Reading" not in dialog.note.text())
    return dialog


def rows(dialog):
    return {
        tuple(row.text(column) for column in range(4))
        for row in map(dialog.list.topLevelItem, range(dialog.list.topLevelItemCount()))
    }


def test_all_items_are_listed_with_environment_host_and_fingerprint(app, qtbot):
    dialog = open_list(app, qtbot)
    assert rows(dialog) == {
        ("Here", "Token", "here.example.com", KEPT.fingerprint),
        ("Here", "Proxy password", "mara@proxy.example.com", ""),
        ("(gone)", "Token", "<b>gone</b>.example.com", GONE.fingerprint),
    }
    assert all(dialog.list.topLevelItem(row).text(4)[:2] == "20" for row in range(3))


def find_ink(picture, top, bottom, right):
    """The first column of that part in which something is painted."""
    ground = picture.pixelColor(right, top + 1)
    return next(
        x
        for x in range(right)
        if any(contrast(picture.pixelColor(x, y), ground) > 1.5 for y in range(top, bottom))
    )


def test_its_rows_have_room_and_begin_where_the_headings_do(app, qtbot):
    dialog = open_list(app, qtbot)
    shown = dialog.list
    shown.clearSelection()
    lay_out()
    header, row = shown.header(), shown.visualRect(shown.model().index(1, 0))
    assert row.height() >= 24
    right = header.sectionSize(0) - 8
    start = find_ink(header.grab().toImage(), 0, header.height() - 2, right)
    found = find_ink(shown.viewport().grab().toImage(), row.top() + 2, row.bottom() - 2, right)
    assert abs(start - found) <= 3
    words = max(shown.topLevelItem(number).text(4) for number in range(shown.topLevelItemCount()))
    assert shown.columnWidth(4) >= shown.fontMetrics().horizontalAdvance(words) + 16
    dialog.reject()


def test_its_columns_are_as_wide_as_the_list_and_no_heading_is_cut(start, qtbot):
    """Also where there is nothing to be listed."""
    dialog = open_list(start(), qtbot)
    lay_out()
    header = dialog.list.header()
    for column in range(header.count()):
        words = dialog.list.headerItem().text(column)
        inner = header.sectionSize(column) - 24  # what the style sheet leaves free beside them
        assert inner >= header.fontMetrics().horizontalAdvance(words)
    assert header.length() == dialog.list.viewport().width()
    dialog.reject()


def test_what_is_gone_is_forgotten_by_the_keyboard_alone(app, service, qtbot):
    """A8"""
    dialog = open_list(app, qtbot)
    row = next(one for one in map(dialog.list.topLevelItem, range(3)) if one.text(0) == "(gone)")
    dialog.list.setCurrentItem(row)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not any(button.autoDefault() for button in dialog.findChildren(QPushButton))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)
    assert "an-id-that-is-gone" not in service.items()
    assert len(service.items()) == 2


def test_the_window_knows_that_its_own_token_was_forgotten(app, service, qtbot):
    """A8"""
    app.presenter.find_token()
    location = app.window.status_bar.token_location_label
    qtbot.waitUntil(lambda: "Secret Service" in location.text())
    dialog = open_list(app, qtbot)
    dialog.list.selectAll()
    qtbot.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.note.text() == "Nothing is kept.")
    assert service.items() == ()
    qtbot.waitUntil(lambda: "No token is kept" in location.text())
    assert not dialog.forget_button.isEnabled()


@pytest.mark.parametrize(("count", "is_all"), [(MAX_ITEMS, True), (MAX_ITEMS + 1, False)])
def test_of_very_many_it_says_that_there_are_more(qtbot, appearance, count, is_all):
    """A8: whoever forgets all that is listed would take the rest for forgotten."""
    dialog = KeptTokensDialog(appearance, {}, UTC)
    qtbot.addWidget(dialog)
    dialog.show_items([KeptItem(f"{number}", is_in_memory=False) for number in range(count)])
    assert dialog.list.topLevelItemCount() == MAX_ITEMS
    assert ("More are kept" not in dialog.note.text()) is is_all


def test_what_the_keyring_would_not_forget_is_told_and_stays_listed(
    app, service, qtbot, monkeypatch
):
    """A8: nobody takes it for forgotten."""

    def refuse(*_):
        raise SecretServiceNotAvailableException("no")

    monkeypatch.setattr(secretstorage.Item, "delete", refuse)
    dialog = open_list(app, qtbot)
    dialog.list.selectAll()
    qtbot.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The token may still be in it" in dialog.note.text())
    assert len(service.items()) == 3


def test_a_locked_keyring_is_unlocked_from_there(app, service, qtbot):
    """K1"""
    service.lock()
    dialog = open_list(app, qtbot)
    assert "locked" in dialog.note.text()
    assert dialog.unlock_button.isVisible()
    service.unlock()
    qtbot.mouseClick(dialog.unlock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 3)
    assert not dialog.unlock_button.isVisible()


def test_of_a_reading_alone_that_took_too_long_it_is_said_that_nothing_was_changed(start, qtbot):
    app = start()
    dialog = open_list(app, qtbot)
    for kind in VaultErrorKind:
        for operation in (VaultOperation.FETCH, VaultOperation.DELETE):
            problem = VaultError(kind, operation)
            app.window.findChild(KeptTokens)._show_problem(dialog, problem)
            is_told = (kind, operation) == (VaultErrorKind.TIMED_OUT, VaultOperation.FETCH)
            assert ("Nothing was changed: open this list" in dialog.note.text()) is is_told
            assert (render_text(problem.next_step) in dialog.note.text()) is not is_told
            assert dialog.unlock_button.isVisible() is (kind is VaultErrorKind.LOCKED)


def test_tokens_of_this_run_are_listed_too(start, qtbot):
    app = start()
    environment = work_in(app, "Here", "https://here.example.com")
    vault = app.runner._vault_provider.get_vault()
    vault.store_token(environment.id, "here.example.com", KEPT)
    dialog = open_list(app, qtbot)
    assert dialog.list.topLevelItem(0).text(4) == "this run only"
    dialog.list.selectAll()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.note.text() == "Nothing is kept.")
    assert vault.fetch_token(environment.id, "here.example.com") is None


def test_while_the_keyring_asks_the_list_says_what_it_waits_for(app, qtbot):
    app.token_store.prompt_changed.emit(True)  # with no list there is nothing to say it in
    dialog = open_list(app, qtbot)
    listed = dialog.note.text()
    app.token_store.prompt_changed.emit(False)
    assert dialog.note.text() == listed
    app.token_store.prompt_changed.emit(True)
    assert dialog.note.text().startswith("Waiting for the keyring")
    dialog.close()
