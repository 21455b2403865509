"""Open menus of which `python3 dev.py pictures` takes pictures, each opened anew for each picture.

A stage returns what opens its menu: where a menu opens depends on the size of the window.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from docs.make_screenshots import inspect_scenario, wait_milliseconds
from docs.picture_stages import QUEUE, STEP, add_environments, trigger
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from inspector_app.desktop.application import DesktopApp

    Opener = Callable[[], object]


def main_menu(app: DesktopApp) -> Opener:
    """The main menu, on its first entry."""
    inspect_scenario(app, "valid")
    return app.window.menu_button.click


def appearance_menu(app: DesktopApp) -> Opener:
    """The appearances, in the main menu."""
    return partial(open_submenu, app, -4)


def language_menu(app: DesktopApp) -> Opener:
    """The languages, in the main menu."""
    return partial(open_submenu, app, -2)


def zone_menu(app: DesktopApp) -> Opener:
    """The time zones, in the main menu."""
    return partial(open_submenu, app, -1)


def environment_menu(app: DesktopApp) -> Opener:
    """The environments, and what can be done with them."""
    add_environments(app)
    return partial(open_below, app.window.environment_button)


def scenario_menu(app: DesktopApp) -> Opener:
    """The invented sessions of the demo."""
    return partial(open_below, app.window.scenario_button)


def row_menu(app: DesktopApp) -> Opener:
    """In which forms a row can be copied."""
    inspect_scenario(app, "valid")
    tree = app.window.result_view.tree_view
    tree.select_path(("session", "id"))
    return partial(open_with_key, tree)


def copy_as_menu(app: DesktopApp) -> Opener:
    """The forms that are needed less often."""
    inspect_scenario(app, "valid")
    tree = app.window.result_view.tree_view
    tree.select_path(("session", "createTime"))

    def open_menu() -> None:
        open_with_key(tree)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.setActiveAction(menu.actions()[-1])
            QTest.keyClick(menu, Qt.Key.Key_Right)

    return open_menu


def reply_menu(app: DesktopApp) -> Opener:
    """What can be done with the text of the reply."""
    inspect_scenario(app, "account_disabled")
    panel = app.window.result_view.banner.reply_panel
    panel.findChildren(Button)[0].click()
    return partial(open_with_key, panel.editor)


def history_menu(app: DesktopApp) -> Opener:
    """What can be done with an answer of the history; where it is narrow, its menu."""
    for scenario in QUEUE:
        inspect_scenario(app, scenario)
    trigger(app, ActionId.HISTORY)
    wait_milliseconds(STEP)

    def open_menu() -> None:
        pane = app.history.pane
        if pane is not None and pane.isVisible():
            open_with_key(pane.view)
        else:
            trigger(app, ActionId.HISTORY)

    return open_menu


def open_submenu(app: DesktopApp, number: int) -> None:
    """Open the main menu, and in it by the keyboard this one of its menus, counted from the end."""
    menu = app.window.menu
    app.window.menu_button.click()
    entries = [one for one in menu.actions() if one.menu() is not None]
    menu.setActiveAction(entries[number])
    QTest.keyClick(menu, Qt.Key.Key_Right)


def open_below(button: QPushButton) -> None:
    """Open a button's menu without waiting until it is closed, as Qt's own way does."""
    menu = button.menu()
    if isinstance(menu, Menu):
        menu.open_below(button)


def open_with_key(widget: QWidget) -> None:
    """Open a context menu as the keyboard does."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


MENU_STAGES = (
    main_menu,
    appearance_menu,
    language_menu,
    zone_menu,
    environment_menu,
    scenario_menu,
    row_menu,
    copy_as_menu,
    reply_menu,
    history_menu,
)
