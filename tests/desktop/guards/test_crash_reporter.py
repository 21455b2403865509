"""Whatever goes wrong: a redacted report that can be read and copied, and the app goes on."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler

from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.desktop.guards import crash_reporter
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.guards.crash_reporter import CrashReporter
from inspector_app.inspection.watch import WatchStep
from inspector_app.system.known_secrets import KnownSecrets
from tests.desktop.at_work import clipboard, inspect, is_known_to_the_log
from tests.inspection.test_many_summary import result_of
from tests.report.answers import answer_of

ROOT = Path(__file__).parent.parent.parent.parent
SECRET = "opaque-" + "Hj5" * 12

WALK = """
import gc, sys, threading
from pathlib import Path
from PySide6.QtCore import QEventLoop, QStringListModel, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView, QWidget
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import Lane
from inspector_app.desktop.guards.crash_reporter import CrashReporter
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.session.translatable_text import tr
from inspector_app.system import logs
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly
from inspector_app.session.credentials import Credentials

SECRET = sys.argv[2]
state = Path(sys.argv[1])

class Broken(Exception):
    pass

def break_down(*_):
    raise Broken(f"with {SECRET} in it")

class Left:
    def __del__(self):
        break_down()

class Painting(QWidget):
    def paintEvent(self, event):
        break_down()

class Typing(QWidget):
    def keyPressEvent(self, event):
        break_down()

class Modelling(QStringListModel):
    def data(self, index, role=0):
        break_down()

def main():
    crashes = CrashReporter(KnownSecrets())
    crashes.install()
    qt = QApplication(["test"])
    shown = []
    crashes.crashed.connect(shown.append)
    inspecting = DesktopApp(
        qt, command_line.parse_arguments(["--demo"]), Directories(state / "s.json", state),
        lambda: MemoryOnly(tr("none")), protect=lambda: crashes,
    )
    window = inspecting.window
    window.show()
    inspecting.complete()
    wait(lambda: inspecting.preferences.demo is not None)
    window.token_field.set_raw_text(SECRET)

    def in_slot():
        window.menu_button.clicked.disconnect()
        window.menu_button.clicked.connect(lambda: break_down())
        window.menu_button.click()

    def in_timer():
        QTimer.singleShot(0, lambda: break_down())

    def in_thread():
        thread = threading.Thread(target=lambda: break_down())
        thread.start()
        thread.join()

    def in_finalizer():
        Left()
        gc.collect()

    def in_background():
        inspecting.background.submit(Lane.FILES, lambda: break_down(), print)

    def in_answer():
        inspecting.background.submit(Lane.FILES, int, lambda _: break_down())

    def in_paint():
        part = Painting(window)
        part.show()
        QTimer.singleShot(200, part.deleteLater)

    def in_key():
        part = Typing(window)
        QTimer.singleShot(0, lambda: QTest.keyClick(part, Qt.Key.Key_A))
        QTimer.singleShot(200, part.deleteLater)

    def in_action():
        action = window.action_collection[ActionId.GO_TO_TOKEN]
        action.triggered.connect(lambda: break_down())
        action.trigger()

    def in_model():
        tree = QTreeView(window)
        tree.setModel(Modelling(["row"], tree))
        QTimer.singleShot(0, tree.show)
        QTimer.singleShot(200, tree.deleteLater)

    def inspect():
        window.token_field.set_raw_text(inspecting.demo.scenarios[0].token)
        inspecting.presenter.inspect()
        wait(lambda: not inspecting.runner.is_running)

    for place in (in_slot, in_timer, in_thread, in_finalizer, in_background, in_answer,
                  in_paint, in_key, in_action, in_model):
        count = len(shown)
        place()
        # What broke in a thread is heard there at once, and shown in the window's own time.
        wait(lambda: len(shown) > count and window.findChild(CrashReportDialog) is not None)
        told = window.findChild(CrashReportDialog)
        assert told.isVisible(), place.__name__
        assert told.report_view.toPlainText() == shown[count], place.__name__
        assert "Broken" in shown[count] and "with ••••" in shown[count], shown[count]
        assert "break_down" in shown[count]
        told.close()
        wait(lambda: window.findChild(CrashReportDialog) is None)
        inspect()
        assert window.result_view.banner.isVisible()
        print(place.__name__, flush=True)
    assert SECRET not in "".join(shown)
    window.close()

def wait(true):
    loop, glance, patience = QEventLoop(), QTimer(), QTimer()
    glance.timeout.connect(lambda: loop.exit(0) if true() else None)
    patience.timeout.connect(lambda: loop.exit(1))
    glance.start(5)
    patience.start(10_000)
    if loop.exec():
        raise SystemExit("waited in vain")

known = KnownSecrets()
known.add_credentials(Credentials((SECRET,)))
with logs.log_to_file(state, known):
    main()
