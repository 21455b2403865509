"""Masks what stands beside tokens in a text and is a secret by its name: passwords, cookies, keys.

The lines are shown for a person to tell tokens apart, so that hiding too much of them costs
little: a value goes on to the end of its line unless the text says where it ends.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.gateway.pasted.undoing.html_text import undo_html
from inspector_app.gateway.pasted.undoing.percent import undo_percent
from inspector_app.gateway.pasted.undoing.string_escapes import undo_string_escapes
from inspector_app.gateway.pasted.unnamed_secrets import find_unnamed_secrets, find_value_before
from inspector_app.session.credentials import is_secret_name
from inspector_app.session.token import MASK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_MARKS: Final = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Accents and vowels that stand on their own beside their letter: ``\\w`` has none of them."""

_NAME: Final = re.compile(rf"(?<![\w.-])[.-]*+\w[\w.{_MARKS}-]*+")
_MAX_NAME_LENGTH: Final = 100
"""Characters of a name that are looked at, at its end: there it says what it names."""

_ALSO_SECRET: Final = frozenset(
    {"value", "pw", "securestring", "pass", "psk", "passe", "identified by"}
)
"""Names that would hide too much elsewhere: beside tokens these too may be of a secret."""

_JOINED: Final = re.compile(
    "[^\x00-\x7f](?=[0-9])|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af](?=[A-Za-z])"
)
_NAMED: Final = re.compile(r"(?<![ \t])[ \t]*+[\"']?[:=\uff1a\uff1d]")
_SPOKEN_CODE: Final = re.compile(r"[:\uff1a] ?(?!\d{3}(?:\d\d)?\b)(?=\w)")
_LAST_WORD: Final = re.compile(r"[._-]")
_SPOKEN_OF: Final = frozenset({"token", "tokens", "cookie", "cookies", "bearer", "signature"})
_SPOKEN_JOINT: Final = re.compile(r"[.,?!]? ")

_OPTION: Final = re.compile(
    r"(?<![^\s\"'])(?:-[uUabpPwE]|--cert|--(?:proxy-)?user|--auth|--cookie|--from-literal)(?![\w-])"
    r"|(?<![^\s\"'])-p(?:ass|w)[A-Za-z]*+(?![\w-])"
    r"|(?<![^\s\"'])-[uUabpw](?=[^\s=-])"
)
"""Options of curl, HTTPie and database clients whose argument has a password or cookies in it."""

_LOGIN: Final = re.compile(
    r"(?<=://)[^\s/?#\"'<>]{1,1000}(?=@)"
    # user:password@host, user/password@host; an address of mail behind its name is none.
    r"|(?<=[\w.-][:/])(?<!mail:)(?<!Mail:)(?<!mailto:)[^\s/?#\"'<>@:]{3,200}+(?=@[\w-])"
)
_JOINT: Final = re.compile(r"(?:</[\w.:-]{1,60}>|[^\w•])*+")
_QUOTE: Final = re.compile(r"(?<!\\)\\*+[\"'`”’]")
_CLOSING: Final = {"“": "”", "‘": "’"}
_OPENING: Final = re.compile(r"(?<!\\)\\*+[\"'`“‘]\Z")
_EMPTY: Final = re.compile(r"[:=][ \t]*+(\\*+[\"'])\1(?![\"'])")
_MAX_ENCODED: Final = 16
_ENCODED: Final = re.compile(r"(?>(?:(?>(?:25){0,3})(?:3[ADad]|2[0267]|5[Bb])%?){0,5})")
"""Marks between a name and a token that are written as their codes."""

_SCHEME: Final = re.compile(r"(?i:bearer|basic|digest|token)[ \t]++")
_INDENTATION: Final = " \t-"
_SPACE: Final = re.compile(r"\s")
_NEXT: Final = re.compile(
    r"(?<![\s&;,])[\s&;,]++(?:[\w.-]{1,60}+=(?!=)|\\*[\"'][\w.-]{1,60}+\\*[\"']\s?:)"
)
"""Where something else is named, behind a value without quotes."""

_AFTER_VALUE: Final = " \t\r,;:)]}>&|/^\\"
_IS_NAME: Final = re.compile(r"(?<!\\)\\*+[\"']\s?:")
"""Behind quotes that have a name in them, and no value."""

_ONE_WORD: Final = re.compile(r"(?<!\s)\s*+[\w+/=•-]++\s*+")
_TAG: Final = re.compile(r"<(?:[\w.-]{1,60}+:)?\Z")
_MAX_TAG: Final = 70
"""Characters of the beginning of a tag, before the name that stands in it."""

