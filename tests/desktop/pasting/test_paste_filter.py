"""A paste comes from another program in its time: what follows it, what is missed, and the menu."""

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QToolTip, QVBoxLayout, QWidget

from inspector_app.desktop.pasting import drop_time, foreign_reader
from inspector_app.desktop.pasting.foreign_reader import ForeignReader, get_local_files
from inspector_app.desktop.pasting.paste_filter import PasteFilter, PasteFilterInstaller
from inspector_app.system import foreign_text, x11_selection
from inspector_app.system.foreign_text import ForeignTextError, ReadFailure
from tests.desktop.at_work import run_out

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Other:
    """Another program on Windows, which has copied a text and gives it when it is told to."""

    def __init__(self):
        self.answers = []
        self._asked = threading.Semaphore(0)
        self._open = threading.Semaphore(0)

    def read(self):
        self._asked.release()
        assert self._open.acquire(timeout=10)
        answer = self.answers.pop(0)
        if isinstance(answer, ReadFailure):
            raise ForeignTextError(answer)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def wait(self):
        """Until it was asked."""
        assert self._asked.acquire(timeout=10)

    def give(self, answer):
        self.answers.append(answer)
        self._open.release()


@pytest.fixture
def other(qapp, monkeypatch):
    """The clipboard is another program's; one that is asked is waited for at the end."""
    made = Other()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(foreign_text, "read_windows_clipboard", made.read)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    yield made
    for thread in threading.enumerate():
        if thread.name == "clipboard":
            thread.join(10)


@pytest.fixture
def field(qtbot, other):
    made = QLineEdit("ab")
    qtbot.addWidget(made)
    made.resize(200, 30)
    made.show()
    return made


class Log(list[tuple[Any, ...]]):
    """What was told, in its order."""


def note(log, word):
    return lambda *values: log.append((word, *values))


def test_what_is_typed_and_clicked_meanwhile_follows_the_paste(qtbot, field, other):
    """R3: Enter means what was pasted."""
    watched, log = PasteFilter(field), Log()
    assert not watched.defer(note(log, "pasted"), note(log, "missed"))
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    assert watched.defer(note(log, "first"), note(log, "missed"))
    assert watched.defer(note(log, "pasted"), note(log, "missed"))
    qtbot.keyClick(field, Qt.Key.Key_X)
    assert field.text() == "ab"
    other.give("cd")
    qtbot.waitUntil(lambda: field.text() == "abcdx")
    assert log == [("pasted",)]
    qtbot.keyClick(field, Qt.Key.Key_Y)
    assert field.text() == "abcdxy"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("", "Nothing was pasted: the clipboard holds no text."),
        (ReadFailure.NO_ANSWER, "the program that the text comes from does not answer"),
        (ReadFailure.TOO_LARGE, "the text is larger than 64 MiB"),
        (ReadFailure.UNAVAILABLE, "the clipboard could not be read"),
    ],
)
def test_what_was_to_follow_a_text_that_does_not_come_is_dropped_and_told(
    qtbot, field, other, answer, told
):
    """R3."""
    watched, log = PasteFilter(field), Log()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    watched.defer(note(log, "pasted"), note(log, "missed"))
    qtbot.keyClick(field, Qt.Key.Key_X)
    other.give(answer)
    qtbot.waitUntil(lambda: bool(log))
    assert log[0][0] == "missed"
    assert told in log[0][1]
    QCoreApplication.sendPostedEvents()
    assert field.text() == ("abx" if answer == "" else "ab")
    assert (told in QToolTip.text()) is (answer != "")
    QToolTip.hideText()
    before = field.text()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    other.give("cd")
    qtbot.waitUntil(lambda: field.text() != before)
    QCoreApplication.sendPostedEvents()
    assert field.text() == f"{before}cd"  # and nothing that was typed during the one before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_reading_ends_the_wait(qtbot, field, other):
    """R3, R5: what is typed after it is not swallowed."""
    watched, log = PasteFilter(field), Log()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    watched.defer(note(log, "pasted"), note(log, "missed"))
    other.give(ZeroDivisionError())
    qtbot.waitUntil(lambda: bool(log))
    assert log == [("missed", "Nothing was pasted: the clipboard could not be read.")]
    qtbot.keyClick(field, Qt.Key.Key_X)
    assert field.text() == "abx"
    QToolTip.hideText()