"""


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    state = tmp_path_factory.mktemp("state")
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(state), SECRET],
        capture_output=True,
        text=True,
        timeout=55,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return done, state


def test_ten_places_break_and_each_time_the_app_goes_on(walk):
    """R5."""
    done, _ = walk
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert len(done.stdout.split()) == 10


def test_neither_streams_nor_log_hold_what_was_quoted(walk):
    """R5, A1."""
    done, state = walk
    log = (state / "log.txt").read_text()
    assert log.count("with ••••") >= 10
    assert SECRET not in done.stdout + done.stderr + log


def test_qt_s_own_messages_go_to_the_log(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import qWarning\n"
        "from inspector_app.desktop.guards.crash_reporter import CrashReporter\n"
        "from inspector_app.system import logs\n"
        "from inspector_app.system.known_secrets import KnownSecrets\n"
        "known = KnownSecrets()\n"
        "known.add_text(sys.argv[2])\n"
        "with logs.log_to_file(Path(sys.argv[1]), known):\n"
        "    CrashReporter(known).install()\n"
        "    qWarning(f'holding {sys.argv[2]} here')\n"
        "    qWarning('This plugin does not support propagateSizeHints()')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), SECRET],
        capture_output=True,
        text=True,
        timeout=50,
        check=True,
        cwd=ROOT,
    )
    (line,) = (tmp_path / "log.txt").read_text().splitlines()
    assert "WARNING inspector_app.qt" in line
    assert line.endswith("holding •••••••••••• here")
    assert done.stderr == ""


def raised(error):
    try:
        raise error
    except ValueError as caught:
        return caught


@pytest.mark.parametrize(
    ("kind", "is_printed"), [(QtMsgType.QtFatalMsg, True), (QtMsgType.QtWarningMsg, False)]
)
def test_what_ends_the_process_is_printed_too(capsys, caplog, kind, is_printed):
    """There is no window yet that could say it."""
    crash_reporter._log_qt_message(kind, QMessageLogContext(), "there is no such screen")
    assert [one.message for one in caplog.records] == ["there is no such screen"]
    caplog.clear()
    assert ("there is no such screen" in capsys.readouterr().err) is is_printed


def test_ctrl_c_is_no_crash_and_what_it_came_upon_is_not_quoted(qapp, capsys):
    """A1: Python itself prints the exception that was being handled too."""
    known, hooks = KnownSecrets(), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    known.add_text(SECRET)
    reporter = CrashReporter(known)
    reporter.install()
    told: list[str] = []
    reporter.crashed.connect(told.append)
    stopped = KeyboardInterrupt()
    stopped.__context__ = raised(ValueError(f"with {SECRET} in it"))
    sys.excepthook(KeyboardInterrupt, stopped, None)
    reporter.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    printed = capsys.readouterr().err
    assert told == []
    assert "with •••••••••••• in it" in printed
    assert "KeyboardInterrupt" in printed


def test_the_report_can_be_read_before_it_is_copied(demo, qtbot, caplog, capsys):
    """R5."""
    crash_reporter = demo.secret_guards.crash_reporter
    crash_reporter.report_exception(raised(ValueError("no such row")))
    caplog.clear()
    dialog = demo.window.findChild(CrashReportDialog)
    assert "ValueError: no such row" in dialog.report_view.toPlainText()
    assert "Python 3" in dialog.report_view.toPlainText()
    before = clipboard()
    assert "no such row" not in before
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert clipboard() == dialog.report_view.toPlainText()
    dialog.close()
    assert "no such row" in capsys.readouterr().err


def test_the_same_place_is_shown_once_and_another_waits_its_turn(demo, qtbot, caplog):
    crash_reporter = demo.secret_guards.crash_reporter
    first, other = raised(ValueError("first")), KeyError("other")
    for error in (first, first, other):
        crash_reporter.report_exception(error)
    caplog.clear()
    assert len(demo.window.findChildren(CrashReportDialog)) == 1
    assert demo.secret_guards.notice_bar.isVisible()
    demo.window.findChild(CrashReportDialog).close()
    qtbot.waitUntil(lambda: demo.window.findChild(CrashReportDialog) is None)
    qtbot.mouseClick(demo.secret_guards.notice_bar.action_button, Qt.MouseButton.LeftButton)
    assert "other" in demo.window.findChild(CrashReportDialog).report_view.toPlainText()
    demo.window.findChild(CrashReportDialog).close()


def test_one_place_is_told_once_whatever_it_says(qapp, caplog):
    reporter = CrashReporter(KnownSecrets())
    told: list[str] = []
    reporter.crashed.connect(told.append)
    for words in ("row 5", "row 6"):
        reporter.report_exception(raised(ValueError(words)))
    assert len(told) == 1
    reporter.report_exception(ValueError("from elsewhere"))
    assert len(told) == 2
    caplog.clear()


def test_a_fault_of_the_last_run_is_offered(demo, qtbot):
    """R5."""
    demo.secret_guards.offer_fault_report("")
    assert not demo.secret_guards.notice_bar.isVisible()
    demo.secret_guards.offer_fault_report("Fatal Python error: Segmentation fault")
    assert "ended because of a fault" in demo.secret_guards.notice_bar.message_label.text()
    qtbot.mouseClick(demo.secret_guards.notice_bar.action_button, Qt.MouseButton.LeftButton)
    dialog = demo.window.findChild(CrashReportDialog)
    assert "Segmentation fault" in dialog.report_view.toPlainText()
    dialog.close()


def test_it_is_told_in_whatever_thread_and_arrives_in_this_one(qapp, qtbot, caplog):
    crash_reporter = CrashReporter(KnownSecrets())
    arrived: list[str] = []
    crash_reporter.crashed.connect(arrived.append)
    crash_reporter.crashed.connect(lambda _: arrived.append(threading.current_thread().name))
    thread = threading.Thread(
        target=crash_reporter.report_exception, args=(ValueError("x"),), name="worker"
    )
    with qtbot.waitSignal(crash_reporter.crashed):
        thread.start()
    thread.join()
    caplog.clear()
    assert "thread worker" in arrived[0]


def test_what_ends_on_purpose_is_no_crash(qapp, capsys, caplog):
    """Ctrl+C is told by its name; of a thread that ends itself nothing is said."""
    reporter = CrashReporter(KnownSecrets())
    arrived: list[str] = []
    reporter.crashed.connect(arrived.append)
    reporter._on_uncaught_exception(KeyboardInterrupt, KeyboardInterrupt("Ctrl+C"), None)
    assert capsys.readouterr().err == "builtins.KeyboardInterrupt: Ctrl+C\n"
    thread = threading.current_thread()
    for kind, error in ((SystemExit, SystemExit(1)), (ValueError, None)):
        reporter._on_thread_exception(threading.ExceptHookArgs((kind, error, None, thread)))
    reporter._on_unraisable_exception(SimpleNamespace(exc_value=None))
    assert (arrived, capsys.readouterr().err, caplog.records) == ([], "", [])


def test_what_is_installed_is_taken_back(qapp, monkeypatch):
    for owner, name in (
        (sys, "excepthook"),
        (threading, "excepthook"),
        (sys, "unraisablehook"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))  # pytest's own, put back at the end
    handler_of_pytest = qInstallMessageHandler(None)
    crash_reporter = CrashReporter(KnownSecrets())
    try:
        crash_reporter.install()
        assert sys.excepthook == crash_reporter._on_uncaught_exception
        assert threading.excepthook == crash_reporter._on_thread_exception
        assert sys.unraisablehook == crash_reporter._on_unraisable_exception
        crash_reporter.uninstall()
        assert sys.excepthook is sys.__excepthook__
        assert threading.excepthook is threading.__excepthook__
        assert sys.unraisablehook is sys.__unraisablehook__
        assert qInstallMessageHandler(None) is None
    finally:
        qInstallMessageHandler(handler_of_pytest)


def test_every_answer_s_credential_is_known_to_the_log(demo, qtbot):
    """A1: whichever way it came."""
    shown = inspect(demo, qtbot)
    (kept_side,) = demo.comparison.findChildren(KeptSide)
    step = WatchStep(shown.judge(0.0))
    ways = (
        demo.runner.answered.emit,
        lambda result: demo.runner.companions.answered.emit(shown, result),
        demo.secret_guards.on_result_opened,
        kept_side.answered.emit,
        lambda result: demo.watch.runner.stepped.emit(result, step),
        lambda result: demo.many._parts.add_secrets(result.analyzed.credentials),
    )
    for number, tell in enumerate(ways):
        token = "IAM_S_" + f"{number}Hj5kQ{number}w" * 8
        assert not is_known_to_the_log(demo, token)
        tell(result_of(answer_of({"id": "u1"}, token)))
        assert is_known_to_the_log(demo, token)
    demo.window.token_field.set_raw_text("an opaque one: " + SECRET)
    assert is_known_to_the_log(demo, SECRET)


def test_the_report_names_versions_and_no_home_folder(qtbot, monkeypatch, tmp_path, caplog):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    code = compile("1 / 0", str(tmp_path / "module.py"), "exec")
    reporter = CrashReporter(KnownSecrets())
    with qtbot.waitSignal(reporter.crashed) as told:
        try:
            exec(code)  # an error in a file below the home folder
        except ZeroDivisionError as error:
            reporter.report_exception(error)
    caplog.clear()
    assert str(tmp_path) not in told.args[0]
    assert re.search(r"Inspector \d[\d.]+, \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00\n", told.args[0])
    assert "Python 3." in told.args[0]
    assert ", Qt " in told.args[0]


def test_it_is_shown_in_a_font_of_fixed_pitch(demo, qtbot):
    demo.secret_guards._show_report("File 1\nFile 22")
    dialog = demo.window.findChild(CrashReportDialog)
    metrics = dialog.report_view.fontMetrics()  # not every such font says of itself that it is one
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("WWWW")
    dialog.close()
