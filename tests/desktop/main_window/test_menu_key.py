"""Shift+F10 opens the menu of whatever has the focus."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from tests.desktop.at_work import inspect

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system does it"),
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
]


def open_menu(window, qtbot):
    """Press the keys as the window system does, and close what opens."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_of_fields_and_of_the_page_of_text(demo, qtbot):
    inspect(demo, qtbot)
    view = demo.window.result_view
    qtbot.keyClick(demo.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    pages = view.answer_pages
    for widget in (pages.find_field, pages.json_view.text_view):
        widget.setFocus()
        open_menu(demo.window, qtbot)


def test_of_a_field_in_a_dialog(demo, qtbot):
    demo.window.action_collection[ActionId.ADD_ENVIRONMENT].trigger()
    dialog = demo.window.findChild(EnvironmentDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    open_menu(dialog, qtbot)
    dialog.reject()
