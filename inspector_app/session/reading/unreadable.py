"""Parse errors: why and where bytes are not the JSON document they should be."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.plain_text import visible
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from inspector_app.session.wording import Text

LONGEST_NUMBER: Final = 1000
"""Characters of a number that are read: as many as are shown whole, and more than any double
needs (767 digits); Python's own ``int`` refuses more than 4300."""

JSON_SPACES: Final = " \t\n\r"
"""The characters that may occur between the parts of a document."""

JSON_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?+'
"""Pattern of a string, or of one that the body's end cuts off; for ``re.DOTALL``."""

_STRING_OR_NUMBER: Final = re.compile(
    rf"{JSON_STRING}|(?P<word>-?Infinity|NaN)|(?P<number>-?[0-9][-+.0-9Ee]*+)", re.DOTALL
)
_BEGUN: Final = re.compile(  # what a cut leaves of a string, an escape, a literal or a number
    r'(?:"[^"\\]*+(?:\\.[^"\\]*+)*+\\?|u[0-9A-Fa-f]{0,4}'
    r"|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|\.|[Ee][+-]?)?[ \t\n\r]*",
    re.DOTALL,
)


class Flaw(Enum):
    """What makes a body unreadable: one closed list."""

    EMPTY = "empty"
    WEB_PAGE = "web_page"
    OTHER_ENCODING = "other_encoding"
    NOT_UTF8 = "not_utf8"
    CUT_SHORT = "cut_short"
    TOO_DEEP = "too_deep"
    NUMBER_TOO_LONG = "number_too_long"
    NOT_A_NUMBER = "not_a_number"
    CONTROL_CHARACTER = "control_character"
    MORE_AFTER_END = "more_after_end"
    MALFORMED = "malformed"


class Unreadable(Exception):  # a finding about the answer, not an error of ours
    """The body is not a JSON document.

    Attributes:
        kind: what is wrong, for rules.
        cause: what is wrong, for people; of the body it holds one character at most.
        offset: bytes before the error, a byte order mark included.
        line: the error's line, from 1.
        column: the error's character in its line, from 1.
    """

    def __init__(self, flaw: Flaw, cause: Text, before: bytes) -> None:
        super().__init__(str(cause))
        self.flaw = flaw
        self.cause = cause
        self.offset = len(before)
        self.line = before.count(b"\n") + 1
        self.column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1


def unexpected(text: str, at: int) -> Unreadable:
    """What is wrong where the scanner, ``at`` characters in, met what it did not expect."""
    if _BEGUN.fullmatch(text, at):
        return cut_short(text.encode())
    before = text[:at].rstrip(JSON_SPACES)
    if before.endswith(",") and text[at] in "]}":  # Python 3.13 points at the comma, older here
        at = len(before) - 1
    elif before.endswith("\\") and text[at] == "u":
        at -= 1
    character = visible(text[at])
    if text[at] < " ":
        cause = tr("A control character ({character}) stands where none may.", character=character)
        return _refusal(Flaw.CONTROL_CHARACTER, cause, text[:at])
    cause = tr("“{character}” stands where JSON does not allow it.", character=character)
    return _refusal(Flaw.MALFORMED, cause, text[:at])


def odd_number(text: str) -> Unreadable:
    """What is wrong with the first number that is not read; there must be one."""
    odd = next(
        found
        for found in _STRING_OR_NUMBER.finditer(text)
        if found["word"] or len(found["number"] or "") > LONGEST_NUMBER
    )
    if found := odd["word"]:
        cause = tr("{word} is not a number in JSON.", word=found)
        return _refusal(Flaw.NOT_A_NUMBER, cause, text[: odd.start()])
    cause = tr("A number has more than {limit} characters.", limit=LONGEST_NUMBER)
    return _refusal(Flaw.NUMBER_TOO_LONG, cause, text[: odd.start()])


def cut_short(data: bytes) -> Unreadable:
    """The body is a beginning without its end."""
    return Unreadable(Flaw.CUT_SHORT, tr("The answer ends in the middle."), data)


def _refusal(flaw: Flaw, cause: Text, before: str) -> Unreadable:
    return Unreadable(flaw, cause, before.encode())
