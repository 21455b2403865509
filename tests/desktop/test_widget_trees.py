"""How the window is set up, and what is connected to what: each change of it must be seen.

Pinned in ``widget_trees.json``; ``python -m tests.desktop.widget_tree`` writes it anew, offscreen.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_switcher import EnvironmentSwitcher
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.main_window.time_zone_dialog import TimeZoneDialog
from inspector_app.desktop.preparation import Preparation
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect, lay_out, token_of, work_in
from tests.desktop.templates import TemplateTranslator, describe_words
from tests.desktop.widget_tree import (
    check_trees,
    describe_change,
    describe_menu,
    describe_objects,
    describe_tree,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

ONE, TWO = ("IAM_S_" + part * 4 for part in ("Kw7rVt2z", "Hn5yBq9d"))

WAYS = {
    "shown as text": [ActionId.SHOW_JSON],
    "shown as a request": [ActionId.SHOW_REQUEST],
    "shown as a tree with the details of a row": [ActionId.SHOW_TREE, ActionId.SHOW_DETAILS],
    "on a shared screen": [ActionId.SCREEN_SHARE],
    "locked": [ActionId.LOCK],
}
"""The actions that lead from one state of the window to the next."""


@pytest.fixture
def templated(qapp):
    """Made before the app: what it says are the templates of its texts from the start."""
    translator = TemplateTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


class Seen:
    """The trees of a window's widgets and its words, each as what differs from before."""

    def __init__(self, window):
        self.trees: dict[str, list[str]] = {}
        self.words: dict[str, list[str]] = {}
        self._window = window
        self._before: tuple[list[str], list[str]] = ([], [])

    def look(self, name):
        self._window.result_view._timer.setInterval(1000)  # whether it has ticked by now or not
        now = describe_tree(self._window), describe_words(self._window)
        for seen, old, new in zip((self.trees, self.words), self._before, now, strict=True):
            seen[name] = describe_change(old, new)
        self._before = now

    def check(self, group):
        check_trees(group, self.trees)
        check_trees(f"words, {group}", self.words)


def settle(app, qtbot):
    """Wait until nothing is being made, and all that was made is shown."""
    preparing = app.findChild(Preparation).findChild(QTimer)
    qtbot.waitUntil(lambda: not preparing.isActive())
    qtbot.waitUntil(app.background.is_idle)
    for _ in range(3):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("templated")
def test_the_window_is_set_up_as_reviewed(demo, qtbot):
    demo.theme.set_mode(ThemeMode.LIGHT)  # as where an appearance was chosen
    window = demo.window
    seen = Seen(window)
    settle(demo, qtbot)
    seen.look("new")
    for name, scenario in (
        ("with an answer", "other_organization"),
        ("refused", "token_not_valid"),
    ):
        inspect(demo, qtbot, token_of(demo, scenario))
        settle(demo, qtbot)
        seen.look(name)
    window.result_view.tree_view.select_path(("status",))
    for name, actions in WAYS.items():
        for action_id in actions:
            window.action_collection[action_id].trigger()
        settle(demo, qtbot)
        seen.look(name)
    seen.check("window")


def type_another(app, _qtbot):
    app.window.token_field.set_raw_text("another")


def reveal(app, _qtbot):
    app.window.action_collection[ActionId.REVEAL_TOKEN].trigger()


def look_for(app, qtbot):
    app.window.token_field.hide_text()
    app.window.result_view.answer_pages.find_field.setText("status")
    qtbot.waitUntil(lambda: bool(app.window.result_view.answer_pages.finder.matches))


def inspect_again(app, qtbot):
    inspect(app, qtbot, token_of(app, "valid"))


def ask_more(app, qtbot):
    with qtbot.waitSignal(app.runner.companions.answered):
        app.window.action_collection[ActionId.ASK_MORE].trigger()


def shrink(app, _qtbot):
    app.window.resize(app.window.minimumSize())
    lay_out()


def enlarge_texts(app, _qtbot):
    app.window.resize(1400, 1000)
    app.window.action_collection[ActionId.TEXT_LARGER].trigger()
    lay_out()


def go_elsewhere(app, _qtbot):
    app.window.action_collection[ActionId.TEXT_DEFAULT].trigger()
    work_in(app, "Production", "https://gateway.example.com")