_MAX_OPENING: Final = 9
"""Characters of what opens quotes around a name and its value."""

_DELIMITERS: Final = ",;\t|"
_AROUND_CELL: Final = " \t\r\"'*`"


class _Found(NamedTuple):
    """A name of a secret, from ``start`` to ``end`` of its line."""

    start: int
    end: int
    is_option: bool = False
    is_cookie: bool = False


class _Columns(NamedTuple):
    """The numbers of the columns of a table that hold secrets, of how many."""

    delimiter: str
    width: int
    numbers: frozenset[int]


def mask_named_secrets(lines: Sequence[str], header: str, kept: Collection[str]) -> list[str]:
    """Masks the values in the lines of a text that are secrets by their names.

    Args:
        lines: Neighbours in the text, in which all tokens are masked already.
        header: The first line of the text, which may name the columns of a table.
        kept: What stands in place of tokens, and stays.
    """
    columns = _find_secret_columns(header)
    masked, is_awaited, depth = [], False, sys.maxsize
    for line in lines:
        indentation = len(line) - len(line.lstrip(_INDENTATION))
        spans, is_awaited = _find_spans(line, kept, is_awaited=is_awaited)
        if indentation > depth and _has_word(line):  # of the value that began further left
            spans = [(0, len(line))]
        elif _has_word(line):
            depth = indentation if spans or is_awaited else sys.maxsize
        for one in columns:
            spans += _find_cells(line, one)
        columns += _find_secret_columns(line)
        masked.append(_mask_spans(line, spans, kept))
    return masked


def _find_secret_columns(header: str) -> list[_Columns]:
    """The columns that hold secrets by this line; none where it is not the head of a table."""
    found: list[_Columns] = []
    if "=" in header or ":" in header:
        return found
    for delimiter in _DELIMITERS:
        if delimiter in header:
            cells = [cell.strip(_AROUND_CELL) for cell in header.split(delimiter)]
            numbers = frozenset(number for number, cell in enumerate(cells) if _is_secret(cell))
            if numbers:
                found.append(_Columns(delimiter, len(cells), numbers))
    return found


def _find_cells(line: str, columns: _Columns) -> list[tuple[int, int]]:
    """The cells of these columns; the whole line where its cells cannot be counted."""
    cells = line.split(columns.delimiter)
    if len(cells) == 1:
        return []
    if len(cells) != columns.width:
        return [(0, len(line))]
    spans, start = [], 0
    for number, cell in enumerate(cells):
        if number in columns.numbers:
            spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return spans


def _find_spans(
    line: str, kept: Collection[str], *, is_awaited: bool
) -> tuple[list[tuple[int, int]], bool]:
    """What is masked of a line, and whether a name at its end has its value in the next one.

    ``is_awaited``: the line before ended with such a name.
    """
    plain = undo_string_escapes(undo_percent(undo_html(line)))
    names = list(_iter_names(line))
    shown = _list_texts(line, names)
    if plain != line and not all(
        any(one.endswith(name) for one in shown) for name in _list_texts(plain, _iter_names(plain))
    ):
        return [(0, len(line))], False
    spans = [match.span() for match in _LOGIN.finditer(line)]
    spans += find_unnamed_secrets(line)
    done = 0
    if is_awaited:
        if not _has_word(line):
            return spans, True
        names.insert(0, _Found(0, 0))
        is_awaited = _ONE_WORD.fullmatch(line) is not None  # as the lines of a key are
    for name in names:
        if name.start < done:
            continue
        before = None if name.is_option else find_value_before(line, name.start)
        spans += [] if before is None else [before]
        start = _JOINT.match(line, name.end).end()  # type: ignore[union-attr]  # it always matches
        if start == len(line):
            return spans, True
        done = _find_value_end(line, name, start, kept)
        if done > start:
            spans.append((start, done))
    return spans, is_awaited


def _list_texts(line: str, names: Iterable[_Found]) -> frozenset[str]:
    return frozenset(line[one.start : one.end] for one in names)


def _has_word(line: str) -> bool:
    return _JOINT.fullmatch(line) is None


