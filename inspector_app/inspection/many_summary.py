"""Makes the row of one entry of a queue from its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.inspection.many_entries import NO_CREDENTIALS
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.report_making import make_in_time
from inspector_app.inspection.run_inspection import NotSent
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.many_rows import (
    QueueRow,
    RowPlace,
    build_row,
    build_unsent_row,
    render_json_line,
)
from inspector_app.report.redaction import Redaction
from inspector_app.report.report_input import redact_report
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.session.credentials import Credentials


def summarize(
    entry: QueueEntry,
    outcome: InspectionResult | NotSent,
    label_key: bytes,
    level: RedactionLevel,
    zone: tzinfo,
    expected_organization: str = "",
    known: Credentials = NO_CREDENTIALS,
) -> QueueRow:
    """The row of an entry, judged as of when its answer came; slow for a large answer.

    Args:
        entry: the entry.
        outcome: its answer or failure, unmasked, or why nothing was sent.
        label_key: this installation's own, from which the labels of persons are derived.
        level: what is removed.
        zone: the reader's time zone.
        expected_organization: the organization that the user expects, empty for none.
        known: credentials of other entries, which a gateway may mistake for those of this one.
    """
    place = RowPlace(entry.number, entry.line, entry.fingerprint)
    if isinstance(outcome, NotSent):
        return build_unsent_row(outcome.problem, place)

    def build(credentials: Credentials) -> QueueRow:
        redaction = Redaction(label_key, level, credentials)
        made_of = build_report_input(
            outcome, redaction, outcome.analyzed.taken_at, zone, expected_organization
        )
        row = make_in_time(lambda: build_row(redact_report(made_of), place))
        return build_unsent_row(row, place) if isinstance(row, Text) else row

    own = outcome.analyzed.credentials
    try:
        row = build(own)
        # All of them are joined only where that is needed: they may be thousands.
        return build(own | known) if known.has_match_in_bytes(render_json_line(row)) else row
    except CredentialLeakError as problem:
        return build_unsent_row(problem.message, place)
