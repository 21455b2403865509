"""A window has as much room as its screen, and is moved back where it has grown out of it."""

from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.widgets.screen_room import (
    compute_height,
    compute_room,
    keep_on_screen,
    limit_size,
)


class Screen:
    """A screen of 800 by 600 that begins at 100, 50."""

    def availableGeometry(self):  # noqa: N802  # Qt's own names
        return QRect(100, 50, 800, 600)

    def availableSize(self):  # noqa: N802
        return QSize(800, 600)


class Window:
    """A window in its frame; where it was moved to."""

    def __init__(self, *box):
        self.box, self.moved = QRect(*box), None

    def screen(self):
        return Screen()

    def frameGeometry(self):  # noqa: N802
        return self.box

    def move(self, left, top):
        self.moved = (left, top)


@pytest.mark.parametrize(
    ("box", "moved"),
    [
        ((100, 50, 800, 600), None),
        ((200, 90, 100, 100), None),
        ((99, 50, 800, 600), (100, 50)),
        ((101, 50, 800, 600), (100, 50)),
        ((100, 51, 800, 600), (100, 50)),
        ((700, 400, 200, 250), None),
        ((701, 401, 200, 250), (700, 400)),
        ((0, 0, 100, 100), (100, 50)),
        ((300, 300, 900, 700), (100, 50)),
    ],
)
def test_it_is_moved_by_as_little_as_it_takes(box, moved):
    window: Any = Window(*box)
    keep_on_screen(window)
    assert window.moved == moved


@pytest.mark.parametrize(
    ("wanted", "size"),
    [
        ((10, 10), (10, 10)),
        ((784, 560), (784, 560)),
        ((785, 561), (784, 560)),
        ((5, 900), (5, 560)),
    ],
)
def test_no_window_is_larger_than_its_screen(wanted, size):
    window: Any = Window()
    assert compute_room(window) == QSize(784, 560)
    assert limit_size(window, QSize(*wanted)) == QSize(*size)


def test_the_height_is_that_of_what_wraps_or_of_what_does_not(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout, label = QVBoxLayout(window), QLabel("many words " * 20)
    layout.addWidget(label)
    window.show()
    assert compute_height(layout, 100) == layout.totalSizeHint().height()
    label.setWordWrap(True)
    layout.activate()
    assert compute_height(layout, 100) == layout.totalHeightForWidth(100)
    assert compute_height(layout, 100) > compute_height(layout, 300)