@pytest.mark.parametrize("end", ["Escape", "hide", "cancel"])
def test_a_paste_that_is_cancelled_comes_no_more(qtbot, field, other, end):
    watched, log = PasteFilter(field), Log()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    watched.defer(note(log, "pasted"), note(log, "missed"))
    qtbot.keyClick(field, Qt.Key.Key_X)
    if end == "Escape":
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    elif end == "hide":
        field.hide()
    else:
        watched.cancel()
    assert log == [("missed", "")]
    other.give("late")
    qtbot.wait_until(lambda: not any(one.name == "clipboard" for one in threading.enumerate()))
    QCoreApplication.sendPostedEvents()
    assert field.text() == "ab"
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    other.give("cd")
    qtbot.waitUntil(lambda: field.text() != "ab")
    QCoreApplication.sendPostedEvents()
    assert field.text() == "abcd"  # what was typed before the cancel comes no more either


def test_a_masked_field_takes_the_text_by_itself_and_a_read_only_one_none(qtbot, field, other):
    """A1."""
    masked, log = PasteFilter(field, is_masked=True), Log()
    masked.pasted.connect(note(log, "pasted"))
    field.setReadOnly(True)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    other.wait()
    other.give("cd")
    qtbot.waitUntil(lambda: log == [("pasted", "cd")])
    assert field.text() == "ab"
    plain = QLineEdit("ab", field.parentWidget())
    qtbot.addWidget(plain)
    plain.setReadOnly(True)
    PasteFilter(plain).paste()
    assert not any(one.name == "clipboard" for one in threading.enumerate())


def test_what_is_this_apps_own_is_there_at_once(qtbot, field, monkeypatch):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    QGuiApplication.clipboard().setText("own")
    PasteFilter(field)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "abown"
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("button", "supports", "is_pasted"),
    [
        (Qt.MouseButton.MiddleButton, True, True),
        (Qt.MouseButton.MiddleButton, False, False),
        (Qt.MouseButton.LeftButton, True, False),
    ],
)
def test_a_middle_click_pastes_the_selection_where_there_is_one(
    qtbot, field, monkeypatch, button, supports, is_pasted
):
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _self: supports)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _self: True)
    monkeypatch.setattr(QClipboard, "text", lambda _self, mode: mode.name)
    watched = PasteFilter(field)
    field.selectAll()
    point = QPointF(5, 5)
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease, point, point, button, button, Qt.KeyboardModifier(0)
    )
    assert watched.eventFilter(field, release) is is_pasted
    assert field.text() == ("abSelection" if is_pasted else "ab")
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, point, point, button, button, Qt.KeyboardModifier(0)
    )
    assert not watched.eventFilter(field, press)


@pytest.mark.parametrize(
    ("is_read_only", "has_file", "is_taken"),
    [(False, False, True), (False, True, False), (True, False, False), (True, True, False)],
)
def test_a_drop_of_text_is_taken_where_text_may_be_put(field, is_read_only, has_file, is_taken):
    """A file is for the window, which opens it."""
    field.setReadOnly(is_read_only)
    data = QMimeData()
    data.setText("text")
    if has_file:
        data.setUrls([QUrl.fromLocalFile("/tmp/report.json")])  # nothing is read
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert PasteFilter(field).eventFilter(field, drop) is is_taken


