"""Every action, menu entry and button does what its words say, and each of them has its row here.

What the window and its dialogs have is found by looking into them. A row is either tried in this
file, by clicks and keys and by what is seen afterwards, or names the test that does so.
"""

import ast
import tomllib
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.answer.findings_list import FindingsList
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode, VerdictCode
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import clipboard, code_of, inspect, token_of, work_in
from tests.desktop.conftest import ROOT
from tests.desktop.widget_tree import check_trees, describe_tree

ROWS = [
    (f"{file}::{row['test']}", row.get("actions", []), row.get("controls", []))
    for file, rows in tomllib.loads(
        (ROOT / "tests" / "desktop" / "every_control.toml").read_text(encoding="utf-8")
    ).items()
    for row in rows
]
"""The tests, and the actions and other controls that each tries."""

CHOICES = ("History: ", "Used for: ", "More about the user: ", "Proxy: ", "Authorization: ",
           "Inspect every: ", "Until: ", "For: ")  # fmt: skip
"""Beginnings of the names of what one of a list is chosen with."""

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
FINDING_LINK = "Show in the tree: "
DIALOGS = (
    ActionId.HELP, ActionId.SAFETY, ActionId.ADD_ENVIRONMENT, ActionId.LIST_ENVIRONMENTS,
    ActionId.KEPT_TOKENS, ActionId.EXPORT, ActionId.WATCH,
)  # fmt: skip


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(app, action_id):
    """Type an action's first key, wherever the focus is."""
    sequence: Any = QKeySequence(ACTION_SPECS[action_id].shortcuts[0])
    keys = sequence[0]
    QTest.keyClick(QApplication.focusWidget() or app.window, keys.key(), keys.keyboardModifiers())


def choose(app, *way):
    """Click on an entry of the window's menu, by the words of it and of the menus above."""
    *menus, entry = way
    menu = app.window.menu
    for words in menus:
        menu = next(one.menu() for one in menu.actions() if one.text() == words)
    menu.popup(app.window.mapToGlobal(app.window.rect().center()))
    action = next(one for one in menu.actions() if one.text() == entry)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert not menu.isVisible()


def open_dialog(app, qtbot, action_id):
    """Open a dialog by its action, and return it once it is there."""
    app.window.action_collection[action_id].trigger()
    qtbot.waitUntil(lambda: isinstance(modal(), QDialog))
    return modal()


def modal() -> Any:
    """The dialog that has the keys now."""
    return QApplication.activeModalWidget()


def named(widget, name):
    """The button of a widget that has these words, or this name for a screen reader."""
    buttons = widget.findChildren(QAbstractButton)
    return next(one for one in buttons if name in {one.text(), one.accessibleName()})


def name_of(button):
    """What a button is known by; nothing where it gets its words with what it is shown for."""
    return button.accessibleName() or button.text() or button.toolTip()


def list_entries(menu):
    """The words of a menu's entries that lead nowhere deeper, each invented session left out."""
    for action in menu.actions():
        if action.menu() is not None:
            yield from list_entries(action.menu())
        elif action.text() and not action.isSeparator():
            yield action.text()


def is_known(name):
    actions = {str(spec.text) for spec in ACTION_SPECS.values()}
    controls = {one for _, _, controls in ROWS for one in controls}
    return name in controls | actions or name.startswith((FINDING_LINK, *CHOICES))


def test_every_control_of_the_window_and_its_dialogs_has_its_row(demo, qtbot):
    window = demo.window
    trees = {}
    inspect(demo, qtbot, token_of(demo, "valid"))
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    found = {name_of(one) for one in window.findChildren(QAbstractButton)}
    found |= set(list_entries(window.menu))
    for action_id in DIALOGS:
        dialog = open_dialog(demo, qtbot, action_id)
        found |= {name_of(one) for one in dialog.findChildren(QAbstractButton)}
        trees[action_id.name] = describe_tree(dialog)
        dialog.reject()
    check_trees("dialogs", trees)
    assert sorted(name for name in found if name and not is_known(name)) == []


