"""A saved answer is examined like a live one, and time stands still at when it was taken."""

import json
import os
import zoneinfo
from dataclasses import replace

import pytest

from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.saved_answer_opening import _map_read_error, open_saved_answer
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers.file_parser import MAX_FILE_SIZE
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.parsing.json_document import dump_json
from inspector_app.session.parsing.parse_errors import ParseErrorKind
from inspector_app.system.regular_file import NotRegularFileError
from tests.report.answers import build_input, exchange, render
from tests.session.answers import CREDENTIAL, DATE, NOW, SUCCESS, changed, knows

KEY = b"k" * 32
ZONE = zoneinfo.ZoneInfo("UTC")
HEAD = f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\n\r\n"
MUCH_LATER = NOW + 1e9


@pytest.fixture
def answer(tmp_path):
    def saved(text, name="answer.json", at=NOW):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (at, at))
        return path

    return saved


def test_it_is_judged_at_when_it_was_taken_however_late_one_looks(answer):
    result = open_saved_answer(answer(HEAD + json.dumps(SUCCESS)))

    assert result.judge(MUCH_LATER).code is VerdictCode.VALID
    assert "1 h 54 min left" in str(result.judge(MUCH_LATER).sentence)
    assert result.get_reference_time(MUCH_LATER) == pytest.approx(NOW, abs=1)


def test_nothing_is_offered_that_would_be_about_a_call(answer):
    refusal = changed("refusal", {"status": 30401})

    verdict = open_saved_answer(answer(json.dumps(refusal))).judge(MUCH_LATER)

    assert verdict.code is VerdictCode.TOKEN_NOT_VALID
    assert verdict.action is None


def test_no_token_is_known_and_the_session_id_is_masked_as_ever(answer):
    """A1."""
    result = open_saved_answer(answer(json.dumps(SUCCESS)))

    assert result.token is None
    assert result.environment.id == ""  # of none that is configured here
    assert knows(result.analyzed.credentials, CREDENTIAL)
    assert CREDENTIAL not in repr(result.saved)
    assert result.saved is not None


@pytest.mark.parametrize("form", [one for one in ReportFormat if not one.value.startswith("curl")])
def test_every_report_of_it_says_that_it_is_not_live_and_holds_no_credential(answer, form):
    """E1."""
    result = open_saved_answer(answer(json.dumps(SUCCESS)))
    made = build_report_input(result, Redaction(KEY, RedactionLevel.SECRETS), MUCH_LATER, ZONE)

    data = render(made, form)

    assert made.judge_input.now == NOW
    assert CREDENTIAL.encode() not in data
    assert b"not live" in data or b'"by_file"' in data


def test_what_was_exported_without_personal_data_leaves_as_such_again(answer):
    """E1: at whatever level it is asked for, the labels are no personal data that is there."""
    first = open_saved_answer(answer(json.dumps(SUCCESS)))
    level = Redaction(KEY, RedactionLevel.PERSONAL, first.analyzed.credentials)
    export = render(build_report_input(first, level, NOW, ZONE), ReportFormat.JSON)

    result = open_saved_answer(answer(export, "export.json"))
    again = build_report_input(result, Redaction(KEY, RedactionLevel.SECRETS), NOW, ZONE)

    assert again.redaction.level is RedactionLevel.PERSONAL
    second = json.loads(render(again, ReportFormat.JSON))
    assert second["level"] == "personal"
    assert second["answer"] == json.loads(export)["answer"]
    assert result.analyzed.document is not None
    assert "portal" not in dump_json(result.analyzed.document.root)


def test_a_file_that_is_gone_a_folder_and_a_pipe_are_refused_in_words(tmp_path, answer):
    with pytest.raises(UnreadableFileError, match="not there"):
        open_saved_answer(tmp_path / "gone.json")
    with pytest.raises(UnreadableFileError, match="folder"):
        open_saved_answer(tmp_path)
    with pytest.raises(UnreadableFileError, match="could not be read"):
        open_saved_answer(tmp_path / "a\0b")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UnreadableFileError, match="device"):
            open_saved_answer(tmp_path / "pipe")


