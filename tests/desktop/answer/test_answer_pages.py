"""One answer, three pages: tree, text and request."""

import json
from collections.abc import Callable
from contextlib import nullcontext as nothing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.outline_model import MEANING_COLUMN
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.verdict_model import FindingCode
from inspector_app.session.exchange import Failure, FailureKind, Phase, PhaseDurations, Route
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.severity import Severity
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import clipboard, inspect, rows, token_of, work_in
from tests.desktop.test_answers import rich_texts
from tests.gateway.faulty_gateway import Answering, FaultyGateway, unused_port

LISTS = {Page.REQUEST: "request_view", Page.APPLICATIONS: "applications_view"}
TOKEN = "IAM_S_" + "w" * 32


def pages(app):
    return app.window.result_view.answer_pages


def turn_to(app, qtbot, page):
    pages(app).page_switch.set_page(page)
    qtbot.waitUntil(lambda: pages(app).json_view.is_complete, timeout=30_000)


@pytest.fixture
def gateway():
    with Answering() as made:
        yield made


def ask(app, qtbot, gateway, body):
    app.window.remember_check_box.setChecked(False)
    work_in(app, "Test", f"http://127.0.0.1:{gateway.port}")
    gateway.body = body
    return inspect(app, qtbot, TOKEN)


# --- the switch


def test_the_pages_are_reached_by_keys_and_the_pressed_button_is_told(demo, qtbot):
    inspect(demo, qtbot)
    switch = pages(demo).page_switch
    for do, page, shown in (
        (ActionId.SHOW_JSON, Page.JSON, pages(demo).json_view.text_view),
        (ActionId.SHOW_REQUEST, Page.REQUEST, pages(demo).request_view),
        (ActionId.SHOW_TREE, Page.TREE, pages(demo).tree_view),
    ):
        demo.window.action_collection[do].trigger()
        assert switch.page is page
        assert shown.isVisible()
        assert demo.window.focusWidget() is shown
        assert switch.get_button(page).isChecked()
        assert (
            switch.get_button(page).font().bold() or switch.get_button(page).font().weight() >= 600
        )
    switch.get_button(Page.TREE).setFocus()
    qtbot.keyClick(switch.get_button(Page.TREE), Qt.Key.Key_Right)
    assert switch.page is Page.JSON
    assert switch.get_button(Page.JSON).hasFocus()