def test_every_row_is_of_something_and_names_a_test_that_is_there():
    assert {one for _, actions, _ in ROWS for one in actions} == {one.name for one in ActionId}
    named_tests = {test for test, _, _ in ROWS}
    for file in {one.split("::")[0] for one in named_tests}:
        tree = ast.parse((ROOT / "tests" / "desktop" / file).read_text(encoding="utf-8"))
        there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        wanted = {one.split("::")[1] for one in named_tests if one.startswith(f"{file}::")}
        assert wanted <= there, file


def test_a_key_does_what_its_action_says(demo, qtbot):
    window = demo.window
    inspect(demo, qtbot, token_of(demo, "valid"))
    with qtbot.waitSignal(demo.runner.ended):
        press(demo, ActionId.INSPECT)
    press(demo, ActionId.FIND)
    assert QApplication.focusWidget() is window.result_view.answer_pages.find_field
    press(demo, ActionId.GO_TO_TOKEN)
    assert window.token_field.hasFocus()
    with qtbot.waitSignal(demo.export_controller.status_message):
        press(demo, ActionId.COPY_REPORT)
    assert window.result_view.banner.sentence_label.text() in clipboard()
    for action_id, title in (
        (ActionId.HELP, "Keyboard and help"),
        (ActionId.EXPORT, "Export"),
        (ActionId.ADD_ENVIRONMENT, "Environment"),
        (ActionId.OPEN, "Open a saved answer"),
    ):
        press(demo, action_id)
        qtbot.waitUntil(lambda: isinstance(modal(), QDialog))
        dialog = modal()
        assert dialog.windowTitle() == title
        dialog.reject()
    press(demo, ActionId.SCREEN_SHARE)
    qtbot.waitUntil(lambda: demo.secret_guards.screen_share.is_on)
    press(demo, ActionId.SCREEN_SHARE)
    press(demo, ActionId.LOCK)
    assert demo.secret_guards.window_lock.page.isVisible()


def test_a_choice_of_the_menu_is_seen_at_once(demo, qapp, qtbot):
    colours = set()
    for words, mode in (("Dark", ThemeMode.DARK), ("High contrast", ThemeMode.CONTRAST),
                        ("Light", ThemeMode.LIGHT)):  # fmt: skip
        choose(demo, "Appearance", words)
        assert demo.preferences.settings.theme_mode is mode
        colours.add(qapp.styleSheet())
    assert len(colours) == 3
    choose(demo, "Appearance", "As the system")
    assert demo.preferences.settings.theme_mode is ThemeMode.SYSTEM
    choose(demo, "Form of a copied report", "Jira")
    assert demo.preferences.settings.report_format == "jira"
    choose(demo, "Form of a copied report", "Plain text")
    assert demo.preferences.settings.report_format == "text"
    choose(demo, "Language", "简体中文")
    assert demo.preferences.settings.language.value == "zh_CN"
    choose(demo, "Language", "English")
    assert demo.preferences.settings.language.value == "en"
    qtbot.waitUntil(demo.background.is_idle)


def test_a_dialog_is_ended_by_its_button(demo, qtbot):
    for action_id in DIALOGS:
        if action_id in {ActionId.EXPORT, ActionId.WATCH}:
            inspect(demo, qtbot, token_of(demo, "valid"))
        dialog = open_dialog(demo, qtbot, action_id)
        names = {one.text() for one in dialog.findChildren(QAbstractButton)}
        before = demo.preferences.settings
        click(named(dialog, "Cancel" if "Cancel" in names else "Close"))
        qtbot.waitUntil(lambda: modal() is None)
        assert demo.preferences.settings == before, action_id
        assert not demo.watch.runner.is_running, action_id