@pytest.mark.parametrize(("more", "words"), [(0, "cut off"), (1, "too large")])
def test_a_file_that_is_larger_than_may_be_is_not_taken_for_its_beginning(answer, more, words):
    """J5."""
    begun = b'{"schema": "'
    with pytest.raises(UnreadableFileError, match=words):
        open_saved_answer(answer(begun + b"x" * (MAX_FILE_SIZE + more - len(begun))))


def test_a_refusal_holds_nothing_of_the_file(answer):
    """A1."""
    with pytest.raises(UnreadableFileError) as refusal:
        open_saved_answer(answer(f"{CREDENTIAL} is no answer"))

    error = refusal.value
    assert error.__cause__ is None
    assert error.__context__ is None
    assert CREDENTIAL not in str(error.message)


@pytest.mark.parametrize("key", [KEY, b"another installation's"])
def test_an_expected_organization_is_not_compared_with_labels(answer, key):
    """Whose label it is cannot be told; of another installation's file not even with our key."""
    first = open_saved_answer(answer(json.dumps(SUCCESS)))
    level = Redaction(key, RedactionLevel.PERSONAL, first.analyzed.credentials)
    exported = render(build_report_input(first, level, NOW, ZONE), ReportFormat.JSON)
    again = open_saved_answer(answer(exported, "export.json"))
    label = json.loads(exported)["answer"]["session"]["workingOrganization"]["id"]
    reported = Redaction(KEY)

    for expected, is_noticed in (("o15578227985571", False), (label, False), ("org#0000", True)):
        judged = again.judge(NOW, expected)
        told = redact_report(build_report_input(again, reported, NOW, ZONE, expected)).verdict
        for verdict in (judged, told):
            codes = {one.code for one in verdict.findings}
            assert (FindingCode.OTHER_THAN_EXPECTED in codes) is is_noticed


def test_a_report_knows_the_end_that_the_evidence_speaks_for(answer):
    """Also where that was seen of an answer before the last one."""
    result = replace(
        open_saved_answer(answer(json.dumps(SUCCESS))), supported_expiry=ExpiryPolicy.FIXED
    )
    assert (
        redact_report(build_report_input(result, Redaction(KEY), NOW, ZONE)).supported_expiry
        is ExpiryPolicy.FIXED
    )


def test_the_picture_in_a_report_of_it_stands_at_when_it_was_taken(answer):
    """Its “now” would be a lie."""
    result = open_saved_answer(answer(HEAD + json.dumps(SUCCESS)))
    page = render(
        build_report_input(result, Redaction(KEY), MUCH_LATER, ZONE), ReportFormat.HTML
    ).decode()
    assert ">as of " in page
    assert ">now " not in page


def test_a_saved_answer_is_of_no_environment_of_this_computer(answer):
    """N3: else a token that is kept for one could be taken for its."""
    result = open_saved_answer(answer(json.dumps(SUCCESS)))
    assert result.environment.id == ""


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"<html>Mara</html>", 200, "WEB_PAGE"),
        (b"", 401, "EMPTY"),
        (b"nothing", 200, "MALFORMED"),
    ],
)
def test_why_there_was_no_document_is_kept_where_the_body_is_not(answer, body, status, kind):
    """E1: a page may name a person, so that the export does not hold it."""
    analyzed = analyze_answer(exchange(body, status))
    export = render(build_input(analyzed, RedactionLevel.PERSONAL), ReportFormat.JSON)
    reopened = open_saved_answer(answer(export))
    assert reopened.analyzed.parse_error is not None
    assert reopened.analyzed.parse_error.kind is ParseErrorKind[kind]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(), "is not there any more"),
        (NotRegularFileError(), "a folder or a device"),
        (PermissionError(), "may not read"),
        (OSError(), "could not be read"),
        (ValueError(), "could not be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_reason(error, words):
    assert words in str(_map_read_error(error).message)
