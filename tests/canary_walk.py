"""The walk of the canary: the real app, by its own way of starting, through every feature."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from inspector_app import __main__
from inspector_app.desktop import application
from inspector_app.desktop.actions import Do
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_form import FORMS
from inspector_app.desktop.guards.report_dialog import ReportDialog
from inspector_app.report.redaction import Level
from inspector_app.system import settings as environments

PORT = sys.argv[1]
TOKEN, SESSION_ID = sys.stdin.read().split()
SAID: dict[str, list[str]] = {
    name: [] for name in ("stages", "texts", "copies", "actions", "process", "kept before forget")
}


class BoomError(Exception):
    """What the injected crash raises."""


def wait(true, seconds=10.0):
    loop, glance, patience = QEventLoop(), QTimer(), QTimer()
    glance.timeout.connect(lambda: loop.exit(0) if true() else None)
    patience.timeout.connect(lambda: loop.exit(1))
    glance.start(5)
    patience.start(round(seconds * 1000))
    if loop.exec():
        raise TimeoutError(SAID["stages"])


def rows(model, parent=None):
    from PySide6.QtCore import QModelIndex

    parent = parent if parent is not None else QModelIndex()
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        for column in range(model.columnCount(parent)):
            cell = model.index(number, column, parent)
            for role in (0, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                text = cell.data(role)
                if text:
                    yield str(text)
        yield from rows(model, index)


def look(app, stage):
    """Write down every text that can be seen or is told to a screen reader."""
    SAID["stages"].append(stage)
    texts = []
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            texts += [
                widget.windowTitle(),
                widget.accessibleName(),
                widget.accessibleDescription(),
                widget.toolTip(),
                widget.statusTip(),
                widget.whatsThis(),
                widget.objectName(),
            ]
            if isinstance(widget, QLabel):
                texts.append(widget.text())
            if isinstance(widget, QLineEdit):
                texts.append(widget.displayText())
            if isinstance(widget, QPlainTextEdit):
                texts.append(widget.toPlainText())
        for action in top.findChildren(QAction):
            texts += [action.text(), action.toolTip()]
    texts += rows(app.window.result.tree.outline_model)
    texts += rows(app.window.result.answer.request.outline_model)
    SAID["texts"] += sorted({text for text in texts if text})


def do(app, what):
    SAID["actions"].append(what.name)
    app.window.actions_table[what].trigger()


def inspect(app, text=None):
    if text is not None:
        app.window.token.give(text)
    wait(lambda: not app.inspector.is_running)
    do(app, Do.INSPECT)
    wait(lambda: not app.inspector.is_running)
    wait(app.background.is_idle)


def copy(app, what):
    app.safekeeping.clipboard.copy_text("nothing yet")
    do(app, what)
    wait(app.background.is_idle)
    wait(lambda: QGuiApplication.clipboard().text() != "nothing yet")
    SAID["copies"].append(QGuiApplication.clipboard().text())


def close_popup():
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def close_dialogs(app):
    for widget in QApplication.topLevelWidgets():
        if widget is not app.window and widget.isVisible():
            widget.close()
    wait(lambda: not [one for one in QApplication.topLevelWidgets() if one.isVisible()][1:])


def walk(app):
    window = app.window
    wait(window.isVisible)
    do(app, Do.TRY_DEMO)
    wait(lambda: app.preferences.demo is not None)
    look(app, "demo")
    app.presenter.choose(environments.new_environment("Canary", f"http://127.0.0.1:{PORT}"))
    answers(app)
    copies(app)
    exports(app)
    saved_answer(app)
    other_actions(app)
    crash(app)
    guards(app)
    leave(app)


def answers(app):
    inspect(app, f"refused {TOKEN}")
    look(app, "bad paste")
    inspect(app, TOKEN)
    look(app, "session")
    inspect(app, f"curl -H 'Authorization: Bearer {TOKEN}' https://gateway.example.com")
    look(app, "pasted command")
    field = app.window.token
    field.actions()[1].trigger()
    field.actions()[1].trigger()
    look(app, "revealed and hidden")
    kept = app.preferences.current
    app.presenter.choose(environments.new_environment("Down", "http://127.0.0.1:9"))
    inspect(app, TOKEN)
    look(app, "failure")
    look(app, "refusal")
    do(app, Do.LAST_ANSWER)
    app.presenter.choose(kept)
    inspect(app, TOKEN)


def copies(app):
    tree = app.window.result.tree
    for path in (
        ("session", "id"),
        ("session", "note"),
        ("session", "user", "email"),
        ("message",),
    ):
        tree.go_to(path)
        for what in (
            Do.COPY_VALUE,
            Do.COPY_PATH,
            Do.COPY_ROW,
            Do.COPY_SUBTREE,
            Do.COPY_NAME,
            Do.COPY_POINTER,
            Do.COPY_QUERY,
        ):
            copy(app, what)
    tree.go_to(("session", "createTime"))
    for what in (Do.COPY_TIME, Do.COPY_SECONDS, Do.COPY_MILLISECONDS):
        copy(app, what)
    tree.selectAll()
    copy(app, Do.COPY_VALUE)
    for what in (Do.COPY_REPORT, Do.COPY_MARKDOWN, Do.COPY_JIRA):
        copy(app, what)
    tree.go_to(("session", "id"))
    do(app, Do.COPY_CREDENTIAL)
    assert QGuiApplication.clipboard().text() == SESSION_ID
    look(app, "credential copied")
    app.safekeeping.clipboard.clear_secret()


def exports(app):
    """Every form at every level is seen, copied, prepared to be dragged, and saved."""
    for form in FORMS:
        for level in Level:
            do(app, Do.EXPORT)
            export(app, app.window.findChild(ExportDialog), form, level)
            wait(lambda: app.window.findChild(ExportDialog) is None)
            wait(app.background.is_idle)


def export(app, dialog, form, level):
    dialog.chosen.forms.setCurrentRow(FORMS.index(form))
    dialog.chosen.levels[level].click()
    wait(lambda: dialog.made is not None and dialog.preview.text.is_complete)
    look(app, f"export {form.value} {level.value}")
    if dialog.copy.isEnabled():
        dialog.copy.click()
        SAID["copies"] += QGuiApplication.clipboard().text(), board_html()
    QTest.mousePress(dialog.drag, Qt.MouseButton.LeftButton)
    wait(app.background.is_idle)
    dialog.saving.ask()
    asking = app.window.findChild(QFileDialog)
    asking.fileSelected.emit(str(Path.home() / f"export-{level.value}{form.suffix}"))
    asking.close()


def board_html():
    return QGuiApplication.clipboard().mimeData().html()


def saved_answer(app):
    """A file with the credential in it is opened, reported and put away; the person deletes it."""
    shown = app.window.result.outcome
    user = {"id": "u1", "name": "mara", "email": "mara@example.com", SESSION_ID: SESSION_ID}
    answer = {"status": 0, "success": True, "session": {"id": SESSION_ID, "user": user}}
    file = Path.home() / "answer.json"
    for text in (json.dumps(answer), json.dumps(answer)[:-9], f"HTTP/1.1 200 OK\r\n{TOKEN}"):
        file.write_text(text)
        do(app, Do.OPEN)
        dialog = app.window.findChild(QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.close()
        wait(app.background.is_idle)
        look(app, "opened")
    file.unlink()
    assert app.window.result.outcome.saved is not None
    copy(app, Do.COPY_REPORT)
    app.window.result.show_outcome(shown)


def other_actions(app):
    result = app.window.result
    for what in (Do.FIND, Do.SHOW_JSON, Do.SHOW_REQUEST, Do.SHOW_TREE, Do.CANCEL, Do.GO_TO_TOKEN):
        do(app, what)
        wait(app.background.is_idle)
        look(app, what.name)
    result.answer.search.setText(TOKEN[:12])
    wait(app.background.is_idle)
    result.answer.search.clear()
    for what in (
        Do.HELP,
        Do.ADD_ENVIRONMENT,
        Do.EDIT_ENVIRONMENT,
        Do.DELETE_ENVIRONMENT,
        Do.SAFETY,
    ):
        do(app, what)
        look(app, what.name)
        close_dialogs(app)
    QTimer.singleShot(100, close_popup)
    do(app, Do.GO_TO_ENVIRONMENTS)
    close_popup()


def crash(app):
    def fail():
        raise BoomError(f"held {TOKEN} and {SESSION_ID!r}") from ValueError(f"Bearer {TOKEN}")

    QTimer.singleShot(0, fail)
    wait(lambda: app.window.findChild(ReportDialog) is not None)
    look(app, "crash")
    report = app.window.findChild(ReportDialog)
    QTest.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    SAID["copies"].append(QGuiApplication.clipboard().text())
    close_dialogs(app)
    import logging

    logging.getLogger("inspector_app.canary").error("%s and %s", TOKEN, {"id": SESSION_ID})
    logging.getLogger("urllib3").debug("%s", TOKEN)


def guards(app):
    do(app, Do.SCREEN_SHARE)
    wait(lambda: app.window.result.outcome is not None)
    wait(app.background.is_idle)
    look(app, "shared")
    app.safekeeping.share.toggle()
    do(app, Do.LOCK)
    look(app, "locked")
    wait(app.background.is_idle)
    inspect(app)
    look(app, "back from the keyring")


def leave(app):
    vault = app.safekeeping._guarded.keeper._door.vault()
    current = app.preferences.current
    SAID["kept before forget"].append(str(int(vault.holds(current.id, "127.0.0.1"))))
    do(app, Do.FORGET_TOKEN)
    wait(app.background.is_idle)
    look(app, "forgotten")
    inspect(app, TOKEN)
    wait(app.background.is_idle)
    app.window.result.tree.go_to(("session", "id"))
    app.window.actions_table[Do.COPY_CREDENTIAL].trigger()
    app.presenter.forget_token()
    wait(app.background.is_idle)
    SAID["process"] += [*sys.argv, *Path("/proc/self/environ").read_text().split("\0")]
    do(app, Do.QUIT)
    SAID["clipboard at the end"] = [QGuiApplication.clipboard().text()]


class Walking(application.Inspecting):
    """The app, which walks by itself when it is there."""

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.failure = None
        QTimer.singleShot(0, self._walk)
        QTimer.singleShot(100_000, lambda: QApplication.exit(3))

    def _walk(self):
        try:
            walk(self)
        except Exception as error:  # noqa: BLE001  # told at the end, by kind and place alone
            import traceback

            SAID["stages"].append("".join(traceback.format_tb(error.__traceback__)))
            SAID["stages"].append(type(error).__name__)
            print(json.dumps(SAID["stages"]), flush=True)  # noqa: T201
            QApplication.exit(4)


application.Inspecting = Walking  # type: ignore[misc]  # the same, and walking
sys.argv = ["enos-session-inspector"]
code = __main__.main()
time.sleep(0)
if code == 0:
    print(json.dumps(SAID))  # noqa: T201
sys.exit(code)
