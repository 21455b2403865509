"""Builds the member ``request`` of the JSON export: what was observed of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.formats.iso_timestamps import build_json_number, format_utc_milliseconds
from inspector_app.report.formats.request_lines import get_request_id
from inspector_app.session.exchange import Exchange, Failure, TimeSource
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.diagnosis.answering_party import PartyJudgement
    from inspector_app.session.exchange import PhaseDurations, TlsInfo


def build_request(report: RedactedReport) -> JsonObject:
    """The member ``request``: the same members for an answer and for a failure."""
    answer = report.analyzed.call_result
    exchange = answer if isinstance(answer, Exchange) else None
    failure = answer if isinstance(answer, Failure) else None
    return JsonObject(
        (
            ("url", report.url),
            ("status", _build_status(exchange)),
            ("failure", None if failure is None else _build_failure(failure)),
            ("call", answer.call.value),
            ("timed", (TimeSource.OBSERVED if exchange is None else exchange.time_source).value),
            ("sent_at", None if exchange is None else format_utc_milliseconds(exchange.sent_at)),
            (
                "headers_at",
                None if exchange is None else format_utc_milliseconds(exchange.headers_at),
            ),
            ("headers", None if exchange is None else JsonObject(exchange.headers)),
            ("answered_by", _build_party(report.verdict.party)),
            ("phases", _build_phases(answer.phases)),
            ("tls", None if exchange is None or exchange.tls is None else _build_tls(exchange.tls)),
            ("proxy", answer.route.proxy),
            ("ignored_proxy_script", answer.route.ignored_proxy_script),
            ("trust_store", answer.route.trust_store),
            ("request_id", get_request_id(report) or None),
            ("authorization", None if exchange is None else exchange.authorization.value),
            (
                "token_sent",
                answer.was_token_sent
                if isinstance(answer, Exchange)
                else answer.may_have_sent_token,
            ),
            ("token_fingerprint", report.token_fingerprint or None),
        )
    )


def _build_status(exchange: Exchange | None) -> Json:
    return JsonNumber(str(exchange.status)) if exchange is not None and exchange.status else None


def _build_party(judged: PartyJudgement | None) -> Json:
    if judged is None:
        return None
    return JsonObject(
        (
            ("party", judged.party.value),
            ("provenance", judged.provenance.value),
            ("sentence", str(judged.sentence)),
            ("evidence", JsonArray(tuple(str(one.reason) for one in judged.evidence))),
        )
    )


def _build_failure(failure: Failure) -> JsonObject:
    return JsonObject(
        (
            ("kind", failure.kind.value),
            ("phase", None if failure.phase is None else failure.phase.value),
            ("detail", failure.detail),
        )
    )


def _build_phases(phases: PhaseDurations) -> JsonObject:
    """Seconds, to a tenth of a millisecond; null for a phase that did not take place."""
    spans = (
        ("resolve", phases.resolve),
        ("connect", phases.connect),
        ("tls", phases.tls),
        ("wait", phases.wait),
        ("read", phases.read),
        ("total", phases.total),
    )
    return JsonObject(
        tuple((name, None if span is None else build_json_number(span)) for name, span in spans)
    )


def _build_tls(tls: TlsInfo) -> JsonObject:
    return JsonObject(
        (
            ("version", tls.version),
            ("cipher", tls.cipher),
            ("subject", tls.subject),
            ("issuer", tls.issuer),
            ("not_before", tls.not_before),
            ("not_after", tls.not_after),
        )
    )
