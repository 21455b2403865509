"""Builds reports and exports of a result; every call blocks: for a worker thread.

The report formats are imported when first needed, so that they do not delay the first paint.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from inspector_app.desktop.theme.translation import render_text
from inspector_app.session.translatable_text import Text
from inspector_app.system import heap
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.desktop.export.printable_report import PrintableReport
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.formats.report_format import ReportFormat
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.report.report_input import RedactedReport

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """Snapshot of a result to report on: the same subject gives the same bytes."""

    result: InspectionResult
    now: float
    zone: tzinfo
    expected_organization: str
    note: str = ""


class ReportBuilder:
    """Builds reports with this installation's key, from which redaction labels are derived."""

    def __init__(
        self,
        get_zone: Callable[[], tzinfo],
        get_expected_organization: Callable[[], str],
        get_note: Callable[[], str],
        state_directory: Path,
    ) -> None:
        """The callables return what the user has chosen at the time, and are called on any thread.

        Args:
            get_zone: the reporter's time zone.
            get_expected_organization: the organization id that the user expects, empty for none.
            get_note: the reporter's words for the head of the report, empty for none.
            state_directory: where the installation's key is.
        """
        self._get_zone = get_zone
        self._get_expected_organization = get_expected_organization
        self._get_note = get_note
        self._state_directory = state_directory
        self._key = b""

    def create_subject(self, result: InspectionResult) -> ReportSubject:
        """Take a snapshot of the unmasked result; the report is redacted by its level."""
        from inspector_app.inspection.masked_result import unmask_result

        return ReportSubject(
            unmask_result(result),
            result.get_reference_time(time.time()),
            self._get_zone(),
            self._get_expected_organization(),
            self._get_note(),
        )

    def render(
        self,
        subject: ReportSubject,
        render: Callable[[RedactedReport], T],
        level: RedactionLevel | None = None,
    ) -> T | Text:
        """What ``render`` makes of the redacted subject, or that it took longer than it may.

        Args:
            subject: what the report is about.
            render: makes of the report what leaves the app.
            level: what is removed; None for secrets and personal data.
        """
        from inspector_app.inspection.report_making import make_in_time

        return make_in_time(
            lambda: heap.make_and_release(lambda: self.redact(subject, level), render)
        )

    def redact(self, subject: ReportSubject, level: RedactionLevel | None = None) -> RedactedReport:
        """Redact the subject, once for all that is rendered from it.

        Args:
            subject: what the report is about.
            level: what is removed; None for secrets and personal data.
        """
        from inspector_app.inspection.report_input_builder import build_report_input
        from inspector_app.report.redaction import Redaction, RedactionLevel
        from inspector_app.report.report_input import redact_report

        self._key = self._key or load_installation_key(self._state_directory)
        result = subject.result
        return redact_report(
            build_report_input(
                result,
                Redaction(self._key, level or RedactionLevel.PERSONAL, result.analyzed.credentials),
                subject.now,
                subject.zone,
                subject.expected_organization,
                subject.note,
            )
        )


def render_format(report: RedactedReport, report_format: ReportFormat) -> bytes | Text:
    """Render the report in the user's language, or return why that is refused."""
    from inspector_app.report.credential_scan import CredentialLeakError
    from inspector_app.report.formats.report_format import render_report

    try:
        return render_report(report, report_format, render_text)
    except CredentialLeakError as found:
        return found.message


def render_plain_text(report: RedactedReport) -> str | Text:
    """Render the report for a ticket as plain text, or return why that is refused."""
    from inspector_app.report.formats.report_format import ReportFormat

    data = render_format(report, ReportFormat.TEXT)
    return data if isinstance(data, Text) else data.decode().removesuffix("\n")


def build_printable(report: RedactedReport) -> PrintableReport | Text:
    """Build the printable report, or return why that is refused."""
    from inspector_app.desktop.export.printable_report import build_printable_report
    from inspector_app.report.credential_scan import CredentialLeakError

    try:
        return build_printable_report(report)
    except CredentialLeakError as found:
        return found.message