@pytest.mark.parametrize(
    ("key", "modifiers", "mode"),
    [
        (Qt.Key.Key_V, CONTROL, "Clipboard"),
        (Qt.Key.Key_Insert, SHIFT, "Clipboard"),
        (Qt.Key.Key_Insert, CONTROL | SHIFT, "Selection"),
        (Qt.Key.Key_V, CONTROL | SHIFT, None),
        (Qt.Key.Key_C, CONTROL, None),
    ],
)
def test_each_key_that_pastes_has_its_source(field, monkeypatch, key, modifiers, mode):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _self: True)
    monkeypatch.setattr(QClipboard, "text", lambda _self, mode: mode.name)
    watched = PasteFilter(field)
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    known = mode is not None and (mode == "Clipboard" or QGuiApplication.platformName() == "xcb")
    is_taken = watched.eventFilter(field, pressed)
    assert is_taken or not known
    if is_taken:
        assert field.text() == f"ab{mode}"
    assert not watched.eventFilter(field, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers))


def entries(field, watched):
    """The entries of the menu, and whether each can be chosen."""
    where = field.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, field.mapToGlobal(where))
    is_taken = watched.eventFilter(field, asked)
    menu = QApplication.activePopupWidget()
    assert is_taken is (menu is not None)
    if menu is None:
        return None
    told = {
        one.text().split("\t")[0].replace("&", ""): one.isEnabled()
        for one in menu.actions()
        if not one.isSeparator()
    }
    menu.close()
    return told


def test_the_menu_offers_what_can_be_done(field):
    """A1: nothing is cut or copied of a hidden text."""
    watched = PasteFilter(field)
    assert entries(field, watched) == {
        "Undo": False,
        "Redo": False,
        "Cut": False,
        "Copy": False,
        "Paste": True,
        "Delete": False,
        "Select All": True,
    }
    field.insert("c")
    field.setSelection(0, 1)
    assert entries(field, watched) == {
        "Undo": True,
        "Redo": False,
        "Cut": True,
        "Copy": True,
        "Paste": True,
        "Delete": True,
        "Select All": True,
    }
    field.undo()
    field.selectAll()
    assert entries(field, watched) == {
        "Undo": False,
        "Redo": True,
        "Cut": True,
        "Copy": True,
        "Paste": True,
        "Delete": True,
        "Select All": False,
    }
    field.setEchoMode(QLineEdit.EchoMode.Password)
    told = entries(field, watched)
    assert (told["Cut"], told["Copy"], told["Delete"]) == (False, False, True)
    field.setEchoMode(QLineEdit.EchoMode.Normal)
    field.setReadOnly(True)
    assert entries(field, watched) == {"Copy": True, "Select All": False}
    field.clear()
    assert entries(field, watched) == {"Copy": False, "Select All": False}
    assert entries(field, PasteFilter(field, is_masked=True)) is None


def test_each_field_of_a_window_gets_one_filter_when_the_window_has_the_keys(qtbot, qapp, other):
    owner, window = QObject(), QWidget()
    qtbot.addWidget(window)
    PasteFilterInstaller(qapp, owner)
    layout = QVBoxLayout(window)
    line, number = QLineEdit(), QSpinBox()
    layout.addWidget(line)
    layout.addWidget(number)
    qapp.focusChanged.emit(None, line)
    qapp.focusChanged.emit(line, number)
    qapp.focusChanged.emit(number, None)
    for one in window.findChildren(QLineEdit):
        assert len(one.findChildren(PasteFilter)) == 1
    (inner,) = number.findChildren(QLineEdit)
    number.setValue(0)
    inner.selectAll()
    other.give("42")
    QCoreApplication.sendEvent(
        number, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, CONTROL)
    )  # a spin box has the keys
    qtbot.waitUntil(lambda: number.value() == 42)
    owner.deleteLater()


