"""Finds and validates the session token in pasted text, whatever programs made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import Weight
from inspector_app.gateway.pasted.found_token import FoundToken
from inspector_app.gateway.pasted.masked_context import locate
from inspector_app.gateway.pasted.other_things import (
    ONE_CASE_HINT,
    find_other_thing,
    has_one_case,
)
from inspector_app.gateway.pasted.search import search
from inspector_app.gateway.pasted.selection import (
    Pool,
    choose,
    choose_complaint,
    get_hints,
    get_several_problem,
)
from inspector_app.gateway.pasted.value_check import check_value
from inspector_app.session.token import CREDENTIAL_PREFIXES, Token, TokenKind
from inspector_app.session.translatable_text import Text, tr

MAX_JSON_LENGTH: Final = 32 * 1024 * 1024
"""Characters of JSON that are looked at: a HAR recording of a long visit fits."""

MAX_TEXT_LENGTH: Final = 256 * 1024
"""Characters of any other text that are looked at, so that an answer takes no time to notice."""

_MAX_ALONE_LENGTH: Final = 32 * 1024
"""Characters of a text that may be nothing but a token, broken over lines and in quotes."""

_TOO_LONG: Final = tr(
    "This text is too long to look for a token in it. Paste only the lines around the token."
)
_UNKNOWN_FORM: Final = tr("It has none of the forms of a token that are known.")


@dataclass(frozen=True, slots=True)
class TokenParseResult:
    """The token to inspect with, or else the problem for the person.

    ``notes`` say what was found and dropped, and which host it was for; neither they nor
    ``problem`` hold any more of the text than that host. ``host`` is that of the request which
    carries the token, with its port if that is not 443. It is there to be offered as a new
    environment: the token never goes to it by itself. ``candidates`` are all tokens of the kind
    that was looked for, in the order of the text: several where the choice is the person's. A
    stored token has neither notes, a host nor candidates.
    """

    token: Token | None = None
    problem: Text | None = None
    notes: tuple[Text, ...] = ()
    host: str | None = None
    candidates: tuple[FoundToken, ...] = ()


def read(text: str) -> TokenParseResult:
    """Reads the token in a pasted text.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    pasted = text.strip().lstrip("\ufeff")
    if len(pasted) > MAX_JSON_LENGTH:
        return TokenParseResult(problem=_TOO_LONG)
    alone = _read_alone(pasted) if len(pasted) <= _MAX_ALONE_LENGTH else None
    if alone is not None and alone.token is not None and alone.token.kind is not TokenKind.OPAQUE:
        return alone
    pool = Pool()
    for view in search(pasted, MAX_TEXT_LENGTH):
        if view.is_too_long:
            return TokenParseResult(problem=_TOO_LONG)
        pool.add_all(view.findings, view.undone)
        if view.is_complete and (view.is_json or _is_clear(pool)):
            break
    pool.drop_secret_hosts()
    return _conclude(pool, text, alone)


def _is_clear(pool: Pool) -> bool:
    """Whether no other view of the text could tell more."""
    found, _ = choose(pool)
    is_known = bool(found) and bool(pool.clean) and found[0].kind is not TokenKind.OPAQUE
    return is_known and all(one.host for one in found)


def choose_candidate(parsed: TokenParseResult, fingerprint: str) -> TokenParseResult:
    """What would have been read if the text held the token of that fingerprint alone.

    A problem where the text has no such token.
    """
    found = next((one for one in parsed.candidates if one.fingerprint == fingerprint), None)
    if found is None:
        problem = tr(
            "There is no token with the fingerprint {fingerprint} in this text.",
            fingerprint=fingerprint,
        )
        return parsed if not parsed.candidates else TokenParseResult(problem=problem)
    if len(parsed.candidates) == 1:
        return parsed
    others = tr("It is one of {count} tokens in this text.", count=len(parsed.candidates))
    return _take(found, (others,), parsed.candidates)


def _conclude(pool: Pool, text: str, alone: TokenParseResult | None) -> TokenParseResult:
    pasted = text.strip().lstrip("\ufeff")
    found, notes = choose(pool)
    if not found:
        complaint, hints = choose_complaint(pool)
        if complaint is None or complaint.weight is Weight.NOTHING_THERE:
            other = find_other_thing(pasted)
            if other is not None:
                return TokenParseResult(problem=other, host=complaint.host if complaint else None)
        if complaint is None or (alone and pasted.startswith(CREDENTIAL_PREFIXES)):
            return alone or _read_alone(pasted)
        return TokenParseResult(problem=complaint.problem, notes=hints, host=complaint.host)
    candidates = locate({pool.get_value(one): one for one in found}, text)
    if len(candidates) > 1:
        return TokenParseResult(problem=get_several_problem(candidates), candidates=candidates)
    return _take(candidates[0], notes, candidates)


def describe_host(host: str) -> Text:
    """The note on the host that the token was for."""
    return tr("It was for {host}.", host=host)


def _take(
    chosen: FoundToken, notes: tuple[Text, ...], candidates: tuple[FoundToken, ...]
) -> TokenParseResult:
    notes = (*chosen.notes, *notes)
    if chosen.host is not None:
        notes = (*notes, describe_host(chosen.host))
    return TokenParseResult(chosen.token, notes=notes, host=chosen.host, candidates=candidates)


def _read_alone(pasted: str) -> TokenParseResult:
    """The whole text as the token: one of a form that nobody knows has no name beside it."""
    value, notes = token_cleanup.clean_token(pasted)
    complaint = check_value(value)
    if complaint is not None:
        hints = get_hints(complaint)
        return TokenParseResult(problem=complaint.problem, notes=(*notes, *hints))
    token = Token(value)
    if token.kind is TokenKind.OPAQUE:
        notes = (*notes, _UNKNOWN_FORM)
    elif has_one_case(value):
        notes = (*notes, ONE_CASE_HINT)
    return TokenParseResult(token, notes=notes, candidates=(FoundToken(token, line=1),))
