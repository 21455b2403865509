"""Strict, lossless JSON parser: RFC 8259 in strict UTF-8.

The grammar is the standard library's C scanner with hooks: no maintained parser meets all of this,
and simplejson, which comes closest, adds nothing to it (``benchmarks/json_parsers.py`` asks them).
What that scanner lets pass is refused around it.
"""

from __future__ import annotations

import codecs
import json
import re
from array import array
from itertools import accumulate, islice
from json.scanner import py_make_scanner  # type: ignore[attr-defined]  # as of typeshed
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from inspector_app.session.plain_text import elided, visible
from inspector_app.session.reading.document import Document, Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.unreadable import (
    JSON_SPACES,
    JSON_STRING,
    LONGEST_NUMBER,
    Flaw,
    Unreadable,
    cut_short,
    odd_number,
    unexpected,
)
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from inspector_app.session.wording import Text

__all__ = ["DEEPEST", "Flaw", "Unreadable", "parse"]

DEEPEST: Final = 64
"""Levels of nesting that are read; a session answer has about five."""

LONG: Final = 1 << 20
"""Characters from which on a text is read in Python; in C a MiB takes up to 20 ms at one go."""

_PIECE: Final = 1 << 16
"""Brackets that are counted at once."""

_Scanned: TypeAlias = "Json | list[_Scanned]"

_MOST_LISTED: Final = 10
_LARGEST_EXACT: Final = 2**53
_INEXACT_DIGITS: Final = len(str(_LARGEST_EXACT))
_MARK: Final = "\ufeff"
_SPACE: Final = re.compile(f"[{JSON_SPACES}]*")
_OPENING: Final = frozenset({b"[", b"{"})
_STEPS: Final = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")  # +1 and -1 as signed bytes
_ALL_BUT_BRACKETS: Final = bytes(byte for byte in range(256) if byte not in b"[{]}")
# Up to the next bracket outside of strings, or to the end. It matches wherever it is tried, so
# that no byte is looked at twice.
_TO_BRACKET: Final = re.compile(
    rf'(?:[^"\[\]{{}}]++|{JSON_STRING})*+([\[\]{{}}]|\Z)'.encode(), re.DOTALL
)


def parse(data: bytes) -> Document:
    """The document in the bytes.

    Numbers keep their digits, repeated names each of their values, lone surrogates their position.
    A byte order mark, repeated names and integers beyond 2^53 are noticed, not refused.

    Raises:
        BodyParseError: if the bytes are anything but one JSON document in UTF-8, nested at most
            ``MAX_DEPTH`` levels, with numbers of at most ``MAX_NUMBER_LENGTH`` characters.
    """
    _check_beginning(data)
    text = _decoded(data)
    _check_depth(data)
    builder = _Builder()
    marked = text.startswith(_MARK)
    root, end = _scanned(text, _past_space(text, len(_MARK) if marked else 0), builder)
    end = _past_space(text, end)
    if end < len(text):
        cause = tr("More text follows after the end of the answer.")
        raise Unreadable(Flaw.MORE_AFTER_END, cause, text[:end].encode())
    notices = list(builder.notices())
    if marked:
        notices.append(tr("The answer begins with a byte order mark, which JSON should not have."))
    return Document(builder.finished(root), tuple(notices))


class _OddNumberError(Exception):
    """A number that is not read; the scanner does not pass its position to the hooks."""


class _Numbers(dict[str, JsonNumber]):
    """The numbers met, by their digits: a number that is sent a thousand times is made once."""

    def __missing__(self, text: str) -> JsonNumber:
        if len(text) > LONGEST_NUMBER:
            raise _OddNumberError
        number = self[text] = JsonNumber(text)
        return number


