"""*Applications* in the window: a page for portal tokens, asked by keys, answered in the card."""

import time
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.inspection.companion_inspection import merge_companions
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.saved_answer_opening import open_saved_answer
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Exchange, Route
from inspector_app.session.time_format import TimeContext
from inspector_app.settings.environment import ConnectionSettings, create_environment
from tests.desktop.at_work import code_of, inspect, lay_out, token_of
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

APPLICATIONS = 9


def pages(app):
    return app.window.result_view.answer_pages


def press(app, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(app.window.focusWidget() or app.window, key, modifier)


def open_page(app, qtbot):
    """Ctrl+4 from the token field: the list is asked for, the focus is in the question."""
    app.window.activateWindow()
    app.window.token_field.setFocus()
    qtbot.waitUntil(app.window.token_field.hasFocus)
    with qtbot.waitSignal(app.runner.companions.ended, timeout=20_000):
        press(app, qtbot, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    lay_out()


def ask(app, qtbot, question):
    field = pages(app).question_field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, question)
    with qtbot.waitSignal(app.runner.companions.ended, timeout=20_000):
        press(app, qtbot, Qt.Key.Key_Return)
    lay_out()
    return app.window.result_view.result


def cells(app, row):
    model = pages(app).applications_view.outline_model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def sentence(app):
    return app.window.result_view.banner.sentence_label.text()


def test_a_pasted_portal_token_is_inspected_and_not_turned_away(demo, qtbot):
    result = inspect(demo, qtbot, token_of(demo, "portal_valid"))

    assert code_of(result) is VerdictCode.VALID
    assert sentence(demo) == "Portal token valid"
    banner = demo.window.result_view.banner
    assert banner.head.identity_line.user_label.text() == "daniel.okafor"
    assert banner.head.identity_line.organization_label.text() == "Head Office"


def test_more_about_its_user_asks_the_portal(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    with qtbot.waitSignal(demo.runner.companions.ended, timeout=20_000):
        demo.window.action_collection[ActionId.ASK_MORE].trigger()

    kinds = {one.kind.value for one in demo.window.result_view.result.analyzed.companions}
    assert kinds == {"portal_user", "portal_organization_list"}


def test_ctrl_4_shows_the_list_with_the_focus_in_the_question(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)

    assert pages(demo).page_switch.page is Page.APPLICATIONS
    assert pages(demo).question_field.hasFocus()
    assert pages(demo).question_field.placeholderText().startswith("Application that does not open")
    assert pages(demo).applications_view.outline_model.rowCount() == APPLICATIONS
    assert cells(demo, 0) == ["Asset Monitor", "asset-monitor", "web", "yes", "not asked"]
    assert cells(demo, 2)[2] == "mobile"
    assert cells(demo, 3)[3:] == ["no", "not asked: it is switched off"]


def test_enter_answers_in_the_card_and_shows_what_was_checked(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    result = ask(demo, qtbot, "asset monitor")

    assert code_of(result) is VerdictCode.NO_ACCESS_TO_APPLICATION
    assert sentence(demo) == "The user has no access to “Asset Monitor”"
    assert cells(demo, 0)[4] == "none: 31403"
    assert demo.window.result_view.banner.conditions_list.isVisible()
    assert pages(demo).page_switch.page is Page.APPLICATIONS


def test_enter_on_a_row_makes_it_the_question_and_it_unfolds(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    press(demo, qtbot, Qt.Key.Key_Down)
    view = pages(demo).applications_view
    assert view.hasFocus()
    view.setCurrentIndex(view.outline_model.index(1, 0))
    with qtbot.waitSignal(demo.runner.companions.ended, timeout=20_000):
        press(demo, qtbot, Qt.Key.Key_Return)
    lay_out()

    assert pages(demo).question_field.text() == "Fleet Overview"
    assert sentence(demo).startswith("The user has access to “Fleet Overview”")
    row = view.outline_model.index(1, 0)
    found = [view.outline_model.index(one, 0, row).data() for one in range(2)]
    assert found == ["Menus (5)", "Permissions (8)"]


def test_either_enter_asks_about_a_row_and_no_other_key_does(demo, qtbot):
    view = pages(demo).applications_view
    view.show_applications(analyzed_of(SCENARIOS["portal-app-no-access"]), TimeContext(0.0, UTC))
    asked: list[int] = []
    view.asked.connect(asked.append)
    view.setCurrentIndex(view.outline_model.index(1, 0))
    for key, held in (
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(view, key, held)
    assert asked == [1, 1]


def test_of_an_application_what_is_typed_and_its_row_are_copied(demo, qtbot):
    """Its path leads into an answer that is not shown here."""
    actions = demo.window.action_collection
    copied = [actions[one] for one in (ActionId.COPY_VALUE, ActionId.COPY_ROW)]
    assert pages(demo).applications_view.actions() == copied


def test_without_an_answer_nothing_of_applications_is_offered(demo, qtbot):
    offered = demo.window.action_collection[ActionId.SHOW_APPLICATIONS]
    assert not offered.isEnabled()
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    assert offered.isEnabled()
    demo.window.result_view.show_empty_page()
    assert not offered.isEnabled()
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert offered.isEnabled()


def test_a_session_of_another_kind_has_no_such_page(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    inspect(demo, qtbot, token_of(demo, "valid"))

    assert pages(demo).page_switch.page is Page.TREE
    assert pages(demo).page_switch.get_button(Page.APPLICATIONS).isHidden()
    assert not demo.window.action_collection[ActionId.SHOW_APPLICATIONS].isEnabled()
    assert pages(demo).find_field.isVisible()
    assert pages(demo).question_field.text() == ""


def test_inspecting_again_asks_the_same_question_again(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    ask(demo, qtbot, "Asset Monitor")
    with qtbot.waitSignal(demo.runner.companions.ended, timeout=20_000):
        inspect(demo, qtbot)
    lay_out()

    assert sentence(demo) == "The user has no access to “Asset Monitor”"


def test_another_text_in_the_field_ends_the_asking(demo, qtbot):
    """The answer would be about another token than the one in the field."""
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    demo.window.token_field.set_raw_text(token_of(demo, "portal_older"))

    qtbot.waitUntil(lambda: not pages(demo).question_field.isEnabled())


def test_the_form_in_which_sessions_are_accepted_stays(demo, qtbot):
    """The portal's form is no evidence for the session service's."""
    bare = ConnectionSettings(accepted=AuthorizationScheme.BARE)
    environment = create_environment("Bare", demo.preferences.demo.address, bare)
    demo.presenter.select_environment(environment)
    result = inspect(demo, qtbot, token_of(demo, "portal_valid"))

    assert code_of(result) is VerdictCode.VALID
    assert demo.preferences.current.connection.accepted is AuthorizationScheme.BARE


def test_a_saved_answer_shows_its_applications_and_the_question(demo, qtbot, tmp_path):
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    ask(demo, qtbot, "Asset Monitor")
    redaction = Redaction(b"k" * 32, RedactionLevel.SECRETS)
    result = demo.window.result_view.result
    report = redact_report(build_report_input(result, redaction, time.time(), UTC, ""))
    file = tmp_path / "answer.json"
    file.write_bytes(render_report(report, ReportFormat.JSON))
    demo.presenter.forget_token()
    saved = open_saved_answer(file)
    demo.window.result_view.show_result(saved)
    lay_out()

    assert sentence(demo) == "The user has no access to “Asset Monitor”"
    assert pages(demo).question_field.text() == "Asset Monitor"
    assert not pages(demo).question_field.isEnabled()
    assert cells(demo, 0)[4] == "none: 31403"


def test_forgetting_the_token_empties_the_page(demo, qtbot):
    """A8."""
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    ask(demo, qtbot, "Asset Monitor")
    demo.presenter.forget_token()

    assert pages(demo).applications_view.outline_model.rowCount() == 0
    assert pages(demo).question_field.text() == ""
    assert not demo.window.result_view.banner.conditions_list.isVisible()

    with qtbot.waitSignal(demo.runner.companions.ended, timeout=20_000):
        inspect(demo, qtbot, token_of(demo, "portal_valid"))
    listed = demo.window.result_view.result.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
    assert listed.subject == "", "the question was about another answer"


def test_in_screen_share_mode_the_page_is_masked(demo, qtbot):
    """E1."""
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    demo.secret_guards.screen_share.toggle()
    qtbot.waitUntil(lambda: (cells(demo, 0)[0] or "").startswith("app#"))

    assert "Asset" not in str([cells(demo, row) for row in range(APPLICATIONS)])
    demo.secret_guards.screen_share.toggle()
    qtbot.waitUntil(lambda: cells(demo, 0)[0] == "Asset Monitor")


@pytest.mark.timing
def test_a_hundred_thousand_applications_are_shown_without_a_pause(demo, qtbot):
    """R3: 100 ms of this thread's own time."""
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    open_page(demo, qtbot)
    before = demo.window.result_view.result
    rows = ",".join(f'{{"identifier":"app-{n}","name":"Application {n}"}}' for n in range(100_000))
    body = f'{{"code":0,"message":"OK","data":{{"apps":[{rows}]}}}}'.encode()
    answer = Exchange(200, (), body, 1.0, 1.0, Route("x"))
    companion = replace(
        analyze_companion(CompanionKind.APPLICATION_LIST, answer), subject="Application 99999"
    )
    merged = merge_companions(before, (companion,))
    begun = time.thread_time()
    demo.window.result_view.replace_result(before, merged)
    lay_out()

    assert time.thread_time() - begun < 0.1
    index = pages(demo).applications_view.currentIndex()
    assert index.data() == "Application 99999"
