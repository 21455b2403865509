"""A button goes below the words that wrap, where beside them it would make more lines of them."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.wrap_row import WrapRow, _Placing
from tests.desktop.at_work import lay_out

WORDS = "a few words that wrap where there is no room "


@pytest.fixture
def build(qtbot):
    """Makes a row of so many copies of the words and a button, in a window of this width."""
    windows = []

    def make(copies, width, button_width, direction=Qt.LayoutDirection.LeftToRight):
        window = QWidget()
        windows.append(window)  # else nothing holds it
        qtbot.addWidget(window)
        window.setLayoutDirection(direction)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        row = WrapRow()
        row.setSpacing(8)
        label, button = PlainLabel((WORDS * copies).strip()), QPushButton()
        button.setFixedSize(button_width, 20)
        row.addWidget(label, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        layout.addStretch(1)
        window.resize(width, 400)
        window.show()
        lay_out()
        return label, button

    return make


def test_words_that_fit_have_the_button_beside_them(build):
    label, button = build(1, 800, 200)
    assert button.y() == label.y()
    assert button.geometry().right() == 799


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_words_that_it_would_squeeze_have_it_below(build, direction):
    label, button = build(6, 400, 300, direction)
    assert label.width() == 400
    assert label.height() >= label.heightForWidth(400)
    assert button.y() == label.geometry().bottom() + 1 + 8
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert (button.x() + button.width() == 400) if is_mirrored else (button.x() == 0)


def test_words_have_all_of_the_width_where_the_button_is_hidden(build):
    label, button = build(6, 400, 300)
    button.hide()
    lay_out()
    assert label.width() == 400


class Words(QWidget):
    """Takes so many pixels, in lines as long as there is room."""

    def __init__(self, area, parent):
        super().__init__(parent)
        self.area = area
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width):  # noqa: N802  # Qt's name
        return -(-self.area // width)


def place(qtbot, area, rect, *, button=True):
    """The places of the words and of a button of 100 by 20, and the height that both take.

    It has no style, of which another test may have left one: sizes are to the pixel here.
    """
    window = QWidget()
    qtbot.addWidget(window)
    row = WrapRow()
    row.setSpacing(8)
    window.setLayout(row)
    words, second = Words(area, window), QWidget(window)
    second.setFixedSize(100, 20)
    row.addWidget(words, 1)
    if button is not None:
        row.addWidget(second, 0, Qt.AlignmentFlag.AlignTop)
        second.setVisible(button)
    row.setContentsMargins(0, 0, 0, 0)
    assert row.hasHeightForWidth()
    height = row.heightForWidth(rect.width())
    assert row.minimumHeightForWidth(rect.width()) == height
    row.setGeometry(rect)
    return words.geometry(), second.geometry().topLeft().toTuple(), height


@pytest.mark.parametrize(
    ("area", "width", "height", "at"),
    [
        (8_000, 400, 28, (300, 0)),
        (800, 400, 20, (300, 0)),
        (5_400, 208, 54, (108, 0)),  # as low below as beside: it stays where it is
        (5_500, 208, 55, (108, 0)),
        (5_700, 208, 56, (0, 36)),
    ],
)
def test_it_is_below_where_that_is_lower(qtbot, area, width, height, at):
    words, place_of_button, taken = place(qtbot, area, QRect(0, 0, width, height))
    assert (place_of_button, taken) == (at, height)
    assert words.width() == (width if at[0] == 0 else width - 108)


@pytest.mark.parametrize("button", [False, None])
def test_without_a_button_the_words_have_all_of_the_room(qtbot, button):
    rect = QRect(0, 0, 400, 90)
    words, _, height = place(qtbot, 8_000, rect, button=button)
    assert (words, height) == (rect, 20)


def test_a_button_that_is_hidden_takes_no_room(build):
    label, button = build(1, 800, 200)
    row = label.window().layout().itemAt(0).layout()
    button.hide()
    width = label.sizeHint().width()
    assert row.heightForWidth(width) == label.heightForWidth(width)


def test_another_text_takes_another_height(build):
    label, _button = build(1, 800, 200)
    row = label.window().layout().itemAt(0).layout()
    before = row.heightForWidth(300)
    label.setText("word " * 100)
    lay_out()
    longer = row.heightForWidth(300)
    assert longer > before
    label.setText("word")
    lay_out()
    assert row.heightForWidth(300) < longer


class TwoLines(QWidget):
    """Two lines where they have less than all of the width."""

    def __init__(self):
        super().__init__()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @qt_override
    def heightForWidth(self, width):  # noqa: N802  # a method of Qt
        return 32 if width >= 400 else 60


@pytest.mark.parametrize(("height", "is_below"), [(19, True), (20, False)])
def test_where_it_is_as_high_the_button_stays_beside_the_words(qtbot, height, is_below):
    window, words, button = QWidget(), TwoLines(), QFrame()  # no style sheet makes it higher
    qtbot.addWidget(window)
    row = WrapRow()
    window.setLayout(row)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    button.setFixedSize(50, height)
    row.addWidget(words, 1)
    row.addWidget(button)
    window.show()
    assert row._place(400) == _Placing(is_below=is_below, height=40 + height)