def _iter_names(line: str) -> Iterator[_Found]:
    """The names in a line that say of what follows that it is a secret, and such options."""
    found = {
        match.start(): _Found(match.start(), match.end(), is_option=True)
        for match in _OPTION.finditer(line)
    }
    before, is_before_secret = None, False
    for match in _NAME.finditer(line):
        name = match[0]
        is_secret = _is_secret(name) or _names_one_time_code(line, match)
        is_pair = before is not None and line[before.end() : match.start()] == " "
        if not is_secret and not is_before_secret and before is not None and is_pair:
            is_secret = _is_secret(f"{before[0][-_MAX_NAME_LENGTH:]} {name}")
        if is_secret and not _is_spoken_of(line, match):
            end = _find_name_end(line, match)
            is_option = name.startswith("-")  # -pin: all of it, not an argument behind -p
            found[match.start()] = _Found(match.start(), end, is_option, "ookie" in name.lower())
        before, is_before_secret = match, is_secret
    return iter(sorted(found.values()))


def _names_one_time_code(line: str, name: re.Match[str]) -> bool:
    """Whether ``code`` is of a login: the codes of answers have three digits or five."""
    if name[0].lower() != "code":
        return False
    return line.startswith("=", name.end()) or _SPOKEN_CODE.match(line, name.end()) is not None


def _find_name_end(line: str, name: re.Match[str]) -> int:
    """Where the name of a secret ends: of 密码8A… and 密码是word before its value."""
    if name[0].isascii() or _NAMED.match(line, name.end()) is not None:
        return name.end()
    joints = [one.end() for one in _JOINED.finditer(line, name.start(), name.end())]
    return joints[-1] if joints else name.end()


def _is_spoken_of(line: str, name: re.Match[str]) -> bool:
    """Whether it is a word of a sentence: what people call by it is no word in turn."""
    if name[0].lower() not in _SPOKEN_OF:
        return False
    following = _NAME.search(line, name.end())
    if following is None:
        return set(line[name.end() :]).isdisjoint(":=")
    if _SPOKEN_JOINT.fullmatch(line, name.end(), following.start()) is None:
        return False
    return not any(one.isdigit() for one in following[0])


def _is_secret(name: str) -> bool:
    bare = name.strip("._-").lower()
    return _LAST_WORD.split(bare)[-1] in _ALSO_SECRET or is_secret_name(name[-_MAX_NAME_LENGTH:])


def _find_value_end(line: str, name: _Found, start: int, kept: Collection[str]) -> int:
    """Where the value of a name ends; its start where it is empty, or a token."""
    joint = line[name.end : start]
    if _EMPTY.search(joint) is not None:
        return name.end
    if not name.is_cookie:
        scheme = _SCHEME.match(line, start)
        token = start if scheme is None else scheme.end()
        for one in kept:
            place = line.find(one, token, token + _MAX_ENCODED + len(one))
            if place >= 0 and _ENCODED.fullmatch(line, token, place) is not None:
                return start
    opening = _OPENING.search(joint)
    is_tag = _TAG.search(line, max(0, name.start - _MAX_TAG), name.start) is not None
    if is_tag or not set(joint).isdisjoint("[({"):
        return len(line)
    if opening is None and _QUOTE.search(joint) is None:  # 'Cookie: …' of a command
        opening = _OPENING.search(line, max(0, name.start - _MAX_OPENING), name.start)
    if opening is not None:
        end = _find_closing_quote(line, opening[0], start)
        is_name = end - start <= _MAX_NAME_LENGTH and _IS_NAME.match(line, end) is not None
        return start if is_name else end
    if name.is_cookie:
        return len(line)
    following = (_SPACE if name.is_option else _NEXT).search(line, start)
    return len(line) if following is None else following.start()


def _find_closing_quote(line: str, opening: str, start: int) -> int:
    """Where a value in quotes ends, which has escaped ones and pieces in quotes in it."""
    closing = opening[:-1] + _CLOSING.get(opening[-1], opening[-1])
    for match in _QUOTE.finditer(line, start):
        following = line[match.end() : match.end() + 1]
        if match[0] == closing and (not following or following in _AFTER_VALUE):
            return match.start()
    return len(line)


def _mask_spans(line: str, spans: list[tuple[int, int]], kept: Collection[str]) -> str:
    """The line with a mask in place of each span, but for what is kept."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        pieces += (line[done : max(start, done)], mask_all_but(line[max(start, done) : end], kept))
        done = end
    return "".join((*pieces, line[done:]))


def mask_all_but(value: str, kept: Collection[str]) -> str:
    """A mask in place of the value, or of what is between the tokens in it."""
    for one in kept:
        if one in value:
            return one.join(mask_all_but(part, kept) for part in value.split(one))
    return _mask_rest(value)


def _mask_rest(text: str) -> str:
    """A mask between the marks around the text: these tell how it was written, and no secret."""
    if not _has_word(text):
        return text
    return f" {MASK} " if text.startswith(" ") and text.endswith(" ") else MASK
