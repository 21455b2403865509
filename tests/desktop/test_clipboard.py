"""A copied credential asks every history to leave it alone, and goes again while it is ours."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.clipboard import Clipboard, get_history_exclusion_formats
from inspector_app.system.macos_frameworks import MacosCallError
from tests.desktop.at_work import clipboard, inspect, run_out
from tests.system.mac import mac

ROOT = Path(__file__).parent.parent.parent
SECRET = "IAM_S_" + "v" * 32
BOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


@pytest.fixture
def board(qapp):
    made = Clipboard()
    yield made
    made.stop()
    QGuiApplication.clipboard().clear()


def offered():
    data = QGuiApplication.clipboard().mimeData()
    return {name: bytes(data.data(name).data()) for name in data.formats()}


def pass_time(board, monkeypatch, seconds):
    now = board._expires_at - board._timeout_seconds
    monkeypatch.setattr("inspector_app.desktop.clipboard.time.time", lambda: now + seconds)
    run_out(board._timer)


def test_a_secret_is_offered_as_text_with_the_hint_of_kde_and_nothing_else(board):
    """A3."""
    board.copy_secret(SECRET)
    assert offered() == {
        "text/plain": SECRET.encode(),
        "x-kde-passwordManagerHint": b"secret",
    }


def test_windows_gets_its_three_formats_byte_for_byte(qapp):
    """A3."""
    begin = "application/x-qt-windows-mime;value="
    assert get_history_exclusion_formats("win32") == {
        f'{begin}"ExcludeClipboardContentFromMonitorProcessing"': bytes([1, 0, 0, 0]),
        f'{begin}"CanIncludeInClipboardHistory"': bytes(4),
        f'{begin}"CanUploadToCloudClipboard"': bytes(4),
    }
    with closing_board(system="win32") as board:
        board.copy_secret(SECRET)
        assert offered() == {"text/plain": SECRET.encode()} | get_history_exclusion_formats("win32")
        board.clear_secret()


@pytest.fixture
def machine():
    with mac() as made:
        yield made


def test_macos_is_told_to_conceal_it_and_to_clear_it(qapp, machine, monkeypatch):
    """A3: what is on the pasteboard is not read, of which macOS would ask the person."""
    with closing_board(system="darwin") as board:
        board.copy_secret(SECRET)
        assert machine.board == {
            "public.utf8-plain-text": SECRET,
            "org.nspasteboard.ConcealedType": "",
        }
        monkeypatch.setattr(board._qt_clipboard, "text", None)
        run_out(board._timer)
        assert board._timer.isActive()
        machine.change()
        run_out(board._timer)
        assert not board._timer.isActive(), "another program's copy is left alone"


def test_what_macos_was_not_asked_to_conceal_is_cleared_as_elsewhere(qapp, machine, monkeypatch):
    """A3."""
    with closing_board(system="darwin") as board:
        board.copy_secret(SECRET)
        machine.change()

        def refuse(_):
            raise MacosCallError

        monkeypatch.setattr("inspector_app.system.macos_frameworks.copy_concealed", refuse)
        board.copy_secret(SECRET[::-1])
        assert clipboard() == SECRET[::-1]
        assert board.clear_secret()
        assert clipboard() == ""


def test_without_its_frameworks_the_app_says_what_macos_could_not_be_asked(qapp, qtbot):
    """A3."""
    with closing_board(system="darwin") as board:
        with qtbot.waitSignal(board.failed) as said:
            board.copy_secret(SECRET)
        assert "histories" in said.args[0]
        assert offered() == {"text/plain": SECRET.encode()}
        board.clear_secret()


def test_other_text_is_copied_as_plain_text_alone(board):
    """A4."""
    board.copy_secret(SECRET)
    board.copy_text("value")
    assert offered() == {"text/plain": b"value"}
    assert not board._timer.isActive()


def test_a_report_that_is_a_page_is_offered_as_one_and_as_plain_text(board):
    """A4: nothing else stands beside the two, and it takes a credential's place."""
    board.copy_secret(SECRET)
    board.copy_html("<h1>Valid</h1>", "Valid")
    assert offered() == {"text/html": b"<h1>Valid</h1>", "text/plain": b"Valid"}
    assert not board._timer.isActive()


