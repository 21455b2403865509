"""Reads a text that is more than a token alone, in all of its views, with all readers."""

from __future__ import annotations

from typing import Final

from inspector_app.gateway.pasted.candidate import Weight
from inspector_app.gateway.pasted.masked_context import locate
from inspector_app.gateway.pasted.other_things import find_other_thing
from inspector_app.gateway.pasted.parse_result import TOO_LONG, TokenParseResult, build_result
from inspector_app.gateway.pasted.search import search
from inspector_app.gateway.pasted.selection import (
    Pool,
    choose,
    choose_complaint,
    get_several_problem,
)
from inspector_app.gateway.pasted.token_alone import read_alone
from inspector_app.session.token import CREDENTIAL_PREFIXES, TokenKind

MAX_TEXT_LENGTH: Final = 256 * 1024
"""Characters of a text that is not JSON which are looked at, so that an answer takes no time to
notice."""


def read_whole(text: str, alone: TokenParseResult | None) -> TokenParseResult:
    """The token of a text; ``alone`` is what it would be as a token, None where it is too long.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    pasted = text.strip().lstrip("\ufeff")
    pool = Pool()
    for view in search(pasted, MAX_TEXT_LENGTH):
        if view.is_too_long:
            return TokenParseResult(problem=TOO_LONG)
        pool.add_all(view.findings, view.undone)
        if view.is_complete and (view.is_json or _is_clear(pool)):
            break
    pool.drop_secret_hosts()
    return _conclude(pool, text, alone)


def _is_clear(pool: Pool) -> bool:
    """Whether no other view of the text could tell more."""
    found, _ = choose(pool)
    is_known = bool(found) and found[0].kind is not TokenKind.OPAQUE
    return is_known and all(one.host for one in found)


def _conclude(pool: Pool, text: str, alone: TokenParseResult | None) -> TokenParseResult:
    pasted = text.strip().lstrip("\ufeff")
    found, notes = choose(pool)
    if not found:
        complaint, hints = choose_complaint(pool)
        if complaint is None or complaint.weight is Weight.NOTHING_THERE:
            other = find_other_thing(pasted)
            if other is not None:
                return TokenParseResult(problem=other)
        if complaint is None or (alone and pasted.startswith(CREDENTIAL_PREFIXES)):
            return alone or read_alone(pasted)
        return TokenParseResult(problem=complaint.problem, notes=hints)
    candidates = locate({pool.get_value(one): one for one in found}, text)
    if len(candidates) > 1:
        return TokenParseResult(problem=get_several_problem(candidates), candidates=candidates)
    return build_result(candidates[0], notes, candidates)
