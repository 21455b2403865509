"""What is not painted first is built in steps, and at once where somebody does something."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from inspector_app.desktop.staged_building import StagedBuilding

ALL = ["first", "second", "third"]


@pytest.fixture
def built():
    return []


@pytest.fixture
def failures():
    return []


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    made.deleteLater()


def name_all(built):
    for one in ALL[:-1]:
        built.append(one)
        yield
    built.append(ALL[-1])


@pytest.fixture
def building(qapp, owner, built, failures):
    return StagedBuilding(name_all(built), qapp, failures.append, owner)


def test_nothing_is_built_before_it_begins_and_then_step_by_step(building, built, qapp, qtbot):
    qapp.processEvents()
    assert built == []
    seen = []
    building.start()
    while len(built) < len(ALL):
        qapp.processEvents()
        seen.append(len(built))
    assert seen[0] == 1, "the window has its turn between two steps"
    assert built == ALL
    building.start()
    qapp.processEvents()
    assert built == ALL


def test_all_is_built_when_it_is_asked_for_and_once(building, built):
    assert building.finish()
    assert building.finish()
    assert built == ALL


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_A])
def test_a_key_finds_all_that_it_may_be_for(building, built, qtbot, key):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.textEdited.connect(lambda _: built.append("typed"))
    with qtbot.waitActive(field):
        field.show()
    building.watch(field.windowHandle())
    QTest.keyClick(field.windowHandle(), key)
    assert built[:3] == ALL
    assert built[3:] == (["typed"] if key is Qt.Key.Key_A else [])


@pytest.mark.parametrize(
    "kind",
    [
        QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.FileOpen,
        QEvent.Type.InputMethod, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonPress,
        QEvent.Type.Quit, QEvent.Type.ShortcutOverride, QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin, QEvent.Type.Wheel,
    ],
)  # fmt: skip
def test_whatever_else_a_person_does_finds_all_too(building, built, kind, owner):
    """Only the kind counts: Qt's own events of it need a window and a place."""
    assert building.eventFilter(owner, QEvent(kind)) is False
    assert built == ALL


def test_closing_finds_all_and_a_paint_waits_for_nothing(building, built, qapp, owner):
    for kind in (QEvent.Type.Paint, QEvent.Type.KeyRelease, QEvent.Type.MouseMove):
        building.eventFilter(owner, QEvent(kind))
    assert built == []
    building.eventFilter(owner, QCloseEvent())
    assert built == ALL


def test_once_it_has_begun_it_hears_what_is_done_to_anything(building, built, qapp, owner):
    qapp.sendEvent(owner, QEvent(QEvent.Type.Quit))
    assert built == []
    building.start()
    qapp.sendEvent(owner, QEvent(QEvent.Type.Quit))
    assert built == ALL


def test_once_all_is_there_no_event_is_looked_at(building, qapp, owner, built):
    building.watch(owner)
    building.start()
    building.finish()
    built.clear()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(owner, key)
    assert built == []


def test_a_step_that_fails_is_told_and_ends_it(qapp, owner, built, failures):
    broken = OSError("no room")

    def build():
        built.append("first")
        yield
        raise broken

    building = StagedBuilding(build(), qapp, failures.append, owner)
    assert building.finish() is False
    assert (built, failures) == (["first"], [broken])
    building.start()
    qapp.processEvents()
    assert failures == [broken]


def test_a_step_that_lets_events_in_is_not_taken_twice(qapp, owner, built, failures):
    """Waiting for the portal runs an event loop, in which timers and closing go on."""

    def build():
        built.append("first")
        nested.start()
        qapp.processEvents()
        built.append(nested.finish())
        yield
        built.append("second")

    nested = StagedBuilding(build(), qapp, failures.append, owner)
    assert nested.finish() is True
    assert (built, failures) == (["first", False, "second"], [])


def test_stopped_it_builds_no_more(building, built, qapp):
    building.start()
    building.stop()
    qapp.processEvents()
    assert building.finish() is False
    assert built == []
