"""Analyze an answer: the result is the value that diagnosis, tree and reports share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials, lifetimes
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Exchange, Failure
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.reading import reader, strict_json
from inspector_app.session.reading.strict_json import Unreadable

if TYPE_CHECKING:
    from inspector_app.session.reading.document import Document
    from inspector_app.session.reading.inspection import Inspection
    from inspector_app.session.token import Token

_NO_CREDENTIALS: Final = Credentials()
_UNKNOWN_CLOCK: Final = GatewayClock()


@dataclass(frozen=True, slots=True)
class Examination:
    """An answer, parsed as far as it can be.

    ``document`` is None where there is no answer or its body has a ``parse_error``; ``parsed`` is
    set with every document, ``lifetimes`` with every session. ``credentials`` are all that were
    found in the answer, its headers included, and those that were sent.
    """

    answer: Exchange | Failure
    document: Document | None = field(default=None, repr=False)
    unreadable: Unreadable | None = None
    inspection: Inspection | None = None
    lifetimes: Lifetimes | None = None
    clock: GatewayClock = _UNKNOWN_CLOCK
    credentials: Credentials = _NO_CREDENTIALS


def examine(
    answer: Exchange | Failure, token: Token | None = None, *others: Token | None
) -> Examination:
    """Parse an answer and compute what follows from it. Never raises, whatever was sent.

    ``token`` is the one that was sent, ``others`` are secrets that went along with it: wherever
    the answer repeats one of them, it is masked.
    """
    examination = _examined(answer)
    known = examination.credentials
    for sent in (token, *others):
        known = known if sent is None else sent.hidden_with(known)
    return replace(examination, credentials=known)


def _examined(answer: Exchange | Failure) -> Examination:
    if isinstance(answer, Failure):
        return Examination(answer, credentials=credentials.of_text(answer.detail or ""))
    clock = lifetimes.gateway_clock(answer)
    around = "\n".join(value for _, value in answer.headers)
    text = answer.body.decode(errors="replace")
    try:
        document = strict_json.parse(answer.body)
    except Unreadable as unreadable:
        return Examination(
            answer,
            unreadable=unreadable.with_traceback(None),
            clock=clock,
            credentials=credentials.of_text(f"{around}\n{text}"),
        )
    inspection = reader.read(document, answer.status)
    return Examination(
        answer=answer,
        document=document,
        inspection=inspection,
        lifetimes=lifetimes.lifetimes(inspection, answer),
        clock=clock,
        credentials=credentials.of_document(document.root, text).with_those_of(around),
    )
