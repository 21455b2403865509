"""Tells by how a body begins that it is no JSON: empty, compressed, a web page, a plain text."""

from __future__ import annotations

import json
import re
from typing import Final

from inspector_app.session.parsing.parse_errors import (
    JSON_WHITESPACE,
    BodyParseError,
    ParseErrorKind,
)
from inspector_app.session.translatable_text import tr

_BYTE_ORDER_MARK: Final = "\ufeff".encode()
_COMPRESSED: Final = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
"""How gzip, RFC 1952, and Zstandard, RFC 8878, begin."""

_WORD: Final = re.compile(rb"(?!(?:true|false|null|NaN|Infinity)\b)[A-Za-z\x80-\xff]{2}")
_LITERALS: Final = (b"true", b"false", b"null", b"NaN", b"Infinity")
_MAX_PLAIN_TEXT: Final = 2048


def check_beginning(data: bytes) -> None:
    """Checks that the body may be JSON in UTF-8.

    Raises:
        BodyParseError: if it is something else, with what it is.
    """
    beginning = data.removeprefix(_BYTE_ORDER_MARK).lstrip(JSON_WHITESPACE.encode())
    encoding = json.detect_encoding(data).upper()
    if not beginning:
        raise BodyParseError(ParseErrorKind.EMPTY, tr("The answer is empty."), data)
    if data.startswith(_COMPRESSED):
        cause = tr("The answer is compressed, and no header says so.")
        raise BodyParseError(ParseErrorKind.NOT_UTF8, cause, data[:1])
    if not encoding.startswith("UTF-8"):
        cause = tr("The answer seems to be in {encoding}, not in UTF-8.", encoding=encoding[:6])
        raise BodyParseError(ParseErrorKind.WRONG_ENCODING, cause, b"")
    if beginning.startswith(b"<"):
        cause = tr("The answer is a web page or XML, not JSON.")
        raise BodyParseError(ParseErrorKind.WEB_PAGE, cause, data[: -len(beginning)])
    if _is_plain_text(beginning):
        cause = tr("The answer is a text, not JSON.")
        raise BodyParseError(ParseErrorKind.PLAIN_TEXT, cause, data[: -len(beginning)])


def _is_plain_text(beginning: bytes) -> bool:
    """Whether it is a short text that begins with a word, and nothing in it looks like JSON."""
    if len(beginning) > _MAX_PLAIN_TEXT or b"{" in beginning or not _WORD.match(beginning):
        return False
    if any(one.startswith(beginning.rstrip()) for one in _LITERALS):
        return False  # a literal that was cut
    try:
        words = beginning.decode().split()
    except UnicodeDecodeError:
        return False
    return all(map(str.isprintable, words))
