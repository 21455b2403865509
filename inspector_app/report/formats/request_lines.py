"""Builds the report lines about the call: URL, timing, connection and authorization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.session_lines import ReportLine, format_both_zones, shorten_text
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import ApiCall, Exchange, Failure, TimeSource
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.presentation import party_facts
from inspector_app.session.presentation.phase_spans import build_phase_spans, get_phase_name
from inspector_app.session.translatable_text import Text, as_literal, tr
from inspector_app.session.trust_store import describe_trust_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.exchange import TlsInfo

_DEFAULT_SCHEME: Final = "https://"
"""Omitted: then no issue tracker makes a link, and all gateways but the demo's use HTTPS."""

_TIME_SOURCE_NOTES: Final = {
    TimeSource.DATE_HEADER: tr("{words}, by the gateway’s clock"),
    TimeSource.FILE_DATE: tr("{words} or before, by the date of the file"),
}


def build_request_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """Every line with a value, in the order of a call."""
    return tuple(line for line in _iter_lines(report) if line.value.template)


def get_request_id(report: RedactedReport) -> str:
    """The request id, by which the gateway's administrators find the call; empty for none."""
    document = report.analyzed.document
    root = None if document is None else document.root
    sent = root.get("requestId") if isinstance(root, JsonObject) else None
    return sent if isinstance(sent, str) else ""


def _iter_lines(report: RedactedReport) -> Iterator[ReportLine]:
    answer = report.analyzed.call_result
    yield ReportLine(tr("Environment"), _format_environment(report))
    if report.url:
        yield ReportLine(
            tr("Request"),
            tr(
                "{method} {url}",
                method=answer.call.method,
                url=shorten_text(report.url.removeprefix(_DEFAULT_SCHEME)),
            ),
        )
    if isinstance(answer, Failure):
        yield ReportLine(tr("Tried"), _format_failed_call(answer, report.zone))
    else:
        yield ReportLine(tr("Answered"), _format_answered_call(answer, report.zone))
    yield ReportLine(tr("Phases"), _format_phases(answer))
    yield ReportLine(tr("Connection"), _format_connection(answer))
    if isinstance(answer, Exchange):
        if report.verdict.party is not None:
            yield ReportLine(tr("Answered by"), report.verdict.party.explanation)
        yield ReportLine(tr("Rate limit"), party_facts.format_rate_limit(answer))
        if answer.tls is not None:
            yield ReportLine(tr("Certificate"), _format_certificate(answer.tls))
        yield ReportLine(tr("Gateway clock"), _format_gateway_clock(report, answer))
        yield ReportLine(tr("Authorization"), _format_authorization(answer))
    if report.token_fingerprint:
        words = tr("fingerprint {fingerprint}", fingerprint=report.token_fingerprint)
        yield ReportLine(tr("Token"), words)
    yield ReportLine(tr("Request id"), as_literal(shorten_text(get_request_id(report))))


def _format_environment(report: RedactedReport) -> Text:
    name, host = report.environment, report.analyzed.call_result.route.host
    if name and host and name != host:
        return tr("{name} ({host})", name=shorten_text(name), host=shorten_text(host))
    return as_literal(shorten_text(name or host))


def _format_failed_call(answer: Failure, zone: tzinfo) -> Text:
    words = tr(
        "{time}, for {count} ms",
        time=format_both_zones(answer.failed_at, zone),
        count=round(answer.phases.total * 1000),
    )
    phase = get_phase_name(answer.phase)
    return words if phase is None else tr("{words}, failed at: {phase}", words=words, phase=phase)


def _format_answered_call(answer: Exchange, zone: tzinfo) -> Text:
    words = format_both_zones(answer.headers_at, zone)
    if answer.status:
        words = tr("{time}, HTTP {status}", time=words, status=answer.status)
    if answer.phases.total:
        milliseconds = round(answer.phases.total * 1000)
        words = tr("{words} after {count} ms", words=words, count=milliseconds)
    note = _TIME_SOURCE_NOTES.get(answer.time_source)
    return words if note is None else Text(note.template, (("words", words),))


def _format_phases(answer: Exchange | Failure) -> Text:
    line = Text("")
    for span in build_phase_spans(answer):
        one = tr("{phase} {time}", phase=span.node.label, time=span.node.value)
        line = tr("{words}, {more}", words=line, more=one) if line.template else one
    return line


def _format_connection(answer: Exchange | Failure) -> Text:
    route = answer.route
    if not route.host or (
        isinstance(answer, Exchange) and answer.time_source is not TimeSource.OBSERVED
    ):
        return Text("")
    way = (
        tr("through the proxy {proxy}", proxy=shorten_text(route.proxy))
        if route.proxy
        else tr("without a proxy, as the system's proxy script is not run")
        if route.ignored_proxy_script
        else tr("without a proxy")
    )
    if isinstance(answer, Exchange) and answer.tls is None:
        return tr("not encrypted, {way}", way=way)
    if isinstance(answer, Exchange) and answer.tls is not None:
        way = tr("{tls}, {way}", tls=shorten_text(answer.tls.version), way=way)
    if route.trust_store:
        return tr(
            "{way}, trusting {store}",
            way=way,
            store=describe_trust_store(shorten_text(route.trust_store)),
        )
    return way


def _format_certificate(tls: TlsInfo) -> Text:
    return tr(
        "of {subject}, issued by {issuer}, valid until {date}",
        subject=shorten_text(tls.subject),
        issuer=shorten_text(tls.issuer),
        date=shorten_text(tls.not_after),
    )


def _format_gateway_clock(report: RedactedReport, answer: Exchange) -> Text:
    clock = report.analyzed.clock
    if clock.skew is None or clock.uncertainty is None:
        return Text("")
    template = (
        tr("{time}, {span} s ahead of this computer’s, give or take {uncertainty} s")
        if clock.skew >= 0
        else tr("{time}, {span} s behind this computer’s, give or take {uncertainty} s")
    )
    values = (
        ("time", format_both_zones(clock.to_gateway_time(answer.headers_at), report.zone)),
        ("span", f"{abs(clock.skew):.1f}"),
        ("uncertainty", f"{clock.uncertainty:.1f}"),
    )
    return Text(template.template, values)


def _format_authorization(answer: Exchange) -> Text:
    if answer.time_source is not TimeSource.OBSERVED:
        return Text("")
    if answer.call is ApiCall.APPLICATION:
        return tr("the token was not sent: the application was refused first")
    if answer.authorization is AuthorizationScheme.BEARER:
        return tr("sent as a bearer token")
    return tr("sent as the bare token, without “Bearer”")