def test_the_page_stays_when_the_next_answer_comes(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    assert pages(demo).request_view.isVisible()


@pytest.mark.parametrize(("page", "name"), LISTS.items())
def test_a_list_that_was_looked_at_is_of_the_answer_that_is_shown(demo, qtbot, page, name):
    """A8: it is gone with its answer, and the next answer's is another."""
    view = getattr(pages(demo), name)
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    with qtbot.waitSignal(demo.runner.companions.ended) if page is Page.APPLICATIONS else nothing():
        turn_to(demo, qtbot, page)
    assert view.outline_model.rowCount() > 0
    other = demo.window.result_view.result
    pages(demo).page_switch.set_page(Page.TREE)
    inspect(demo, qtbot, token_of(demo, "portal_valid"))
    assert view.outline_model.rowCount() == 0
    assert demo.window.result_view.result is not other
    pages(demo)._show_page(page)
    demo.presenter.forget_token()
    assert view.outline_model.rowCount() == 0


def test_names_of_fields_are_whole_in_the_smallest_window(demo, qtbot):
    inspect(demo, qtbot)
    demo.window.resize(demo.window.minimumSize())
    for page in (Page.TREE, Page.REQUEST):
        turn_to(demo, qtbot, page)
        tree = pages(demo).current_tree_view
        qtbot.waitUntil(lambda tree=tree: tree.columnWidth(0) >= tree.sizeHintForColumn(0))


def test_evidence_is_shown_in_the_tree(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    turn_to(demo, qtbot, Page.JSON)
    demo.window.result_view.banner.evidence_requested.emit(("session", "user", "state"))
    assert pages(demo).tree_view.isVisible()
    assert pages(demo).tree_view.get_current_node().path == ("session", "user", "state")


def test_without_an_answer_there_is_still_the_request(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.JSON)
    work_in(demo, "Down", f"http://127.0.0.1:{unused_port()}")
    result = inspect(demo, qtbot, TOKEN)
    assert isinstance(result.analyzed.call_result, Failure)
    assert demo.window.result_view.answer_pages.no_answer_page.isVisible()
    assert not pages(demo).page_switch.get_button(Page.JSON).isEnabled()
    assert not pages(demo).find_field.isEnabled()
    demo.window.action_collection[
        ActionId.SHOW_JSON
    ].trigger()  # its key works, its button does not
    assert demo.window.result_view.answer_pages.no_answer_page.isVisible()
    turn_to(demo, qtbot, Page.REQUEST)
    shown = list(rows(pages(demo).request_view.outline_model))
    assert shown[0][0] == "No answer"
    assert "connection_refused" in repr(shown)


def test_of_a_call_that_failed_it_says_to_try_again_where_the_token_is_in_the_field(demo, qtbot):
    work_in(demo, "Down", f"http://127.0.0.1:{unused_port()}")
    result, view = inspect(demo, qtbot, TOKEN), demo.window.result_view
    hint = pages(demo).no_answer_page.hint_label
    assert hint.isVisible()
    view.show_result(replace(result, is_token_from_vault=True))
    assert not hint.isVisible()


def test_time_goes_on_for_an_answer_of_now_alone(demo, qtbot):
    result, view = inspect(demo, qtbot), demo.window.result_view
    assert not demo.window.action_collection[ActionId.LAST_ANSWER].isVisible(), "there is no other"
    assert view._build_time_context(result).is_live
    view._frozen_at = result.analyzed.taken_at
    assert not view._build_time_context(result).is_live


# --- the text


def test_the_text_is_made_when_it_is_first_looked_at(demo, qtbot):
    inspect(demo, qtbot)
    assert pages(demo).json_view.text_view.toPlainText() == ""
    turn_to(demo, qtbot, Page.JSON)
    shown = json.loads(pages(demo).json_view.text_view.toPlainText())
    assert shown["session"]["user"]["name"] == "mara.lindqvist"
    assert not pages(demo).json_view.note_label.isVisible()


def test_the_credential_is_masked_in_the_text(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.JSON)
    text = pages(demo).json_view.text_view.toPlainText()
    assert demo.demo.scenarios[0].token not in text
    assert "IAM_S_••••" in text


def test_what_is_copied_from_it_is_plain_text(demo, qtbot):
    """A4."""
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.JSON)
    field = pages(demo).json_view.text_view
    field.selectAll()
    field.copy()
    assert clipboard() == field.toPlainText()
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert field.isReadOnly()


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_names_and_values_have_colours_of_the_palette(demo, qtbot, mode):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.JSON)
    demo.theme.set_mode(mode)
    qtbot.waitUntil(lambda: pages(demo).json_view.is_complete)
    block = pages(demo).json_view.text_view.document().findBlockByNumber(1)
    assert block.text() == '  "fail": false,'
    found = [part.format.foreground().color().name() for part in block.layout().formats()]
    colours = demo.theme.colours
    assert found == [colours.link, colours.warning]


def test_a_body_that_is_no_json_is_shown_as_it_came(demo, qtbot, gateway):
    ask(demo, qtbot, gateway, f'{{"session": "{TOKEN}", \u202e<b>'.encode())
    turn_to(demo, qtbot, Page.JSON)
    shown = pages(demo).json_view
    assert shown.text_view.toPlainText() == '{"session": "IAM_S_••••••••••••", \\u202e<b>'
    assert shown.note_label.text().startswith("This is not JSON.")
    assert shown.note_label.isVisible()
    assert shown.get_selected_nodes() == ()  # there is no member to copy


def test_before_its_lines_are_there_no_member_of_a_text_is_chosen(demo, qtbot):
    inspect(demo, qtbot)
    shown = pages(demo).json_view
    assert shown.get_selected_nodes() == ()
    turn_to(demo, qtbot, Page.JSON)
    assert [one.path for one in shown.get_selected_nodes()] == [()]


