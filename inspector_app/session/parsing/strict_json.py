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
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, cycle, islice
from json.decoder import JSONArray, scanstring  # type: ignore[attr-defined]  # as of typeshed
from json.scanner import py_make_scanner  # type: ignore[attr-defined]  # as of typeshed
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.body_beginning import check_beginning
from inspector_app.session.parsing.json_document import (
    EMPTY_ARRAY,
    MAX_UNINDEXED,
    Json,
    JsonArray,
    JsonDocument,
    JsonNumber,
    JsonObject,
)
from inspector_app.session.parsing.parse_errors import (
    JSON_STRING_PATTERN,
    JSON_WHITESPACE,
    MAX_NUMBER_LENGTH,
    BodyParseError,
    ParseErrorKind,
    build_number_error,
    build_syntax_error,
    build_truncation_error,
)
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from inspector_app.session.translatable_text import Text

MAX_DEPTH: Final = 64
"""Levels of nesting that are read; a session answer has about five."""

PYTHON_SCANNER_THRESHOLD: Final = 1 << 20
"""Characters from which on a text is read in Python where no hook is called in between: in C a MiB
takes up to 20 ms at one go."""

_CHUNK_SIZE: Final = 1 << 16
"""Bytes that are surveyed at once."""

_VALUES_PER_CHECK: Final = 64
"""Objects, or numbers, after which the reader asks whether it may go on: to ask costs as much as
to read one."""

_STEP: Final = 1024
"""Items of a list that are finished at once: less than a millisecond."""

_UNFINISHED: Final = frozenset({list, JsonObject})
"""What the scanner makes that may have a list, or a repeated name, in it."""

_ScannedValue: TypeAlias = "Json | list[_ScannedValue]"
_Scan: TypeAlias = "Callable[[str, int], tuple[_ScannedValue, int]]"

_MAX_LISTED: Final = 10
_MAX_SAFE_INTEGER: Final = 2**53
_MIN_INEXACT_DIGITS: Final = len(str(_MAX_SAFE_INTEGER))
_BYTE_ORDER_MARK: Final = "\ufeff"
_WHITESPACE: Final = re.compile(f"[{JSON_WHITESPACE}]*")
_OPENING_BRACKETS: Final = frozenset({b"[", b"{"})
_BRACKET_STEPS: Final = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")  # +1 and -1 as signed bytes
_DIGIT: Final = re.compile(rb"[0-9]")
_ALL_BUT_MARKS: Final = bytes(byte for byte in range(256) if byte not in b'[{]}"')
# Up to the next bracket outside of strings, or to the end. It matches wherever it is tried, so
# that no byte is looked at twice.
_NEXT_BRACKET_PATTERN: Final = re.compile(
    rf'(?:[^"\[\]{{}}]++|{JSON_STRING_PATTERN})*+([\[\]{{}}]|\Z)'.encode(), re.DOTALL
)


def parse_document(data: bytes) -> JsonDocument:
    """The document in the bytes.

    Numbers keep their digits, repeated names each of their values, lone surrogates their position.
    A byte order mark, repeated names and integers beyond 2^53 are noticed, not refused.

    Raises:
        BodyParseError: if the bytes are anything but one JSON document in UTF-8, nested at most
            ``MAX_DEPTH`` levels, with numbers of at most ``MAX_NUMBER_LENGTH`` characters.
    """
    check_beginning(data)
    text = _decode_utf8(data)
    survey = _survey(data)
    _check_depth(data, survey)
    builder = _DocumentBuilder()
    marked = text.startswith(_BYTE_ORDER_MARK)
    root, end = _scan_value(
        text,
        _skip_whitespace(text, len(_BYTE_ORDER_MARK) if marked else 0),
        builder,
        in_python=survey.hookless >= PYTHON_SCANNER_THRESHOLD,
    )
    end = _skip_whitespace(text, end)
    if end < len(text):
        cause = tr("More text follows after the end of the answer.")
        raise BodyParseError(ParseErrorKind.TRAILING_DATA, cause, text[:end].encode())
    finished = builder.finish_value(root)
    notices = list(builder.iter_notices())
    if marked:
        notices.append(tr("The answer begins with a byte order mark, which JSON should not have."))
    return JsonDocument(finished, tuple(notices))


def build_document(root: Json) -> JsonDocument:
    """The document of a value that was parsed as a part of another document.

    What is unusual in it is noticed as if it had been parsed alone.
    """
    builder = _DocumentBuilder()
    _record_value(root, builder)
    return JsonDocument(root, tuple(builder.iter_notices()))


class _UnsupportedNumberError(Exception):
    """A number that is not read; the scanner does not pass its position to the hooks."""


