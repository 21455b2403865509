"""Builds the report lines about the call: URL, timing, connection and authorization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.forms.session_lines import Line, both_zones, short
from inspector_app.session.exchange import (
    ApiCall,
    AuthorizationScheme,
    Exchange,
    Failure,
    TimeSource,
)
from inspector_app.session.reading.document import JsonObject
from inspector_app.session.telling.phase_spans import build_phase_spans, get_phase_name
from inspector_app.session.trust_store import describe_trust_store
from inspector_app.session.wording import Text, as_literal, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.report.material import Content, Material
    from inspector_app.session.exchange import TlsInfo

_USUAL: Final = "https://"
"""Omitted: then no issue tracker makes a link, and all gateways but the demo's use HTTPS."""

_NOT_OBSERVED: Final = {
    TimeSource.DATE_HEADER: tr("{words}, by the gateway’s clock"),
    TimeSource.FILE_DATE: tr("{words} or before, by the date of the file"),
}


def request(made: Content, material: Material) -> tuple[Line, ...]:
    """Every line with a value, in the order of a call."""
    return tuple(line for line in _all(made, material) if line.value.template)


def request_id(made: Content) -> str:
    """The request id, by which the gateway's administrators find the call; empty for none."""
    document = made.examination.document
    root = None if document is None else document.root
    sent = root.get("requestId") if isinstance(root, JsonObject) else None
    return sent if isinstance(sent, str) else ""


def _all(made: Content, material: Material) -> Iterator[Line]:
    answer = made.examination.call_result
    yield Line(tr("Environment"), _place(made))
    if made.url:
        yield Line(tr("Request"), tr("POST {url}", url=short(made.url.removeprefix(_USUAL))))
    if isinstance(answer, Failure):
        yield Line(tr("Tried"), _tried(answer, material))
    else:
        yield Line(tr("Answered"), _answered(answer, material))
    yield Line(tr("Phases"), _phases(answer))
    yield Line(tr("Connection"), _connection(answer))
    if isinstance(answer, Exchange):
        if answer.tls is not None:
            yield Line(tr("Certificate"), _certificate(answer.tls))
        yield Line(tr("Gateway clock"), _clock(made, answer, material))
        yield Line(tr("Authorization"), _authorization(answer))
    yield Line(tr("Request id"), as_literal(short(request_id(made))))


def _place(made: Content) -> Text:
    name, host = made.environment, made.examination.call_result.route.host
    if name and host and name != host:
        return tr("{name} ({host})", name=short(name), host=short(host))
    return as_literal(short(name or host))


def _tried(answer: Failure, material: Material) -> Text:
    words = tr(
        "{time}, for {count} ms",
        time=both_zones(answer.failed_at, material.zone),
        count=round(answer.phases.total * 1000),
    )
    phase = get_phase_name(answer.phase)
    return words if phase is None else tr("{words}, failed at: {phase}", words=words, phase=phase)


def _answered(answer: Exchange, material: Material) -> Text:
    words = both_zones(answer.headers_at, material.zone)
    if answer.status:
        words = tr("{time}, HTTP {status}", time=words, status=answer.status)
    if answer.phases.total:
        milliseconds = round(answer.phases.total * 1000)
        words = tr("{words} after {count} ms", words=words, count=milliseconds)
    told = _NOT_OBSERVED.get(answer.time_source)
    return words if told is None else Text(told.template, (("words", words),))


def _phases(answer: Exchange | Failure) -> Text:
    line = Text("")
    for span in build_phase_spans(answer):
        one = tr("{phase} {time}", phase=span.node.label, time=span.node.value)
        line = tr("{words}, {more}", words=line, more=one) if line.template else one
    return line


def _connection(answer: Exchange | Failure) -> Text:
    route = answer.route
    if not route.host or (
        isinstance(answer, Exchange) and answer.time_source is not TimeSource.OBSERVED
    ):
        return Text("")
    way = (
        tr("through the proxy {proxy}", proxy=short(route.proxy))
        if route.proxy
        else tr("without a proxy")
    )
    if isinstance(answer, Exchange) and answer.tls is None:
        return tr("not encrypted, {way}", way=way)
    if isinstance(answer, Exchange) and answer.tls is not None:
        way = tr("{tls}, {way}", tls=short(answer.tls.version), way=way)
    if route.trust_store:
        return tr(
            "{way}, trusting {store}", way=way, store=describe_trust_store(short(route.trust_store))
        )
    return way


def _certificate(tls: TlsInfo) -> Text:
    return tr(
        "of {subject}, issued by {issuer}, valid until {date}",
        subject=short(tls.subject),
        issuer=short(tls.issuer),
        date=short(tls.not_after),
    )


def _clock(made: Content, answer: Exchange, material: Material) -> Text:
    clock = made.examination.clock
    if clock.skew is None or clock.uncertainty is None:
        return Text("")
    template = (
        tr("{time}, {span} s ahead of this computer’s, give or take {uncertainty} s")
        if clock.skew >= 0
        else tr("{time}, {span} s behind this computer’s, give or take {uncertainty} s")
    )
    values = (
        ("time", both_zones(clock.to_gateway_time(answer.headers_at), material.zone)),
        ("span", f"{abs(clock.skew):.1f}"),
        ("uncertainty", f"{clock.uncertainty:.1f}"),
    )
    return Text(template.template, values)


def _authorization(answer: Exchange) -> Text:
    if answer.time_source is not TimeSource.OBSERVED:
        return Text("")
    if answer.call is ApiCall.APPLICATION:
        return tr("the token was not sent: the application was refused first")
    if answer.authorization is AuthorizationScheme.BEARER:
        return tr("sent as a bearer token")
    return tr("sent as the bare token, without “Bearer”")