def test_another_answer_takes_the_text_with_it(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.JSON)
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    qtbot.waitUntil(lambda: pages(demo).json_view.is_complete)
    assert json.loads(pages(demo).json_view.text_view.toPlainText())["status"] == 30404


def test_forgetting_takes_rows_and_text(demo, qtbot):
    """A8."""
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    assert list(rows(pages(demo).request_view.outline_model))
    turn_to(demo, qtbot, Page.JSON)
    demo.window.action_collection[ActionId.FORGET_TOKEN].trigger()
    assert pages(demo).json_view.text_view.toPlainText() == ""
    assert list(rows(pages(demo).tree_view.outline_model)) == []
    assert list(rows(pages(demo).request_view.outline_model)) == []


LARGE: dict[str, Callable[[float], str]] = {
    "one long text": lambda of: json.dumps({"status": 0, "message": "m" * int(8_000_000 * of)}),
    "many lines": lambda of: json.dumps(
        {"status": 0, "x": [{"a": n, "b": "text"} for n in range(int(250_000 * of))]}
    ),
    "many names": lambda of: json.dumps({f"k{n}": 1 for n in range(int(500_000 * of))}),
    "many lists": lambda of: f'{{"status": 0, "x": [{",".join(["[]"] * int(2_600_000 * of))}]}}',
    "one broken line": lambda of: "[" + "9" * int(8_000_000 * of),
}
"""Each of nearly eight megabytes, or that part of it."""


@pytest.mark.parametrize("case", LARGE)
@pytest.mark.timing
@pytest.mark.timeout(120)
def test_eight_megabytes_do_not_freeze_the_window(demo, qtbot, gateway, longest_gap, case):
    """J5, R3: no event-loop gap of more than 100 ms, in the quietest of three."""
    body = LARGE[case](1.0).encode()
    assert 6_000_000 < len(body) < 8 * 1024 * 1024
    ask(demo, qtbot, gateway, b"{}")
    gateway.body = body
    gaps: list[float] = []
    while len(gaps) < 3 and (not gaps or min(gaps) >= 0.1):
        with longest_gap() as gap:
            inspect(demo, qtbot, TOKEN)
            turn_to(demo, qtbot, Page.JSON)
        gaps.append(gap.seconds)
        pages(demo).page_switch.set_page(Page.TREE)
    assert min(gaps) < 0.1, f"the event loop was held up for {gaps} s"


@pytest.mark.parametrize("case", ["one long text", "many lines", "one broken line"])
def test_what_is_left_out_of_a_large_answer_is_told(demo, qtbot, gateway, case):
    """J5."""
    body = LARGE[case](0.15).encode()
    ask(demo, qtbot, gateway, body)
    turn_to(demo, qtbot, Page.JSON)
    shown = pages(demo).json_view
    if case == "many lines":
        assert f"The answer has {len(body):,} bytes." in shown.note_label.text()
        assert 400_000 < len(shown.text_view.toPlainText()) <= 500_000
    else:
        assert "… (+" in shown.text_view.toPlainText()


# --- the request


def test_the_request_tells_what_was_sent_and_observed(demo, qtbot):
    result = inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    shown = {row[0]: row[1:] for row in rows(pages(demo).request_view.outline_model)}
    assert shown["address"][0] == demo.demo._gateway.origin + "/enos-iam-service/v2.0/session/info"
    assert shown["Authorization"] == (
        "Bearer IAM_S_••••••••••••",
        f"fingerprint {result.token.fingerprint}",
    )
    assert shown["wait"][0].endswith(" ms")
    assert shown["Content-Type"][0] == "application/json;charset=UTF-8"
    assert result.token.reveal() not in repr(shown)


