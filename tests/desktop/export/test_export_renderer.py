"""The preview shows what leaves: all of it, or its beginning, and says which."""

import json
from dataclasses import replace
from datetime import UTC, timedelta, timezone

from inspector_app.desktop.export.export_renderer import (
    MAX_PREVIEW_LENGTH,
    build_file_name,
    build_preview,
)
from inspector_app.desktop.export.report_builder import ReportSubject
from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.saved_answers import file_parser
from tests.session.answers import CREDENTIAL, NOW, SUCCESS


def test_the_name_of_a_file_tells_the_reporters_time_and_no_credential():
    """E1, E6: an environment is called what somebody else's file says."""
    saved = file_parser.parse_saved_answer(json.dumps(SUCCESS).encode(), NOW)
    subject = ReportSubject(
        analyze_saved_answer(replace(saved, environment=f"a/b {CREDENTIAL}")), NOW, UTC, ""
    )
    name = build_file_name(subject, ReportFormat.JIRA)
    assert CREDENTIAL not in name
    assert name.startswith("session a-b IAM_S_•")
    assert name.endswith(".jira.txt")
    later = replace(subject, zone=timezone(timedelta(hours=1)))
    assert build_file_name(later, ReportFormat.JIRA) != name


def test_a_short_text_is_shown_as_it_is():
    assert build_preview("a\tb\n会话 ✅\n".encode()) == ("a\tb\n会话 ✅\n", True)
    assert build_preview(b"") == ("", True)


def test_line_ends_and_the_mark_of_byte_order_are_not_characters_to_see():
    assert build_preview("\ufeffa,b\r\nc,d\r\n".encode()) == ("a,b\nc,d\n", True)


def test_what_hides_or_moves_other_text_is_shown_as_an_escape():
    """J2."""
    text, is_whole = build_preview("gnp\u202eexe \x1b[31m\u200b".encode())
    assert is_whole
    assert text == r"gnp\u202eexe \u001b[31m\u200b"


def test_of_a_long_text_whole_lines_are_shown_and_no_more():
    line = "x" * 99 + "\n"
    text, is_whole = build_preview(line.encode() * 3_000)
    assert not is_whole
    assert text == line * (MAX_PREVIEW_LENGTH // 100)
    text, is_whole = build_preview("会".encode() * MAX_PREVIEW_LENGTH * 2)
    assert not is_whole
    assert len(text) < MAX_PREVIEW_LENGTH


def test_an_endless_line_is_shortened_and_says_so():
    """J5."""
    text, is_whole = build_preview(b"y" * 20_000)
    assert not is_whole
    assert text.endswith("… (+10000)")
