"""A comparison leaves in every form, redacted with the same labels, without any credential."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from inspector_app.report.comparison.comparison_format import (
    COMPARISON_FORMATS,
    render_comparison,
)
from inspector_app.report.comparison.redacted_comparison import redact_comparison
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.pseudonyms import PseudonymKind, compute_pseudonym
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers.file_parser import parse_saved_answer
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.comparison.compare import compare_sides
from inspector_app.session.comparison.comparison_model import Aspect, ComparedSide
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from tests.report.answers import NOW, answers, build_input, render
from tests.report.comparison.compared_reports import compared
from tests.report.hostile import HOSTILE
from tests.session.answers import changed, exchange

SECRET_A, SECRET_B = "IAM_S_" + "dC4k" * 8, "IAM_S_" + "uE7v" * 8
LABEL = re.compile(r"org#[0-9a-f]{4}")


def answer(secret=SECRET_A, **changes):
    members = {f"session.{name}": one for name, one in changes.items()}
    return analyze_answer(exchange(changed("success", {"session.id": secret, **members})))


def disabled():
    return answer(
        SECRET_B,
        **{
            "user.state": 1,
            "user.id": "u2",
            "user.name": "daniel.okafor",
            "workingOrganization": {"id": "o7", "name": "Wind Farm North", "domain": None},
            "expires": 4800,
        },
    )


def side(analyzed):
    return ComparedSide(analyzed, judge(JudgeInput(analyzed, NOW)))


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
@pytest.mark.parametrize("level", RedactionLevel)
def test_no_form_has_a_credential_and_all_say_what_differs(form, level):
    """A1, E1."""
    data = render_comparison(compared(answer(), disabled(), level), form)

    for secret in (SECRET_A, SECRET_B):
        assert secret.encode() not in data
    assert b"The account of B is disabled." in data
    assert (b"daniel.okafor" in data) is (level is RedactionLevel.SECRETS)


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_no_form_is_handed_out_if_a_credential_would_be_in_it(form):
    """E1."""
    report = compared(answer(), disabled())
    known = Credentials(("account of B",))
    with pytest.raises(CredentialLeakError):
        render_comparison(replace(report, credentials=known), form)


@pytest.mark.parametrize(
    "form", [ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.JIRA, ReportFormat.HTML]
)
def test_an_environment_s_name_hides_nothing_in_a_form_for_people(form):
    """J2."""
    a, b = (build_input(one, environment="North\n\u202ehtron") for one in (answer(), disabled()))
    page = render_comparison(redact_comparison(a, b, NOW + 3), form).decode()
    assert "\u202e" not in page
    assert page.replace("\\\\", "\\").count("North\\n\\u202ehtron") == 2


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_the_same_input_gives_the_same_bytes(form):
    """E7."""
    first = render_comparison(compared(answer(), disabled()), form)
    assert render_comparison(compared(answer(), disabled()), form) == first


@settings(max_examples=60, deadline=None)
@given(answers(), answers())
def test_no_form_names_anybody_and_redaction_changes_no_difference(first, second):
    a, b = first.examination, second.examination
    report = compared(a, b)
    unredacted = compare_sides(side(a), side(b))

    assert {row.aspect for row in report.comparison.differences} == {
        row.aspect for row in unredacted.differences
    }
    for form in COMPARISON_FORMATS:
        data = render_comparison(report, form).decode()
        for one in (*first.personal, *second.personal):
            assert one not in data


def test_one_organization_has_the_same_label_on_both_sides_and_two_never_one():
    """E2."""
    many = [
        {"id": f"o{number}", "name": f"Plant {number}", "domain": None} for number in range(700)
    ]
    a = answer(**{"user.guestOrganizations": many[:400]})
    b = answer(SECRET_B, **{"user.guestOrganizations": many[300:]})

    report = compared(a, b)

    guests = {row.aspect.value: row for row in report.comparison.rows}["external_organizations"]
    assert len(guests.a.organizations | guests.b.organizations) == 700
    assert len(guests.a.organizations & guests.b.organizations) == 100


def test_organizations_whose_short_labels_are_the_same_are_told_apart():
    """E2: else two users would be said to work in the same one."""
    key = build_input(answer(), RedactionLevel.PERSONAL).redaction.key
    labels: dict[str, list[str]] = {}
    for identifier in (f"o{number}" for number in range(2000)):
        label = compute_pseudonym(PseudonymKind.ORGANIZATION, identifier, key)
        labels.setdefault(label, []).append(identifier)
    pair = next(same for same in labels.values() if len(same) > 1)

    a, b = (answer(**{"workingOrganization.id": one}) for one in pair)

    assert [row.aspect for row in compared(a, b).comparison.differences] == [
        Aspect.WORKING_ORGANIZATION
    ]


@pytest.mark.parametrize("is_saved_first", [True, False])
def test_one_that_was_saved_without_personal_data_is_compared_by_labels(is_saved_first):
    """E2: the other gets the same ones, so that just what differs does."""
    data = render(build_input(answer(), RedactionLevel.PERSONAL), ReportFormat.JSON)
    saved = parse_saved_answer(data, None)
    again = build_input(analyze_answer(saved.call_result), RedactionLevel.PERSONAL)
    live = build_input(answer(), RedactionLevel.SECRETS)
    first, second = replace(again, saved=saved), live
    if not is_saved_first:
        first, second = second, first
    report = redact_comparison(first, second, NOW)

    assert saved.level is report.level is report.b.level is RedactionLevel.PERSONAL
    assert report.comparison.differences == ()


@pytest.mark.parametrize("text", HOSTILE[:40])
def test_hostile_text_stays_text_in_every_form(text):
    """J2, E3, E4."""
    a = answer(**{"user.extra": {text[:50] or "x": text}, "workingOrganization.name": text})
    report = compared(a, disabled(), RedactionLevel.SECRETS)

    page = render_comparison(report, ReportFormat.HTML).decode()
    assert "<script" not in page
    assert "<img" not in page
    table = render_comparison(report, ReportFormat.CSV).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(table)):
        assert len(row) == 4
        assert not any(cell[:1] in {"=", "+", "-", "@"} for cell in row)


def test_the_json_has_each_aspect_and_each_changed_field():
    document = json.loads(render_comparison(compared(answer(), disabled()), ReportFormat.JSON))

    assert document["schema"] == "enos-session-inspector/comparison"
    assert [one["aspect"] for one in document["differences"]] == [
        "verdict",
        "account",
        "working_organization",
        "ends",
    ]
    assert "home_organization" in document["same"]
    assert {one["path"] for one in document["changed"]} == {
        "session.workingOrganization.domain",
        "session.workingOrganization.name",
        "session.workingOrganization.id",
        "session.user.state",
        "session.expires",
    }
    assert document["fields"]["changed"] == len(document["changed"])
    assert (document["is_comparable"], document["is_same_user"]) == (True, False)


def list_names(value):
    if isinstance(value, dict):
        return set(value) | {name for one in value.values() for name in list_names(one)}
    return {name for one in value for name in list_names(one)} if isinstance(value, list) else set()


def test_the_documented_members_of_the_json_are_the_real_ones():
    page = (Path(__file__).parents[3] / "docs" / "reports.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^The JSON has `schema` (.+)$", page, re.MULTILINE)
    document = json.loads(render_comparison(compared(answer(), disabled()), ReportFormat.JSON))
    assert set(re.findall(r"`([a-z_]+)`", told)) | {"schema"} == list_names(document)


def test_a_report_for_people_names_the_first_fields_and_counts_the_rest():
    many = {f"f{number}": number for number in range(90)}
    text = render_comparison(
        compared(answer(), answer(**{"user.extra": many}), RedactionLevel.SECRETS),
        ReportFormat.TEXT,
    ).decode()
    assert "- and 50 more" in text


def test_the_commands_that_repeat_a_call_are_no_form_of_a_comparison():
    with pytest.raises(ValueError, match="curl"):
        render_comparison(compared(answer(), answer()), ReportFormat.CURL_BASH)


def test_two_that_are_the_same_say_so():
    text = render_comparison(compared(answer(), answer(SECRET_B)), ReportFormat.TEXT).decode()
    assert text.startswith("They are the same in what matters\n")
    assert "The same in both: Verdict" in text
