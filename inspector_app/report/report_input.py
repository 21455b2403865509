"""The input of every report format, and the redacted report that is built from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from inspector_app.report.redaction import (
    get_organization_label,
    mask_credentials,
    redact_analyzed_answer,
    redact_earlier_answer,
)
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Exchange
from inspector_app.session.time_format import TimeContext

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.redaction import Redaction
    from inspector_app.report.saved_answers.models import SavedAnswer
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.diagnosis.verdict import Verdict
    from inspector_app.session.lifetimes import ExpiryPolicy
    from inspector_app.session.token import Token


@dataclass(frozen=True, slots=True)
class ReportInput:
    """The result of one inspection, with the options for its redaction.

    ``now`` is this computer's wall clock in epoch seconds, at which the session is judged.
    ``expected_organization``, ``token`` and ``earlier`` as for ``judge``. ``supported_expiry`` is
    the expiry policy for which there is evidence. ``zone`` is the reporter's time zone, in which
    times are given besides UTC; ``url`` is where the call went. ``saved`` is set where the answer
    was loaded from a file: then the report must say that it is not live.
    """

    environment: str
    analyzed: AnalyzedAnswer
    now: float
    redaction: Redaction
    expected_organization: str = ""
    token: Token | None = None
    earlier: AnalyzedAnswer | None = None
    supported_expiry: ExpiryPolicy | None = None
    zone: tzinfo = UTC
    url: str = ""
    saved: SavedAnswer | None = None

    @property
    def taken_at(self) -> float:
        """When the answer or the failure arrived, in epoch seconds."""
        answer = self.analyzed.call_result
        return answer.headers_at if isinstance(answer, Exchange) else answer.failed_at

    @property
    def credentials(self) -> Credentials:
        """Every credential that must not be in a report."""
        return self.analyzed.credentials | self.redaction.credentials


@dataclass(frozen=True, slots=True)
class RedactedReport:
    """The content that a report may show: everything in it comes from the redacted answer.

    ``supported_expiry`` as in ``ReportInput``; times are formatted relative to ``time_context``.
    """

    environment: str
    url: str
    analyzed: AnalyzedAnswer
    verdict: Verdict
    supported_expiry: ExpiryPolicy | None
    time_context: TimeContext


def build_redacted_report(report_input: ReportInput) -> RedactedReport:
    """The input redacted, and a verdict on the redacted answer."""
    analyzed = redact_analyzed_answer(report_input.analyzed, report_input.redaction)
    expected = report_input.expected_organization.strip()
    known = report_input.credentials
    return RedactedReport(
        environment=mask_credentials(report_input.environment, known),
        url=mask_credentials(report_input.url, known),
        analyzed=analyzed,
        verdict=judge(
            analyzed,
            report_input.now,
            get_organization_label(expected, report_input.redaction) if expected else "",
            token=report_input.token,
            earlier=redact_earlier_answer(
                report_input.earlier, report_input.analyzed, report_input.redaction
            ),
        ),
        supported_expiry=report_input.supported_expiry,
        time_context=TimeContext(
            now=analyzed.clock.to_gateway_time(report_input.now),
            zone=report_input.zone,
            is_live=report_input.saved is None,
        ),
    )
