"""Parse errors: why and where bytes are not the JSON document they should be."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text

MAX_NUMBER_LENGTH: Final = 1000
"""Characters of a number that are read: as many as are shown whole, and more than any double
needs (767 digits); Python's own ``int`` refuses more than 4300."""

JSON_WHITESPACE: Final = " \t\n\r"
"""The characters that may occur between the parts of a document."""

JSON_STRING_PATTERN: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?+'
"""Pattern of a string, or of one that the body's end cuts off; for ``re.DOTALL``."""

_STRING_OR_NUMBER_PATTERN: Final = re.compile(
    rf"{JSON_STRING_PATTERN}|(?P<word>-?Infinity|NaN)|(?P<number>-?[0-9][-+.0-9Ee]*+)", re.DOTALL
)
_TRUNCATED_TOKEN_PATTERN: Final = (
    re.compile(  # what a cut leaves of a string, an escape, a literal or a number
        r'(?:"[^"\\]*+(?:\\.[^"\\]*+)*+\\?|u[0-9A-Fa-f]{0,4}'
        r"|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|\.|[Ee][+-]?)?[ \t\n\r]*",
        re.DOTALL,
    )
)


class ParseErrorKind(Enum):
    """What makes a body unreadable: one closed list."""

    EMPTY = "empty"
    WEB_PAGE = "web_page"
    PLAIN_TEXT = "plain_text"
    WRONG_ENCODING = "other_encoding"
    NOT_UTF8 = "not_utf8"
    TRUNCATED = "cut_short"
    TOO_DEEP = "too_deep"
    NUMBER_TOO_LONG = "number_too_long"
    NOT_A_NUMBER = "not_a_number"
    CONTROL_CHARACTER = "control_character"
    TRAILING_DATA = "more_after_end"
    MALFORMED = "malformed"


class BodyParseError(Exception):  # a finding about the answer, not an error of ours
    """The body is not a JSON document.

    Attributes:
        kind: what is wrong, for rules.
        cause: what is wrong, for people; of the body it holds one character at most.
        offset: bytes before the error, a byte order mark included.
        line: the error's line, from 1.
        column: the error's character in its line, from 1.
    """

    def __init__(self, kind: ParseErrorKind, cause: Text, before: bytes) -> None:
        super().__init__(str(cause))
        self.kind = kind
        self.cause = cause
        self.offset = len(before)
        self.line = before.count(b"\n") + 1
        self.column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1


def build_syntax_error(text: str, at: int) -> BodyParseError:
    """What is wrong where the scanner, ``at`` characters in, met what it did not expect."""
    if _TRUNCATED_TOKEN_PATTERN.fullmatch(text, at):
        return build_truncation_error(text.encode())
    before = text[:at].rstrip(JSON_WHITESPACE)
    if before.endswith(",") and text[at] in "]}":  # Python 3.13 points at the comma, older here
        at = len(before) - 1
    elif before.endswith("\\") and text[at] == "u":
        at -= 1
    character = escape_invisible(text[at])
    if text[at] < " ":
        cause = tr("A control character ({character}) stands where none may.", character=character)
        return _build_error(ParseErrorKind.CONTROL_CHARACTER, cause, text[:at])
    cause = tr("“{character}” stands where JSON does not allow it.", character=character)
    return _build_error(ParseErrorKind.MALFORMED, cause, text[:at])


def build_number_error(text: str) -> BodyParseError:
    """What is wrong with the first number that is not read; there must be one."""
    odd = next(
        found
        for found in _STRING_OR_NUMBER_PATTERN.finditer(text)
        if found["word"] or len(found["number"] or "") > MAX_NUMBER_LENGTH
    )
    if found := odd["word"]:
        cause = tr("{word} is not a number in JSON.", word=found)
        return _build_error(ParseErrorKind.NOT_A_NUMBER, cause, text[: odd.start()])
    cause = tr("A number has more than {limit} characters.", limit=MAX_NUMBER_LENGTH)
    return _build_error(ParseErrorKind.NUMBER_TOO_LONG, cause, text[: odd.start()])


def build_truncation_error(data: bytes) -> BodyParseError:
    """The body is a beginning without its end."""
    return BodyParseError(ParseErrorKind.TRUNCATED, tr("The answer ends in the middle."), data)


def _build_error(kind: ParseErrorKind, cause: Text, before: str) -> BodyParseError:
    return BodyParseError(kind, cause, before.encode())
