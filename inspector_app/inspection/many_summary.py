"""Makes the row of one entry of a queue from its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.report_making import make_in_time
from inspector_app.inspection.run_inspection import NotSent
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.many_rows import (
    QueueRow,
    RowPlace,
    build_row,
    build_unsent_row,
)
from inspector_app.report.redaction import Redaction
from inspector_app.report.report_input import redact_report
from inspector_app.session.translatable_text import Text
from inspector_app.system import heap

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.redaction import RedactionLevel


def summarize(
    entry: QueueEntry,
    outcome: InspectionResult | NotSent,
    label_key: bytes,
    level: RedactionLevel,
    zone: tzinfo,
    expected_organization: str = "",
) -> QueueRow:
    """The row of an entry, judged as of when its answer came; slow for a large answer.

    Args:
        entry: the entry.
        outcome: its answer or failure, unmasked, or why nothing was sent.
        label_key: this installation's own, from which the labels of persons are derived.
        level: what is removed.
        zone: the reader's time zone.
        expected_organization: the organization that the user expects, empty for none.
    """
    place = RowPlace(entry.number, entry.line, entry.fingerprint)
    if isinstance(outcome, NotSent):
        return build_unsent_row(outcome.problem, place)

    redaction = Redaction(label_key, level, outcome.analyzed.credentials)
    made_of = build_report_input(
        outcome, redaction, outcome.analyzed.taken_at, zone, expected_organization
    )
    try:
        row = make_in_time(
            lambda: heap.make_and_release(
                lambda: redact_report(made_of), lambda report: build_row(report, place)
            )
        )
    except CredentialLeakError as problem:
        row = problem.message
    return build_unsent_row(row, place) if isinstance(row, Text) else row