class _Builder:
    """Builds the document model of what the scanner finds, and records what is unusual."""

    def __init__(self) -> None:
        self.numbers = _Numbers()
        self._repeated: dict[str, None] = {}

    def object(self, pairs: list[tuple[str, Any]]) -> JsonObject:
        for place, (name, value) in enumerate(pairs):
            if isinstance(value, list):
                pairs[place] = (name, self.finished(value))
        made = JsonObject(tuple(pairs))
        if names := made.repeated_names():
            self._repeated.update(dict.fromkeys(names))
        return made

    def finished(self, value: _Scanned) -> Json:
        """The value, its lists made arrays: the scanner has a hook for objects alone."""
        if isinstance(value, list):
            return JsonArray(tuple([self.finished(item) for item in value]))
        return value

    def word(self, _text: str) -> NoReturn:
        raise _OddNumberError

    def notices(self) -> Iterator[Text]:
        if self._repeated:
            yield tr(
                "Names that stand more than once in one object: {names}. "
                "Every value is kept; the last one counts.",
                names=_listed(self._repeated),
            )
        if inexact := [text for text in self.numbers if _is_inexact(text)]:
            yield tr(
                "Whole numbers beyond 2^53, which other programs may round: {numbers}.",
                numbers=_listed(inexact),
            )


def _is_inexact(number: str) -> bool:
    digits = number.removeprefix("-")
    return len(digits) >= _INEXACT_DIGITS and digits.isdigit() and int(digits) > _LARGEST_EXACT


def _listed(words: Collection[str]) -> str:
    shown = ", ".join(f"“{visible(elided(word, 60))}”" for word in islice(words, _MOST_LISTED))
    return shown if len(words) <= _MOST_LISTED else f"{shown}, … (+{len(words) - _MOST_LISTED})"


def _check_beginning(data: bytes) -> None:
    beginning = data.removeprefix(_MARK.encode()).lstrip(JSON_SPACES.encode())
    encoding = json.detect_encoding(data).upper()
    if not beginning:
        raise Unreadable(Flaw.EMPTY, tr("The answer is empty."), data)
    if not encoding.startswith("UTF-8"):
        cause = tr("The answer seems to be in {encoding}, not in UTF-8.", encoding=encoding[:6])
        raise Unreadable(Flaw.OTHER_ENCODING, cause, b"")
    if beginning.startswith(b"<"):
        cause = tr("The answer is a web page or XML, not JSON.")
        raise Unreadable(Flaw.WEB_PAGE, cause, data[: -len(beginning)])


def _decoded(data: bytes) -> str:
    try:
        text, length = codecs.utf_8_decode(data, "strict", False)  # noqa: FBT003 - keeps a cut apart
    except UnicodeDecodeError as error:
        start = error.start
    else:
        if length < len(data):
            raise cut_short(data)
        return text
    cause = tr("The answer holds bytes that are not UTF-8 text.")
    raise Unreadable(Flaw.NOT_UTF8, cause, data[:start])


def _depth(data: bytes) -> int:
    outside_strings = data.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')[::2]
    steps = array("b", b"".join(outside_strings).translate(_STEPS, _ALL_BUT_BRACKETS))
    depth = deepest = 0
    for start in range(0, len(steps), _PIECE):
        depths = list(accumulate(steps[start : start + _PIECE], initial=depth))
        depth, deepest = depths[-1], max(deepest, *depths)
    return deepest


def _check_depth(data: bytes) -> None:
    if _depth(data) <= DEEPEST:
        return  # computed ten times as fast as the position is
    depth = 0
    for found in _TO_BRACKET.finditer(data):
        if found[1] not in _OPENING:
            depth -= 1
        elif depth < DEEPEST:
            depth += 1
        else:
            cause = tr("The answer is nested more than {limit} levels deep.", limit=DEEPEST)
            raise Unreadable(Flaw.TOO_DEEP, cause, data[: found.start(1)])


def _past_space(text: str, start: int) -> int:
    space = _SPACE.match(text, start)
    return space.end() if space else start


def _scanned(text: str, start: int, builder: _Builder) -> tuple[_Scanned, int]:
    decoder = json.JSONDecoder(
        object_pairs_hook=builder.object,
        parse_int=builder.numbers.__getitem__,
        parse_float=builder.numbers.__getitem__,
        parse_constant=builder.word,
    )
    if len(text) >= LONG:
        decoder.scan_once = py_make_scanner(decoder)  # type: ignore[attr-defined]  # idem
    try:
        return decoder.raw_decode(text, start)
    except json.JSONDecodeError as error:
        refusal = unexpected(text, error.pos)
    except _OddNumberError:
        refusal = odd_number(text)
    raise refusal  # not within except: the scanner's error would come along, the body in it
