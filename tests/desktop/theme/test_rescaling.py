"""Widgets that are there already get the distances of another size of text, and come back."""

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.theme.font_sizes import list_font_sizes, restore_font_sizes
from inspector_app.desktop.theme.rescaling import Rescaling, _scale_all, set_font

NO_LIMIT = 16_777_215
LARGER, SMALLER = Rescaling(1.0, 1.5, 1.5), Rescaling(1.5, 1.0, 1 / 1.5)


@pytest.fixture
def form(qapp, qtbot):
    """A window with a limit, a tree, a grid, and rows with a gap between them."""
    font = qapp.font()
    made = QWidget()
    qtbot.addWidget(made)
    made.setMinimumSize(100, 60)
    rows = QVBoxLayout(made)
    rows.setContentsMargins(3, 5, 7, 9)
    rows.setSpacing(4)
    grid = QGridLayout()
    grid.setContentsMargins(1, 0, 3, 5)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    rows.addLayout(grid)
    limited = QLabel("x")
    limited.setMinimumSize(21, 0)
    limited.setMaximumSize(NO_LIMIT, 31)
    rows.addWidget(limited)
    rows.addSpacing(11)
    beside = QHBoxLayout()
    beside.addSpacing(13)
    beside.addStretch(1)
    rows.addLayout(beside)
    tree = QTreeView()
    tree.setIndentation(18)
    tree.setIconSize(QSize(16, 16))
    tree.header().setMinimumSectionSize(80)
    rows.addWidget(tree)
    yield made, rows, grid, limited, beside, tree
    qapp.setFont(font)


def describe(form):
    window, rows, grid, limited, beside, tree = form
    least, most = limited.minimumSize(), limited.maximumSize()
    gap, room, rest = rows.itemAt(2), beside.itemAt(0), beside.itemAt(1)
    return {
        "window": window.minimumSize().toTuple(),
        "margins": (rows.getContentsMargins(), grid.getContentsMargins()),
        "gaps": (rows.spacing(), grid.horizontalSpacing(), grid.verticalSpacing()),
        "limits": (least.toTuple(), most.toTuple()),
        "spacers": [one.spacerItem().sizeHint().toTuple() for one in (gap, room, rest)],
        "ways": [one.spacerItem().sizePolicy().horizontalPolicy() for one in (room, rest)],
        "tree": (tree.indentation(), tree.iconSize().toTuple(), tree.header().minimumSectionSize()),
    }


BEFORE = {
    "window": (100, 60),
    "margins": ((3, 5, 7, 9), (1, 0, 3, 5)),
    "gaps": (4, 8, 6),
    "limits": ((21, 0), (NO_LIMIT, 31)),
    "spacers": [(0, 11), (13, 0), (0, 0)],
    "ways": [QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding],
    "tree": (18, (16, 16), 80),
}
AFTER = BEFORE | {
    "margins": ((4, 8, 10, 14), (2, 0, 4, 8)),
    "gaps": (6, 12, 9),
    "limits": ((32, 0), (NO_LIMIT, 46)),
    "spacers": [(0, 16), (20, 0), (0, 0)],
    "tree": (27, (24, 24), 120),
}


def test_each_distance_grows_and_comes_back_without_rounding(qapp, form):
    """But for the size of a window, which is the person's own."""
    applied = []
    assert describe(form) == BEFORE
    for _ in range(2):
        set_font(qapp, qapp.font(), LARGER, lambda: applied.append(describe(form)))
        assert describe(form) == AFTER
        assert applied.pop() == AFTER, "the style sheet comes after the distances"
        set_font(qapp, qapp.font(), SMALLER, lambda: None)
        assert describe(form) == BEFORE


def test_what_was_set_since_counts_anew(qapp, form):
    _, rows, _, limited, _, _ = form
    set_font(qapp, qapp.font(), LARGER, lambda: None)
    limited.setMinimumSize(60, 0)
    rows.setSpacing(9)
    set_font(qapp, qapp.font(), SMALLER, lambda: None)
    assert limited.minimumWidth() == 40
    assert rows.spacing() == 6


def test_a_font_of_its_own_grows_with_the_others_after_the_style_sheet(qapp, form):
    _, _, _, limited, _, tree = form
    font = limited.font()
    font.setPointSizeF(20)
    limited.setFont(font)
    plain, usual = tree.font().pointSizeF(), qapp.font()

    def forget():
        limited.setFont(usual)  # as a style sheet does

    set_font(qapp, usual, LARGER, forget)
    assert limited.font().pointSizeF() == pytest.approx(30)
    assert tree.font().pointSizeF() == pytest.approx(plain * 1.5)
    sizes = list_font_sizes()
    assert sizes[limited] == pytest.approx(30)
    limited.setFont(usual)
    restore_font_sizes({limited: 30.0})
    assert limited.font().pointSizeF() == pytest.approx(30)
    restore_font_sizes({limited: 30.0}, 0.5)
    assert limited.font().pointSizeF() == pytest.approx(15)


def test_a_font_that_is_as_wanted_or_given_in_pixels_is_left_alone(qapp, form):
    _, _, _, limited, _, _ = form
    font = QApplication.font()
    font.setPixelSize(21)
    limited.setFont(font)
    restore_font_sizes({limited: 12.0})
    assert limited.font().pixelSize() == 21


def test_a_distance_that_is_none_at_the_smallest_size_comes_back(qapp):
    owner = QObject()
    seen: list[tuple[int, ...]] = [(1, 0, -1, NO_LIMIT)]
    for before, after in ((2.0, 0.9), (0.9, 2.0)):
        seen.append(_scale_all(owner, "gaps", seen[-1], Rescaling(before, after, 1.0)))
    assert seen == [(1, 0, -1, NO_LIMIT), (0, 0, -1, NO_LIMIT), (1, 0, -1, NO_LIMIT)]
