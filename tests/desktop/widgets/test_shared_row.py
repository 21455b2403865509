"""Two parts beside each other share the width so that the row is as low as it can be."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWidgetItem

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.shared_row import (
    _MAX_SHARES,
    _SHARES,
    SharedRow,
    _compare_shares,
)
from tests.desktop.at_work import lay_out
from tests.desktop.widgets.test_wrap_row import Words

WORDS = "a few words that wrap where there is no room "


@pytest.fixture
def build(qtbot):
    """Makes a row of two parts with so many copies of the words, one below the other."""

    windows = []

    def make(first, second, width):
        window = QWidget()
        windows.append(window)  # else nothing holds it
        qtbot.addWidget(window)
        row = SharedRow()
        row.setSpacing(16)
        parts = []
        for lines in (first, second):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            for count in lines:
                column.addWidget(PlainLabel(WORDS * count))
            row.addWidget(part)
            part.setVisible(bool(lines))
            parts.append(part)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addStretch(1)
        window.resize(width, 600)
        window.show()
        lay_out()
        return row, parts

    return make


def find_lowest(parts, width):
    """The height of the row with the lowest of usual shares, to a pixel."""
    room = width - 16
    return min(
        max(
            parts[0].heightForWidth(room * share // 100 - 1),
            parts[1].heightForWidth(room - room * share // 100 - 1),
        )
        for share in (60, 50, 40)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [((1,), (1,)), ((2,), (1,)), ((1,), (2,)), ((1, 1), (3,)), ((4,), (1, 1)), ((3, 3), (3,))],
)
@pytest.mark.parametrize("width", [560, 800, 1100])
def test_no_usual_share_would_be_lower(build, first, second, width):
    """Whatever the font: in some sizes a pixel decides whether a line is cut."""
    row, parts = build(first, second, width)
    for size in (8.0, 9.0, 9.5, 10.0, 10.5, 12.0):
        font = parts[0].font()
        font.setPointSizeF(size)
        parts[0].window().setFont(font)
        for _ in range(2):
            lay_out()
        assert row.geometry().height() <= find_lowest(parts, width)
        assert all(part.height() >= part.heightForWidth(part.width()) for part in parts)


def test_the_first_part_has_more_where_there_is_room_for_both(build):
    _row, (first, second) = build((1,), (1,), 1100)
    assert first.width() == pytest.approx(1.5 * second.width(), rel=0.05)


def test_a_part_has_all_of_the_width_where_the_other_is_hidden(build):
    _row, (first, second) = build((4,), (), 800)
    assert first.width() >= 780
    _row, (first, second) = build((), (4,), 800)
    assert second.width() >= 780


def test_another_text_is_shared_anew(build):
    row, (first, second) = build((1,), (1,), 700)
    low = row.geometry().height()
    first.findChild(PlainLabel).setText(WORDS * 5)
    for _ in range(2):  # the part's own layout, then the row
        lay_out()
    assert row.geometry().height() <= find_lowest((first, second), 700)
    assert first.width() > second.width()
    first.findChild(PlainLabel).setText(WORDS)
    for _ in range(2):
        lay_out()
    assert row.geometry().height() == low


@pytest.fixture
def build_bare(qtbot):
    """Makes a row of parts of so many pixels each, without a style, and the parts."""
    windows = []

    def make(areas, hidden=None):
        window = QWidget()
        windows.append(window)  # else nothing holds it
        qtbot.addWidget(window)
        row = SharedRow()
        row.setSpacing(16)
        window.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        parts = [Words(area, window) for area in areas]
        for number, part in enumerate(parts):
            row.addWidget(part)
            part.setVisible(number != hidden)
        return row, parts

    return make


@pytest.mark.parametrize("hidden", [0, 1])
def test_a_part_beside_nothing_has_all_of_the_width(build_bare, hidden):
    row, parts = build_bare((9_000, 9_000), hidden)
    assert row.heightForWidth(300) == row.minimumHeightForWidth(300) == 30
    row.setGeometry(QRect(0, 0, 300, 30))
    assert parts[1 - hidden].geometry() == QRect(0, 0, 300, 30)


@pytest.mark.parametrize("areas", [(9_000, 9_000), (30_000, 5_000), (4_000, 40_000), (7, 12_345)])
def test_each_width_has_the_share_that_makes_it_lowest_whatever_was_asked_before(build_bare, areas):
    row, parts = build_bare(areas)
    for width in (900, 300, 520, 300, 120):
        room = width - 16
        pairs = [(room * share // 100 - 1, room - room * share // 100 - 1) for share in _SHARES]
        heights = [
            max(part.heightForWidth(one) for part, one in zip(parts, pair, strict=True))
            for pair in pairs
        ]
        assert row.heightForWidth(width) == min(heights)
        row.setGeometry(QRect(0, 0, width, min(heights)))
        assert max(part.heightForWidth(part.width()) for part in parts) <= min(heights)


def test_it_remembers_no_more_shares_than_it_may(build_bare):
    """R3: a window that is dragged wider has another width with each pixel."""
    row, _ = build_bare((9_000, 9_000))
    for width in range(200, 200 + _MAX_SHARES + 5):
        row.heightForWidth(width)
    assert len(row._shares) == 5


class Part(QWidgetItem):
    """As high as wanted at each width."""

    def __init__(self, widget, high, low_from):
        super().__init__(widget)
        self._high, self._low_from = high, low_from

    @qt_override
    def isEmpty(self):  # noqa: N802  # a method of Qt
        return False

    @qt_override
    def hasHeightForWidth(self):  # noqa: N802
        return True

    @qt_override
    def heightForWidth(self, width):  # noqa: N802
        return 40 if width >= self._low_from else self._high


def test_of_shares_that_are_as_low_the_first_is_taken(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second = (Part(holder, 50, 1000) for _ in range(2))
    assert _compare_shares(first, second, 1000) == _SHARES[0]
    second = Part(holder, 50, 1000 - 1000 * _SHARES[1] // 100 - 1)
    assert _compare_shares(Part(holder, 40, 0), second, 1000) == _SHARES[1]
