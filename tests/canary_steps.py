"""The features that the canary's walk goes through, each as a person uses it."""

import base64
import gzip
import json
import logging
import os
import signal
import zlib
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
    qWarning,
)
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.environments.environment_switcher import EnvironmentSwitcher
from inspector_app.desktop.environments.environment_transfer import write_environments
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS, PrintFormat
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.startup.new_window import WindowStarter
from inspector_app.desktop.watch.watch_dialog import WatchDialog
from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.comparison.compared_tree import RowFilter
from inspector_app.settings.environment import create_environment
from tests.canary import hits, random_secret
from tests.desktop.at_work import press_save, run_out

COPIES = (
    ActionId.COPY_VALUE,
    ActionId.COPY_PATH,
    ActionId.COPY_ROW,
    ActionId.COPY_SUBTREE,
    ActionId.COPY_NAME,
    ActionId.COPY_POINTER,
    ActionId.COPY_QUERY,
)


class BoomError(Exception):
    """What the injected crash raises."""


def wait(true, seconds=10.0):
    loop, glance, patience = QEventLoop(), QTimer(), QTimer()
    glance.timeout.connect(lambda: loop.exit(0) if true() else None)
    patience.timeout.connect(lambda: loop.exit(1))
    glance.start(5)
    patience.start(round(seconds * 1000))
    if loop.exec():
        raise TimeoutError