@pytest.mark.parametrize("seconds", [10, 20, 30, 60, 120, 300])
def test_a_secret_is_cleared_when_its_time_is_over(board, monkeypatch, seconds):
    """A3."""
    board.set_secret_timeout(seconds)
    told: list[int | None] = []
    board.countdown_changed.connect(told.append)
    board.copy_secret(SECRET)
    pass_time(board, monkeypatch, seconds - 1)
    assert clipboard() == SECRET
    pass_time(board, monkeypatch, seconds)
    assert clipboard() == ""
    assert told == [seconds, 1, 0]
    assert not board._timer.isActive()


def test_a_secret_goes_by_the_clock_of_the_computer(board, qtbot):
    """A3: nobody helps the timer here."""
    board.set_secret_timeout(1)
    board.copy_secret(SECRET)
    assert clipboard() == SECRET
    with qtbot.waitSignal(board.countdown_changed, check_params_cb=lambda left: left == 0):
        pass
    assert clipboard() == ""


def test_never_means_until_it_is_cleared_by_hand(board):
    """A3."""
    told: list[int | None] = []
    board.countdown_changed.connect(told.append)
    board.set_secret_timeout(None)
    board.copy_secret(SECRET)
    run_out(board._timer)
    assert told == [None, None]
    assert clipboard() == SECRET
    assert board.clear_secret()
    assert clipboard() == ""


@pytest.mark.parametrize("chosen", [(None, 10), (10, None)])
def test_another_time_that_is_chosen_meanwhile_is_for_the_next_secret(board, chosen):
    """A3: one of the two was without an end, and what has none is cleared by hand."""
    told: list[int | None] = []
    board.set_secret_timeout(chosen[0])
    board.copy_secret(SECRET)
    board.countdown_changed.connect(told.append)
    board.set_secret_timeout(chosen[1])
    run_out(board._timer)
    assert told == [None]
    assert clipboard() == SECRET


def test_a_clock_that_was_set_back_does_not_lengthen_the_time(board, monkeypatch):
    board.copy_secret(SECRET)
    pass_time(board, monkeypatch, -3600)
    assert clipboard() == ""


@pytest.mark.parametrize("end", ["time", "by hand", "quit"])
def test_what_somebody_else_copied_meanwhile_is_left_alone(qapp, monkeypatch, end):
    """A3."""
    board = Clipboard()
    board.copy_secret(SECRET)
    QGuiApplication.clipboard().setText("somebody else's")
    assert not board._timer.isActive()
    if end == "by hand":
        board.clear_secret()
    board.stop()
    assert clipboard() == "somebody else's"


class Stubborn(QObject):
    """A clipboard that another program holds open, with a selection as X11 has one."""

    changed = Signal(QClipboard.Mode)

    def __init__(self, is_stuck):
        super().__init__()
        self.is_stuck = is_stuck
        self.texts = {QClipboard.Mode.Clipboard: "", QClipboard.Mode.Selection: ""}

    def setMimeData(self, data: QMimeData):  # noqa: N802  # its own name
        self.texts[QClipboard.Mode.Clipboard] = data.text()

    def supportsSelection(self):  # noqa: N802  # its own name
        return True

    def ownsSelection(self):  # noqa: N802  # its own name
        return True

    def ownsClipboard(self):  # noqa: N802  # its own name
        return True

    def text(self, mode):
        return self.texts[mode]

    def clear(self, mode):
        if not self.is_stuck:
            self.texts[mode] = ""


def test_a_clear_that_fails_is_reported_and_tried_again(qapp, qtbot, caplog, monkeypatch):
    """A3."""
    stuck: Any = Stubborn(is_stuck=True)
    board = Clipboard(qt_clipboard=stuck)
    board.copy_secret(SECRET)
    with qtbot.waitSignal(board.failed) as said:
        pass_time(board, monkeypatch, 10)
    assert "could not be cleared" in said.args[0]
    assert SECRET not in caplog.text
    with qtbot.assertNotEmitted(board.failed):
        board._update_countdown()  # as a second later: it has its whole time again
    caplog.clear()
    stuck.is_stuck = False
    pass_time(board, monkeypatch, 10)
    assert stuck.texts[QClipboard.Mode.Clipboard] == ""
    board.stop()


