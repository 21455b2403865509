"""The daily tasks take the keys that docs/keystrokes.md says, and no more."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import clipboard, token_of

TABLE = Path(__file__).parents[2] / "docs" / "keystrokes.md"
ROW = re.compile(
    r"^\| (?P<task>[^|`]+) \| (?P<keys>`[^|]+`) \| (?P<count>\d+) \| [^|]+ \|$", re.MULTILINE
)
TASKS = {
    row["task"]: (re.findall(r"`(.+?)`", row["keys"]), int(row["count"]))
    for row in ROW.finditer(TABLE.read_text(encoding="utf-8"))
}


class Desk:
    """A window with the focus where it is at the start, and a hand on its keys."""

    def __init__(self, app, qtbot):
        self.app, self.qtbot = app, qtbot
        self.left = dict(TASKS)

    def do(self, task):
        """Press the keys of a task of the table."""
        keys, _ = self.left.pop(task)
        for key in keys:
            if key == "Tab":  # a person waits for the question before it
                self.wait(self.app.window.token_choice.panel.isVisible)
            focus = QApplication.focusWidget() or self.app.window.focusWidget()
            QTest.keySequence(focus, QKeySequence(key))

    def inspect(self, task, scenario):
        """Copy a token elsewhere, and do a task that inspects it."""
        QGuiApplication.clipboard().setText(token_of(self.app, scenario))
        before = len(self.entries)
        with self.qtbot.waitSignal(self.app.runner.ended, timeout=20_000):
            self.do(task)
        self.wait(lambda: len(self.entries) == before + 1)

    def wait(self, is_so):
        self.qtbot.waitUntil(is_so, timeout=20_000)

    @property
    def entries(self):
        return self.app.history.store.history.entries

    @property
    def shown(self):
        return self.app.history.shown_number


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_as_many_keys_as_it_says(task):
    keys, count = TASKS[task]
    assert len(keys) == count
    assert all(QKeySequence.fromString(key).count() == 1 for key in keys)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_each_task_is_done_by_its_keys(demo, qtbot):
    desk = Desk(demo, qtbot)
    demo.preferences.update_settings(
        demo.preferences.settings.__class__(
            environments=(create_environment("Staging", "https://staging.example.com"),)
        )
    )
    demo.presenter.select_environment(demo.preferences.demo)
    demo.window.token_field.clear_text()
    demo.window.token_field.setFocus()

    desk.inspect("inspect the token that was copied from the ticket", "valid")
    desk.do("copy the report into the ticket")
    desk.wait(lambda: "Session valid" in clipboard())
    desk.do("copy the reply to the user")
    reply = demo.window.result_view.banner.reply_panel
    desk.wait(lambda: clipboard() == reply.text)
    desk.inspect("inspect the next ticket's token", "account_disabled")
    latest = desk.shown
    desk.do("see the answer of the ticket before")
    desk.wait(lambda: desk.shown == desk.entries[1].number)
    desk.do("go back to the latest")
    desk.wait(lambda: desk.shown == latest)
    desk.do("compare it with the answer before")
    desk.wait(lambda: bool(demo.comparison.page.card.headline_label.text()))
    desk.do("exchange the two, and close the comparison")
    assert not demo.comparison.is_open

    desk.app.window.token_field.setFocus()
    with qtbot.waitSignal(demo.runner.ended, timeout=20_000):
        qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Return)
    with qtbot.waitSignal(demo.runner.companions.ended, timeout=20_000):
        desk.do("ask for more about this user")
    tokens = [token_of(demo, one) for one in ("valid", "account_disabled", "session_not_found")]
    demo.window.token_field.setFocus()
    QGuiApplication.clipboard().setText("\n".join(tokens))
    desk.do("inspect every token of a copied list")
    desk.wait(lambda: demo.many.controller is not None and demo.many.controller.is_open)
    desk.wait(lambda: not demo.many.controller.runner.is_running)
    demo.window.token_field.setFocus()
    desk.do("switch to the environment “Staging”")
    assert demo.preferences.current.name == "Staging"
    assert desk.left == {}
