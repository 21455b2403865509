"""Reads JSON with the line on which each value stands, to say where in a file a mistake is.

It is slower than ``json``, so files are read with that, and with this where something is wrong.
"""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

MAX_FILE_SIZE: Final = 4_900_000
"""Bytes that a settings file may have: 10,000 environments, as the app writes them, need less."""

MAX_DEPTH: Final = 64
"""Objects and lists inside each other; deeper ones are refused."""

_BLANKS: Final = re.compile(r"[ \t\n\r]*+")
_DECODER: Final = json.JSONDecoder()


class LocatedValue(NamedTuple):
    """A value and the line that it begins on, counted from 1.

    ``value`` is what ``json`` makes of a scalar, a tuple of pairs for an object, in which a name
    may occur twice, and a tuple of located values for a list.
    """

    value: object
    line: int
    is_object: bool = False


class JsonSyntaxError(Exception):
    """The text is no JSON.

    Attributes:
        line: where, counted from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def parse_located(data: bytes) -> LocatedValue:
    """Parse a document.

    Raises:
        JsonSyntaxError: if it is not JSON in UTF-8, or nested too deeply.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonSyntaxError(data.count(b"\n", 0, error.start) + 1) from None
    return _Parser(text).parse_document()


class _Parser:
    """Goes over the text once; ``_line`` is that of ``_at``."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def parse_document(self) -> LocatedValue:
        value = self._parse_value(MAX_DEPTH)
        if self._peek():
            raise JsonSyntaxError(self._line)
        return value

    def _parse_value(self, depth: int) -> LocatedValue:
        sign = self._peek()
        line = self._line
        if not sign or not depth:
            raise JsonSyntaxError(line)
        if sign == "{":
            return LocatedValue(self._parse_members(depth - 1), line, is_object=True)
        if sign == "[":
            return LocatedValue(self._parse_items(depth - 1), line)
        return LocatedValue(self._parse_scalar(), line)

    def _parse_scalar(self) -> object:
        try:
            value, end = _DECODER.raw_decode(self._text, self._at)
        except ValueError:  # no container, so that nothing recurs
            raise JsonSyntaxError(self._line) from None
        self._advance(end)
        return value

    def _parse_members(self, depth: int) -> tuple[tuple[str, LocatedValue], ...]:
        members: list[tuple[str, LocatedValue]] = []
        self._take("{")
        while self._peek() != "}":
            if members:
                self._take(",")
            name = self._parse_scalar() if self._peek() == '"' else None
            if not isinstance(name, str):
                raise JsonSyntaxError(self._line)
            self._take(":")
            members.append((name, self._parse_value(depth)))
        self._take("}")
        return tuple(members)

    def _parse_items(self, depth: int) -> tuple[LocatedValue, ...]:
        items: list[LocatedValue] = []
        self._take("[")
        while self._peek() != "]":
            if items:
                self._take(",")
            items.append(self._parse_value(depth))
        self._take("]")
        return tuple(items)

    def _peek(self) -> str:
        """Skip blanks; return the sign after them, empty at the end."""
        blanks = _BLANKS.match(self._text, self._at)
        if blanks is not None:  # as it always is
            self._advance(blanks.end())
        return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> None:
        if self._peek() != sign:
            raise JsonSyntaxError(self._line)
        self._advance(self._at + 1)

    def _advance(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end