def test_one_that_stays_open_elsewhere_is_told_once_in_the_time_of_a_secret(
    qapp, caplog, monkeypatch
):
    stuck: Any = Stubborn(is_stuck=True)
    now = [1_800_000_000.0]
    monkeypatch.setattr("inspector_app.desktop.clipboard.time.time", lambda: now[0])
    board = Clipboard(qt_clipboard=stuck)
    failures, seconds = list[str](), list[int]()
    board.failed.connect(failures.append)
    board.copy_secret(SECRET)
    board.countdown_changed.connect(seconds.append)
    told = []
    for _ in range(21):
        now[0] += 1.0
        run_out(board._timer)
        told.append(len(failures))
    assert told == [0] * 9 + [1] * 10 + [2] * 2
    assert seconds == [*range(9, 0, -1)] * 2 + [9]
    assert len(caplog.records) == 2
    board.stop()
    assert not board._timer.isActive()
    caplog.clear()


def test_the_selection_is_cleared_with_the_clipboard(qapp):
    """A3."""
    both: Any = Stubborn(is_stuck=False)
    board = Clipboard(qt_clipboard=both)
    board.copy_secret(SECRET)
    both.texts[QClipboard.Mode.Selection] = SECRET
    assert board.clear_secret()
    assert set(both.texts.values()) == {""}
    both.texts[QClipboard.Mode.Selection] = SECRET[3:20]
    board.clear_selection(SECRET)
    assert both.texts[QClipboard.Mode.Selection] == ""
    both.texts[QClipboard.Mode.Selection] = "something else"
    board.clear_selection(SECRET)
    assert both.texts[QClipboard.Mode.Selection] == "something else"
    board.stop()


class Shared(QObject):
    """A clipboard and a selection that other programs own or not, and that note who reads them."""

    changed = Signal(QClipboard.Mode)

    def __init__(self, *, is_own=True, has_selection=True):
        super().__init__()
        self.is_own, self.has_selection = is_own, has_selection
        self.data = {mode: QMimeData() for mode in (BOARD, SELECTION)}
        self.reads = []

    def setMimeData(self, data, mode=BOARD):  # noqa: N802  # its own name
        self.data[mode] = data

    def setText(self, text, mode=BOARD):  # noqa: N802  # its own name
        self.data[mode] = QMimeData()
        self.data[mode].setText(text)

    def mimeData(self, mode=BOARD):  # noqa: N802  # its own name
        return self.data[mode]

    def supportsSelection(self):  # noqa: N802  # its own name
        return self.has_selection

    def ownsSelection(self):  # noqa: N802  # its own name
        return self.is_own

    def ownsClipboard(self):  # noqa: N802  # its own name
        return self.is_own

    def text(self, mode=BOARD):
        self.reads.append(mode)
        return self.data[mode].text()

    def clear(self, mode=BOARD):
        self.data[mode] = QMimeData()

    def texts(self):
        return [self.data[mode].text() for mode in (BOARD, SELECTION)]


@pytest.fixture
def shared(qapp):
    """A clipboard of the app on one that the test is given."""
    made = []

    def begin(**chosen):
        qt: Any = Shared(**chosen)
        made.append((Clipboard(qt_clipboard=qt, system="linux"), qt))
        return made[-1]

    yield begin
    for board, qt in made:
        qt.is_own = False
        board._secret = ""
        board.stop()
        board.deleteLater()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows", "cocoa", "offscreen"])
