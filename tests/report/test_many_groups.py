"""Which rows say nothing about the session: those whose exit code says so, too."""

from inspector_app.report.many_groups import SILENT_CODES, RowGroup, find_group
from inspector_app.report.many_rows import QueueRow, RowPlace, build_unsent_row
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text
from inspector_app.terminal.exit_codes import EXIT_CODES, ExitCode


def test_the_silent_verdicts_are_those_without_an_answer_about_the_session():
    silent = {ExitCode.NO_ANSWER, ExitCode.INTERRUPTED}
    assert {code for code, number in EXIT_CODES.items() if number in silent} == SILENT_CODES


def test_each_row_is_in_one_group():
    place = RowPlace(1, None, "")

    def group(code, severity):
        return find_group(QueueRow(place, code, severity, Text("x")))

    assert group("valid", Severity.GOOD) is RowGroup.VALID
    assert group("valid", Severity.NOTICE) is RowGroup.VALID
    assert group("valid_limited", Severity.WARNING) is RowGroup.ATTENTION
    assert group("session_not_found", Severity.BAD) is RowGroup.PROBLEM
    assert group("timed_out", Severity.BAD) is RowGroup.UNKNOWN
    assert find_group(build_unsent_row(Text("x"), place)) is RowGroup.UNKNOWN
