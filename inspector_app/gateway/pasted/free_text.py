"""Finds a token inside other text: a log line, a sentence, a query string."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted.candidate import (
    ENOS_PREFIX,
    TokenCandidate,
    detect_kind,
    select_best,
)
from inspector_app.session.token import SESSION_ID_LENGTHS, TokenKind
from inspector_app.session.translatable_text import tr

_TRUNCATION: Final = r"(?:…|\.{2,}|[*•]+)?"
_TOKEN: Final = re.compile(
    rf"(?<![A-Za-z0-9_])(?P<enos>{ENOS_PREFIX}[A-Za-z0-9]++{_TRUNCATION})"
    # Only the first JWT of a word, looked for once: where it has no dots, a later one has none.
    rf"|(?<![\w-])(?>(?:(?!{ENOS_PREFIX})[A-Za-z0-9_]*+-)*?(?={TokenKind.JWT.value}))"
    rf"(?P<jwt>[\w-]++\.[\w-]++\.[\w-]++{_TRUNCATION})"
    rf"|\b(?i:Bearer)[ \t]++(?P<bearer>[A-Za-z0-9._~+/=-]{{8,}}+{_TRUNCATION})",
    re.ASCII,
)
_SESSION_ID: Final = "|".join(rf"[A-Za-z0-9]{{{length}}}" for length in SESSION_ID_LENGTHS)
_DOCUMENTED_TOKEN: Final = re.compile(
    rf"{TokenKind.SESSION.value}(?:{_SESSION_ID})|{TokenKind.PORTAL.value}\w{{32}}"
)
"""EnOS session IDs as long as in the vendor's samples: a hint, never a rule."""

_WRAPPED_TOKEN: Final = re.compile(
    rf"({ENOS_PREFIX}[A-Za-z0-9]++)[ \t]*+\r?\n[ \t>]*+([A-Za-z0-9]++)(?=\s|$)"
)
_NOTE: Final = tr("Took the token out of the text around it.")
_MULTIPLE_TOKENS: Final = tr("There is more than one token in this text. Paste the one to inspect.")


def find_token(text: str) -> TokenCandidate | None:
    """The one recognizable token in the text; None if there is none, or it stands alone."""
    text = _join_wrapped_token(text)
    matches = list(_TOKEN.finditer(text))
    start, end = _get_span(matches[0]) if matches else (0, len(text))
    if (start, end) == (0, len(text)):
        return None
    if start == 0 and not _DOCUMENTED_TOKEN.fullmatch(matches[0][0]):
        return None  # rather a damaged token than a short one with words after it
    values = {match["enos"] or match["jwt"] or match["bearer"] for match in matches}
    best = select_best(TokenCandidate(value, notes=(_NOTE,)) for value in sorted(values))
    rivals = {
        value for value in values if best and detect_kind(value) is detect_kind(best.value or "")
    }
    return TokenCandidate(problem=_MULTIPLE_TOKENS) if len(rivals) > 1 else best


def _get_span(match: re.Match[str]) -> tuple[int, int]:
    """Where the token stands, with a ``Bearer`` before it, but without the word around a JWT."""
    return match.span("jwt") if match["jwt"] else match.span()


def _join_wrapped_token(text: str) -> str:
    """The text with a token put together again that an e-mail program broke over two lines."""

    def join_match(match: re.Match[str]) -> str:
        token = match[1] + match[2]
        return token if _DOCUMENTED_TOKEN.fullmatch(token) else match[0]

    return _WRAPPED_TOKEN.sub(join_match, text)
