"""What was sent and what was observed on the way, as rows beside the answer's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session import answer_codes, moment
from inspector_app.session.exchange import AuthorizationForm, Exchange, Failure, Phase
from inspector_app.session.failure_words import failure
from inspector_app.session.meanings import fixed
from inspector_app.session.outline import Node, NodeKind, Severity
from inspector_app.session.plain_text import visible
from inspector_app.session.wording import Text, as_sent, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.examination import Examination
    from inspector_app.session.exchange import Phases, TlsFacts
    from inspector_app.session.meanings import Meaning
    from inspector_app.session.outline import Viewpoint
    from inspector_app.session.token import Token

_NOTHING: Final = fixed(Text(""))
_REFUSED: Final = 400
_AFTER_SENDING: Final = frozenset({Phase.WAIT, Phase.READ})
_PHASES: Final = (
    (Phase.RESOLVE, tr("DNS"), tr("the gateway’s name was looked up")),
    (Phase.CONNECT, tr("connect"), tr("the connection was opened")),
    (Phase.TLS, tr("TLS"), tr("encryption was agreed")),
    (Phase.WAIT, tr("wait"), tr("until the answer began")),
    (Phase.READ, tr("read"), tr("until the answer was whole")),
)
_CLASSES: Final = {
    2: tr("the call was answered"),
    3: tr("sent elsewhere"),
    4: tr("the call was refused"),
    5: tr("the other side reports an error of its own"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A phase's share of the call: where it begins and how long it is, from 0 to 1."""

    node: Node
    start: float
    length: float
    failed: bool


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """The rows, and those of them that stand for a span of time."""

    outline: Node
    spans: tuple[Span, ...]


def request_facts(examination: Examination, url: str, token: Token) -> RequestFacts:
    """What is known of a call besides the answer's body. Never raises.

    ``url`` is where the call went; of ``token`` no more than its mask and fingerprint is told.
    """
    answer, secrets = examination.answer, examination.secrets
    spans = _spans(answer)
    groups = [_request(answer, url, token), _time(answer.phases.total, spans)]
    if isinstance(answer, Failure):
        groups.insert(0, _failed(answer))
        groups.append(_connection(answer, None, secrets))
    else:
        groups += [
            _answered(answer),
            _connection(answer, answer.tls, secrets),
            _clock(answer, examination),
            _headers(answer, secrets),
        ]
    return RequestFacts(_group(Text(""), "", "", _NOTHING, groups), spans)


def _request(answer: Exchange | Failure, url: str, token: Token) -> Node:
    fingerprint = tr("fingerprint {fingerprint}", fingerprint=token.fingerprint)
    masked = token.masked()
    if isinstance(answer, Failure):
        was_sent = answer.phase in _AFTER_SENDING
        sent = _row(tr("sent"), "", fixed(tr("perhaps") if was_sent else tr("the token was not")))
    else:
        if answer.authorization is AuthorizationForm.BEARER:
            masked = f"{AuthorizationForm.BEARER.value} {masked}"
        sent = _instant(tr("sent"), answer.sent_at)
    return _group(
        tr("Request"),
        "key-round",
        "POST",
        _NOTHING,
        (
            _row(tr("address"), url),
            _row("Authorization", masked, fixed(fingerprint)),
            sent,
        ),
    )


def _failed(answer: Failure) -> Node:
    title, happened, _ = failure(answer)
    phase = next((words for phase, words, _ in _PHASES if phase is answer.phase), None)
    rows = [_row(tr("failure"), answer.kind.value, fixed(happened))]
    if phase is not None:
        rows.append(_row(tr("phase"), str(phase), fixed(tr("the call failed in it"))))
    rows.append(_instant(tr("failed"), answer.at))
    return _group(tr("No answer"), "unplug", "", fixed(title, Severity.BAD), rows)


