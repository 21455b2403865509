"""Environments are ordered, duplicated, and handed from one person to another in a file."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.environments.environment_list_dialog import EnvironmentListDialog
from inspector_app.settings import settings_file
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.settings.user_settings import Settings

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def app(directories, start):
    signed = ConnectionSettings(ca_file=__file__, access_key="key-1")
    own = (
        create_environment("One", "https://one.example.com"),
        create_environment("Two", "https://two.example.com", signed),
        create_environment("Three", "https://three.example.com"),
    )
    settings_file.save(directories.settings_file, Settings(own, current_id=own[1].id))
    return start()


@pytest.fixture
def dialog(app, qtbot):
    app.window.action_collection[ActionId.LIST_ENVIRONMENTS].trigger()
    made = app.window.findChild(EnvironmentListDialog)
    qtbot.waitUntil(made.list.hasFocus)
    return made


def names(app):
    return [one.name for one in app.preferences.settings.environments]


def shown(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def index_of(dialog, row):
    return dialog.list.model().index(row, 0)


def test_alt_and_the_arrows_move_one_and_stop_at_the_ends(app, dialog, qtbot, directories):
    assert dialog.list.get_current().name == "Two"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert names(app) == shown(dialog) == ["Two", "One", "Three"]
    assert not dialog.up_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    for _ in range(5):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert names(app) == ["One", "Three", "Two"]
    assert dialog.list.get_current().name == "Two"
    assert not dialog.down_button.isEnabled()
    assert app.preferences.current.name == "Two"
    dialog.reject()
    app.window.close()  # writes what is still to be written
    saved, _ = settings_file.load(directories.settings_file)
    assert [one.name for one in saved.environments] == [*("One", "Three", "Two")]


def test_what_can_be_done_with_what_is_chosen(dialog):
    of_one = {"edit", "duplicate", "delete", "export"}
    for chosen, usable in (
        ((), set()),
        ((0,), {"down"} | of_one),
        ((1,), {"up", "down"} | of_one),
        ((2,), {"up"} | of_one),
        ((0, 1), {"export"}),
        ((0, 1, 2), {"export"}),
    ):
        dialog.list.clearSelection()
        for number in chosen:
            dialog.list.setCurrentIndex(index_of(dialog, number))
        for number in chosen:
            flag = QItemSelectionModel.SelectionFlag
            rows = flag.Select | flag.Rows
            dialog.list.selectionModel().select(index_of(dialog, number), rows)
        names = ("up", "down", "edit", "duplicate", "delete", "export")
        enabled = {one for one in names if getattr(dialog, f"{one}_button").isEnabled()}
        assert enabled == usable, chosen
        for name in ("add", "import", "close"):
            assert getattr(dialog, f"{name}_button").isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("row", "button", "expected"),
    [
        (0, "down", ["Two", "One", "Three"]),
        (1, "down", ["One", "Three", "Two"]),
        (2, "up", ["One", "Three", "Two"]),
        (1, "up", ["Two", "One", "Three"]),
    ],
)
def test_a_click_moves_one_by_one_place(app, dialog, qtbot, row, button, expected):
    dialog.list.setCurrentIndex(index_of(dialog, row))
    qtbot.mouseClick(getattr(dialog, f"{button}_button"), Qt.MouseButton.LeftButton)
    assert names(app) == shown(dialog) == expected
    dialog.reject()
    qtbot.waitUntil(app.background.is_idle)


def test_a_duplicate_has_all_but_the_secrets_and_a_name_of_its_own(app, dialog, qtbot):
    qtbot.mouseClick(dialog.duplicate_button, Qt.MouseButton.LeftButton)
    copy = next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())
    assert copy.name.text() == "Two (2)"
    assert copy.name.selectedText() == "Two (2)"
    assert copy.address.text() == "https://two.example.com"
    assert copy.connection.access_key.text() == "key-1"
    assert "leave empty" not in copy.connection.secret_key.placeholderText()
    copy.connection.ca_file.clear()
    copy.connection.access_key.clear()
    with qtbot.waitSignal(copy.submitted):
        qtbot.keyClick(copy.name, Qt.Key.Key_Return)
    assert names(app) == ["One", "Two", "Three", "Two (2)"]
    assert len({one.id for one in app.preferences.settings.environments}) == 4


def test_another_than_the_one_in_use_is_edited_and_then_in_use(app, dialog, qtbot):
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    opened = next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())
    assert opened.name.text() == "Three"
    assert app.preferences.current.name == "Three"
    opened.reject()


def test_what_is_chosen_is_exported_and_imported_elsewhere(app, dialog, qtbot, tmp_path):
    file = tmp_path / "handed.json"
    dialog.list.selectAll()
    assert not dialog.edit_button.isEnabled()
    with qtbot.waitSignal(dialog.transfer.message) as said:
        dialog.transfer.export_to(file, dialog.list.list_chosen())
    assert said.args == ["Exported to handed.json, without secrets."]
    assert "test_environment_list" not in file.read_text()  # the file of certificates
    before = app.preferences.settings.environments
    app.preferences.remove_environment(before[2])
    with qtbot.waitSignal(dialog.transfer.message):
        dialog.transfer.import_file(file)
    assert names(app) == shown(dialog) == ["One", "Two", "Three"]
    assert dialog.note.text().startswith("Imported: 1. There already: 2. Secrets")
    assert app.preferences.current.name == "Two"
    with qtbot.waitSignal(dialog.transfer.message) as said:
        dialog.transfer.export_to(file, before)
    assert "already" in said.args[0]  # nothing is overwritten
    dialog.reject()


@pytest.mark.parametrize(
    "address",
    [
        *("http://gateway.example.com", "https://a:b@gateway.example.com", "gate way", ""),
        *("javascript:alert(1)", "https://gateway.example.com/path?x=1"),
        f"https://iam_s_{'a1' * 16}.example.com",
    ],
)
def test_an_address_that_cannot_be_called_is_left_out(app, dialog, qtbot, tmp_path, address):
    """N3, A7"""
    file = tmp_path / "foreign.json"
    listed = [{"name": "Bad", "address": address}, {"name": "Good", "address": "g.example.com"}]
    file.write_text(json.dumps({"version": 1, "environments": listed}))
    with qtbot.waitSignal(dialog.transfer.message) as said:
        dialog.transfer.import_file(file)
    assert names(app) == ["One", "Two", "Three", "Good"]
    assert app.preferences.settings.environments[-1].address == "https://g.example.com"
    assert "Not usable: 1." in said.args[0]
    dialog.reject()


@pytest.mark.parametrize("content", [None, b"no json", b"[]"])
def test_a_file_that_is_none_changes_nothing_and_says_so(app, dialog, qtbot, tmp_path, content):
    file = tmp_path / "foreign.json"
    if content is not None:
        file.write_bytes(content)
    with qtbot.waitSignal(dialog.transfer.message) as said:
        dialog.transfer.import_file(file)
    assert said.args[0] == dialog.note.text()
    assert "file" in said.args[0]
    assert names(app) == ["One", "Two", "Three"]
    dialog.reject()


def test_with_none_it_offers_to_import_and_to_add(start, qtbot):
    app = start()
    app.window.action_collection[ActionId.LIST_ENVIRONMENTS].trigger()
    dialog = app.window.findChild(EnvironmentListDialog)
    assert dialog.import_button.isEnabled()
    for button in (dialog.up_button, dialog.duplicate_button, dialog.export_button):
        assert not button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    added = next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())
    assert added.name.text() == ""
    added.reject()


def drop(dialog, name, x, y):
    """Let go of the dragged row of that name at a place of the list."""
    dialog.list.setCurrentIndex(index_of(dialog, shown(dialog).index(name)))
    data = dialog.list.model().mimeData([dialog.list.currentIndex()])
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    held = (actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (
        QDragEnterEvent(QPoint(x, y), *held),
        QDragMoveEvent(QPoint(x, y), *held),
        QDropEvent(QPointF(x, y), *held),
    ):
        QCoreApplication.sendEvent(dialog.list.viewport(), event)
    return event


def get_edges(dialog, number):
    row = dialog.list.visualRect(index_of(dialog, number))
    return row.top() + 3, row.bottom() - 3


def test_a_row_is_dragged_to_another_place(app, dialog):
    assert dialog.list.dragEnabled()
    dropped = drop(dialog, "Three", 20, get_edges(dialog, 0)[0])
    assert dropped.dropAction() is not Qt.DropAction.MoveAction  # Qt would take the row out
    assert names(app) == shown(dialog) == ["Three", "One", "Two"]
    drop(dialog, "Three", 20, get_edges(dialog, 1)[1])
    assert names(app) == shown(dialog) == ["One", "Three", "Two"]
    drop(dialog, "One", 20, dialog.list.viewport().height() - 2)
    assert names(app) == shown(dialog) == ["Three", "Two", "One"]
    drop(dialog, "Two", 20, get_edges(dialog, 1)[0])  # where it is
    assert names(app) == ["Three", "Two", "One"]
    assert dialog.list.get_current().name == "Two"
