"""Analyze an answer: the result is the value that diagnosis, tree and reports share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials, doubts, lifetimes
from inspector_app.session.companion import (
    COMPANIONS_NAME,
    CompanionKind,
    read_lone_companion,
)
from inspector_app.session.credentials import Credentials
from inspector_app.session.doubts import Doubt, DoubtKind
from inspector_app.session.exchange import Exchange, Failure
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.parsing import answer_parser, strict_json
from inspector_app.session.parsing.companion_recognition import recognize_companion
from inspector_app.session.parsing.json_document import JsonDocument, JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError

if TYPE_CHECKING:
    from inspector_app.session.companion import Companion
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.token import Token

_COMPANION_ORDER: Final = tuple(CompanionKind)
_NO_CREDENTIALS: Final = Credentials()
_UNKNOWN_CLOCK: Final = GatewayClock()


@dataclass(frozen=True, slots=True)
class AnalyzedAnswer:
    """An answer, parsed as far as it can be.

    ``document`` is None where there is no answer or its body has a ``parse_error``; ``parsed`` is
    set with every document, ``lifetimes`` with every session. ``credentials`` are all that were
    found in the answer, its headers included, and those that were sent. ``doubts`` are what keeps
    a success from proving that the session is valid: found before anything was redacted.
    ``companions`` are the answers of further calls that were made for it, one of a kind.
    """

    call_result: Exchange | Failure
    document: JsonDocument | None = field(default=None, repr=False)
    parse_error: BodyParseError | None = None
    parsed: ParsedAnswer | None = None
    lifetimes: Lifetimes | None = None
    clock: GatewayClock = _UNKNOWN_CLOCK
    credentials: Credentials = _NO_CREDENTIALS
    doubts: tuple[Doubt, ...] = ()
    companions: tuple[Companion, ...] = ()

    def get_companion(self, kind: CompanionKind) -> Companion | None:
        """The answer of the call of that kind; None where it was not made."""
        return next((one for one in self.companions if one.kind is kind), None)

    def build_whole_document(self) -> JsonDocument | None:
        """The document with those of its companions in it, as their paths lead to them."""
        if self.document is None or not isinstance(self.document.root, JsonObject):
            return self.document
        documents = tuple(
            (one.kind.value, one.document.root) for one in self.companions if one.document
        )
        if not documents:
            return self.document
        members = (*self.document.root.members, (COMPANIONS_NAME, JsonObject(documents)))
        return JsonDocument(JsonObject(members))

    @property
    def is_stored(self) -> bool:
        """Whether a cache had the answer before the call: it proves nothing of the time of it."""
        return any(doubt.kind is DoubtKind.FROM_CACHE for doubt in self.doubts)

    @property
    def taken_at(self) -> float:
        """When the answer or the failure was there, by this computer's clock, in epoch seconds."""
        result = self.call_result
        return result.headers_at if isinstance(result, Exchange) else result.failed_at


def analyze_answer(
    answer: Exchange | Failure, token: Token | None = None, *others: Token | None
) -> AnalyzedAnswer:
    """Parse an answer and compute what follows from it. Never raises, whatever was sent.

    ``token`` is the one that was sent, ``others`` are secrets that went along with it: wherever
    the answer repeats one of them, it is masked.
    """
    analyzed = _analyze_call_result(answer)
    known = add_sent(analyzed.credentials, analyzed.document, token, *others)
    if isinstance(answer, Exchange):
        known = known.with_header_pieces(answer.headers)
    known.learn_long_texts()
    return replace(
        analyzed, credentials=known, doubts=_check_session_id(analyzed, token) + analyzed.doubts
    )


def add_sent(found: Credentials, document: JsonDocument | None, *sent: Token | None) -> Credentials:
    """What was found in an answer and what was sent, and the pieces into which it cuts that."""
    known = found
    for one in sent:
        known = known if one is None else one.add_to(known)
    return known if known is found or document is None else known.with_pieces(document.root)