def fail(app, qtbot):
    work_in(app, "Closed", "http://127.0.0.1:1")
    inspect(app, qtbot, ONE)


def complain(app, qtbot):
    inspect(app, qtbot, "no token at all")


STEPS = (
    inspect_again, type_another, reveal, look_for, inspect_again, ask_more, shrink, enlarge_texts,
    go_elsewhere, fail, complain,
)  # fmt: skip


@pytest.mark.usefixtures("templated")
def test_each_step_changes_the_window_as_reviewed(demo, qtbot):
    demo.theme.set_mode(ThemeMode.LIGHT)
    settle(demo, qtbot)
    seen = Seen(demo.window)
    for number, step in enumerate(STEPS, 1):
        step(demo, qtbot)
        settle(demo, qtbot)
        seen.look(f"{number} {step.__name__.replace('_', ' ')}")
    demo.theme.set_text_size(100)
    seen.check("steps")


def ask_about_tokens(app, qtbot):
    inspect(app, qtbot, f"the first {ONE} end\n\nthe second {TWO} end")
    return app.window.token_choice.panel


def ask_about_another_host(app, qtbot):
    inspect(app, qtbot, f"curl https://apim.example.com/x -H 'Authorization: {ONE}'")
    return app.prompts.host_mismatch.bar


def ask_before_a_call(app, qtbot):
    asked = replace(create_environment("Asked", app.demo._gateway.origin), must_confirm=True)
    app.presenter.select_environment(asked)
    app.window.token_field.set_raw_text(ONE)
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    return app.prompts.call_confirmation.bar


def ask_elsewhere(app, qtbot):
    work_in(app, "Staging", "https://apim.example.com")
    work_in(app, "Test", app.demo._gateway.origin)
    inspect(app, qtbot, token_of(app, "session_not_found"))
    app.window.result_view.banner._action_button.click()
    return app.prompts.elsewhere.panel


def report_a_crash(app, _qtbot):
    app.secret_guards.crash_reporter.crashed.emit("Traceback")
    return app.window.findChild(CrashReportDialog)


def switch_environments(app, _qtbot):
    app.window.action_collection[ActionId.SWITCH_ENVIRONMENT].trigger()
    return app.window.findChild(EnvironmentSwitcher)


def choose_a_zone(app, qtbot):
    zones = next(one for one in app.window.menu.actions() if one.text() == "Time zone")
    zones.menu().actions()[-1].trigger()
    dialog = app.window.findChild(TimeZoneDialog)
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() > 100)
    return dialog


def delete_an_environment(app, _qtbot):
    app.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    return QApplication.activeModalWidget()


def edit_an_environment(app, _qtbot):
    app.window.action_collection[ActionId.EDIT_ENVIRONMENT].trigger()
    return QApplication.activeModalWidget()


QUESTIONS = (
    choose_a_zone, report_a_crash, ask_about_tokens, ask_about_another_host, ask_elsewhere,
    ask_before_a_call, switch_environments, edit_an_environment, delete_an_environment,
)  # fmt: skip


@pytest.mark.usefixtures("templated")
def test_each_question_is_set_up_as_reviewed(demo, qtbot):
    trees, words = {}, {}
    for ask in QUESTIONS:
        asking = ask(demo, qtbot)
        settle(demo, qtbot)
        assert asking.isVisible(), ask
        name = ask.__name__.replace("_", " ")
        trees[name], words[name] = describe_tree(asking), describe_words(asking)
        if asking.isWindow():
            asking.close()
    check_trees("questions", trees)
    check_trees("words, questions", words)


def test_everything_is_connected_as_is_set_up(demo, qtbot):
    settle(demo, qtbot)
    inspect(demo, qtbot, token_of(demo, "valid"))
    settle(demo, qtbot)
    window = demo.window
    roots: dict[str, QObject] = {"app": demo, "window": window}
    trees = {name: describe_objects(root) for name, root in roots.items()}
    menus = [one for one in window.findChildren(QMenu) if not isinstance(one.parent(), QMenu)]
    trees["menus"] = [line for menu in menus for line in (parent_of(menu), *describe_menu(menu, 1))]
    check_trees("objects", trees)


def parent_of(menu):
    """The name of the kind of widget that has a menu."""
    return type(menu.parent()).__name__
