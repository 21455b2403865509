"""Files that are dragged over the window: what is covered, what is taken and what is refused."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector_app.desktop.main_window.file_drop import FileDropFilter

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
AWAY = "https://a.example.com/x"


@pytest.fixture
def window(qtbot):
    made: Any = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.field = QLineEdit(made)
    made.show()
    return made


@pytest.fixture
def drop(window, appearance):
    appearance.spacing.scale = 1.0
    made: Any = FileDropFilter(window, appearance)
    made.told = []
    made.dropped.connect(lambda paths: made.told.append(("dropped", *map(str, paths))))
    made.failed.connect(lambda words: made.told.append(("failed", words)))
    return made


def data_of(*addresses, text=""):
    data = QMimeData()
    if addresses:
        data.setUrls([QUrl(one) for one in addresses])
    if text:
        data.setText(text)
    return data


def drag(target, data):
    """Drag over a widget as far as its window system tells it; returns who took each part."""
    entered = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    moved = QDragMoveEvent(QPoint(6, 6), COPY, data, LEFT, NONE)
    for event in (entered, moved):
        event.ignore()
        QApplication.sendEvent(target, event)
    return entered.isAccepted(), moved.isAccepted()


@pytest.mark.parametrize("place", ["window", "field"])
def test_files_are_announced_over_all_of_the_window_and_taken_by_it(window, drop, tmp_path, place):
    target = window if place == "window" else window.field
    paths = [str(tmp_path / name) for name in ("a b.json", "c.json")]
    data = data_of(*(QUrl.fromLocalFile(one).toString() for one in paths))
    assert window.acceptDrops()
    assert drop.overlay.isHidden()
    assert drag(target, data) == (True, True)
    assert not drop.overlay.isHidden()
    assert drop.overlay.geometry() == QRect(8, 8, 384, 284)
    assert drop.overlay.window() is window
    assert not drop.overlay._icon_label.pixmap().isNull()
    dropped = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, dropped)
    assert dropped.isAccepted()
    assert drop.overlay.isHidden()
    assert drop.told == [("dropped", *paths)]


def test_a_drag_that_leaves_takes_the_words_with_it(window, drop, tmp_path):
    drag(window, data_of(QUrl.fromLocalFile(str(tmp_path)).toString()))
    assert not drop.overlay.isHidden()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert drop.overlay.isHidden()
    assert drop.told == []


@pytest.mark.parametrize("addresses", [(AWAY,), ()])
def test_what_is_no_file_is_left_to_the_field_below_it(window, drop, addresses):
    """N3."""
    data = data_of(*addresses, text="a text")
    assert drag(window, data) == (False, False)
    assert drop.overlay.isHidden()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    assert drop.told == []


@pytest.mark.parametrize("received", ["", AWAY, f"file:///a {AWAY}"])
def test_what_turns_out_to_be_no_file_is_refused_in_words(drop, received):
    """N3."""
    drop._reader.received.emit(received)
    assert drop.told == [("failed", "Nothing was opened: this is no file of this computer.")]
    drop._reader.failed.emit("Because.")
    assert drop.told[1:] == [("failed", "Because.")]