class _NumberCache(dict[str, JsonNumber]):
    """The numbers met, by their digits: a number that is sent a thousand times is made once."""

    def __init__(self) -> None:
        super().__init__()
        self._is_due = _iter_due()

    def find(self, text: str) -> JsonNumber:
        if next(self._is_due):
            check_interruption()
        return self[text]

    def __missing__(self, text: str) -> JsonNumber:
        if len(text) > MAX_NUMBER_LENGTH:
            raise _UnsupportedNumberError
        number = self[text] = JsonNumber(text)
        return number


class _DocumentBuilder:
    """Builds the document model of what the scanner finds, and records what is unusual."""

    def __init__(self) -> None:
        self.numbers = _NumberCache()
        self._repeated: dict[str, None] = {}
        self._is_due = _iter_due()

    def build_object(self, pairs: list[tuple[str, Any]]) -> JsonObject:
        if next(self._is_due):
            check_interruption()
        return JsonObject(pairs)

    def finish_value(self, value: _ScannedValue) -> Json:
        """The value, its lists made arrays: the scanner has a hook for objects alone.

        Repeated names are recorded from within, in the scanner's order.
        """
        if isinstance(value, list):
            return self._finish_array(value)
        return self._finish_object(value) if isinstance(value, JsonObject) else value

    def _finish_array(self, items: list[_ScannedValue]) -> JsonArray:
        """The array; each item is finished in its place, so that the lists in it end one by one.

        A million of them freed in one go hold up every other thread.
        """
        for start in range(0, len(items), _STEP):
            check_interruption()
            step = items[start : start + _STEP]
            if not _are_finished(step):
                items[start : start + _STEP] = map(self.finish_value, step)
        return JsonArray(tuple(items)) if items else EMPTY_ARRAY  # type: ignore[arg-type]  # none is a list any more

    def _finish_object(self, value: JsonObject) -> JsonObject:
        if next(self._is_due):
            check_interruption()
        if not _UNFINISHED.isdisjoint([inner.__class__ for _, inner in value]):
            value = JsonObject([(name, self.finish_value(inner)) for name, inner in value])
        self.record_names(value)
        return value

    def record_names(self, value: JsonObject) -> None:
        if names := value.list_repeated_names():
            self._repeated.update(dict.fromkeys(names))

    def reject_constant(self, _text: str) -> NoReturn:
        raise _UnsupportedNumberError

    def iter_notices(self) -> Iterator[Text]:
        if self._repeated:
            yield tr(
                "Names that stand more than once in one object: {names}. "
                "Every value is kept; the last one counts.",
                names=_format_list(self._repeated),
            )
        if inexact := [text for text in self.numbers if _is_inexact(text)]:
            yield tr(
                "Whole numbers beyond 2^53, which other programs may round: {numbers}.",
                numbers=_format_list(inexact),
            )


def _are_finished(items: list[Any]) -> bool:
    """Whether nothing in the items is to be done, which for most lists is seen in one go.

    Either they have no members, or they are small objects of no more depth and no repeated name.
    """
    kinds = set(map(type, items))
    if kinds.isdisjoint(_UNFINISHED):
        return True
    if kinds != {JsonObject} or sum(map(len, items)) > MAX_UNINDEXED * len(items):
        return False
    members = list(chain.from_iterable(items))
    has_depth = not _UNFINISHED.isdisjoint({inner.__class__ for _, inner in members})
    return not has_depth and sum(map(len, map(dict, items))) == len(members)


def _iter_due() -> Iterator[bool]:
    """For each value of many, whether it is time to ask for an interruption; without an end."""
    return cycle((True, *(False,) * (_VALUES_PER_CHECK - 1)))


def _record_value(value: Json, builder: _DocumentBuilder) -> None:
    """Record numbers in their order and objects from within, which is the scanner's order."""
    match value:
        case JsonObject(members):
            for _, member in members:
                _record_value(member, builder)
            builder.record_names(value)
        case JsonArray(items):
            for item in items:
                _record_value(item, builder)
        case JsonNumber(text):
            builder.numbers.setdefault(text, value)
        case _:
            pass


def _is_inexact(number: str) -> bool:
    digits = number.removeprefix("-")
    return (
        len(digits) >= _MIN_INEXACT_DIGITS and digits.isdigit() and int(digits) > _MAX_SAFE_INTEGER
    )


def _format_list(texts: Collection[str]) -> str:
    shown = ", ".join(
        f"“{escape_invisible(elide(word, 60))}”" for word in islice(texts, _MAX_LISTED)
    )
    return shown if len(texts) <= _MAX_LISTED else f"{shown}, … (+{len(texts) - _MAX_LISTED})"


def _decode_utf8(data: bytes) -> str:
    try:
        text, length = codecs.utf_8_decode(data, "strict", False)  # noqa: FBT003 - keeps a cut apart
    except UnicodeDecodeError as error:
        start = error.start
    else:
        if length < len(data):
            raise build_truncation_error(data)
        return text
    cause = tr("The answer holds bytes that are not UTF-8 text.")
    raise BodyParseError(ParseErrorKind.NOT_UTF8, cause, data[:start])


