import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.demo.scenario import Scenario
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.report.credential_scan import CredentialLeakError, has_credential
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.analyzed_answer import AnalyzedAnswer, analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Exchange
from inspector_app.session.plain_text import escape_invisible
from tests.report.answers import (
    NOW,
    Generated,
    answer_of,
    answers,
    build_input,
    examined,
    exchange,
    render,
)
from tests.report.hostile import build_hostile_input, hostile_answers
from tests.session.answers import CREDENTIAL, SUCCESS
from tests.session.test_labelled_answers import SCENARIOS
from tests.session.test_labelled_answers import answer_of as answer_of_scenario

TOKEN = "IAM_S_" + "q7" * 64
QUICK = [one for one in list_scenarios()[:-1] if one.id != "too_large"]
FOR_PEOPLE = (ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.JIRA)
NOTED = (ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.JIRA, ReportFormat.HTML)
each_level = pytest.mark.parametrize("level", RedactionLevel, ids=lambda one: one.value)


@pytest.mark.parametrize("form", ReportFormat)
def test_a_note_reaches_the_page_with_nothing_hidden_in_it(form):
    """J4: nothing that turns words around, colours a terminal, takes no room or ends a line."""
    hidden = "\u202e\x1b\u200b\u2028"
    asked = replace(build_input(examined(SUCCESS)), note=f"a{hidden}b")
    assert set(render(asked, form).decode()).isdisjoint(hidden)


def test_every_form_has_a_name_and_an_ending_of_its_own():
    assert len({form.suffix for form in ReportFormat}) == len(ReportFormat)
    assert len({str(form.label) for form in ReportFormat}) == len(ReportFormat)
    assert all(PurePath(f"x{form.suffix}").suffix for form in ReportFormat)


@each_level
@pytest.mark.parametrize("scenario", QUICK, ids=lambda one: one.id)
def test_every_scenario_of_the_demo_can_leave_in_every_form(
    scenario: Scenario, level: RedactionLevel
):
    """E1, E7."""
    answer = scenario.build_response(NOW)
    asked = build_input(
        analyze_answer(exchange(answer.body, answer.status)), level, (scenario.token,)
    )
    report, again = redact_report(asked), redact_report(asked)
    for form in ReportFormat:
        data = render_report(report, form)
        assert not has_credential(data, Credentials((scenario.token,))), form
        assert render_report(again, form) == data, form
        if form in FOR_PEOPLE:
            assert 5 < len(data.decode().splitlines()) <= 45, form
        if form is ReportFormat.TEXT:
            assert len(data.decode().splitlines()) <= 40


def test_the_steps_are_in_every_report_for_people_and_for_programs():
    refused = build_input(examined({"status": 30404, "fail": True, "session": None}))
    for form, words in (
        (ReportFormat.TEXT, "Steps:\n1. User: Sign in again"),
        (ReportFormat.MARKDOWN, "Steps:\n- User: Sign in again"),
        (ReportFormat.JIRA, "Steps:\n* User: Sign in again"),
        (ReportFormat.HTML, "<b>User</b>"),
        (ReportFormat.CSV, '"report.step","user","Sign in again'),
        (ReportFormat.JSON, '"who": "user"'),
    ):
        assert words in render(refused, form).decode(), form
    reply = json.loads(render(refused, ReportFormat.JSON))["reply"]
    assert reply.startswith("We cannot find your sign-in")


@cache
def analyze_labelled() -> list[AnalyzedAnswer]:
    """Every labelled answer, for all forms and levels once."""
    return [analyze_answer(answer_of_scenario(one)) for one in SCENARIOS.values()]


@each_level
def test_every_labelled_answer_can_leave_in_every_form(level: RedactionLevel):
    """E1."""
    for analyzed in analyze_labelled():
        report = redact_report(build_input(analyzed, level))
        for form in ReportFormat:
            data = render_report(report, form)
            assert not has_credential(data, analyzed.credentials.with_value(CREDENTIAL)), form
            if form in FOR_PEOPLE:
                assert len(data.decode().splitlines()) <= 45, form


