"""Finds and validates the session token in pasted text, whatever programs made of it."""

from __future__ import annotations

from typing import Final

from inspector_app.gateway.pasted.parse_result import TOO_LONG, TokenParseResult, build_result
from inspector_app.gateway.pasted.token_alone import read_alone
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr

MAX_JSON_LENGTH: Final = 32 * 1024 * 1024
"""Characters of JSON that are looked at: a HAR recording of a long visit fits."""

_MAX_ALONE_LENGTH: Final = 32 * 1024
"""Characters of a text that may be nothing but a token, broken over lines and in quotes."""


def read(text: str) -> TokenParseResult:
    """Reads the token in a pasted text.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    pasted = text.strip().lstrip("\ufeff")
    if len(pasted) > MAX_JSON_LENGTH:
        return TokenParseResult(problem=TOO_LONG)
    alone = read_alone(pasted) if len(pasted) <= _MAX_ALONE_LENGTH else None
    if alone is not None and alone.token is not None and alone.token.kind is not TokenKind.OPAQUE:
        return alone
    # By need, as most texts are a token alone, and the readers of all others take 20 ms.
    from inspector_app.gateway.pasted.whole_text import read_whole

    return read_whole(text, alone)


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
    return build_result(found, (others,), parsed.candidates)
