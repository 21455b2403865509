"""Names, addresses and ids in what the portal answered are personal data, in every report."""

import json
from dataclasses import replace

import pytest

from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

NAMES = [name for name in SCENARIOS if name.startswith("portal-")]
PERSONAL = (
    *("daniel.okafor", "u16500000000011", "o16500000000001", "Head Office", "Daniel"),
    *("Asset Monitor", "asset-monitor", "asset_monitor", "am-code", "Fleet", "Branch"),
    *("apps.example.com", "Read alarms", "alarm.read", "3f1c-key9", "Ghost"),
)


def report_of(name, level):
    scenario = SCENARIOS[name]
    given = JudgeInput(analyzed_of(scenario), NOW, scenario.get("expected_organization", ""))
    return given, redact_report(ReportInput("Test", given, Redaction(b"k" * 32, level)))


@pytest.mark.parametrize("name", NAMES)
def test_no_personal_data_of_the_portal_is_in_a_report(name):
    """E1, E2."""
    _, report = report_of(name, RedactionLevel.PERSONAL)
    for form in (ReportFormat.JSON, ReportFormat.TEXT, ReportFormat.HTML, ReportFormat.CSV):
        text = render_report(report, form).decode()
        assert [one for one in PERSONAL if one in text] == [], form


@pytest.mark.parametrize("name", NAMES)
def test_redaction_changes_no_verdict_and_no_condition(name):
    """E1."""
    for level in RedactionLevel:
        given, report = report_of(name, level)
        plain = judge(given)

        assert report.verdict.code is plain.code
        assert report.verdict.severity is plain.severity
        assert [one.code for one in report.verdict.findings] == [one.code for one in plain.findings]


@pytest.mark.parametrize("name", NAMES)
def test_an_export_says_when_opened_what_it_said(name):
    for level in RedactionLevel:
        _, report = report_of(name, level)
        data = render_report(report, ReportFormat.JSON)
        opened = analyze_saved_data(data, NOW)
        expected = SCENARIOS[name].get("expected_organization", "")
        if level is RedactionLevel.PERSONAL and expected:
            continue  # an organization that was expected is not in an export

        said = opened.judge(NOW, expected)
        assert (said.code, str(said.sentence)) == (
            report.verdict.code,
            str(report.verdict.sentence),
        )


def test_the_application_has_one_label_wherever_it_is_named():
    """E2: in the question, the list and the sentence."""
    _, report = report_of("portal-app-access-in-any-case", RedactionLevel.PERSONAL)
    export = json.loads(render_report(report, ReportFormat.JSON))

    asked = export["companions"]["application_list"]["asked_about"]
    (listed,) = export["companions"]["application_list"]["answer"]["data"]["apps"]
    assert asked.startswith("app#")
    assert asked == listed["displayName"]
    assert asked in export["verdict"]["sentence"]


def test_a_name_that_is_asked_about_is_no_way_for_a_credential():
    """A1."""
    credential = "APP_PORTAL_S_" + "t6Lw" * 8
    given, _ = report_of("portal-app-not-listed", RedactionLevel.SECRETS)
    listed = replace(given.analyzed.companions[0], subject=credential)
    known = given.analyzed.credentials.with_value(credential)
    analyzed = replace(given.analyzed, companions=(listed,), credentials=known)
    changed = replace(given, analyzed=analyzed)

    redaction = Redaction(b"k" * 32, RedactionLevel.SECRETS)
    report = redact_report(ReportInput("Test", changed, redaction))
    assert credential[13:] not in render_report(report, ReportFormat.JSON).decode()
    assert credential[13:] not in str(judge(changed).sentence)
