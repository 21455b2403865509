"""Ctrl+K finds an environment by typing, and the keys are back in the token field after it."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.environments.environment_switcher import (
    _MAX_SHOWN,
    EnvironmentSwitcher,
    _find_first,
)
from inspector_app.settings import settings_file
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import Settings
from tests.desktop.at_work import lay_out

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DIRECTION = Qt.LayoutDirection
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = ("Production", "Staging", "Test EU", "Test US", "Customer Test")


@pytest.fixture
def app(directories, start):
    own = tuple(
        create_environment(name, f"https://apim-{number}.example.com")
        for number, name in enumerate(NAMES)
    )
    settings_file.save(directories.settings_file, Settings(own, current_id=own[1].id))
    return start()


def open_switcher(app, qtbot):
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_K, CONTROL)
    switcher = app.window.findChild(EnvironmentSwitcher)
    assert switcher.isVisible()
    return switcher


def rows(switcher):
    model = switcher.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_opens_on_all_of_them_with_the_one_in_use_chosen(app, qtbot):
    switcher = open_switcher(app, qtbot)
    assert rows(switcher) == list(NAMES)
    assert switcher.list.get_current().name == "Staging"
    assert switcher.focusWidget() is switcher.field


def test_it_is_as_high_as_its_rows(app, qtbot):
    shown = open_switcher(app, qtbot).list
    row = shown.visualRect(shown.model().index(len(NAMES) - 1, 0))
    below = shown.viewport().height() - 1 - row.bottom()
    assert 0 <= below < row.height() / 4


@pytest.mark.parametrize("direction", [DIRECTION.LeftToRight, DIRECTION.RightToLeft])
def test_it_opens_in_line_with_its_button_where_lines_begin(app, qtbot, direction):
    app.window.setGeometry(10, 10, 780, 500)
    app.window.setLayoutDirection(direction)
    lay_out()
    button = app.window.environment_button
    switcher = open_switcher(app, qtbot)
    left = button.mapToGlobal(button.rect().topLeft()).x()
    shown = switcher.geometry()
    is_mirrored = button.isRightToLeft()
    other = QWidget(app.window, Qt.WindowType.Popup)  # gets the same frame of the platform
    other.move(left + button.width() - shown.width() if is_mirrored else left, shown.y())
    other.show()
    assert shown.x() == other.x()
    other.hide()
    qtbot.keyClick(switcher.field, Qt.Key.Key_Escape)


def test_typing_and_enter_switch_and_the_focus_is_in_the_token_field(app, qtbot):
    switcher = open_switcher(app, qtbot)
    qtbot.keyClicks(switcher.field, "test")
    assert rows(switcher) == ["Test EU", "Test US", "Customer Test"]
    qtbot.keyClick(switcher.field, Qt.Key.Key_Down)
    qtbot.keyClick(switcher.field, Qt.Key.Key_Return)
    assert not switcher.isVisible()
    assert app.preferences.current.name == "Test US"
    assert app.window.focusWidget() is app.window.token_field


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eu test", ["Test EU"]),
        ("us", ["Test US", "Customer Test"]),
        ("APIM-4", ["Customer Test"]),
        ("ＰＲＯＤ", ["Production"]),  # noqa: RUF001  # full width, as some input methods type
        ("zzz", []),
        ("   ", list(NAMES)),
    ],
)
def test_words_are_found_in_name_and_address_in_any_order(app, qtbot, typed, found):
    switcher = open_switcher(app, qtbot)
    switcher.field.setText(typed)
    assert rows(switcher) == found
    assert switcher.nothing_label.isVisible() is (not found)
    qtbot.keyClick(switcher.field, Qt.Key.Key_Return)
    assert switcher.isVisible() is (not found)
    switcher.hide()


def test_escape_changes_nothing_and_keeps_nothing_of_what_was_typed(app, qtbot):
    app.window.environment_button.setFocus()
    switcher = open_switcher(app, qtbot)
    qtbot.keyClicks(switcher.field, "prod")
    qtbot.keyClick(switcher.field, Qt.Key.Key_Escape)
    assert not switcher.isVisible()
    assert app.preferences.current.name == "Staging"
    assert app.window.focusWidget() is app.window.token_field
    assert switcher.field.text() == ""
    assert not switcher.field.isUndoAvailable()
    assert rows(open_switcher(app, qtbot)) == list(NAMES)
    switcher.hide()


def test_a_row_speaks_name_use_and_address(app, qtbot):
    switcher = open_switcher(app, qtbot)
    spoken = switcher.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Staging, in use, https://apim-1.example.com"
    switcher.hide()


def test_a_click_chooses(app, qtbot):
    switcher = open_switcher(app, qtbot)
    model = switcher.list.model()
    where = switcher.list.visualRect(model.index(3, 0)).center()
    qtbot.mouseClick(switcher.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert app.preferences.current.name == "Test US"
    assert app.window.focusWidget() is app.window.token_field


def test_a_lock_closes_it(app, qtbot):
    switcher = open_switcher(app, qtbot)
    app.secret_guards.window_lock.lock()
    assert not switcher.isVisible()


@pytest.mark.parametrize(("place", "is_after_others"), [(0, False), (99, True), (299, True)])
def test_of_hundreds_the_one_in_use_is_shown_and_some_before_it(place, is_after_others):
    many = [create_environment(f"E {one}", "https://a.example.com") for one in range(300)]
    shown = many[_find_first(many, many[place].id) :][:_MAX_SHOWN]
    assert many[place] in shown
    assert (shown[0] is not many[place]) is is_after_others
    assert _find_first(many, None) == 0


@pytest.mark.timing
def test_thousands_open_and_are_searched_at_once(directories, start, qtbot):
    """R3"""
    own = tuple(create_environment(f"E {one}", "https://a.example.com") for one in range(9_000))
    settings_file.save(directories.settings_file, Settings(own, current_id=own[1234].id))
    app = start()
    began = time.perf_counter()
    switcher = open_switcher(app, qtbot)
    QApplication.processEvents()
    opened = time.perf_counter()
    qtbot.keyClicks(switcher.field, "8999")
    QApplication.processEvents()
    assert opened - began < 0.3
    assert time.perf_counter() - opened < 0.4  # four keys
    assert rows(switcher) == ["E 8999"]
    switcher.hide()
