"""Rows about the request and the connection, shown beside those of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.exchange import (
    AuthorizationForm,
    Call,
    Exchange,
    Failure,
    Phase,
    Timed,
)
from inspector_app.session.judging import answer_codes, failure_rules
from inspector_app.session.judging.failure_words import failure
from inspector_app.session.severity import Severity
from inspector_app.session.telling.fact_rows import (
    NOTHING,
    group,
    http,
    instant,
    row,
    spent,
    told,
)
from inspector_app.session.telling.meanings import fixed
from inspector_app.session.telling.phase_spans import phase_name, preparation, spans
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.examination import Examination
    from inspector_app.session.exchange import TlsFacts
    from inspector_app.session.telling.meanings import Meaning
    from inspector_app.session.telling.outline import Node
    from inspector_app.session.telling.phase_spans import Span
    from inspector_app.session.token import Token

_AFTER_SENDING: Final = frozenset({Phase.WAIT, Phase.READ})
_CLASSES: Final = {
    2: tr("the call was answered"),
    3: tr("sent elsewhere"),
    4: tr("the call was refused"),
    5: tr("the other side reports an error of its own"),
}
_TAKEN: Final = {
    Timed.OBSERVED: tr("arrived"),
    Timed.NOTED: tr("arrived"),
    Timed.BY_GATEWAY: tr("taken, by its Date"),
    Timed.BY_FILE: tr("date of the file"),
}


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """The rows, and those of them that show a span of time."""

    outline: Node
    spans: tuple[Span, ...]


def request_facts(examination: Examination, url: str, token: Token | None) -> RequestFacts:
    """What is known of a call besides the answer's body. Never raises.

    ``url`` is where the call went; of ``token`` no more than its mask and fingerprint is shown, and
    nothing where it is not known. Of a saved answer only what was saved is shown.
    """
    answer, secrets = examination.answer, examination.credentials
    if isinstance(answer, Exchange) and answer.timed is not Timed.OBSERVED:
        known = [_answered(answer, examination)]
        if answer.headers:
            known.append(_headers(answer, secrets))
        return RequestFacts(group(Text(""), "", "", NOTHING, known), ())
    before = preparation(answer)
    found = (() if before is None else (before,)) + spans(answer)
    groups = [_request(answer, url, token), _time(answer.phases.total, found)]
    if isinstance(answer, Failure):
        groups.insert(0, _failed(answer))
        groups.append(_connection(answer, None, secrets))
    else:
        groups += [
            _answered(answer, examination),
            _connection(answer, answer.tls, secrets),
            _clock(answer, examination),
            _headers(answer, secrets),
        ]
    return RequestFacts(group(Text(""), "", "", NOTHING, groups), found)


def _request(answer: Exchange | Failure, url: str, token: Token | None) -> Node:
    rows = [row(tr("address"), url)]
    if token is not None:
        rows.append(_authorization(answer, token))
    if isinstance(answer, Exchange):
        rows.append(instant(tr("sent"), answer.sent_at))
    return group(tr("Request"), "key-round", "POST", NOTHING, rows)


def _authorization(answer: Exchange | Failure, token: Token) -> Node:
    name, value = "Authorization", token.masked()
    if answer.call is Call.APPLICATION:
        return row(name, "", fixed(tr("the token was not sent: the application was refused first")))
    if isinstance(answer, Exchange):
        if answer.authorization is AuthorizationForm.BEARER:
            value = f"{AuthorizationForm.BEARER.value} {value}"
        words = tr("fingerprint {fingerprint}", fingerprint=token.fingerprint)
    elif answer.phase in _AFTER_SENDING:
        words = tr("fingerprint {fingerprint}, perhaps sent", fingerprint=token.fingerprint)
    else:
        words = tr("fingerprint {fingerprint}, not sent", fingerprint=token.fingerprint)
    return row(name, value, fixed(words))


def _failed(answer: Failure) -> Node:
    title, happened, _ = failure(answer)
    phase = phase_name(answer.phase)
    rows = [row(tr("failure"), answer.kind.value, fixed(happened))]
    if phase is not None:
        rows.append(row(tr("phase"), str(phase), fixed(tr("the call failed in it"))))
    rows.append(instant(tr("failed"), answer.at))
    return group(
        tr("No answer"), "unplug", "", fixed(title, failure_rules.severity(answer.kind)), rows
    )


def _answered(answer: Exchange, examination: Examination) -> Node:
    status = answer.status
    documented = answer_codes.of_gateway(status)
    if not status:
        words = tr("the HTTP status was not saved")
    elif documented is None:
        words = _CLASSES.get(status // 100, tr("not documented"))
    else:
        words = tr("documented for the gateway: {words}", words=documented.words)
    rows = [instant(_TAKEN[answer.timed], answer.headers_at)]
    if answer.body or examination.document is None:  # a redacted answer has a document alone
        rows.append(row(tr("body"), str(len(answer.body)), fixed(tr("bytes"))))
    return group(
        tr("Answer"),
        "message-square-warning",
        http(status),
        fixed(words, answer_codes.severity(status)),
        rows,
    )


def _time(total: float, spans: Sequence[Span]) -> Node:
    rows = [*(span.node for span in spans), row(tr("total"), spent(total))]
    return group(tr("Time"), "hourglass", spent(total), NOTHING, rows)


def _connection(answer: Exchange | Failure, tls: TlsFacts | None, secrets: Credentials) -> Node:
    route = answer.route
    straight = fixed(tr("straight to the gateway, without a proxy"))
    rows = [
        row(tr("host"), route.host),
        row(tr("proxy"), route.proxy or "", NOTHING if route.proxy else straight),
    ]
    if route.trust_store:
        vouches = fixed(tr("says which certificates are trusted"))
        rows.append(row(tr("trust store"), route.trust_store, vouches))
    if tls is not None:
        hidden = secrets.hidden
        rows += [
            row(tr("cipher"), tls.cipher),
            row(tr("certificate of"), hidden(tls.subject)),
            row(tr("issued by"), hidden(tls.issuer)),
            row(tr("valid from"), tls.not_before, _date(tls.not_before)),
            row(tr("valid until"), tls.not_after, _date(tls.not_after)),
        ]
    plain = isinstance(answer, Exchange) and tls is None
    meaning = fixed(tr("not encrypted: it did not leave this computer")) if plain else NOTHING
    return group(tr("Connection"), "globe", tls.version if tls else "", meaning, rows)


def _clock(answer: Exchange, examination: Examination) -> Node:
    clock = examination.clock
    if clock.skew is None or clock.uncertainty is None:
        unknown = fixed(tr("cannot be told from this answer"))
        return group(tr("Gateway clock"), "clock", "", unknown, ())
    skew = tr("ahead of this computer by") if clock.skew >= 0 else tr("behind this computer by")
    words = tr(
        "{skew} {span} s, give or take {uncertainty} s",
        skew=skew,
        span=f"{abs(clock.skew):.1f}",
        uncertainty=f"{clock.uncertainty:.1f}",
    )
    severity = Severity.WARNING if clock.differs else Severity.PLAIN
    return group(
        tr("Gateway clock"),
        "clock",
        f"{clock.skew:+.1f} s",
        fixed(words, severity),
        (
            instant(tr("this computer"), answer.headers_at),
            instant(tr("gateway"), clock.gateway_now(answer.headers_at)),
        ),
    )


def _headers(answer: Exchange, secrets: Credentials) -> Node:
    rows = [row(secrets.hidden(name), secrets.hidden(value)) for name, value in answer.headers]
    return group(tr("Response headers"), "braces", str(len(rows)), NOTHING, rows)


def _date(written: str) -> Meaning:
    found = moment.instant(written.replace(" UTC", "Z"))
    return NOTHING if found is None else told(found.seconds)
