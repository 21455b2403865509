"""The file of an export can be dragged out, is private meanwhile, and gone afterwards."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.session.translatable_text import tr
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.temporary_file import PrivateTemporaryFile
from tests.virtual_screen import focus, hand

ROOT = Path(__file__).parent.parent.parent.parent
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove


@pytest.fixture
def handle(appearance, qtbot):
    window = QWidget()
    background = BackgroundExecutor()
    made = FileDragSource(appearance, background, window)
    qtbot.addWidget(window)
    qtbot.addWidget(made)
    yield made
    made.clear_file()
    qtbot.waitUntil(background.is_idle)


def press(handle, qtbot):
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: handle._path is not None)
    return handle._path


def test_nothing_is_written_before_it_is_pressed(handle, qtbot):
    handle.set_file("session.txt", b"report")
    assert handle.accessibleName() == "session.txt"
    assert handle.accessibleDescription().startswith("Drag this file into")
    assert handle._path is None
    path = press(handle, qtbot)
    assert path.read_bytes() == b"report"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_export_takes_the_copy_away(handle, qtbot):
    handle.set_file("session.txt", b"report")
    first = press(handle, qtbot)
    handle.set_file("session.md", b"other")
    qtbot.waitUntil(lambda: not first.exists())
    assert press(handle, qtbot).read_bytes() == b"other"


def test_a_copy_that_cannot_be_made_is_told(handle, qtbot):
    handle.set_file("x" * 300, b"report")
    with qtbot.waitSignal(handle.failed) as told:
        qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    assert str(told.args[0])
    assert handle._path is None


def test_after_a_copy_that_could_not_be_made_a_press_alone_drags_nothing(
    handle, qtbot, monkeypatch
):
    def fail(*_):
        raise WriteError(tr("There is no room left."))

    handle.set_file("session.txt", b"report")
    with monkeypatch.context() as full, qtbot.waitSignal(handle.failed):
        full.setattr(PrivateTemporaryFile, "write", fail)
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton)
    press(handle, qtbot)
    assert handle._pressed_at is not None  # it waits for the mouse to move
    assert not handle._is_drag_pending


def test_it_is_dragged_from_where_the_mouse_went_as_far_as_a_drag_takes(handle):
    """Not by a click with a hand that trembles."""
    handle.set_file("session.txt", b"report")
    far, origin = QApplication.startDragDistance(), QPoint(5, 5)
    moves = {"a little": QPoint(far - 1, 0), "aside": QPoint(1, far - 1), "back": QPoint(-far, 0)}
    dragged = []
    for name, way in moves.items():
        for kind, at in ((PRESS, origin), (MOVE, origin + way)):
            QApplication.sendEvent(handle, mouse_event(kind, at))
        dragged += [name] * handle._is_drag_pending
        QApplication.sendEvent(handle, mouse_event(QEvent.Type.MouseButtonRelease, origin))
        QApplication.sendEvent(handle, mouse_event(MOVE, origin + way))
        assert not handle._is_drag_pending, "the button is up"
    assert dragged == ["aside", "back"]


def mouse_event(kind, at):
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, QPointF(at), QPointF(at), left, left, none)


DRAG = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from inspector_app.desktop.theme.theme import Theme
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.session.translatable_text import tr
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.temporary_file import PrivateTemporaryFile
from inspector_app.settings.user_settings import ThemeMode

class Target(QWidget):
    def dragEnterEvent(self, event):
        event.acceptProposedAction()

    def dropEvent(self, event):
        path = Path(event.mimeData().urls()[0].toLocalFile())
        print(event.mimeData().formats(), path.name, path.read_text())
        event.acceptProposedAction()
        handle.clear_file()
        QTimer.singleShot(300, lambda: (print(path.parent.exists()), application.quit()))

application = QApplication(["test"])
window = QWidget()
window.setWindowTitle("drag test")
background = BackgroundExecutor()
handle = FileDragSource(Theme(application, ThemeMode.LIGHT), background, window)
target = Target()
target.setAcceptDrops(True)
layout = QVBoxLayout(window)
layout.addWidget(handle)
layout.addWidget(target, 1)
window.setGeometry(100, 100, 400, 300)
handle.set_file("session.txt", b"the report")
window.show()
QTimer.singleShot(20_000, lambda: application.exit(3))
code = application.exec()
background.close(2)
sys.exit(code)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb and xdotool")
def test_a_real_drag_brings_the_file_to_whoever_it_is_dropped_on(screen):
    """A7: by its name alone, with nothing else in what is dragged."""
    app = subprocess.Popen(
        [sys.executable, "-c", DRAG],
        env=screen | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    focus(screen, "drag test", app)
    hand(screen, "mousemove", "200", "125", "mousedown", "1")
    for y in range(130, 320, 10):
        hand(screen, "mousemove", "210", str(y))
    hand(screen, "mouseup", "1")
    said, _ = app.communicate(timeout=30)
    assert app.returncode == 0, said
    assert "session.txt the report\n" in said
    assert "['text/uri-list']" in said
    assert said.endswith("False\n")


def test_a_name_without_blanks_takes_both_lines(handle):
    def count_lines(name):
        """Rows in which a letter is painted, in heights of a line."""
        handle.set_file(name, b"report")
        image = handle.grab().toImage()
        left = handle.width() // 2
        middle = range(4, image.height() - 4)
        colours = [{image.pixel(x, y) for x in range(left, left + 60)} for y in middle]
        return sum(len(row) > 1 for row in colours) / handle.fontMetrics().height()

    handle.resize(270, handle.sizeHint().height())
    assert count_lines("H" * 60 + ".txt") > 1
    assert 0 < count_lines("a-report-of-it-all.txt") < 1
