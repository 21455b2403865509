"""Rows about the request and the connection, shown beside those of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.credentials import mask_header
from inspector_app.session.diagnosis import failure_rules
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.exchange import (
    AUTHORIZATION_HEADER,
    ApiCall,
    Exchange,
    Failure,
    Phase,
    TimeSource,
)
from inspector_app.session.parsing import answer_codes, timestamps
from inspector_app.session.presentation import party_facts
from inspector_app.session.presentation.fact_rows import (
    NO_MEANING,
    build_group,
    build_instant_meaning,
    build_instant_row,
    build_row,
    format_elapsed,
    format_http_status,
)
from inspector_app.session.presentation.meaning import build_fixed_meaning
from inspector_app.session.presentation.phase_spans import (
    build_phase_spans,
    build_preparation_span,
    get_phase_name,
)
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.exchange import TlsInfo
    from inspector_app.session.presentation.meaning import Meaning
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.presentation.phase_spans import PhaseSpan
    from inspector_app.session.token import Token

_AFTER_SENDING: Final = frozenset({Phase.WAIT, Phase.READ})
_STATUS_CLASS_MEANINGS: Final = {
    2: tr("the call was answered"),
    3: tr("sent elsewhere"),
    4: tr("the call was refused"),
    5: tr("the other side reports an error of its own"),
}
_TIME_LABELS: Final = {
    TimeSource.OBSERVED: tr("arrived"),
    TimeSource.RECORDED: tr("arrived"),
    TimeSource.DATE_HEADER: tr("taken, by its Date"),
    TimeSource.FILE_DATE: tr("date of the file"),
}


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """The rows, and those of them that show a span of time."""

    outline: Node
    spans: tuple[PhaseSpan, ...]


def build_request_facts(analyzed: AnalyzedAnswer, url: str, token: Token | None) -> RequestFacts:
    """What is known of a call besides the answer's body. Never raises.

    ``url`` is where the call went; of ``token`` no more than its mask and fingerprint is shown, and
    nothing where it is not known. Of a saved answer only what was saved is shown.
    """
    answer, secrets = analyzed.call_result, analyzed.credentials
    if isinstance(answer, Exchange) and answer.time_source is not TimeSource.OBSERVED:
        known = [_build_answer_group(answer, analyzed), *_build_party_groups(answer, analyzed)]
        if answer.headers:
            known.append(_build_headers_group(answer, secrets))
        return RequestFacts(build_group(Text(""), "", "", NO_MEANING, known), ())
    before = build_preparation_span(answer)
    found = (() if before is None else (before,)) + build_phase_spans(answer)
    groups = [
        _build_request_group(answer, secrets.mask_text(url), token),
        _build_timing_group(answer.phases.total, found),
    ]
    if isinstance(answer, Failure):
        groups.insert(0, _build_failure_group(answer, secrets))
        groups.append(_build_connection_group(answer, None, secrets))
    else:
        groups += [
            _build_answer_group(answer, analyzed),
            *_build_party_groups(answer, analyzed),
            _build_connection_group(answer, answer.tls, secrets),
            _build_clock_group(answer, analyzed),
            _build_headers_group(answer, secrets),
        ]
    return RequestFacts(build_group(Text(""), "", "", NO_MEANING, groups), found)


def _build_party_groups(answer: Exchange, analyzed: AnalyzedAnswer) -> list[Node]:
    found = (
        party_facts.build_party_group(analyzed),
        party_facts.build_rate_limit_group(answer, analyzed.credentials),
    )
    return [group for group in found if group is not None]


def _build_request_group(answer: Exchange | Failure, url: str, token: Token | None) -> Node:
    rows = [build_row(tr("address"), url)]
    if token is not None:
        rows.append(_build_authorization_row(answer, token))
    if isinstance(answer, Exchange):
        rows.append(build_instant_row(tr("sent"), answer.sent_at))
    return build_group(tr("Request"), "key-round", answer.call.method, NO_MEANING, rows)


def _build_authorization_row(answer: Exchange | Failure, token: Token) -> Node:
    name, value = AUTHORIZATION_HEADER, token.format_masked()
    if answer.call is ApiCall.APPLICATION:
        return build_row(
            name,
            "",
            build_fixed_meaning(tr("the token was not sent: the application was refused first")),
        )
    if isinstance(answer, Exchange):
        if answer.authorization is AuthorizationScheme.BEARER:
            value = f"{AuthorizationScheme.BEARER.value} {value}"
        words = tr("fingerprint {fingerprint}", fingerprint=token.fingerprint)
    elif answer.phase in _AFTER_SENDING:
        words = tr("fingerprint {fingerprint}, perhaps sent", fingerprint=token.fingerprint)
    else:
        words = tr("fingerprint {fingerprint}, not sent", fingerprint=token.fingerprint)
    return build_row(name, value, build_fixed_meaning(words))


def _build_failure_group(answer: Failure, secrets: Credentials) -> Node:
    title, happened, _ = describe_failure(answer, secrets)
    phase = get_phase_name(answer.phase)
    rows = [build_row(tr("failure"), answer.kind.value, build_fixed_meaning(happened))]
    if phase is not None:
        rows.append(
            build_row(tr("phase"), str(phase), build_fixed_meaning(tr("the call failed in it")))
        )
    rows.append(build_instant_row(tr("failed"), answer.failed_at))
    return build_group(
        tr("No answer"),
        "unplug",
        "",
        build_fixed_meaning(title, failure_rules.get_severity(answer.kind)),
        rows,
    )


def _build_answer_group(answer: Exchange, analyzed: AnalyzedAnswer) -> Node:
    status = answer.status
    documented = answer_codes.find_http_meaning(status)
    if not status:
        words = tr("the HTTP status was not saved")
    elif documented is None:
        words = _STATUS_CLASS_MEANINGS.get(status // 100, tr("not documented"))
    elif documented.provenance is not Provenance.DOCUMENTED:
        words = tr("{words} ({source})", words=documented.text, source=documented.source)
    else:
        words = tr("documented for the gateway: {words}", words=documented.text)
    rows = [build_instant_row(_TIME_LABELS[answer.time_source], answer.headers_at)]
    if answer.body or analyzed.document is None:  # a redacted answer has a document alone
        rows.append(build_row(tr("body"), str(len(answer.body)), build_fixed_meaning(tr("bytes"))))
    return build_group(
        tr("Answer"),
        "message-square-warning",
        format_http_status(status),
        build_fixed_meaning(words, answer_codes.get_severity(status)),
        rows,
    )


def _build_timing_group(total: float, spans: Sequence[PhaseSpan]) -> Node:
    rows = [*(span.node for span in spans), build_row(tr("total"), format_elapsed(total))]
    return build_group(tr("Time"), "hourglass", format_elapsed(total), NO_MEANING, rows)


def _build_connection_group(
    answer: Exchange | Failure, tls: TlsInfo | None, secrets: Credentials
) -> Node:
    route, hidden = answer.route, secrets.mask_text
    straight = build_fixed_meaning(
        tr("straight to the gateway: the system's proxy script is not run")
        if route.ignored_proxy_script
        else tr("straight to the gateway, without a proxy")
    )
    rows = [
        build_row(tr("host"), hidden(route.host)),
        build_row(tr("proxy"), hidden(route.proxy or ""), NO_MEANING if route.proxy else straight),
    ]
    if route.trust_store:
        vouches = build_fixed_meaning(tr("says which certificates are trusted"))
        rows.append(build_row(tr("trust store"), hidden(route.trust_store), vouches))
    if tls is not None:
        rows += [
            build_row(tr("cipher"), hidden(tls.cipher)),
            build_row(tr("certificate of"), hidden(tls.subject)),
            build_row(tr("issued by"), hidden(tls.issuer)),
            build_row(tr("valid from"), tls.not_before, _describe_date(tls.not_before)),
            build_row(tr("valid until"), tls.not_after, _describe_date(tls.not_after)),
        ]
    plain = isinstance(answer, Exchange) and tls is None
    meaning = (
        build_fixed_meaning(tr("not encrypted: it did not leave this computer"))
        if plain
        else NO_MEANING
    )
    return build_group(tr("Connection"), "globe", tls.version if tls else "", meaning, rows)


def _build_clock_group(answer: Exchange, analyzed: AnalyzedAnswer) -> Node:
    clock = analyzed.clock
    if clock.skew is None or clock.uncertainty is None:
        unknown = build_fixed_meaning(tr("cannot be told from this answer"))
        return build_group(tr("Gateway clock"), "clock", "", unknown, ())
    skew = tr("ahead of this computer by") if clock.skew >= 0 else tr("behind this computer by")
    words = tr(
        "{skew} {span} s, give or take {uncertainty} s",
        skew=skew,
        span=f"{abs(clock.skew):.1f}",
        uncertainty=f"{clock.uncertainty:.1f}",
    )
    severity = Severity.WARNING if clock.is_skewed else Severity.PLAIN
    return build_group(
        tr("Gateway clock"),
        "clock",
        f"{clock.skew:+.1f} s",
        build_fixed_meaning(words, severity),
        (
            build_instant_row(tr("this computer"), answer.headers_at),
            build_instant_row(tr("gateway"), clock.to_gateway_time(answer.headers_at)),
        ),
    )


def _build_headers_group(answer: Exchange, secrets: Credentials) -> Node:
    rows = [
        build_row(secrets.mask_text(name), mask_header(name, value, secrets))
        for name, value in answer.headers
    ]
    return build_group(tr("Response headers"), "braces", str(len(rows)), NO_MEANING, rows)


def _describe_date(written: str) -> Meaning:
    found = timestamps.parse_instant(written.replace(" UTC", "Z"))
    return NO_MEANING if found is None else build_instant_meaning(found.seconds)
