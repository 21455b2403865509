"""The input of every report format, and the redacted report that is built from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from inspector_app.report.redaction import (
    hidden,
    organization_label,
    redacted,
    redacted_earlier,
)
from inspector_app.session.exchange import Exchange
from inspector_app.session.judging.verdict import judge
from inspector_app.session.moment import TimeContext

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.redaction import Redaction
    from inspector_app.report.saved_answers.saved import Saved
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.examination import AnalyzedAnswer
    from inspector_app.session.judging.verdict import Verdict
    from inspector_app.session.lifetimes import ExpiryPolicy
    from inspector_app.session.token import Token


@dataclass(frozen=True, slots=True)
class Material:
    """The result of one inspection, with the options for its redaction.

    ``now`` is this computer's wall clock in epoch seconds, at which the session is judged.
    ``expected_organization``, ``token`` and ``earlier`` as for ``judge``. ``supported_expiry`` is
    the expiry policy for which there is evidence. ``zone`` is the reporter's time zone, in which
    times are given besides UTC; ``url`` is where the call went. ``saved`` is set where the answer
    was loaded from a file: then the report must say that it is not live.
    """

    environment: str
    examination: AnalyzedAnswer
    now: float
    redaction: Redaction
    expected_organization: str = ""
    token: Token | None = None
    earlier: AnalyzedAnswer | None = None
    supported: ExpiryPolicy | None = None
    zone: tzinfo = UTC
    url: str = ""
    saved: Saved | None = None

    @property
    def taken_at(self) -> float:
        """When the answer or the failure arrived, in epoch seconds."""
        answer = self.examination.call_result
        return answer.headers_at if isinstance(answer, Exchange) else answer.failed_at

    @property
    def credentials(self) -> Credentials:
        """Every credential that must not be in a report."""
        return self.examination.credentials | self.redaction.credentials


@dataclass(frozen=True, slots=True)
class Content:
    """The content that a report may show: everything in it comes from the redacted answer.

    ``supported_expiry`` as in ``ReportInput``; times are formatted relative to ``time_context``.
    """

    environment: str
    url: str
    examination: AnalyzedAnswer
    verdict: Verdict
    supported: ExpiryPolicy | None
    view: TimeContext


def content(material: Material) -> Content:
    """The input redacted, and a verdict on the redacted answer."""
    examination = redacted(material.examination, material.redaction)
    expected = material.expected_organization.strip()
    known = material.credentials
    return Content(
        environment=hidden(material.environment, known),
        url=hidden(material.url, known),
        examination=examination,
        verdict=judge(
            examination,
            material.now,
            organization_label(expected, material.redaction) if expected else "",
            token=material.token,
            earlier=redacted_earlier(material.earlier, material.examination, material.redaction),
        ),
        supported=material.supported,
        view=TimeContext(
            now=examination.clock.to_gateway_time(material.now),
            zone=material.zone,
            is_live=material.saved is None,
        ),
    )
