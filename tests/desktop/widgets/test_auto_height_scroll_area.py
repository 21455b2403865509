"""In a low window the sentence scrolls; it is never pressed together."""

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.spacing import Spacing, measure_line
from inspector_app.desktop.widgets.auto_height_scroll_area import (
    AutoHeightScrollArea,
    _end_above,
    _is_whole,
)
from inspector_app.desktop.widgets.labels import PlainLabel
from tests.desktop.at_work import inspect, lay_out, token_of


def test_all_of_the_sentence_is_there_in_the_smallest_window(demo, qtbot):
    """R10."""
    window = demo.window
    window.resize(window.minimumSize())
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    banner = window.result_view.banner
    area = window.result_view._banner_area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert banner.height() >= banner.layout().totalHeightForWidth(banner.width())
    assert banner.timeline.height() == banner.timeline.sizeHint().height()
    assert area.height() >= 90
    assert window.result_view.tree_view.height() >= 100


def test_where_there_is_room_nothing_scrolls(demo, qtbot):
    demo.window.resize(1080, 900)
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    area = demo.window.result_view._banner_area
    qtbot.waitUntil(lambda: area.height() == demo.window.result_view.banner.height())
    assert area.verticalScrollBar().maximum() == 0


def test_it_shrinks_again_with_a_shorter_sentence(demo, qtbot):
    demo.window.resize(1080, 900)
    area = demo.window.result_view._banner_area
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    qtbot.waitUntil(lambda: area.height() == demo.window.result_view.banner.height())
    high = area.height()
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    qtbot.waitUntil(lambda: area.height() < high)
    demo.window.action_collection[ActionId.FORGET_TOKEN].trigger()
    assert not area.isVisible()