def test_the_next_answer_takes_the_request_of_the_last_with_it(demo, qtbot):
    """A8: it is made when somebody looks, and holds nothing of an earlier one until then."""
    model = pages(demo).request_view.outline_model
    first = inspect(demo, qtbot)
    assert list(rows(model)) == []
    turn_to(demo, qtbot, Page.REQUEST)
    assert first.token.fingerprint in repr(list(rows(model)))
    turn_to(demo, qtbot, Page.TREE)
    inspect(demo, qtbot)
    assert list(rows(model)) == []
    turn_to(demo, qtbot, Page.REQUEST)
    assert list(rows(model))


def test_phases_have_bars_and_words(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    request = pages(demo).request_view
    model = request.outline_model
    time = model.index(1, 0)
    assert time.data() == "Time"
    wait = next(
        model.index(row, MEANING_COLUMN, time)
        for row in range(model.rowCount(time))
        if model.index(row, 0, time).data() == "wait"
    )
    assert 0 < request.find_span(wait).length <= 1
    assert wait.data(Qt.ItemDataRole.AccessibleTextRole) == "until the answer began"
    request.scrollTo(wait)
    request.setCurrentIndex(wait)
    colour = demo.theme.colours.on_accent
    picture = request.viewport().grab(request.visualRect(wait)).toImage()
    middle = picture.height() // 2 + 1
    seen = {picture.pixelColor(x, middle).name() for x in range(picture.width())}
    assert colour in seen


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        (FailureKind.TIMED_OUT, Severity.WARNING),
        (FailureKind.CONNECTION_RESET, Severity.BAD),
    ],
)
def test_the_bar_of_a_failed_phase_has_the_colour_of_its_words(demo, qtbot, kind, severity):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    request, phases = pages(demo).request_view, PhaseDurations(0.1, 0.1, None, 2.8, total=3.0)
    failure = Failure(kind, Route("h.example.com"), 0.0, Phase.WAIT, phases=phases)
    view = request.outline_model.time_context
    request.show_facts(
        build_request_facts(analyze_answer(failure), "https://h.example.com", None), view
    )
    time = request.outline_model.index(2, 0)
    wait = request.outline_model.index(2, MEANING_COLUMN, time)
    request.scrollTo(wait)
    colour = demo.theme.colours.get_severity_colour(severity)
    assert wait.data(Qt.ItemDataRole.ForegroundRole).name() == colour
    picture = request.viewport().grab(request.visualRect(wait)).toImage()
    middle = picture.height() // 2 + 1
    half = [picture.pixelColor(x, middle).name() for x in range(picture.width() // 3)]
    assert half.count(colour) > len(half) // 2


def test_rows_of_the_request_are_copied_like_those_of_the_answer(demo, qtbot):
    inspect(demo, qtbot)
    turn_to(demo, qtbot, Page.REQUEST)
    request = pages(demo).request_view
    request.setCurrentIndex(request.outline_model.index(1, 0, request.outline_model.index(0, 0)))
    request.setFocus()
    qtbot.keyClick(request, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "Bearer IAM_S_••••••••••••"
    demo.window.action_collection[ActionId.COPY_ROW].trigger()
    assert clipboard().startswith("Authorization\tBearer")


def test_hostile_headers_are_shown_as_text(demo, qtbot):
    """J2."""
    sent = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Html: <img src='file:///etc/hostname'>\r\n\r\n{}"

    def reply(wire):
        wire.request()
        wire.send(sent)

    with FaultyGateway(reply) as gateway:
        work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
        inspect(demo, qtbot, TOKEN)
    for page in Page:
        turn_to(demo, qtbot, page)
        assert rich_texts(demo.window) == []
    assert "<img" in repr(list(rows(pages(demo).request_view.outline_model)))


# --- the expected organization


def test_an_expected_organization_is_compared_at_once_and_never_saved(demo, qtbot, directories):
    demo.window.resize(1124, 900)  # with height for all findings
    result = inspect(demo, qtbot)
    findings = demo.window.result_view.banner.findings_list

    def said():
        labels = findings.findChildren(type(demo.window.note_label))
        return any("as expected" in label.text() for label in labels if label.isVisible())

    pages(demo).organization_field.setText(" o999 ")
    qtbot.waitUntil(said)
    codes = {
        one.code
        for one in result.judge(0.0, demo.window.result_view.expected_organization).findings
    }
    assert FindingCode.OTHER_THAN_EXPECTED in codes
    pages(demo).organization_field.setText("o15578227985001")
    qtbot.waitUntil(lambda: not said())
    pages(demo).organization_field.setText("o999")
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    qtbot.waitUntil(said)
    demo.window.close()
    assert "o999" not in directories.settings_file.read_text()


def test_the_expectation_stands_in_reports_too(demo, qtbot):
    inspect(demo, qtbot)
    pages(demo).organization_field.setText("o999")
    with qtbot.waitSignal(demo.export_controller.status_message):
        demo.window.action_collection[ActionId.COPY_REPORT].trigger()
    assert "as expected" in clipboard()


# --- inspecting again


def test_what_was_seen_of_the_end_is_shown_from_then_on(demo, qtbot):
    """``about_to_expire`` outlived its fixed end: the end slides."""
    result = inspect(demo, qtbot, token_of(demo, "about_to_expire"))
    assert result.supported_expiry is ExpiryPolicy.SLIDING
    assert "as was seen" in demo.window.result_view.banner.timeline.accessibleName()
    again = inspect(demo, qtbot)
    assert again.judge_input.earlier is result.analyzed
    assert again.supported_expiry is ExpiryPolicy.SLIDING
    other = inspect(demo, qtbot, token_of(demo, "valid"))
    assert other.supported_expiry is None
    assert "as was seen" not in demo.window.result_view.banner.timeline.accessibleName()


# --- while the screen is shared


def test_no_page_shows_personal_data_while_the_screen_is_shared(demo, qtbot):
    result = inspect(demo, qtbot)
    pages(demo).organization_field.setText("o15578227985001")  # where this user works
    demo.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    qtbot.waitUntil(lambda: demo.window.result_view.result is not None)
    for page in Page:
        turn_to(demo, qtbot, page)
        text = (
            repr(list(rows(pages(demo).current_tree_view.outline_model)))
            + pages(demo).json_view.text_view.toPlainText()
        )
        assert "mara" not in text
        assert "o15578227985001" not in text
    shown = demo.window.result_view.result
    assert shown is not result
    findings = shown.judge(0.0, demo.window.result_view.expected_organization).findings
    assert FindingCode.OTHER_THAN_EXPECTED not in {one.code for one in findings}


def test_time_stands_still_while_nobody_can_see_it(demo, qtbot):
    """R3: a hidden window wakes the processor for no countdown, and is right when it is back."""
    inspect(demo, qtbot)
    view = demo.window.result_view
    assert view._timer.isActive()
    demo.window.hide()
    assert not view._timer.isActive()
    view.banner.sentence_label.setText("as it was")
    demo.window.show()
    assert view._timer.isActive()
    assert view.banner.sentence_label.text() != "as it was"


def test_parts_fold_where_a_pixel_of_height_is_missing(demo):
    view, px = demo.window.result_view, demo.theme.spacing.to_pixels
    for height, spacing, room in (
        (px(590) - 1, 12, "low"),
        (px(590), 12, ""),
        (px(510), 12, "low"),
        (px(510) - 1, 8, "low"),
    ):
        view.resize(1000, height)
        assert view.content_layout.spacing() == px(spacing)
        assert view.answer_pages.tree_view.header().property("room") == room


def test_what_is_replaced_stays_on_no_page(demo, qtbot):
    """A1, E4: of names that are masked now, for one, the page behind the tree has the last ones."""
    view = demo.window.result_view
    for scenario in ("valid", "account_disabled"):
        inspect(demo, qtbot, token_of(demo, scenario))
    other = view.result
    view.show_last_answer()
    turn_to(demo, qtbot, Page.JSON)
    pages(demo).page_switch.set_page(Page.TREE)
    text = pages(demo).json_view.text_view
    assert text.toPlainText()
    view.replace_results((other,))
    assert view.result is other
    assert text.toPlainText() == ""
