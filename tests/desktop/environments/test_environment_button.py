"""The menu of environments opens at once, however many there are, and each is in it."""

import time

import pytest
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.settings import settings_file
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import Settings


@pytest.fixture
def begin(directories, start):
    """Starts the app with so many environments."""

    def begin(count):
        own = tuple(create_environment(f"E {one}", "https://a.example.com") for one in range(count))
        settings_file.save(directories.settings_file, Settings(own, current_id=own[1234].id))
        return start()

    return begin


def opened(menu):
    menu.aboutToShow.emit()
    return menu.actions()


def test_each_of_thousands_is_found_and_can_be_chosen(begin, qtbot):
    many = begin(2_000)
    button = many.window.environment_button
    submenus = [one.menu() for one in opened(button.menu()) if isinstance(one.menu(), QMenu)]
    assert all(not one.actions() for one in submenus)  # until they are opened
    entries = [entry for submenu in submenus for entry in opened(submenu)]
    addresses = [one.text().partition("\t") for one in entries]
    assert [name for name, _, _ in addresses] == [f"E {one}" for one in range(2_000)]
    assert {address for _, _, address in addresses} == {"https://a.example.com"}
    chosen = [one.text() for one in entries if one.isChecked()]
    assert chosen == ["E 1234\thttps://a.example.com"]
    assert [one.font().bold() for one in entries].count(True) == 1
    assert submenus[0].title() == "E 0 to E 44"
    entries[-1].trigger()
    assert many.preferences.current.name == "E 1999"
    qtbot.waitUntil(many.background.is_idle, timeout=20_000)  # it is written, with all the others


def test_opening_it_again_piles_nothing_up(begin):
    menu = begin(2_000).window.environment_button.menu()

    def count():
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        return len(menu.findChildren(QMenu)), len(menu.findChildren(QActionGroup))

    opened(opened(menu)[0].menu())
    first = count()
    for _ in range(3):
        opened(opened(menu)[0].menu())
    assert count() == first


def list_actions(app):
    """Which of the app's actions the menu has, in its order."""
    actions = app.window.action_collection
    known = {id(actions.get_menu_entry(one)): one for one in ActionId}
    entries = opened(app.window.environment_button.menu())
    return [known[id(one)] for one in entries if id(one) in known]


def test_an_environment_of_ones_own_can_be_changed_copied_and_deleted(begin):
    assert list_actions(begin(1_300)) == [
        ActionId.ADD_ENVIRONMENT,
        ActionId.EDIT_ENVIRONMENT,
        ActionId.DUPLICATE_ENVIRONMENT,
        ActionId.DELETE_ENVIRONMENT,
        ActionId.LIST_ENVIRONMENTS,
        ActionId.TRY_DEMO,
    ]


def test_without_an_environment_one_is_added_or_the_demo_is_tried(start):
    assert list_actions(start()) == [
        ActionId.ADD_ENVIRONMENT,
        ActionId.LIST_ENVIRONMENTS,
        ActionId.TRY_DEMO,
    ]


def test_where_there_is_none_to_be_found_by_typing_one_is_added(start):
    app = start()
    app.window.environment_button.open_switcher()
    dialog = app.window.findChild(EnvironmentDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_demo_is_there_and_is_neither_changed_nor_tried_again(demo):
    assert list_actions(demo) == [ActionId.ADD_ENVIRONMENT, ActionId.LIST_ENVIRONMENTS]


@pytest.mark.timing
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_opens_at_once(begin):
    """R3: with an entry for each, 9,000 took 6 s."""
    button = begin(9_000).window.environment_button

    def measure():
        began = time.perf_counter()
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        QApplication.processEvents()
        took = time.perf_counter() - began
        button.menu().hide()
        return took

    assert min(measure() for _ in range(3)) < 0.3
