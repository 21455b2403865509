"""Formats the answer as text for the screen: pretty-printed JSON, or any other body."""

from __future__ import annotations

from dataclasses import dataclass
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING, Final

from inspector_app.report.redaction import hidden, masked
from inspector_app.session.exchange import Failure
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.reading.document import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.token import MAX_TOKEN_LENGTH

if TYPE_CHECKING:
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.examination import AnalyzedAnswer

LONGEST_PAGE: Final = 500_000
"""Characters that are displayed: more would take seconds to lay out, and nobody reads them."""

_LONGEST_TEXT: Final = 1_000


@dataclass(frozen=True, slots=True)
class JsonPage:
    """The text with credentials masked; truncated where it is not ``is_complete``."""

    text: str
    whole: bool = True
    is_json: bool = True


def json_page(examination: AnalyzedAnswer, limit: int = LONGEST_PAGE) -> JsonPage:
    """The answer for the screen, truncated where it has more than ``limit`` characters.

    No more than that is processed, because masking and formatting megabytes would block every
    thread. Texts of more than 1,000 characters are truncated, and say by how much.
    """
    answer, known = examination.call_result, examination.credentials
    if isinstance(answer, Failure):
        return JsonPage("")
    if examination.document is None:
        return _no_json(answer.body, known, limit)
    root, left = _beginning(examination.document.root, limit + limit // 4, 0, known)
    text = dump_json(masked(root, (), known), string=_on_screen)
    return JsonPage(_cut(text, limit), whole=left > 0 and len(text) <= limit)


def _no_json(body: bytes, known: Credentials, limit: int) -> JsonPage:
    beginning = body[: limit + 2 * MAX_TOKEN_LENGTH]
    text = hidden(beginning.decode(errors="replace"), known)
    if len(beginning) < len(body):
        text = text[: -2 * MAX_TOKEN_LENGTH]  # a credential cut there would not be recognized
    lines = (escape_invisible(elide(line, _LONGEST_TEXT)) for line in text.splitlines())
    shown = _cut("\n".join(lines), limit)
    return JsonPage(shown, whole=len(beginning) == len(body), is_json=False)


def _beginning(value: Json, room: int, depth: int, known: Credentials) -> tuple[Json, int]:
    """The part of a value that fits the character budget, and the budget that remains."""
    line = 2 * depth + 2
    match value:
        case JsonObject(members):
            kept = []
            for name, member in members:
                if room <= 0:
                    break
                short = _shortened(name, known)
                inner, room = _beginning(member, room - len(short) - line, depth + 1, known)
                kept.append((short, inner))
            return JsonObject(tuple(kept)), room - line
        case JsonArray(items):
            shown = []
            for item in items:
                if room <= 0:
                    break
                inner, room = _beginning(item, room - line, depth + 1, known)
                shown.append(inner)
            return JsonArray(tuple(shown)), room - line
        case str():
            short = _shortened(value, known)
            return short, room - len(short)
        case JsonNumber(digits):
            return value, room - len(digits)
        case _:
            return value, room - 1


def _shortened(text: str, known: Credentials) -> str:
    """The start of a long text: masked before it is cut, or part of a credential might remain."""
    if len(text) <= _LONGEST_TEXT:
        return text
    beginning = hidden(text[: _LONGEST_TEXT + 2 * MAX_TOKEN_LENGTH], known)[:_LONGEST_TEXT]
    return f"{beginning}… (+{len(text) - _LONGEST_TEXT})"


def _cut(text: str, limit: int) -> str:
    """The leading lines that fit the limit."""
    if len(text) <= limit:
        return text
    end = text.rfind("\n", 0, limit)
    return text[: limit if end < 0 else end]


def _on_screen(text: str) -> str:
    """A JSON string literal with readable non-ASCII letters, and invisible characters escaped."""
    quoted = encode_basestring(text)
    return quoted if escape_invisible(quoted) == quoted else encode_basestring_ascii(text)
