"""What is printed is all looked through for credentials, and says what the other reports say."""

import json
from dataclasses import fields, replace
from datetime import UTC
from typing import Any

import pytest

from inspector_app.desktop.export.export_renderer import build_file_name, build_preview
from inspector_app.desktop.export.printable_report import (
    PrintableReport,
    Table,
    build_printable_report,
    ensure_printable,
)
from inspector_app.desktop.export.report_builder import (
    ReportBuilder,
    ReportSubject,
    build_printable,
    render_format,
    render_plain_text,
)
from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.formats.timeline_layout import TimelineLabel, TimelineLayout
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers import file_parser
from inspector_app.session.credentials import Credentials
from inspector_app.session.severity import Severity
from tests.report.answers import answer_of, build_input, examined
from tests.session.answers import NOW, SUCCESS

SECRET = "IAM_S_" + "Lp4zVr9t" * 4
EMPTY = PrintableReport(
    timestamp=0.0,
    head="head",
    severity=Severity.GOOD,
    state="state",
    sentence="sentence",
    detail="detail",
    next_step="next",
    steps=("one", "two"),
    noticed=("three", "four"),
    tables=(Table("title", (("a", "b"), ("c", "d")), ("x", "y")), Table("other", (("e",),))),
    closing="closing",
    timeline=TimelineLayout(1, 1, (), (), (TimelineLabel("mark", 0, 0, is_strong=False),)),
    noticed_title="Also noticed",
)


def change(**changes: Any) -> PrintableReport:
    """The report with some of it changed."""
    return replace(EMPTY, **changes)


def put(place):
    """The report with the credential in this place of it."""
    if place in {"steps", "noticed"}:
        return change(**{place: ("one", SECRET)})
    if place == "title":
        return replace(EMPTY, tables=(replace(EMPTY.tables[0], title=SECRET),))
    if place == "head of a table":
        return replace(EMPTY, tables=(replace(EMPTY.tables[0], head=("x", SECRET)),))
    if place == "cell":
        return replace(EMPTY, tables=(*EMPTY.tables, Table("third", (("e", SECRET),))))
    if place == "timeline":
        label = TimelineLabel(SECRET, 0, 0, is_strong=True)
        return replace(EMPTY, timeline=TimelineLayout(1, 1, (), (), (label,)))
    return change(**{place: SECRET})


PLACES = ("head", "state", "sentence", "detail", "next_step", "steps", "noticed", "closing")


def test_every_text_of_a_printed_report_is_looked_through():
    """A1, E1: wherever it stands, nothing is printed."""
    known = Credentials((SECRET,))
    assert ensure_printable(EMPTY, known) is EMPTY
    for place in (*PLACES, "title", "head of a table", "cell", "timeline"):
        with pytest.raises(CredentialLeakError):
            ensure_printable(put(place), known)
    texts = {one.name for one in fields(PrintableReport)} - {
        *PLACES,
        *("timestamp", "severity", "tables", "timeline", "noticed_title"),
    }
    assert texts == set(), "a field that this test does not know"
    assert ensure_printable(replace(EMPTY, timeline=None), known).timeline is None


def test_it_says_what_the_other_reports_say():
    report = redact_report(
        build_input(examined(answer_of({"id": "u1", "name": "m\u202ea"}, SECRET)))
    )
    made = build_printable_report(report)
    assert made.timestamp == report.judged_at
    assert made.severity is report.verdict.severity
    assert made.sentence == str(report.verdict.sentence)
    assert made.noticed_title == "Also noticed"
    assert made.timeline is not None
    assert made.tables[0].title == "User"
    assert made.tables[-1].title == "Request"
    text = render_plain_text(report)
    assert isinstance(text, str)
    for said in (made.sentence, made.detail, *made.steps, *made.noticed, made.closing):
        assert said in text
    for table in made.tables:
        for label, value in table.rows:
            assert label in text
            assert value in text
    without = examined({"status": 30404})
    assert build_printable_report(redact_report(build_input(without))).timeline is None


@pytest.fixture
def subject():
    saved = file_parser.parse_saved_answer(json.dumps(SUCCESS).encode(), NOW)
    return ReportSubject(analyze_saved_answer(replace(saved, environment="One")), NOW, UTC, "")


@pytest.fixture
def builder(tmp_path):
    return ReportBuilder(lambda: UTC, lambda: "o9", lambda: "a note", tmp_path)


def test_a_subject_is_a_snapshot_of_what_was_chosen(builder, subject):
    """E6: the same one gives the same bytes."""
    made = builder.create_subject(subject.result)
    assert made == ReportSubject(subject.result, subject.now, UTC, "o9", "a note")
    first, second = (builder.redact(made) for _ in range(2))
    assert render_format(first, ReportFormat.JSON) == render_format(second, ReportFormat.JSON)


@pytest.mark.parametrize(
    ("level", "is_shown"),
    [(None, False), (RedactionLevel.PERSONAL, False), (RedactionLevel.SECRETS, True)],
)
def test_personal_data_leaves_only_where_that_was_chosen(builder, subject, level, is_shown):
    """E1."""
    made = builder.redact(builder.create_subject(subject.result), level)
    for text in (
        render_plain_text(made),
        " ".join(build_printable_report(made).iter_texts()),
    ):
        assert ("portal_test01" in str(text)) is is_shown
        assert "a note" in str(text)
        assert "not in the organization expected" in str(text)


def test_a_report_with_a_credential_in_it_is_refused_in_words(subject, builder):
    """A1."""
    made = builder.redact(builder.create_subject(subject.result))
    leaking = replace(made, note=f"see {SECRET}", credentials=Credentials((SECRET,)))
    for refused in (
        render_plain_text(leaking),
        render_format(leaking, ReportFormat.HTML),
        build_printable(leaking),
    ):
        assert not isinstance(refused, str | bytes)
        assert SECRET not in str(refused)


def test_the_name_of_a_file_is_environment_and_time(subject):
    assert build_file_name(subject, ReportFormat.TEXT) == "session One 2019-07-11 13.06.txt"
    late = replace(subject, now=1e18)
    assert build_file_name(late, ReportFormat.JSON) == "session One.json"


@pytest.mark.parametrize(
    ("data", "shown", "is_whole"),
    [
        (b"x" * 10_000, "x" * 10_000, True),
        (b"x" * 10_001, "x" * 10_000 + "\u2026 (+1)", False),
        (b"ab\n" * 66_666, "ab\n" * 66_666, True),
        (b"ab\n" * 66_667, "ab\n" * 66_666, False),
        (b"a\r\r\n\tb", "a\\r\n\tb", True),
    ],
    ids=range(5),
)
def test_a_preview_has_its_limits(data, shown, is_whole):
    """J5: 200,000 characters, and 10,000 of a line."""
    assert build_preview(data) == (shown, is_whole)
