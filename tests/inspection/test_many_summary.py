"""The row of an entry, from a real answer to what may leave."""

from datetime import UTC

import pytest

from inspector_app.inspection.many_entries import QueueEntry, read_entries
from inspector_app.inspection.many_summary import summarize
from inspector_app.inspection.run_inspection import InspectionResult, NotSent
from inspector_app.report.many_rows import NOT_SENT
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment import create_environment
from tests.report.answers import KEY, answer_of, examined

TOKEN = "IAM_S_" + "Jx7mQz4k" * 16


def result_of(answer):
    analyzed = examined(answer)
    return InspectionResult(
        environment=create_environment("Test", "https://apim.example.com"),
        host="apim.example.com",
        url="",
        is_token_from_vault=False,
        notes=(),
        judge_input=JudgeInput(analyzed, analyzed.taken_at),
        supported_expiry=None,
        outline=build_outline(analyzed),
        saved=None,
    )


def entry_of(text):
    entries = read_entries(text)
    assert not isinstance(entries, Text)
    return entries[0]


def test_a_row_has_the_place_of_its_entry_and_is_judged_as_of_its_answer():
    entry = entry_of(f"a table\nuser\t{TOKEN}")
    answer = answer_of({"id": "u1", "name": "mara.lindqvist", "state": 0}, TOKEN)
    row = summarize(entry, result_of(answer), KEY, RedactionLevel.SECRETS, UTC)
    assert (row.place.number, row.place.line) == (1, 2)
    assert row.place.fingerprint == entry.fingerprint
    assert (row.code, row.user) == ("valid", "mara.lindqvist")
    assert "1 h 53 min" in str(row.sentence)


@pytest.mark.parametrize(
    ("expected", "severity"),
    [((), Severity.GOOD), (("o2",), Severity.GOOD), (("o9",), Severity.WARNING)],
)
def test_the_organization_that_is_expected_counts_where_one_is(expected, severity):
    answer = answer_of({"id": "u1", "name": "mara.lindqvist", "state": 0}, TOKEN)
    entry = entry_of(f"see {TOKEN} it")
    row = summarize(entry, result_of(answer), KEY, RedactionLevel.SECRETS, UTC, *expected)
    assert (row.code, row.severity) == ("valid", severity)


def test_what_was_not_sent_is_a_row_too():
    row = summarize(
        QueueEntry(3, None, 9), NotSent(tr("The token was cut.")), KEY, RedactionLevel.PERSONAL, UTC
    )
    assert (row.code, str(row.sentence), row.place.number) == (NOT_SENT, "The token was cut.", 3)
