"""Reads a whole text as a token, with whatever is around one that somebody copied."""

from __future__ import annotations

from typing import Final

from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.found_token import FoundToken
from inspector_app.gateway.pasted.other_things import ONE_CASE_HINT, has_one_case
from inspector_app.gateway.pasted.parse_result import TokenParseResult
from inspector_app.gateway.pasted.value_check import check_value, get_hints
from inspector_app.session.token import Token, TokenKind
from inspector_app.session.translatable_text import tr

_UNKNOWN_FORM: Final = tr("It has none of the forms of a token that are known.")


def read_alone(pasted: str) -> TokenParseResult:
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
