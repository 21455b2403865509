"""Analyze an answer: the result is the value that diagnosis, tree and reports share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials, lifetimes
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Exchange, Failure
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.parsing import answer_parser, strict_json
from inspector_app.session.parsing.strict_json import BodyParseError

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.token import Token

_NO_CREDENTIALS: Final = Credentials()
_UNKNOWN_CLOCK: Final = GatewayClock()


@dataclass(frozen=True, slots=True)
class AnalyzedAnswer:
    """An answer, parsed as far as it can be.

    ``document`` is None where there is no answer or its body has a ``parse_error``; ``parsed`` is
    set with every document, ``lifetimes`` with every session. ``credentials`` are all that were
    found in the answer, its headers included, and those that were sent.
    """

    call_result: Exchange | Failure
    document: JsonDocument | None = field(default=None, repr=False)
    parse_error: BodyParseError | None = None
    parsed: ParsedAnswer | None = None
    lifetimes: Lifetimes | None = None
    clock: GatewayClock = _UNKNOWN_CLOCK
    credentials: Credentials = _NO_CREDENTIALS


def analyze_answer(
    answer: Exchange | Failure, token: Token | None = None, *others: Token | None
) -> AnalyzedAnswer:
    """Parse an answer and compute what follows from it. Never raises, whatever was sent.

    ``token`` is the one that was sent, ``others`` are secrets that went along with it: wherever
    the answer repeats one of them, it is masked.
    """
    analyzed = _analyze_call_result(answer)
    known = analyzed.credentials
    for sent in (token, *others):
        known = known if sent is None else sent.add_to(known)
    return replace(analyzed, credentials=known)


def _analyze_call_result(answer: Exchange | Failure) -> AnalyzedAnswer:
    if isinstance(answer, Failure):
        return AnalyzedAnswer(answer, credentials=credentials.find_in_text(answer.detail or ""))
    clock = lifetimes.compute_gateway_clock(answer)
    around = "\n".join(value for _, value in answer.headers)
    text = answer.body.decode(errors="replace")
    try:
        document = strict_json.parse_document(answer.body)
    except BodyParseError as unreadable:
        return AnalyzedAnswer(
            answer,
            parse_error=unreadable.with_traceback(None),
            clock=clock,
            credentials=credentials.find_in_text(f"{around}\n{text}"),
        )
    parsed = answer_parser.parse_answer(document, answer.status)
    return AnalyzedAnswer(
        call_result=answer,
        document=document,
        parsed=parsed,
        lifetimes=lifetimes.compute_lifetimes(parsed, answer),
        clock=clock,
        credentials=credentials.find_in_document(document.root, text).with_credentials_from(around),
    )