def show_area(qtbot, height=400):
    """Show a wrapped text of some lines above a tall button, as one window."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 8, 0, 8)
    column.setSpacing(4)
    column.addWidget(PlainLabel("some words that need more than one line " * 6))
    button = QFrame()  # as high as it says, whatever the style sheet is
    button.setFixedHeight(30)
    column.addWidget(button)
    made = AutoHeightScrollArea(content, Spacing(1.0), 20)
    qtbot.addWidget(made)
    made.resize(300, height)
    made.show()
    lay_out()
    return made


@pytest.fixture
def area(qtbot):
    return show_area(qtbot)


def test_where_it_scrolls_it_ends_between_two_lines(area):
    label, button = area.findChild(PlainLabel), area.widget().layout().itemAt(1).widget()
    line = label.heightForWidth(10_000)  # then it is one
    for height in range(label.y() + line, button.geometry().bottom()):
        area.resize(300, height)
        lay_out()
        end = area.viewport().height()
        assert end > 0
        if end < label.geometry().bottom():
            assert min((end - label.y()) % line, (label.y() - end) % line) <= 4
        else:
            assert end <= button.y() or end >= button.geometry().bottom() - 3


def test_it_ends_where_it_would_had_it_always_been_that_high(area, qtbot):
    for height in (150, 60, 112, 43, 98, 71, 130, 30):
        area.resize(300, height)
        lay_out()
        other = show_area(qtbot, height)
        assert area.viewport().height() == other.viewport().height(), height


def test_texts_that_change_places_within_the_same_height_are_not_cut_either(qtbot):
    content, labels = QWidget(), [PlainLabel(), PlainLabel()]
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(9)
    for label in labels:
        column.addWidget(label)
    area = AutoHeightScrollArea(content, Spacing(1.0), 20)
    qtbot.addWidget(area)
    texts = ("one\nof two", "alone")
    for label, text in zip(labels, texts, strict=True):
        label.setText(text)
    area.resize(300, labels[0].sizeHint().height())
    area.show()
    lay_out()
    assert area.viewport().height() == area.height()
    for label, text in zip(reversed(labels), texts, strict=True):
        label.setText(text)
    lay_out()
    assert area.viewport().height() <= labels[0].geometry().bottom() + 9


def test_it_leaves_nothing_empty_where_all_fits(area):
    assert area.viewport().height() == area.height()


@pytest.mark.parametrize(
    ("height", "boxes", "end"),
    [
        (100, [], 100),
        (100, [(60, 50)], 60),
        (100, [(59, 50)], 100),
        (100, [(60, 50), (40, 30)], 100),
        (100, [(80, 50), (60, 30)], 60),
        (30, [(1, 50)], 1),
        (30, [(0, 50)], 30),
    ],
)
def test_it_leaves_forty_pixels_empty_at_most_and_what_is_left_out_cuts_nothing(
    qtbot, height, boxes, end
):
    content = QWidget()
    QVBoxLayout(content)
    area = AutoHeightScrollArea(content, Spacing(1.0), 20)
    qtbot.addWidget(area)
    for top, high in boxes:
        QFrame(content).setGeometry(0, top, 9, high)
    area.resize(200, height)
    area.show()
    assert area._find_end() == end


class OtherWhereNarrow(QVBoxLayout):
    """As high as it is told to be below a width of 300, else 120; tells how often it was placed."""

    def __init__(self, parent, height_where_narrow):
        super().__init__(parent)
        self.height_where_narrow = height_where_narrow
        self.widths = []

    @qt_override
    def hasHeightForWidth(self):  # noqa: N802  # a method of Qt
        return True

    @qt_override
    def heightForWidth(self, width):  # noqa: N802  # a method of Qt
        return 120 if width >= 300 else self.height_where_narrow

    @qt_override
    def minimumHeightForWidth(self, width):  # noqa: N802  # a method of Qt
        return self.heightForWidth(width)

    @qt_override
    def setGeometry(self, rect):  # noqa: N802  # a method of Qt
        self.widths.append(rect.width())
        super().setGeometry(rect)


@pytest.mark.parametrize("height_where_narrow", [100, 121, 140])
def test_a_scroll_bar_is_there_where_it_is_needed_and_does_not_come_and_go(
    qtbot, qapp, height_where_narrow
):
    """R3: a card, lower beside one, was placed twelve times before it had all of its height."""
    content = QWidget()
    column = OtherWhereNarrow(content, height_where_narrow)
    area = AutoHeightScrollArea(content, Spacing(1.0), 20)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    lay_out()
    column.widths.clear()
    area.resize(300, 110)
    for _ in range(5):
        qapp.processEvents()
    assert len(column.widths) <= 3
    assert area.sizeHint().height() == 120
    assert area.verticalScrollBar().isVisible()
    area.resize(300, 120)
    qapp.processEvents()
    assert not area.verticalScrollBar().isVisible()


def test_what_changes_while_it_is_hidden_is_measured_when_it_is_shown(area):
    """R3: what is emptied and filled again beneath another page has the same place as before."""
    label = area.findChild(PlainLabel)
    words, height = label.text(), area.sizeHint().height()
    area.hide()
    label.setText("")
    lay_out()
    assert area.sizeHint().height() == height
    area.show()
    lay_out()
    assert area.sizeHint().height() < height
    label.setText(words)
    lay_out()
    assert area.sizeHint().height() == height


@pytest.mark.parametrize("edge", [0, 6])
def test_a_text_ends_between_two_lines_and_anything_else_above_it(qtbot, edge):
    """Three pixels of the next line are nothing, as there is no ink in them."""
    label, button = QLabel("words"), QPushButton("words")
    for one in (label, button):
        qtbot.addWidget(one)
    label.setWordWrap(True)
    label.setContentsMargins(0, edge, 0, 0)
    line = measure_line(label.font())
    top, height = 10, edge + 3 * line
    for one in (label, button):
        one.resize(100, height)
    for end in range(height + 30):
        below = end - top - edge
        rest = below % line
        is_cut = top < end < top + height - 3
        whole = not is_cut or rest in {0, 1, 2, 3, line - 3, line - 2, line - 1}
        assert _end_above(end, top, label) == (end if whole else max(top, end - rest)), end
        assert _end_above(end, top, button) == (top if is_cut else end), end
    label.setWordWrap(False)
    assert _end_above(top + 5, top, label) == top


def test_what_is_looked_at_as_one_has_no_parts_or_a_frame(qtbot):
    plain, framed, held = QLabel("x"), QWidget(), QWidget()
    for one in (framed, held):
        QVBoxLayout(one).addWidget(QLabel("y"))
    framed.setProperty("look", "card")
    for one in (plain, framed, held):
        qtbot.addWidget(one)
    assert [_is_whole(one) for one in (plain, framed, held)] == [True, True, False]
