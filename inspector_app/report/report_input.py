"""The unredacted input of a report, and the redacted report that every format renders."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING

from inspector_app.report.redaction import (
    label_expected_organization,
    mask_credentials,
    redact_analyzed_answer,
    redact_earlier_answer,
)
from inspector_app.report.saved_answers.models import build_not_live_notice
from inspector_app.session.credentials import mask_written
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import ApiCall, Exchange
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import TokenKind

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.redaction import Redaction, RedactionLevel
    from inspector_app.report.saved_answers.models import SavedAnswer
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.diagnosis.judge_input import JudgeInput
    from inspector_app.session.diagnosis.verdict_model import Verdict
    from inspector_app.session.exchange import TimeSource
    from inspector_app.session.lifetimes import ExpiryPolicy
    from inspector_app.session.translatable_text import Text


@dataclass(frozen=True, slots=True)
class ReportInput:
    """The unredacted result of one inspection, with the options for its redaction.

    Attributes:
        environment: the environment's name, as the user entered it.
        judge_input: the answer, the time at which it is judged, and what is known besides.
        redaction: what is removed, and with which key labels are made.
        supported_expiry: the expiry policy for which there is evidence.
        zone: the reporter's time zone, in which times are given besides UTC.
        url: the URL that was called; empty where it is unknown.
        saved: set where the answer was loaded from a file: the report must say that it is not live.
        note: the number of the ticket, or whatever the reporter wrote for its head; may be empty.
    """

    environment: str
    judge_input: JudgeInput
    redaction: Redaction
    supported_expiry: ExpiryPolicy | None = None
    zone: tzinfo = UTC
    url: str = ""
    saved: SavedAnswer | None = None
    note: str = ""

    @property
    def credentials(self) -> Credentials:
        """Every credential that must not be in a report."""
        return self.judge_input.analyzed.credentials | self.redaction.credentials


@dataclass(frozen=True, slots=True)
class SavedNotice:
    """That the report is of a saved answer: where its time comes from, and the sentence for it."""

    time_source: TimeSource
    sentence: Text


@dataclass(frozen=True, slots=True)
class RedactedReport:
    """All that a format may render: everything in it comes from the redacted answer.

    Attributes:
        environment: the environment's name, credentials masked.
        url: the URL that was called, credentials masked; empty where it is unknown.
        level: what was removed.
        taken_at: when the answer or the failure was there, in epoch seconds.
        judged_at: for when the verdict holds, by this computer's clock, in epoch seconds.
        analyzed: the redacted answer.
        verdict: the verdict on the redacted answer.
        supported_expiry: the expiry policy for which there is evidence.
        time_context: the gateway's time that relative times refer to, and the reporter's zone.
        saved: set where the answer was loaded from a file.
        token_fingerprint: of the token that was inspected; empty where it is not at hand.
        is_for_portal: whether the session of a portal token was to be asked for.
        body_size: bytes of the answer's body before redaction.
        note: the reporter's own words for its head, credentials masked; may be empty.
        credentials: what must not be in the bytes that leave; they cannot be read there.
    """

    environment: str
    url: str
    level: RedactionLevel
    taken_at: float
    judged_at: float
    analyzed: AnalyzedAnswer
    verdict: Verdict
    supported_expiry: ExpiryPolicy | None
    time_context: TimeContext
    saved: SavedNotice | None
    token_fingerprint: str
    is_for_portal: bool
    body_size: int
    note: str
    credentials: Credentials = field(repr=False)

    @property
    def zone(self) -> tzinfo:
        """The reporter's time zone."""
        return self.time_context.zone


def redact_report(report_input: ReportInput) -> RedactedReport:
    """Redact the input, and judge the redacted answer; slow for large answers.

    Once for each delivery, however many formats are rendered from it.
    """
    original, redaction = report_input.judge_input, report_input.redaction
    known, saved = report_input.credentials, report_input.saved
    analyzed = redact_analyzed_answer(original.analyzed, redaction)
    expected = original.expected_organization.strip()
    result = original.analyzed.call_result
    return RedactedReport(
        environment=mask_written(report_input.environment, known),
        url=mask_credentials(report_input.url, known),
        level=redaction.level,
        taken_at=original.analyzed.taken_at,
        judged_at=original.now,
        analyzed=analyzed,
        verdict=judge(
            replace(
                original,
                analyzed=analyzed,
                expected_organization=label_expected_organization(
                    expected, original.analyzed, analyzed, redaction
                ),
                earlier=redact_earlier_answer(original.earlier, original.analyzed, redaction),
            )
        ),
        supported_expiry=report_input.supported_expiry,
        time_context=TimeContext(
            now=analyzed.clock.to_gateway_time(original.now),
            zone=report_input.zone,
            is_live=saved is None,
        ),
        saved=None
        if saved is None
        else SavedNotice(saved.time_source, build_not_live_notice(saved, UTC)),
        token_fingerprint="" if original.token is None else original.token.fingerprint,
        is_for_portal=_is_for_portal(original),
        body_size=len(result.body) if isinstance(result, Exchange) else 0,
        note=mask_written(" ".join(report_input.note.split()), known),
        credentials=known,
    )


def _is_for_portal(judge_input: JudgeInput) -> bool:
    """Also where the token service refused before: then the token's prefix tells it."""
    call, token = judge_input.analyzed.call_result.call, judge_input.token
    if call is ApiCall.APPLICATION and token is not None:
        return token.kind is TokenKind.PORTAL
    return call is ApiCall.PORTAL_SESSION