class Steps:
    """The walk's own state: what was triggered, where it stands, and what was seen."""

    def __init__(self, app, eyes, secrets, ports):
        self.app, self.eyes = app, eyes
        self.token, self.session_id, self.secret_key, self.password, self.portal_token = secrets
        self.welcoming, self.refusing, self.broken = ports
        self.actions, self.stages = [], []
        self.kept_before_forget = False

    def all(self):
        """In an order in which each finds what it needs."""
        wait(self.app.window.isVisible)
        self.fault()
        self.do(ActionId.TRY_DEMO)
        wait(lambda: self.app.preferences.demo is not None)
        self.look("demo")
        self.app.presenter.select_environment(self.environment("Canary", self.welcoming))
        self.keep_history()
        self.answers()
        self.portal()
        self.copies()
        self.exports()
        self.many()
        self.saved_answers()
        self.history()
        self.comparison()
        self.other_actions()
        self.connection()
        self.everybodys()
        self.crash()
        self.guards()
        self.forget()
        self.do(ActionId.QUIT)

    # --- as a person does

    def environment(self, name, port):
        return create_environment(name, f"http://127.0.0.1:{port}")

    def look(self, stage):
        self.stages.append(stage)
        self.eyes.look()

    def do(self, what):
        self.actions.append(what.name)
        self.app.window.action_collection[what].trigger()

    def rest(self):
        wait(self.app.background.is_idle)

    def inspect(self, text=None):
        if text is not None:
            self.app.window.token_field.set_raw_text(text)
        wait(lambda: not self.app.runner.is_running)
        self.do(ActionId.INSPECT)
        wait(lambda: not self.app.runner.is_running)
        self.rest()

    def copy(self, what):
        self.app.secret_guards.clipboard.copy_text("nothing yet")
        self.do(what)
        self.rest()
        wait(lambda: QApplication.clipboard().text() != "nothing yet")
        self.eyes.paste()

    def close_dialogs(self):
        for widget in QApplication.topLevelWidgets():
            if widget is not self.app.window and widget.isVisible():
                widget.close()
        wait(lambda: not [one for one in QApplication.topLevelWidgets() if one.isVisible()][1:])

    # --- the features

    def fault(self):
        """What ended the app the last time is read, and copied."""
        self.look("fault")
        self.app.secret_guards.notice_bar.action_button.click()
        report = self.app.window.findChild(CrashReportDialog)
        self.look("fault report")
        QTest.mouseClick(report.copy_button, Qt.MouseButton.LeftButton)
        assert str(Path.home()) not in self.eyes.paste()
        self.close_dialogs()

    def keep_history(self):
        """From now on each answer is on disk too."""
        self.do(ActionId.SAFETY)
        dialog = self.app.window.findChild(SafetyDialog)
        dialog.keep_history.setChecked(True)
        dialog.accept()
        self.rest()
        self.close_dialogs()

    def answers(self):
        self.inspect(f"refused {self.token}")
        self.look("bad paste")
        self.inspect(self.token)
        self.look("session")
        self.inspect(f"curl -H 'Authorization: Bearer {self.token}' https://gateway.example.com")
        self.look("pasted command")
        self.choice()
        self.do(ActionId.REVEAL_TOKEN)
        self.do(ActionId.REVEAL_TOKEN)
        self.look("revealed and hidden")
        self.do(ActionId.ASK_MORE)
        wait(lambda: not self.app.runner.companions.is_running)
        self.rest()
        self.look("more about the user")
        kept = self.app.preferences.current
        for stage, port in (("failure", 9), ("refusal", self.refusing), ("no JSON", self.broken)):
            self.app.presenter.select_environment(self.environment(stage, port))
            self.inspect(self.token)
            self.look(stage)
            for page in (ActionId.SHOW_JSON, ActionId.SHOW_REQUEST, ActionId.SHOW_TREE):
                self.do(page)
                self.rest()
                self.look(f"{stage}, {page.name}")
            self.copy(ActionId.COPY_REPORT)
            self.elsewhere(stage)
        self.do(ActionId.LAST_ANSWER)
        self.app.presenter.select_environment(kept)
        self.inspect(self.token)

    def portal(self):
        """A portal token, more about its user, its applications, and one that is asked about."""
        self.inspect(self.portal_token)
        self.look("portal")
        self.do(ActionId.ASK_MORE)
        wait(lambda: not self.app.runner.companions.is_running)
        self.rest()
        self.look("more about the portal's user")
        self.do(ActionId.SHOW_APPLICATIONS)
        wait(lambda: not self.app.runner.companions.is_running)
        self.rest()
        self.look("applications")
        pages = self.app.window.result_view.answer_pages
        for question in ("Canary", self.portal_token[:12]):
            pages.question_field.setText(question)
            pages.question_field.asked.emit(question)
            wait(lambda: not self.app.runner.companions.is_running)
            self.rest()
            pages.applications_view.expandAll()
            self.look(f"asked about {len(question)}")
        self.copy(ActionId.COPY_REPORT)
        self.do(ActionId.SHOW_TREE)
        self.inspect(self.token)

    def elsewhere(self, stage):
        """The token goes to the other environments, and what they say is shown."""
        search = self.app.prompts.elsewhere
        assert search.ask(self.app.window.result_view.result)
        self.look(f"{stage}, question about others")
        search.panel.agree_button.click()
        self.rest()
        self.look(f"{stage}, what others say")
        search.close()

    def choice(self):
        """A text with two sessions, and the token between them: asked, chosen, and put away.

        What is chosen goes to nobody: the gateways repeat the token, which is none that was sent.
        """
        kept = self.app.preferences.current
        self.app.presenter.select_environment(self.environment("nobody", 9))
        ids = [random_secret("IAM_S_", "", "") for _ in range(2)]
        lines = (f"{one}\nAuthorization: Bearer {self.token}\n" for one in ids)
        text = "the session is ".join(("", *lines))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
            self.inspect(text)
            assert self.app.window.token_choice.is_open
            self.look("several tokens")
            QTest.keyClick(self.app.window.focusWidget(), Qt.Key.Key_Down)
            self.look("another of several tokens")
            QTest.keyClick(self.app.window.focusWidget(), key)
            wait(lambda: not self.app.runner.is_running)
            self.rest()
            self.look("after the choice")
        seen = "\n".join(self.eyes.texts).encode(errors="surrogatepass")
        assert not hits(seen, ids), "a token of the choice was shown"
        self.app.presenter.select_environment(kept)
        self.inspect(self.token)

    def copies(self):
        tree = self.app.window.result_view.tree_view
        for path in (
            ("session", "id"),
            ("session", "note"),
            ("session", "user", "email"),
            ("session", "user", self.token),
            ("message",),
        ):
            tree.select_path(path)
            for what in COPIES:
                self.copy(what)
        tree.select_path(("session", "createTime"))
        for what in (ActionId.COPY_TIME, ActionId.COPY_SECONDS, ActionId.COPY_MILLISECONDS):
            self.copy(what)
        tree.selectAll()
        self.copy(ActionId.COPY_VALUE)
        for what in (ActionId.COPY_REPORT, ActionId.COPY_MARKDOWN, ActionId.COPY_JIRA):
            self.copy(what)
        self.copy(ActionId.COPY_REPLY)
        tree.select_path(("session", "id"))
        self.do(ActionId.COPY_CREDENTIAL)
        assert self.eyes.paste(is_secret=True) == self.session_id
        self.look("credential copied")
        self.app.secret_guards.clipboard.clear_secret()

    def exports(self):
        """Every form at every level is seen, copied, dragged, printed and saved."""
        for form in EXPORT_FORMATS:
            for level in RedactionLevel:
                self.do(ActionId.EXPORT)
                self.export(self.app.window.findChild(ExportDialog), form, level)
                wait(lambda: self.app.window.findChild(ExportDialog) is None)
                self.rest()

    def export(self, dialog, form, level):
        dialog.options.format_list.setCurrentRow(EXPORT_FORMATS.index(form))
        dialog.options.level_buttons[level].click()
        wait(lambda: dialog.rendered is not None and dialog.preview.text_view.is_complete)
        self.look(f"export {form.value} {level.value}")
        self.eyes.search("picture", form.value, bytes(dialog.rendered.data))
        if dialog.copy_button.isEnabled():
            dialog.copy_button.click()
            self.eyes.paste()
        self.drag(dialog.drag_source)
        name = str(Path.home() / f"export-{level.value}{form.suffix}")
        if isinstance(form, PrintFormat):
            self.paper(dialog)
        dialog.save_bar.open_save_dialog()
        asking = self.app.window.findChild(QFileDialog)
        self.look("asked where to save")
        asking.fileSelected.emit(name)
        asking.close()

    def file_dialogs(self):
        """Those that are open: one that was closed is deleted only later."""
        return [one for one in self.app.window.findChildren(QFileDialog) if one.isVisible()]

    def choose_file(self, file):
        """Choose it in the dialog that is open, and let nobody find that dialog later."""
        (dialog,) = self.file_dialogs()
        dialog.fileSelected.emit(str(file))
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)

    def many(self):
        """A queue from a file: paused, filtered, copied, saved in each form, opened and put away.

        The file goes before anything is searched; the others' sessions are searched for, too.
        """
        shown = self.app.window.result_view.result
        ids = [random_secret("IAM_S_", "", "") for _ in range(3)]
        file = Path.home() / "tokens.txt"
        file.write_text("\n".join([*ids, ids[0][:20] + "…"]))
        self.do(ActionId.INSPECT_FILE)
        self.choose_file(file)
        wait(lambda: self.app.many.controller.is_open)
        file.unlink()
        queue = self.app.many.controller
        queue.toggle_pause()
        self.look("queue paused")
        queue.toggle_pause()
        wait(lambda: not queue.runner.is_running)
        self.rest()
        self.look("queue")
        queue.panel.filter_field.setText(ids[1][:16])
        self.look("queue filtered")
        queue.panel.filter_field.clear()
        queue.panel.copy_button.click()
        self.rest()
        assert not hits(self.eyes.paste().encode(), ids)
        for form in (ReportFormat.CSV, ReportFormat.JSON):
            for level in RedactionLevel:
                queue.export.export(form, level)
                name = Path.home() / f"queue-{level.value}{form.suffix}"
                wait(lambda: bool(self.file_dialogs()))
                self.look("asked where to save the queue")
                self.choose_file(name)
                wait(name.exists)
                self.rest()
                assert not hits(name.read_bytes(), ids)
        queue.panel.table.select_number(1)
        queue.panel.table.opened.emit(1)
        self.rest()
        self.look("answer of the queue")
        queue.show_panel()
        self.app.secret_guards.screen_share.toggle()
        self.look("queue shared")
        self.app.secret_guards.screen_share.toggle()
        queue.close_panel()
        self.rest()
        self.app.window.result_view.show_result(shown)

    def drag(self, handle):
        """The file is there while it is dragged; nobody takes it."""
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        self.rest()
        QTimer.singleShot(200, QDrag.cancel)
        QTest.mouseMove(handle, QPoint(60, 20))
        self.eyes.read(Path.home())
        wait(lambda: not handle._is_dragging)

    def paper(self, dialog):
        """What stands on the pages; a printer is asked for where there is one."""
        self.eyes.search(
            "file", "paper", "\n".join(dialog.rendered.printable.iter_texts()).encode()
        )
        dialog.print_button.click()
        self.look("paper")
        asking = self.app.window.findChild(QPrintDialog)
        if asking is not None:
            asking.reject()

    def saved_answers(self):
        """Files with the credential in them, which the person deletes, are opened and dropped."""
        shown = self.app.window.result_view.result
        user = {"id": "u1", "name": "mara", "email": "mara@example.com"}
        user[self.session_id] = self.session_id
        answer = json.dumps(
            {"status": 0, "success": True, "session": {"id": self.session_id, "user": user}}
        )
        file = Path.home() / "answer.json"
        for data in (answer.encode(), *self.wrapped(answer), answer[:-9].encode()):
            file.write_bytes(data)
            self.do(ActionId.OPEN)
            dialog = self.app.window.findChild(QFileDialog)
            self.look("asked what to open")
            dialog.fileSelected.emit(str(file))
            dialog.close()
            self.rest()
            self.look("opened")
            self.drop(file)
            self.look("dropped")
        for name, body in self.lone_answers().items():
            file.write_text(json.dumps(body))
            self.drop(file)
            self.look(f"{name} alone")
            self.copy(ActionId.COPY_REPORT)
        file.unlink()
        assert self.app.window.result_view.result.saved is not None
        self.copy(ActionId.COPY_REPORT)
        self.app.window.result_view.show_result(shown)

    def lone_answers(self):
        """What calls beside session info answer, with credentials wherever a text can stand."""
        said = f"{self.session_id} {self.portal_token} {self.token}"
        one = {"id": said, "name": said, "ownerId": self.session_id, "email": said, "state": 0}
        app = {"identifier": self.portal_token, "displayName": said, "url": f"/x?t={self.token}"}
        return {
            "organization": {"organization": {**one, self.token: said}, "status": 0},
            "organizations": {"organizations": [one, {**one, "id": "o1"}], "status": 0},
            "portal user": {"code": 0, "data": {**one, "nickName": said, "joinTime": 1}},
            "applications": {"code": 0, "message": said, "data": {"apps": [app]}},
            "access": {"code": 0, "data": {"menus": [one], "permissions": [one]}},
        }

    def wrapped(self, answer):
        """The answer as programs save it, with the token beside it, and a file that is torn."""
        head = f"HTTP/1.1 200 OK\r\nSet-Cookie: global_id={self.token}\r\n"
        yield f"{head}Content-Encoding: gzip\r\n\r\n".encode() + gzip.compress(answer.encode())
        chunk = f"{len(answer):x}\r\n{answer}\r\n0\r\n\r\n"
        yield f"{head}Transfer-Encoding: chunked\r\n\r\n{chunk}".encode()
        request = {
            "method": "POST",
            "url": f"https://apim.example.com/enos-iam-service/v2.0/session/info?t={self.token}",
            "headers": [{"name": "Cookie", "value": f"global_id={self.token}"}],
        }
        body = {"encoding": "base64", "text": base64.b64encode(answer.encode()).decode()}
        response = {"status": 200, "headers": [], "content": body}
        entries = [{"request": request, "response": response}]
        yield json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()
        yield json.dumps({"request": request, "response": {"body": answer}}).encode()
        yield f"HTTP/1.1 200 OK\r\n{self.token}".encode()

    def drop(self, file):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        event = QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.app.window, event)
        self.rest()

    def history(self):
        """Every answer so far is filtered, noted, shown again and asked again; and what is kept."""
        history = self.app.history
        kept = history.store.history.entries
        assert len(kept) > 10
        for entry in kept:
            self.eyes.search("file", f"history {entry.number}", zlib.decompress(entry.content))
        self.do(ActionId.HISTORY)
        self.look("history")
        history.pane.filter_field.setText(self.token[:12])
        self.look("filtered history")
        history.pane.filter_field.clear()
        history.store.set_note(kept[0].number, "INC-4127")
        for what in (ActionId.HISTORY_BACK, ActionId.HISTORY_BACK, ActionId.HISTORY_FORWARD):
            self.do(what)
            self.rest()
            self.look(what.name)
        self.copy(ActionId.COPY_REPORT)
        history._open_menu(kept[1].number, QPoint(1, 1))
        self.look("menu of the history")
        _close_popup()
        again = next(one for one in kept if history.store.find_token(one) is not None)
        history.show_entry(again.number)
        self.rest()
        history.inspect_again()
        wait(lambda: not self.app.runner.is_running)
        self.rest()
        self.look("inspected again")
        self.app.window.resize(700, 600)
        self.look("narrow")
        history._button._menu.aboutToShow.emit()
        self.look("history as a menu")
        self.app.window.resize(1200, 800)
        self.do(ActionId.HISTORY)

    def comparison(self):
        """Two answers with secrets everywhere are compared, swapped, copied and saved."""
        kept = self.app.history.store.history.entries
        self.app.history.show_entry(kept[0].number)
        self.rest()
        self.do(ActionId.COMPARE)
        self.rest()
        self.look("compared")
        for other in kept[1:]:
            self.app.comparison.compare(other.number, kept[0].number)
            self.rest()
            self.look("compared with another")
        self.do(ActionId.SWAP_SIDES)
        self.rest()
        page, delivery = self.app.comparison.page, self.app.comparison._delivery
        page.fields.filter_buttons[RowFilter.ALL].setChecked(True)
        page.fields.tree.expandAll()
        self.look("all fields compared")
        self.app.secret_guards.clipboard.copy_text("nothing yet")
        page.card.copy_button.click()
        self.rest()
        self.eyes.paste()
        for form in COMPARISON_FORMATS:
            for level in RedactionLevel:
                delivery.level = level
                delivery.export(form)
                self.rest()
                wait(lambda: delivery.save_bar._rendered is not None)
                data = bytes(delivery.save_bar._rendered.data)
                self.eyes.search("file", f"comparison {form.value}", data)
                dialog = self.app.window.findChild(QFileDialog)
                dialog.fileSelected.emit(
                    str(Path.home() / f"comparison-{level.value}{form.suffix}")
                )
                dialog.close()
                self.rest()
        self.do(ActionId.CANCEL)
        assert not page.isVisible()

    def other_actions(self):
        result = self.app.window.result_view
        for what in (
            ActionId.FIND,
            ActionId.FIND_NEXT,
            ActionId.FIND_PREVIOUS,
            ActionId.SHOW_JSON,
            ActionId.SHOW_REQUEST,
            ActionId.SHOW_TREE,
            ActionId.SHOW_DETAILS,
            ActionId.TEXT_LARGER,
            ActionId.TEXT_SMALLER,
            ActionId.TEXT_LARGER,
            ActionId.TEXT_DEFAULT,
            ActionId.CANCEL,
            ActionId.GO_TO_TOKEN,
            ActionId.PASTE_TOKEN,
        ):
            self.do(what)
            self.rest()
            self.look(what.name)
        result.answer_pages.find_field.setText(self.token[:12])
        self.rest()
        result.answer_pages.find_field.clear()
        for what in (
            ActionId.HELP,
            ActionId.KEPT_TOKENS,
            ActionId.ADD_ENVIRONMENT,
            ActionId.EDIT_ENVIRONMENT,
            ActionId.DUPLICATE_ENVIRONMENT,
            ActionId.DELETE_ENVIRONMENT,
        ):
            self.do(what)
            self.look(what.name)
            self.close_dialogs()
        self.watch()
        self.do(ActionId.LIST_ENVIRONMENTS)
        self.look(ActionId.LIST_ENVIRONMENTS.name)
        self.close_dialogs()
        environments = self.app.preferences.settings.environments
        assert write_environments(Path.home() / "environments.json", environments) is None
        started: list[int] = []
        starter = self.app.findChild(WindowStarter)
        starter.started.connect(started.append)
        self.do(ActionId.NEW_WINDOW)
        wait(lambda: bool(started))
        os.kill(started[0], signal.SIGKILL)
        self.do(ActionId.SAFETY)
        self.look(ActionId.SAFETY.name)
        dialog = self.app.window.findChild(SafetyDialog)
        dialog.clipboard_choice.set_current_index(2)
        dialog.accept()
        self.rest()
        QTimer.singleShot(100, _close_popup)
        self.do(ActionId.GO_TO_ENVIRONMENTS)
        _close_popup()
        self.do(ActionId.SWITCH_ENVIRONMENT)
        self.app.window.findChild(EnvironmentSwitcher).field.setText(self.token[:12])
        self.look(ActionId.SWITCH_ENVIRONMENT.name)
        _close_popup()

    def connection(self):
        """An application's SecretKey and a proxy's password are typed and used."""
        kept = self.app.preferences.current
        self.do(ActionId.ADD_ENVIRONMENT)
        dialog = next(
            one for one in self.app.window.findChildren(EnvironmentDialog) if one.isVisible()
        )
        dialog.name.setText("Signed")
        dialog.address.setText(f"http://127.0.0.1:{self.welcoming}")
        section = dialog.connection
        section.access_key.setText("access-key-1")
        section.secret_key.setText(self.secret_key)
        section.proxy.set_current_index(2)
        section.proxy_address.setText(f"http://127.0.0.1:{self.welcoming}")
        section.proxy_user.setText("mara")
        section.proxy_password.setText(self.password)
        self.look("connection")
        press_save(dialog)
        wait(lambda: self.app.preferences.current.name == "Signed")
        self.rest()
        self.inspect(self.token)
        assert self.app.window.result_view.result is not None
        self.look("signed")
        self.do(ActionId.SHOW_REQUEST)
        self.look("signed request")
        self.do(ActionId.SHOW_TREE)
        self.app.presenter.forget_token()
        self.rest()
        self.app.presenter.select_environment(kept)
        self.inspect(self.token)

    def watch(self):
        """A watch is asked for, begun, and told of an answer."""
        self.inspect(self.token)
        self.do(ActionId.WATCH)
        self.look(ActionId.WATCH.name)
        dialog = self.app.window.findChild(WatchDialog)
        dialog.start_button.click()
        self.look("watching")
        run_out(self.app.watch.runner._timer)
        wait(lambda: self.app.watch.runner._job is None)
        self.look("watched")
        self.app.watch.stop()
        self.rest()

    def everybodys(self):
        """The environment that an administrator set takes a token, and forgets it."""
        kept = self.app.preferences.current
        if os.name == "posix" and os.geteuid():  # the file is the tester's, no administrator's
            assert not self.app.preferences.machine
            return
        self.app.presenter.select_environment_by_name("Everybody’s")
        self.inspect(self.token)
        self.look("everybody's")
        self.app.presenter.forget_token()
        self.rest()
        self.app.presenter.select_environment(kept)
        self.inspect(self.token)

    def crash(self):
        def fail():
            raise BoomError(f"held {self.token} and {self.session_id!r}") from ValueError(
                f"Bearer {self.token}"
            )

        QTimer.singleShot(0, fail)
        wait(lambda: self.app.window.findChild(CrashReportDialog) is not None)
        self.look("crash")
        report = self.app.window.findChild(CrashReportDialog)
        QTest.mouseClick(report.copy_button, Qt.MouseButton.LeftButton)
        self.eyes.paste()
        self.close_dialogs()
        logging.getLogger("inspector_app.canary").error(
            "%s and %s", self.token, {"id": self.session_id}
        )
        logging.getLogger("urllib3").debug("%s", self.token)
        qWarning(f"held {self.token}")

    def guards(self):
        self.do(ActionId.SCREEN_SHARE)
        wait(lambda: self.app.window.result_view.result is not None)
        self.rest()
        self.look("shared")
        self.app.secret_guards.screen_share.toggle()
        self.do(ActionId.LOCK)
        self.look("locked")
        self.rest()
        self.inspect()
        self.look("back from the keyring")
        self.eyes.read(Path.home())

    def forget(self):
        vault = self.app.secret_guards._parts.token_store._vault_provider.get_vault()
        self.kept_before_forget = vault.has_token(self.app.preferences.current.id, "127.0.0.1")
        self.do(ActionId.FORGET_TOKEN)
        self.rest()
        self.look("forgotten")
        self.inspect(self.token)
        self.app.window.result_view.tree_view.select_path(("session", "id"))
        self.do(ActionId.COPY_CREDENTIAL)
        self.app.presenter.forget_token()
        self.rest()


def _close_popup():
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
