"""Builds the input of a report from an inspection result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import ReportInput

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.redaction import Redaction


def build_report_input(
    result: InspectionResult,
    redaction: Redaction,
    now: float,
    zone: tzinfo,
    expected_organization: str = "",
    note: str = "",
) -> ReportInput:
    """Build the report input: the unredacted result and how to redact it.

    Args:
        result: an unmasked one; the report does its own redaction.
        redaction: what is to be removed.
        now: at which the session is judged, on this computer's clock, in epoch seconds; a saved
            answer is judged at when it was taken.
        zone: the reporter's time zone, in which times are shown beside UTC.
        expected_organization: the organization id that the user expects, empty for none.
        note: the reporter's words for the head of the report, empty for none.
    """
    saved = result.saved
    if (
        saved is not None and saved.level is RedactionLevel.PERSONAL
    ):  # removed data cannot be restored
        redaction = replace(redaction, level=RedactionLevel.PERSONAL)
    return ReportInput(
        environment=result.environment.name,
        url=result.url,
        judge_input=result.build_judge_input(now, expected_organization),
        redaction=redaction,
        supported_expiry=result.supported_expiry,
        zone=zone,
        saved=saved,
        note=note,
    )
