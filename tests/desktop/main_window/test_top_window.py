"""The window before anything is in it: what it is called, how large, and what it tells."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPixmap

from inspector_app.desktop.main_window.top_window import TopWindow
from inspector_app.desktop.theme.spacing import Spacing

SIGNALS = ("painted", "activated", "visibility_changed", "closing")


@pytest.fixture
def window(qtbot):
    made: Any = TopWindow(Spacing(0.5))
    made.told = []
    for name in SIGNALS:
        getattr(made, name).connect(lambda *values, name=name: made.told.append((name, *values)))
    qtbot.addWidget(made)
    return made


def paint(window):
    window.render(QPixmap(window.size()))


def test_it_has_its_name_and_size_before_anything_else(window):
    assert window.windowTitle() == "EnOS Session Inspector"
    assert window.size() == QSize(540, 370)


def test_its_first_painting_is_told_once(window, qtbot):
    paint(window)
    paint(window)
    qtbot.waitUntil(lambda: window.told == [("painted",)])
    paint(window)
    qtbot.wait(0)
    assert window.told == [("painted",)]


def test_moved_aside_it_leaves_some_of_what_it_covered(window):
    window.setGeometry(20, 30, 400, 300)
    window.move_aside()
    assert (window.x(), window.y()) == (36, 46), "32 pixels at half the usual size"


def test_it_tells_when_it_is_seen_turned_to_and_closed(window, qtbot):
    with qtbot.waitExposed(window):
        window.show()
    assert ("visibility_changed", True) in window.told
    window.told.clear()
    window.event(QEvent(QEvent.Type.WindowActivate))
    assert window.told.count(("activated",)) == 1
    window.told.clear()
    window.event(QEvent(QEvent.Type.WindowDeactivate))
    assert window.told == []
    window.close()
    assert window.isHidden()
    assert window.told[-2:] == [("visibility_changed", False), ("closing",)]


def test_its_geometry_is_that_of_the_last_time(window, qtbot):
    window.setGeometry(20, 30, 400, 300)
    kept = window.encode_geometry()
    other = TopWindow(Spacing(1.0))
    qtbot.addWidget(other)
    other.apply_geometry("no geometry")
    other.apply_geometry(kept)
    assert other.size() == QSize(400, 300)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_it_comes_to_the_front_though_it_was_put_away(window, qtbot, qtlog):
    window.setWindowState(Qt.WindowState.WindowMinimized | Qt.WindowState.WindowMaximized)
    window.raise_to_front()
    assert ["raise()" in one.message for one in qtlog.records] == [True], "as Qt cannot offscreen"
    assert window.isVisible()
    assert not window.isMinimized()
    assert window.isMaximized()
    qtbot.waitUntil(window.isActiveWindow)
