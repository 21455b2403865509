"""A dialog of fixed width is as high as all that it holds, where the screen has the room."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, create_button_box
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.screen_room import compute_room

LONG = "What an inspection may do to the session that it asks about. " * 12


def open_dialog(qtbot, appearance, *texts, wraps=True):
    dialog = FixedWidthDialog(360)
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    for text in texts:
        label = QLabel(text)
        label.setWordWrap(wraps)
        layout.addWidget(label)
    layout.addWidget(create_button_box((Button(appearance, text="Start"), ACCEPT)))
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("texts", "wraps"), [([LONG], True), (["Short.", LONG], True), (["Short."] * 8, False)]
)
def test_nothing_is_below_the_edge(qtbot, appearance, texts, wraps):
    dialog = open_dialog(qtbot, appearance, *texts, wraps=wraps)
    area = dialog.findChild(QScrollArea)
    last = area.widget().findChildren(QLabel)[-1]
    assert dialog.height() < compute_room(dialog).height()
    assert not area.verticalScrollBar().isVisible()
    assert area.viewport().height() >= last.geometry().bottom()
    assert area.viewport().height() >= area.widget().minimumHeight()


def test_a_line_tells_that_something_is_cut_above_the_buttons_and_only_then(qtbot, appearance):
    for texts, is_cut in ((["Short."], False), ([LONG] * 30, True)):
        dialog = open_dialog(qtbot, appearance, *texts)
        area = dialog.findChild(QScrollArea)
        assert area.verticalScrollBar().isVisible() is is_cut
        buttons = dialog.findChild(QDialogButtonBox)
        above = dialog.grab().toImage().pixelColor(8, area.geometry().bottom() + 1)
        is_line = above == QColor(appearance.colours.line)
        assert is_line is is_cut
        assert buttons.mapTo(dialog, buttons.rect().bottomLeft()).y() < dialog.height()


def test_a_dialog_that_grows_stays_on_the_screen(qtbot, appearance):
    dialog = open_dialog(qtbot, appearance, "Short.")
    available = dialog.screen().availableGeometry()
    dialog.move(available.left() + 10, available.bottom() - dialog.height() - 10)
    layout = dialog.findChild(QScrollArea).widget().layout()
    for _ in range(12):
        layout.addWidget(QLabel("One more line."))
    qtbot.waitUntil(lambda: dialog.height() > 200)
    assert available.contains(dialog.frameGeometry())


def test_what_is_asked_for_is_scrolled_to(qtbot, appearance):
    asked = FixedWidthDialog(360)
    qtbot.addWidget(asked)
    asked.ensure_visible(asked)  # before it is shown there is nothing to scroll
    dialog = open_dialog(qtbot, appearance, *[LONG] * 30)
    area = dialog.findChild(QScrollArea)
    last = area.widget().findChildren(QLabel)[-1]
    assert last.visibleRegion().isEmpty()
    dialog.ensure_visible(last)
    assert not last.visibleRegion().isEmpty()
    assert area.verticalScrollBar().value() > 0


def test_one_that_is_shown_again_is_as_it_was(qtbot, appearance):
    dialog = open_dialog(qtbot, appearance, "Short.")
    dialog.hide()
    dialog.show()
    assert len(dialog.findChildren(QScrollArea)) == 1