@settings(deadline=None, max_examples=40)
@given(answers(), st.sampled_from(ReportFormat))
def test_no_form_lets_a_credential_or_by_default_a_person_out(
    generated: Generated, form: ReportFormat
):
    """E1, E2, E7."""
    for level in RedactionLevel:
        asked = build_input(generated.examination, level)
        data = render(asked, form)
        assert not has_credential(data, Credentials((generated.credential,)))
        assert render(build_input(generated.examination, level), form) == data
        if level is RedactionLevel.PERSONAL:
            text = data.decode()
            assert not [one for one in generated.personal if escape_invisible(one) in text]


@settings(deadline=None, max_examples=40)
@given(answers(), st.sampled_from(ReportFormat))
def test_what_came_around_the_answer_names_nobody_by_default(
    generated: Generated, form: ReportFormat
):
    """E1."""
    answer = generated.examination.call_result
    assert isinstance(answer, Exchange)
    told = " ".join(generated.personal)
    headers = (("Location", f"https://{told}@login.example.com/{told}"), ("Retry-After", told))
    around = analyze_answer(replace(answer, headers=(*answer.headers, *headers, ("X-User", told))))
    text = render(build_input(around), form).decode()
    assert not [one for one in generated.personal if len(one) > 4 and escape_invisible(one) in text]


@pytest.mark.parametrize("form", ReportFormat)
def test_no_form_is_handed_out_if_a_credential_would_be_in_it(form: ReportFormat):
    """E1."""
    asked = build_input(examined(answer_of({"id": "u1", "name": "mara", "state": 0}, TOKEN)))
    ours = "session/info" if form.value.startswith("curl") else "Session valid"
    redaction = replace(asked.redaction, credentials=Credentials((ours,)))
    with pytest.raises(CredentialLeakError):
        render(replace(asked, redaction=redaction, url=""), form)


@pytest.mark.parametrize("form", ReportFormat)
def test_a_hostile_gateway_that_repeats_the_token_everywhere_blocks_no_report(form: ReportFormat):
    """E1."""
    for level in RedactionLevel:
        asked = build_hostile_input(TOKEN, answer_of({"id": TOKEN, "name": TOKEN}, TOKEN), level)
        assert not has_credential(render(asked, form), Credentials((TOKEN,)))


@each_level
def test_hostile_strings_never_add_a_line_or_hide_one(level: RedactionLevel):
    """E4, J2."""
    lines: dict[ReportFormat, set[int]] = {form: set() for form in ReportFormat}
    for text, answer in hostile_answers():
        report = redact_report(build_hostile_input(text, answer, level))
        for form, counted in lines.items():
            written = render_report(report, form).decode().removeprefix("\ufeff")
            written = written.replace("\r\n", "\n")
            assert not re.search(
                r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\ud800]", written
            ), (form, text)
            counted.add(written.count("\n"))
    for form, counted in lines.items():
        if form in FOR_PEOPLE or form.value.startswith("curl"):
            assert max(counted) - min(counted) <= 1, form  # a clock that is told or not


def test_the_documentation_names_every_form_and_level():
    page = (Path(__file__).parent.parent.parent.parent / "docs" / "reports.md").read_text(
        encoding="utf-8"
    )
    for form in ReportFormat:
        assert f"`{form.value}`" in page, f"docs/reports.md has no row for {form.value}"
        assert f"`{form.suffix}`" in page, f"docs/reports.md does not name {form.suffix}"
    for level in RedactionLevel:
        assert f"\n| `{level.value}`" in page, f"docs/reports.md has no row for {level.value}"


@pytest.mark.parametrize("form", NOTED)
def test_what_the_reporter_noted_stands_in_the_head(form):
    noted = replace(build_input(examined(SUCCESS)), note="  TICKET 4711\n <b>by phone</b> ")
    text = render(noted, form).decode()
    plain = render(build_input(examined(SUCCESS)), form).decode()
    assert "TICKET 4711" in text
    assert "TICKET" not in plain
    assert text.index("TICKET 4711") < text.index("Organization")
    if form is ReportFormat.HTML:
        assert "<b>by phone" not in text


@pytest.mark.parametrize("form", NOTED)
def test_a_credential_in_a_note_is_masked(form):
    """E1: whatever somebody pastes there."""
    noted = replace(build_input(examined(SUCCESS)), note=f"see {CREDENTIAL}")
    assert CREDENTIAL not in render(noted, form).decode()