def test_a_new_request_takes_the_place_of_the_one_before(qtbot, qapp, other):
    reader, log = ForeignReader(qapp), Log()
    reader.received.connect(note(log, "received"))
    reader.failed.connect(note(log, "failed"))
    for _ in range(2):
        reader.read_clipboard(QClipboard.Mode.Clipboard)
        other.wait()
        assert reader.is_reading()
    other.give("one")
    other.give("two")
    qtbot.waitUntil(lambda: bool(log))
    assert len(log) == 1
    assert not reader.is_reading()
    reader.deleteLater()


def test_windows_is_given_up_after_a_second(qapp, other, monkeypatch):
    """R3: it sets no limit of its own."""
    monkeypatch.setattr(sys, "platform", "win32")
    reader, log = ForeignReader(qapp), Log()
    reader.failed.connect(note(log, "failed"))
    assert reader._limit.interval() == 1000
    assert reader._limit.isSingleShot()
    reader.read_clipboard(QClipboard.Mode.Clipboard)
    other.wait()
    run_out(reader._limit)
    assert "does not answer" in log[0][1]
    other.give("late")
    reader.deleteLater()


@pytest.mark.parametrize(
    ("platform", "reads"),
    [
        ("windows", foreign_text.read_windows_clipboard),
        ("cocoa", foreign_text.read_macos_clipboard),
        ("wayland", None),
        ("offscreen", None),
    ],
)
def test_each_system_has_its_reader(monkeypatch, platform, reads):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    assert foreign_reader._find_clipboard_reader(QClipboard.Mode.Clipboard) is reads


@pytest.mark.parametrize(
    ("mode", "name"),
    [(QClipboard.Mode.Clipboard, "CLIPBOARD"), (QClipboard.Mode.Selection, "PRIMARY")],
)
def test_x11_is_asked_for_the_selection_that_is_meant(monkeypatch, mode, name):
    """R3: on a connection that is closed whatever comes of it."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    for answer in ("text", ReadFailure.TOO_LARGE):
        offered = Dragged(answer)
        monkeypatch.setattr(x11_selection, "SelectionRequest", offered)
        read: Any = foreign_reader._find_clipboard_reader(mode)
        if answer == "text":
            assert read() == "text"
        else:
            with pytest.raises(ForeignTextError):
                read()
        assert offered.asked == (name,)
        assert offered.is_closed


def test_local_files_are_taken_where_there_is_nothing_else(tmp_path):
    """N3."""
    one, two = (QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a", "b"))
    away = QUrl("https://a.example.com/c")
    assert get_local_files([one, two]) == (tmp_path / "a", tmp_path / "b")
    assert get_local_files([]) == get_local_files([one, away]) == get_local_files([away]) == ()


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (ReadFailure.NO_ANSWER, "dragged from does not answer"),
        (ReadFailure.TOO_LARGE, "larger than 64 MiB"),
        (ReadFailure.UNAVAILABLE, "could not be read"),
    ],
)
def test_each_failure_of_a_drop_has_its_words(qapp, failure, told):
    assert told in foreign_reader._describe_drop_failure(failure)
    assert foreign_reader._describe_drop_failure(failure).startswith("Nothing was taken:")


class Dragged:
    """What another program drags on an X server: an answer, or why there is none."""

    def __init__(self, answer):
        self.answer, self.asked, self.is_closed = answer, None, False

    def __call__(self, *asked):
        self.asked = asked
        return self

    def receive_text(self):
        if isinstance(self.answer, ReadFailure):
            raise ForeignTextError(self.answer)
        return self.answer

    def close(self):
        self.is_closed = True


@pytest.mark.parametrize(
    ("answer", "is_files", "told"),
    [
        ("text", False, ("received", "text")),
        ("file:///a", True, ("received", "file:///a")),
        ("", False, ("received", "of Qt")),
        ("", True, ("received", "file:///b%20c\nhttps://a.example.com/d")),
        (ReadFailure.NO_ANSWER, False, ("failed", "does not answer")),
        (ReadFailure.TOO_LARGE, True, ("failed", "larger than 64 MiB")),
    ],
)
def test_a_drop_is_read_on_a_connection_of_our_own(
    qapp, qtbot, monkeypatch, answer, is_files, told
):
    """R3: in the form that is wanted, at the time of the drop, and through Qt where none came."""
    dragged, log = Dragged(answer), Log()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(x11_selection, "SelectionRequest", dragged)
    reader = ForeignReader(qapp)
    reader.received.connect(note(log, "received"))
    reader.failed.connect(note(log, "failed"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/b c"), QUrl("https://a.example.com/d")])
    data.setText("of Qt")
    event = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton(0), Qt.KeyboardModifier(0)
    )
    assert foreign_reader.has_foreign_data(event)
    reader.read_drop(event, is_files=is_files)
    ((kind, words),) = log
    assert kind == told[0]
    assert told[1] in words
    form = x11_selection.URI_TARGETS if is_files else x11_selection.TEXT_TARGETS
    assert dragged.asked == ("XdndSelection", form, 0)
    assert dragged.is_closed
    assert not reader.is_reading()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    assert not foreign_reader.has_foreign_data(event)
    reader.read_drop(event)
    assert log[1] == ("received", "of Qt")
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    monkeypatch.setattr(foreign_text, "read_windows_clipboard", lambda: "pasted later")
    reader.read_clipboard(QClipboard.Mode.Clipboard)
    qtbot.waitUntil(lambda: len(log) > 2)
    assert log[2] == ("received", "pasted later")
    reader.deleteLater()


@pytest.mark.parametrize("form", ["text/html", "text/x-moz-url", "_NETSCAPE_URL", None])
@pytest.mark.parametrize("platform", ["xcb", "windows"])
def test_links_of_a_browser_are_no_files(qapp, monkeypatch, platform, form):
    """N3: what another program drags on X11 is known by its forms alone."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    for urls in ([QUrl.fromLocalFile("/b")], [QUrl("https://a.example.com/d")], []):
        data = QMimeData()
        if urls:
            data.setUrls(urls)
        if form is not None:
            data.setData(form, b"x")
        event = QDropEvent(
            QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton(0), Qt.KeyboardModifier(0)
        )
        is_local = bool(urls) and urls[0].isLocalFile()
        expected = bool(urls) and form is None if platform == "xcb" else is_local
        assert foreign_reader.has_files(event) is expected


