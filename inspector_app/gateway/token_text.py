"""Finds and validates the session token in pasted text, trying each supported format in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted import (
    curl_command,
    free_text,
    headers,
    json_text,
    source_code,
    token_cleanup,
)
from inspector_app.gateway.pasted.candidate import TokenCandidate
from inspector_app.session.interruption import check_interruption
from inspector_app.session.token import Token, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_JSON_LENGTH: Final = 32 * 1024 * 1024
"""Characters of JSON that are looked at: a HAR recording of a long visit fits."""

MAX_TEXT_LENGTH: Final = 256 * 1024
"""Characters of any other text that are looked at, so that an answer takes no time to notice."""

_FINDERS: Final[tuple[Callable[[str], TokenCandidate | None], ...]] = (
    curl_command.find_token,
    source_code.find_token,
    headers.find_token,
)

_TOO_LONG: Final = tr("This text is too long to look for a token in it.")
_PORTAL_TOKEN: Final = tr(
    "This is a token of the EnOS application portal, a different service: "
    "the gateway may refuse it here."
)


@dataclass(frozen=True, slots=True)
class TokenParseResult:
    """The token to inspect with, or else the problem for the person.

    ``notes`` say what was found and dropped; neither they nor ``problem`` hold any of the text.
    ``host`` is a host that the text names, with its port if that is not 443. It is there to be
    offered as a new environment: the token never goes to it by itself. A stored token has neither
    notes nor a host.
    """

    token: Token | None = None
    problem: Text | None = None
    notes: tuple[Text, ...] = ()
    host: str | None = None


def read(text: str) -> TokenParseResult:
    """Reads the token in a pasted text.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    candidate = _find_candidate(text.strip().lstrip("\ufeff"))
    if candidate.value is None:
        return TokenParseResult(problem=candidate.problem, host=candidate.host)
    value, notes = token_cleanup.clean_token(candidate.value)
    problem = token_cleanup.check_token(value)
    notes = (*candidate.notes, *notes)
    if problem is not None:
        return TokenParseResult(problem=problem, notes=notes, host=candidate.host)
    token = Token(value)
    if token.kind is TokenKind.PORTAL:
        notes = (*notes, _PORTAL_TOKEN)
    return TokenParseResult(token, notes=notes, host=candidate.host)


def _find_candidate(pasted: str) -> TokenCandidate:
    candidate = json_text.find_token(pasted) if len(pasted) <= MAX_JSON_LENGTH else None
    if candidate is None and len(pasted) > MAX_TEXT_LENGTH:
        return TokenCandidate(problem=_TOO_LONG)
    for find_token in _FINDERS:
        check_interruption()
        candidate = candidate or find_token(pasted)
    return (
        candidate
        or free_text.find_token(token_cleanup.clean_token(pasted)[0])
        or TokenCandidate(pasted)
    )