@dataclass(frozen=True, slots=True)
class _Survey:
    """What is known of a body before it is scanned, brackets and digits within strings left out.

    It is nested at most ``depth`` levels, or up to two fewer. ``hookless`` are the
    bytes, in whole chunks, of the longest stretch in which nothing is for a hook of the scanner: no
    object ends there, and no number stands there.
    """

    depth: int
    hookless: int


def _survey(data: bytes) -> _Survey:
    depth = deepest = start = hookless = stretch = 0
    is_in_string = False
    while start < len(data):
        part = data[start : start + _CHUNK_SIZE]
        start += len(part)
        if start < len(data) and (len(part) - len(part.rstrip(b"\\"))) % 2:
            part, start = part[:-1], start - 1  # a backslash goes with what it escapes
        if b"\\" in part:
            part = part.replace(rb"\\", b"").replace(rb"\"", b"")
        # Of strings without a bracket, which are nearly all, nothing is left to be taken apart.
        quoted = part.translate(None, _ALL_BUT_MARKS).replace(b'""', b"").split(b'"')
        outside = b"".join(quoted[is_in_string::2])
        steps = outside.replace(b"{}", b"").replace(b"[]", b"").translate(_BRACKET_STEPS)
        depths = list(accumulate(array("b", steps), initial=depth))
        depth, deepest = depths[-1], max(deepest, *depths)
        has_hook = b"}" in outside or _has_digit(part.split(b'"')[is_in_string::2])
        stretch = 0 if has_hook else stretch + _CHUNK_SIZE
        hookless = max(hookless, stretch)
        is_in_string ^= len(quoted) % 2 == 0
    return _Survey(deepest + 2, hookless)


def _has_digit(parts: list[bytes]) -> bool:
    return _DIGIT.search(b"".join(parts)) is not None


def _check_depth(data: bytes, survey: _Survey) -> None:
    if survey.depth <= MAX_DEPTH:
        return  # surveyed ten times as fast as the position is
    depth = 0
    for found in _NEXT_BRACKET_PATTERN.finditer(data):
        if found[1] not in _OPENING_BRACKETS:
            depth -= 1
        elif depth < MAX_DEPTH:
            depth += 1
        else:
            cause = tr("The answer is nested more than {limit} levels deep.", limit=MAX_DEPTH)
            raise BodyParseError(ParseErrorKind.TOO_DEEP, cause, data[: found.start(1)])


def _skip_whitespace(text: str, start: int) -> int:
    space = _WHITESPACE.match(text, start)
    return space.end() if space else start


def use_python_scanner(decoder: json.JSONDecoder) -> None:
    """Let a decoder read a long text in steps between which other threads run, or interrupt it."""
    decoder.parse_string = _scan_string  # type: ignore[attr-defined]  # idem
    decoder.parse_array = _ArrayScanner().scan_array  # type: ignore[attr-defined]  # idem
    decoder.scan_once = py_make_scanner(decoder)  # type: ignore[attr-defined]  # idem


def _scan_string(text: str, end: int, strict: bool) -> tuple[str, int]:  # noqa: FBT001  # json's own
    check_interruption()
    string: tuple[str, int] = scanstring(text, end, strict)
    return string


class _ArrayScanner:
    """Asks at each list, and now and then at an item: of ``true`` nothing else does."""

    def __init__(self) -> None:
        self._is_due = _iter_due()

    def scan_array(
        self, place: tuple[str, int], scan_once: _Scan
    ) -> tuple[list[_ScannedValue], int]:
        """Scan a list whose items ``scan_once`` scans."""
        check_interruption()
        array: tuple[list[_ScannedValue], int] = JSONArray(
            place, partial(self._scan_item, scan_once)
        )
        return array

    def _scan_item(self, scan_once: _Scan, text: str, start: int) -> tuple[_ScannedValue, int]:
        if next(self._is_due):
            check_interruption()
        return scan_once(text, start)


def _scan_value(
    text: str, start: int, builder: _DocumentBuilder, *, in_python: bool
) -> tuple[_ScannedValue, int]:
    decoder = json.JSONDecoder(
        object_pairs_hook=builder.build_object,
        parse_int=builder.numbers.find,
        parse_float=builder.numbers.find,
        parse_constant=builder.reject_constant,
    )
    if in_python:
        use_python_scanner(decoder)
    try:
        return decoder.raw_decode(text, start)
    except json.JSONDecodeError as error:
        refusal = build_syntax_error(text, error.pos)
    except _UnsupportedNumberError:
        refusal = build_number_error(text)
    raise refusal  # not within except: the scanner's error would come along, the body in it