def test_the_time_of_a_drop_is_that_of_its_last_message(qapp, monkeypatch):
    drop_time._create_filter.cache_clear()
    seen = drop_time._create_filter()
    assert (seen.time, seen.is_installed) == (0, False)
    times = iter((None, 4711, None))
    monkeypatch.setattr(x11_selection, "find_drop_time", lambda _address: next(times))
    monkeypatch.setattr(x11_selection, "get_drop_atom", lambda: 1)
    drop_time.watch_drag()
    assert seen.is_installed
    drop_time.watch_drag()
    for _ in range(3):
        assert seen.nativeEventFilter(b"xcb_generic_event_t", 7) == (False, 0)
    assert drop_time.take_drop_time() == 4711
    assert not seen.is_installed
    drop_time.watch_drag()
    assert drop_time.take_drop_time() == 0
    monkeypatch.setattr(x11_selection, "get_drop_atom", refuse)
    drop_time.watch_drag()
    assert not seen.is_installed


def refuse():
    raise ForeignTextError(ReadFailure.UNAVAILABLE)


def test_a_drop_takes_the_place_of_a_paste_that_is_awaited(qapp, other):
    reader, data, log = ForeignReader(qapp), QMimeData(), Log()
    reader.received.connect(note(log, "received"))
    reader.read_clipboard(QClipboard.Mode.Clipboard)
    other.wait()
    data.setText("dropped")
    event = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton(0), Qt.KeyboardModifier(0)
    )
    assert reader.is_reading()
    reader.read_drop(event)
    assert not reader.is_reading()
    other.give("pasted")
    assert log == [("received", "dropped")]
    reader.deleteLater()