def analyze_document(exchange: Exchange, document: JsonDocument) -> AnalyzedAnswer:
    """Compute what follows from an answer whose body is parsed already: ``document`` is of it."""
    parsed = answer_parser.parse_answer(document, exchange.status)
    found = credentials.find_in_document(document.root, exchange.body.decode(errors="replace"))
    times = lifetimes.compute_lifetimes(parsed, exchange)
    answered_at = None if times is None else times.answered_at
    return AnalyzedAnswer(
        call_result=exchange,
        document=document,
        parsed=parsed,
        lifetimes=times,
        clock=lifetimes.compute_gateway_clock(exchange),
        credentials=found | credentials.find_in_headers(exchange.headers),
        doubts=doubts.find_doubts(parsed, answered_at, exchange.headers),
    )


def add_companions(analyzed: AnalyzedAnswer, companions: tuple[Companion, ...]) -> AnalyzedAnswer:
    """The analyzed answer with these answers beside it, each in place of one of its kind.

    Whatever is a credential in one of them is masked in all.
    """
    kinds = {one.kind for one in companions}
    kept = tuple(one for one in analyzed.companions if one.kind not in kinds)
    known = analyzed.credentials
    for one in companions:
        known |= one.credentials
    if known is not analyzed.credentials:
        known.learn_long_texts()
    ordered = sorted((*kept, *companions), key=lambda one: _COMPANION_ORDER.index(one.kind))
    return replace(analyzed, companions=tuple(ordered), credentials=known)


def add_credentials(analyzed: AnalyzedAnswer, others: Credentials) -> AnalyzedAnswer:
    """The analyzed answer with these masked as well, and the pieces into which it cuts one."""
    document = analyzed.document
    found = others if document is None else others.with_pieces(document.root)
    known = analyzed.credentials | found
    known.learn_long_texts()
    return replace(analyzed, credentials=known)


def find_lone_companion(analyzed: AnalyzedAnswer) -> Companion | None:
    """The answer itself, where it is that of a call beside session info and was opened alone."""
    answer, parsed = analyzed.call_result, analyzed.parsed
    if not isinstance(answer, Exchange) or parsed is None or parsed.session is not None:
        return None
    call = recognize_companion(parsed.document.root)
    return None if call is None else read_lone_companion(call, answer, parsed)


def add_doubts(analyzed: AnalyzedAnswer, kinds: frozenset[DoubtKind]) -> AnalyzedAnswer:
    """The analyzed answer with doubts that are known of it, and that it shows no more itself."""
    shown = {doubt.kind for doubt in analyzed.doubts}
    more = tuple(Doubt(kind) for kind in DoubtKind if kind in kinds - shown)
    return replace(analyzed, doubts=more + analyzed.doubts) if more else analyzed


def _check_session_id(analyzed: AnalyzedAnswer, token: Token | None) -> tuple[Doubt, ...]:
    parsed = analyzed.parsed
    if token is None or parsed is None or doubts.is_session_of(parsed, token) is not False:
        return ()
    session = parsed.session
    path = () if session is None else (*session.path, "id")
    return (Doubt(DoubtKind.OTHER_SESSION, (path,)),)


def _analyze_call_result(answer: Exchange | Failure) -> AnalyzedAnswer:
    if isinstance(answer, Failure):
        found = credentials.find_in_address(answer.detail or "")
        return AnalyzedAnswer(answer, credentials=found)
    try:
        document = strict_json.parse_document(answer.body)
    except BodyParseError as parse_error:
        found = credentials.find_in_text(answer.body.decode(errors="replace"))
        return AnalyzedAnswer(
            answer,
            parse_error=parse_error.with_traceback(None),
            clock=lifetimes.compute_gateway_clock(answer),
            credentials=found | credentials.find_in_headers(answer.headers),
            doubts=doubts.find_cache_doubts(answer.headers),
        )
    return analyze_document(answer, document)