def test_the_safety_dialogs_controls_are_saved_by_its_button(demo, qtbot):
    dialog = open_dialog(demo, qtbot, ActionId.SAFETY)
    for box in (dialog.memory_only, dialog.keep_after_end, dialog.keep_history):
        click(box)
    for button, words in ((dialog.clipboard_choice, "1 minute"), (dialog.idle_choice, "Never")):
        entry = [one for one in button.menu().actions() if one.text() == words]
        choose_of(button, (entry or button.menu().actions()[-1:])[0])
    chosen = dialog.get_safety()
    click(named(dialog, "Save"))
    safety = demo.preferences.settings.safety
    assert (safety.memory_only, safety.keep_after_end, safety.keep_history) == (True, True, True)
    assert safety == chosen
    assert (safety.clipboard_seconds, safety.idle_minutes) != (10, 4)
    qtbot.waitUntil(demo.background.is_idle)


def choose_of(button, action):
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ("rate_limited", "Try again"),
        ("session_not_found", "Try in my other environments…"),
        ("wrong_path", "Check the address"),
        ("gateway_refuses_application", "Check the connection settings"),
        ("token_not_valid", "Forget the token"),
    ],
)
def test_the_cards_button_does_what_the_verdict_suggests(demo, qtbot, scenario, words):
    ids = {one.id for one in demo.demo.scenarios}
    assert scenario in ids, sorted(ids)
    inspect(demo, qtbot, token_of(demo, scenario))
    button = named(demo.window.result_view.banner, words)
    assert button.isVisible()
    if words == "Try again":
        with qtbot.waitSignal(demo.runner.ended):
            click(button)
        assert code_of(demo.window.result_view.result) is VerdictCode.RATE_LIMITED
        return
    click(button)
    if words.startswith("Try in"):
        menu = demo.window.environment_button.menu()
        assert menu.isVisible()
        menu.close()
    elif words.startswith("Check"):
        assert "on purpose" in demo.window.note_label.text()
    else:
        assert demo.window.token_field.get_raw_text() == ""
        assert demo.window.result_view.result is None
        qtbot.waitUntil(demo.background.is_idle)


