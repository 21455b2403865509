"""The buttons of every dialog stand in the order of the platform."""

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import inspect

DIALOGS = [
    ActionId.HELP,
    ActionId.SAFETY,
    ActionId.EXPORT,
    ActionId.KEPT_TOKENS,
    ActionId.ADD_ENVIRONMENT,
]
ROLES = QDialogButtonBox.ButtonRole


def opened(app, qtbot, action_id):
    inspect(app, qtbot)
    app.window.action_collection[action_id].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    return QApplication.activeModalWidget()


@pytest.mark.parametrize("action_id", DIALOGS, ids=lambda one: one.name)
def test_every_dialog_leaves_the_order_to_the_platform(demo, qtbot, action_id):
    dialog = opened(demo, qtbot, action_id)
    (box,) = dialog.findChildren(QDialogButtonBox)
    shown = [one for one in dialog.findChildren(QPushButton) if not one.visibleRegion().isEmpty()]
    lowest = max(shown, key=lambda one: one.mapTo(dialog, one.rect().topLeft()).y())
    assert lowest in box.buttons()
    rejecting = [one for one in box.buttons() if box.buttonRole(one) is ROLES.RejectRole]
    accepting = [one for one in box.buttons() if box.buttonRole(one) is ROLES.AcceptRole]
    assert rejecting
    standard = QDialogButtonBox.StandardButton
    plain = QDialogButtonBox(standard.Save | standard.Cancel)
    qtbot.addWidget(plain)
    plain.show()
    save, cancel = plain.button(standard.Save), plain.button(standard.Cancel)
    is_first = save.x() < cancel.x()
    for one in accepting:
        assert (one.x() < rejecting[0].x()) is is_first
    dialog.reject()


def test_a_dialog_that_fits_has_no_scroll_bar(demo, qtbot):
    for action_id in (ActionId.SAFETY, ActionId.ADD_ENVIRONMENT):
        dialog = opened(demo, qtbot, action_id)
        qtbot.waitUntil(lambda: not dialog._area.verticalScrollBar().isVisible())  # noqa: B023
        dialog.reject()


@pytest.mark.parametrize("action_id", DIALOGS, ids=lambda one: one.name)
def test_what_enter_presses_is_the_one_filled_button_and_all_are_as_high(demo, qtbot, action_id):
    dialog = opened(demo, qtbot, action_id)
    (box,) = dialog.findChildren(QDialogButtonBox)
    shown = [one for one in box.buttons() if one.isVisible()]
    accepting = [one for one in shown if box.buttonRole(one) is ROLES.AcceptRole]
    filled = [one for one in shown if one.property("look") == "main"]
    assert filled == accepting
    heights = {one.text(): one.height() for one in shown}
    assert not accepting or len(set(heights.values())) == 1, heights
    dialog.reject()
