"""Formats the answer as text for the screen: pretty-printed JSON, or any other body."""

from __future__ import annotations

from dataclasses import dataclass
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING, Final

from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.json_document import Json

MAX_PAGE_LENGTH: Final = 500_000
"""Characters that are displayed: more would take seconds to lay out, and nobody reads them."""

_MAX_TEXT_LENGTH: Final = 1_000


@dataclass(frozen=True, slots=True)
class JsonPage:
    """The text with credentials masked; truncated where it is not ``is_complete``."""

    text: str
    is_complete: bool = True
    is_json: bool = True


def build_json_page(analyzed: AnalyzedAnswer, limit: int = MAX_PAGE_LENGTH) -> JsonPage:
    """The answer for the screen, truncated where it has more than ``limit`` characters.

    No more than that is processed, because masking and formatting megabytes would block every
    thread. Texts of more than 1,000 characters are truncated, and say by how much.
    """
    from inspector_app.report.redaction import mask_credentials, mask_json
    from inspector_app.session.exchange import Failure
    from inspector_app.session.parsing.json_document import dump_json

    answer, known = analyzed.call_result, analyzed.credentials
    if isinstance(answer, Failure):
        return JsonPage("")
    if analyzed.document is None:
        return _build_text_page(answer.body, known, limit)
    root, left = _truncate_value(analyzed.document.root, limit + limit // 4, 0, known)
    text = dump_json(mask_json(root, (), known), string=_quote_json_string)
    shown = mask_credentials(_truncate_page(text, limit), known)  # pieces that stand in a list
    return JsonPage(shown, is_complete=left > 0 and len(text) <= limit)


def _build_text_page(body: bytes, known: Credentials, limit: int) -> JsonPage:
    from inspector_app.report.redaction import mask_credentials
    from inspector_app.session.token import MAX_TOKEN_LENGTH

    beginning = body[: limit + 2 * MAX_TOKEN_LENGTH]
    text = mask_credentials(beginning.decode(errors="replace"), known)
    if len(beginning) < len(body):
        text = text[: -2 * MAX_TOKEN_LENGTH]  # a credential cut there would not be recognized
    lines = (escape_invisible(elide(line, _MAX_TEXT_LENGTH)) for line in text.splitlines())
    shown = _truncate_page("\n".join(lines), limit)
    return JsonPage(shown, is_complete=len(beginning) == len(body), is_json=False)


def _truncate_value(value: Json, budget: int, depth: int, known: Credentials) -> tuple[Json, int]:
    """The part of a value that fits the character budget, and the budget that remains."""
    from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

    line = 2 * depth + 2
    match value:
        case JsonObject(members):
            kept = []
            for name, member in members:
                if budget <= 0:
                    break
                short = _truncate_text(name, known)
                inner, budget = _truncate_value(
                    member, budget - len(short) - line, depth + 1, known
                )
                kept.append((short, inner))
            return JsonObject(tuple(kept)), budget - line
        case JsonArray(items):
            shown = []
            for item in items:
                if budget <= 0:
                    break
                inner, budget = _truncate_value(item, budget - line, depth + 1, known)
                shown.append(inner)
            return JsonArray(tuple(shown)), budget - line
        case str():
            short = _truncate_text(value, known)
            return short, budget - len(short)
        case JsonNumber(digits):
            return value, budget - len(digits)
        case _:
            return value, budget - 1


def _truncate_text(text: str, known: Credentials) -> str:
    """The start of a long text: masked before it is cut, or part of a credential might remain."""
    from inspector_app.report.redaction import mask_credentials
    from inspector_app.session.token import MAX_TOKEN_LENGTH

    if len(text) <= _MAX_TEXT_LENGTH:
        return text
    beginning = mask_credentials(text[: _MAX_TEXT_LENGTH + 2 * MAX_TOKEN_LENGTH], known)[
        :_MAX_TEXT_LENGTH
    ]
    return f"{beginning}… (+{len(text) - _MAX_TEXT_LENGTH})"


def _truncate_page(text: str, limit: int) -> str:
    """The leading lines that fit the limit."""
    if len(text) <= limit:
        return text
    beginning = text[:limit]
    lines, newline, _ = beginning.rpartition("\n")
    return lines if newline else beginning


def _quote_json_string(text: str) -> str:
    """A JSON string literal with readable non-ASCII letters, and invisible characters escaped."""
    quoted = encode_basestring(text)
    return quoted if escape_invisible(quoted) == quoted else encode_basestring_ascii(text)
