"""Builds reports and exports of a result; every call blocks: for a worker thread.

The report formats are imported when first needed, so that they do not delay the first paint.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.desktop.guards.screen_share import unmasked
from inspector_app.desktop.look.words import shown
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.desktop.answer.result_view import ResultView
    from inspector_app.desktop.export.sheet import Sheet
    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.report.forms.formats import ReportFormat
    from inspector_app.report.material import ReportInput
    from inspector_app.session.wording import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """Snapshot of a result to report on: the same subject gives the same bytes."""

    outcome: InspectionResult
    now: float
    zone: tzinfo
    expected_organization: str


class Reporter:
    """Builds reports with this installation's key, from which redaction labels are derived."""

    def __init__(self, result: ResultView, state: Path) -> None:
        self._result = result
        self._state = state
        self._key = b""

    def subject(self, outcome: InspectionResult) -> Subject:
        """Take a snapshot of the unmasked result; the report is redacted by its level."""
        zone, expected = self._result.zone(), self._result.expected_organization
        return Subject(unmasked(outcome), outcome.get_reference_time(time.time()), zone, expected)

    def text(self, subject: Subject, level: RedactionLevel = RedactionLevel.PERSONAL) -> str | Text:
        """Render the report for a ticket as plain text, or return why that is refused."""
        from inspector_app.report.forms import text_report

        try:
            return text_report.render_text(self._material(subject, level), shown)
        except CredentialLeakError as found:
            return found.message

    def written(self, subject: Subject, form: ReportFormat, level: RedactionLevel) -> bytes | Text:
        """Render the report or export in that format, or return why that is refused."""
        from inspector_app.report.forms import formats

        try:
            return formats.render_report(self._material(subject, level), form, shown)
        except CredentialLeakError as found:
            return found.message

    def sheet(self, subject: Subject, level: RedactionLevel) -> Sheet | Text:
        """Build the printable report, or return why that is refused."""
        from inspector_app.desktop.export.sheet import sheet

        try:
            return sheet(self._material(subject, level))
        except CredentialLeakError as found:
            return found.message

    def _material(self, subject: Subject, level: RedactionLevel) -> ReportInput:
        from inspector_app.inspecting.reporting import build_report_input

        self._key = self._key or load_installation_key(self._state)
        outcome = subject.outcome
        return build_report_input(
            outcome,
            Redaction(self._key, level, outcome.analyzed.credentials),
            subject.now,
            subject.zone,
            subject.expected_organization,
        )