def test_a_link_shows_the_field_that_it_speaks_of(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    view = demo.window.result_view
    verdict = view.result.judge(0.0)
    demo.window.action_collection[ActionId.SHOW_REQUEST].trigger()
    click(named(view.banner, "Show in the tree what the sentence rests on"))
    assert view.tree_view.isVisible()
    assert view.tree_view.currentIndex().siblingAtColumn(0).data() == verdict.evidence[0][-1]
    link = next(
        one
        for one in view.banner.findings_list.findChildren(QAbstractButton)
        if one.accessibleName().startswith(FINDING_LINK)
    )
    words = link.accessibleName().removeprefix(FINDING_LINK)
    finding = next(one for one in verdict.findings if str(one.sentence) == words)
    click(link)
    assert view.tree_view.currentIndex().siblingAtColumn(0).data() == finding.evidence[0][-1]


def list_told(findings):
    return [one.text() for one in findings.findChildren(PlainLabel) if one.isVisible()]


def test_the_findings_that_are_folded_are_opened_by_their_link(appearance, qtbot):
    findings: Any = FindingsList(appearance)
    qtbot.addWidget(findings)
    codes = list(FindingCode)[:6]
    said = tuple(Finding(code, Severity.NOTICE, tr("Something")) for code in codes)
    findings.show_findings(said)
    findings.show()
    click(named(findings, "Show all 6 findings"))
    assert len(list_told(findings)) == 6
    findings.collapse()
    assert len(list_told(findings)) == 4
    findings.set_room(has_room=False)
    assert len(list_told(findings)) == 1
    click(named(findings, "5 more"))
    assert len(list_told(findings)) == 6


def test_a_page_is_chosen_by_its_button(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    pages = demo.window.result_view.answer_pages
    for words, page in (("JSON", pages.json_view.text_view), ("Request", pages.request_view),
                        ("Tree", pages.tree_view)):  # fmt: skip
        click(named(demo.window, words))
        assert page.isVisible()
    assert not pages.request_view.isVisible()


def test_the_details_are_closed_by_their_button(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    demo.window.result_view.tree_view.select_path(("status",))
    press(demo, ActionId.SHOW_DETAILS)
    button = named(demo.window, "Close the details")
    qtbot.waitUntil(button.isVisible)
    click(button)
    assert not button.isVisible()


def test_a_notice_is_put_away(demo, qtbot):
    bar = demo.secret_guards.notice_bar
    done: list[int] = []
    bar.show_notice("Something", "Do it", partial(done.append, 1))
    click(named(bar, "Put this notice away"))
    assert not bar.isVisible()
    assert done == []
    bar.show_notice("Something", "Do it", partial(done.append, 1))
    click(bar.action_button)
    assert done == [1]


def test_a_file_of_the_connection_is_chosen_in_a_dialog(demo, qtbot, tmp_path):
    dialog = open_dialog(demo, qtbot, ActionId.ADD_ENVIRONMENT)
    click(named(dialog, "Connection"))
    buttons = [one for one in dialog.findChildren(QAbstractButton) if one.text() == "Choose…"]
    for number, button in enumerate(buttons):
        click(button)
        qtbot.waitUntil(lambda: isinstance(modal(), QFileDialog))
        asking = modal()
        asking.fileSelected.emit(str(tmp_path / f"{number}.pem"))
        asking.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dialog.findChildren(QFileDialog) == [], "each ends with its choice"
    typed = dialog.connection.get_connection()
    chosen = {typed.ca_file, typed.client_certificate, typed.client_key}
    assert chosen == {str(tmp_path / f"{number}.pem") for number in range(3)}
    dialog.reject()


def test_the_choices_of_an_environment_are_saved(demo, qtbot):
    dialog = open_dialog(demo, qtbot, ActionId.ADD_ENVIRONMENT)
    section = dialog.choices
    click(named(dialog, "Ask before each call"))
    for button in section.findChildren(DropDownButton):
        choose_of(button, button.menu().actions()[1])
    dialog.name.setText("Chosen")
    dialog.address.setText("https://gateway.example.com")
    click(named(dialog, "Save"))
    qtbot.waitUntil(lambda: demo.preferences.current.name == "Chosen")
    saved = demo.preferences.current
    assert saved.must_confirm
    assert saved.chosen_tier is not None
    assert saved.companion_mode.value == "always"
    qtbot.waitUntil(demo.background.is_idle)


def test_an_environment_is_duplicated_by_its_menu(demo, qtbot):
    work_in(demo, "Kept", "https://gateway.example.com")
    dialog = open_dialog(demo, qtbot, ActionId.DUPLICATE_ENVIRONMENT)
    click(named(dialog, "Save"))
    qtbot.waitUntil(lambda: demo.preferences.current.name != "Kept")
    assert demo.preferences.current.address == "https://gateway.example.com"
    qtbot.waitUntil(demo.background.is_idle)


def test_one_of_the_list_is_deleted_after_a_question(demo, qtbot):
    work_in(demo, "Kept", "https://gateway.example.com")
    dialog = open_dialog(demo, qtbot, ActionId.LIST_ENVIRONMENTS)
    click(named(dialog, "Delete…"))
    qtbot.waitUntil(lambda: modal() is not dialog)
    asking = modal()
    answers = {one.text(): one for one in asking.findChildren(QAbstractButton)}
    click(next(button for words, button in answers.items() if words.startswith("Delete")))
    qtbot.waitUntil(
        lambda: "Kept" not in [one.name for one in demo.preferences.settings.environments]
    )
    qtbot.waitUntil(demo.background.is_idle)
    for left in reversed(demo.window.findChildren(QDialog)):
        left.reject()


def test_quitting_by_its_key_closes_the_window(demo, qtbot):
    press(demo, ActionId.QUIT)
    qtbot.waitUntil(lambda: not demo.window.isVisible())