def _answered(answer: Exchange) -> Node:
    status = answer.status
    documented = answer_codes.of_gateway(status)
    if documented is None:
        words = _CLASSES.get(status // 100, tr("not documented"))
    else:
        words = tr("documented for the gateway: {words}", words=documented.words)
    severity = Severity.BAD if status >= _REFUSED else Severity.PLAIN
    return _group(
        tr("Answer"),
        "message-square-warning",
        f"HTTP {status}",
        fixed(words, severity),
        (
            _instant(tr("arrived"), answer.headers_at),
            _row(tr("body"), str(len(answer.body)), fixed(tr("bytes"))),
        ),
    )


def _time(total: float, spans: Sequence[Span]) -> Node:
    rows = [*(span.node for span in spans), _row(tr("total"), _milliseconds(total))]
    return _group(tr("Time"), "hourglass", _milliseconds(total), _NOTHING, rows)


def _spans(answer: Exchange | Failure) -> tuple[Span, ...]:
    phases, made, start = answer.phases, [], 0.0
    failed_in = answer.phase if isinstance(answer, Failure) else None
    total = phases.total or 1.0
    for phase, label, about in _PHASES:
        seconds = _spent(phases, phase)
        if seconds is None:
            continue
        failed = phase is failed_in
        meaning = (
            fixed(tr("{about}: failed", about=about), Severity.BAD) if failed else fixed(about)
        )
        row = _row(label, _milliseconds(seconds), meaning)
        made.append(Span(row, min(start / total, 1.0), min(seconds / total, 1.0), failed))
        start += seconds
    return tuple(made)


def _spent(phases: Phases, phase: Phase) -> float | None:
    return {
        Phase.RESOLVE: phases.resolve,
        Phase.CONNECT: phases.connect,
        Phase.TLS: phases.tls,
        Phase.WAIT: phases.wait,
        Phase.READ: phases.read,
    }[phase]


def _connection(answer: Exchange | Failure, tls: TlsFacts | None, secrets: Credentials) -> Node:
    route = answer.route
    straight = fixed(tr("straight to the gateway, without a proxy"))
    rows = [
        _row(tr("host"), route.host),
        _row(tr("proxy"), route.proxy or "", _NOTHING if route.proxy else straight),
    ]
    if route.trust_store:
        vouches = fixed(tr("says which certificates are trusted"))
        rows.append(_row(tr("trust store"), route.trust_store, vouches))
    if tls is not None:
        hidden = secrets.hidden
        rows += [
            _row(tr("cipher"), tls.cipher),
            _row(tr("certificate of"), hidden(tls.subject)),
            _row(tr("issued by"), hidden(tls.issuer)),
            _row(tr("valid from"), tls.not_before, _date(tls.not_before)),
            _row(tr("valid until"), tls.not_after, _date(tls.not_after)),
        ]
    plain = isinstance(answer, Exchange) and tls is None
    meaning = fixed(tr("not encrypted: it did not leave this computer")) if plain else _NOTHING
    return _group(tr("Connection"), "globe", tls.version if tls else "", meaning, rows)


def _clock(answer: Exchange, examination: Examination) -> Node:
    clock = examination.clock
    if clock.skew is None or clock.uncertainty is None:
        unknown = fixed(tr("cannot be told from this answer"))
        return _group(tr("Gateway clock"), "clock", "", unknown, ())
    skew = tr("ahead of this computer by") if clock.skew >= 0 else tr("behind this computer by")
    words = tr(
        "{skew} {span} s, give or take {uncertainty} s",
        skew=skew,
        span=f"{abs(clock.skew):.1f}",
        uncertainty=f"{clock.uncertainty:.1f}",
    )
    severity = Severity.WARNING if clock.differs else Severity.PLAIN
    return _group(
        tr("Gateway clock"),
        "clock",
        f"{clock.skew:+.1f} s",
        fixed(words, severity),
        (
            _instant(tr("this computer"), answer.headers_at),
            _instant(tr("gateway"), clock.gateway_now(answer.headers_at)),
        ),
    )


def _headers(answer: Exchange, secrets: Credentials) -> Node:
    rows = [_row(secrets.hidden(name), secrets.hidden(value)) for name, value in answer.headers]
    return _group(tr("Response headers"), "braces", str(len(rows)), _NOTHING, rows)


def _date(written: str) -> Meaning:
    found = moment.instant(written.replace(" UTC", "Z"))
    if found is None:
        return _NOTHING
    seconds = found.seconds
    return _meaning(lambda view: moment.told(seconds, view))


def _instant(label: Text, seconds: float) -> Node:
    return _row(label, f"{seconds:.3f}", _meaning(lambda view: moment.told(seconds, view)))


def _meaning(words: Callable[[Viewpoint], Text]) -> Meaning:
    return _NOTHING._replace(words=words)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _row(label: str | Text, value: str, meaning: Meaning = _NOTHING) -> Node:
    return Node(
        label=as_sent(visible(label)) if isinstance(label, str) else label,
        value=visible(value),
        kind=NodeKind.STRING,
        severity=meaning.severity,
        raw=value,
        meaning=meaning.words,
    )


def _group(label: Text, icon: str, value: str, meaning: Meaning, rows: Sequence[Node]) -> Node:
    return Node(
        label=label,
        value=value,
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        icon=icon,
        raw=value,
        meaning=meaning.words,
        child_count=len(rows),
        child=tuple(rows).__getitem__,
    )