@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("has_selection", [True, False])
def test_what_another_program_owns_is_not_read_where_the_system_tells_the_owner(
    shared, monkeypatch, platform, is_own, has_selection
):
    """A3, R3: to read it waits for that program."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    board, qt = shared(is_own=is_own, has_selection=has_selection)
    board.copy_secret(SECRET)
    qt.setText(SECRET, SELECTION)
    qt.reads.clear()
    is_told = platform in {"xcb", "wayland"}
    is_gone = board.clear_secret()
    assert bool(qt.reads) is (is_own or not is_told)
    assert is_gone
    left = ["", "" if has_selection else SECRET]
    assert qt.texts() == ([SECRET, SECRET] if is_told and not is_own else left)


def test_the_selection_of_a_secret_has_the_hint_once_and_goes_alone(shared):
    """A3: what a field has selected, in its own way, is offered anew with the hint."""
    board, qt = shared()
    qt.setText(SECRET, SELECTION)
    board.select_secret(SECRET)
    first = qt.data[SELECTION]
    assert bytes(first.data("x-kde-passwordManagerHint").data()) == b"secret"
    board.select_secret(SECRET)
    assert qt.data[SELECTION] is first
    board.select_secret(SECRET[:20])
    assert qt.texts() == ["", SECRET[:20]]
    board.clear_selection()
    assert qt.texts() == ["", ""]
    qt.setText("a word of the answer", SELECTION)
    board.clear_selection()
    assert qt.texts() == ["", "a word of the answer"]
    board.clear_selection("not it")
    assert qt.texts() == ["", "a word of the answer"]
    board.clear_own_selection()
    assert qt.texts() == ["", ""]


def test_what_was_selected_goes_with_what_was_copied(shared):
    """A3: though it is another part of the credential."""
    board, qt = shared()
    board.copy_secret(SECRET)
    board.select_secret(SECRET[:9])
    assert board.clear_secret()
    assert qt.texts() == ["", ""]
    board.copy_secret(SECRET)
    board.select_secret(SECRET[:9])
    board.stop()
    assert qt.texts() == ["", ""]
    board.select_secret(SECRET[:9])
    board.stop()
    assert qt.texts() == ["", ""], "though nothing was copied"


@pytest.mark.parametrize("text", ["x", "some words"])
def test_what_was_selected_elsewhere_in_the_app_is_left_alone(shared, text):
    board, qt = shared()
    qt.setText(text, SELECTION)
    board.clear_selection(SECRET)
    assert qt.texts() == ["", text]


def test_whatever_was_selected_goes_with_the_token(demo, qtbot, shared):
    """A3, A8: a name in the answer as well, as long as this app has the selection."""
    demo.secret_guards.clipboard, qt = shared()
    qt.setText("mara@example.com", SELECTION)
    demo.window.token_field.set_raw_text(SECRET)
    assert qt.texts() == ["", "mara@example.com"]
    demo.window.token_field.clear_text()
    assert qt.texts() == ["", ""]


def test_a_secret_that_is_still_selected_goes_in_its_time_after_another_copy(shared):
    """A3."""
    board, qt = shared()
    board.copy_secret(SECRET)
    qt.setText(SECRET, SELECTION)
    board.copy_text("report")
    qt.changed.emit(BOARD)
    assert qt.texts() == ["report", SECRET]
    board._expires_at = 0.0
    run_out(board._timer)
    assert qt.texts() == ["report", ""]


def test_the_selection_of_another_program_is_left_alone(shared):
    """A3."""
    board, qt = shared(is_own=False)
    for clear in (lambda: board.clear_selection(SECRET), board.clear_own_selection):
        qt.setText(SECRET, SELECTION)
        board._selected_secret = SECRET
        clear()
        assert qt.texts() == ["", SECRET]
        assert board._selected_secret == ""


def test_a_new_clipboard_keeps_a_secret_for_ten_seconds_and_looks_once_a_second(shared):
    """A3."""
    board, _ = shared()
    told: list[int | None] = []
    board.countdown_changed.connect(told.append)
    board.copy_secret(SECRET)
    assert told == [10]
    assert board._timer.isActive()
    assert board._timer.interval() == 1000


@pytest.mark.parametrize(("left", "told"), [(9.6, 10), (1.4, 1), (0.2, 1), (0.0, 0), (10.2, 0)])
def test_the_seconds_that_are_left_are_rounded_and_never_none(shared, monkeypatch, left, told):
    board, qt = shared()
    heard: list[int | None] = []
    board.copy_secret(SECRET)
    board.countdown_changed.connect(heard.append)
    pass_time(board, monkeypatch, 10 - left)
    assert heard == [told]
    assert qt.texts() == [SECRET if told else "", ""]


def test_what_cannot_be_encoded_is_escaped_and_all_else_is_as_it_was(shared):
    """J2: Qt would drop it silently."""
    board, qt = shared()
    text, shown = "a\ud800\u202eb\U0001f511", "a\\ud800\u202eb\U0001f511"
    board.copy_text(text)
    assert qt.texts() == [shown, ""]
    board.copy_html(f"<b>{text}</b>", text)
    assert bytes(qt.data[BOARD].data("text/html").data()).decode() == f"<b>{shown}</b>"
    assert qt.texts() == [shown, ""]
    board.copy_secret(text)
    assert qt.texts() == [shown, ""]
    board.select_secret(text)
    assert qt.texts() == [shown, shown]
    assert board.clear_secret()
    assert qt.texts() == ["", ""]


def test_another_copy_ends_the_countdown_once(shared):
    """A3."""
    board, qt = shared()
    told: list[int | None] = []
    board.copy_secret(SECRET)
    board.countdown_changed.connect(told.append)
    qt.changed.emit(BOARD)
    assert told == []
    qt.setText("another")
    qt.changed.emit(BOARD)
    qt.changed.emit(BOARD)
    assert told == [0]
    assert not board._timer.isActive()
    board.stop()
    assert qt.texts() == ["another", ""]


def copy_session_id(demo, qtbot):
    inspect(demo, qtbot)
    demo.window.result_view.tree_view.select_path(("session", "id"))
    demo.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert clipboard() == demo.demo.scenarios[0].token


def test_the_status_line_counts_and_clears(demo, qtbot):
    """A3."""
    note = demo.secret_guards.clipboard_status
    assert not note.isVisible()
    copy_session_id(demo, qtbot)
    assert "10 s" in note.label.text()
    qtbot.mouseClick(note.clear_button, Qt.MouseButton.LeftButton)
    assert clipboard() == ""
    assert not note.isVisible()


@pytest.mark.parametrize("end", ["forget", "another token", "quit"])
def test_a_copied_session_id_goes_with_its_token(demo, qtbot, end):
    """A3, A8."""
    copy_session_id(demo, qtbot)
    if end == "forget":
        demo.window.action_collection[ActionId.FORGET_TOKEN].trigger()
        qtbot.waitUntil(demo.background.is_idle)
    elif end == "another token":
        demo.window.token_field.set_raw_text("IAM_S_" + "w" * 32)
    else:
        demo.window.close()
    assert clipboard() == ""


def test_what_is_copied_of_a_revealed_token_is_a_credential_too(demo, qtbot):
    """A3."""
    field = demo.window.token_field
    field.set_raw_text(SECRET)
    field.actions()[-1].trigger()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert offered()["x-kde-passwordManagerHint"] == b"secret"
    qtbot.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert offered()["text/plain"] == SECRET.encode()


X11 = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from inspector_app.desktop.clipboard import Clipboard
application = QApplication(["test"])
board = Clipboard()
text = application.clipboard()
field = QLineEdit("IAM_S_" + "v" * 32)
field.show()
board.copy_secret(field.text())
text.setText(field.text(), QClipboard.Mode.Selection)
assert board.clear_secret()
assert text.text() == text.text(QClipboard.Mode.Selection) == ""
board.copy_secret(field.text())
text.setText(field.text()[5:12], QClipboard.Mode.Selection)
board.clear_selection(field.text())
assert text.text(QClipboard.Mode.Selection) == ""
board.stop()
assert text.text() == ""
print("cleared")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11's selection")
def test_clipboard_and_selection_of_a_real_x_server_are_cleared():
    """A3."""
    done = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-c", X11],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.stdout.endswith("cleared\n"), done.stdout + done.stderr


@contextmanager
def closing_board(system):
    board = Clipboard(system=system)
    yield board
    board.stop()
