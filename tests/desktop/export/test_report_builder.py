"""What is made of a result, and what becomes of the report that it was made of."""

import json
import sys
from datetime import UTC

import pytest

from inspector_app.desktop.export.report_builder import ReportBuilder, ReportSubject
from inspector_app.inspection import report_making
from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers import file_parser
from tests.session.answers import NOW, SUCCESS


class Note:
    """In the place of a report's note; tells in which function it ended."""

    def __init__(self, ended_in):
        self.ended_in = ended_in

    def __del__(self):
        self.ended_in.append(sys._getframe(1).f_code.co_name)


@pytest.fixture
def subject():
    saved = file_parser.parse_saved_answer(json.dumps(SUCCESS).encode(), NOW)
    return ReportSubject(analyze_saved_answer(saved), NOW, UTC, "")


def test_a_report_ends_in_steps_once_it_is_rendered(tmp_path, subject):
    """R3: freed in one go, that of a large answer held up the window for 40 ms."""
    ended_in: list[str] = []

    def render(report):
        object.__setattr__(report, "note", Note(ended_in))
        return report.level

    builder = ReportBuilder(lambda: UTC, lambda: "", lambda: "", tmp_path)
    assert builder.render(subject, render) is RedactionLevel.PERSONAL
    assert builder.render(subject, render, RedactionLevel.SECRETS) is RedactionLevel.SECRETS
    assert ended_in == ["release", "release"]


def test_one_that_takes_too_long_is_refused_in_words(tmp_path, subject, monkeypatch):
    monkeypatch.setattr(report_making, "REPORT_DEADLINE", -1)
    builder = ReportBuilder(lambda: UTC, lambda: "", lambda: "", tmp_path)
    assert "too long" in str(builder.render(subject, id))
