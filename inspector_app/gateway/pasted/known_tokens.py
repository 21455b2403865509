"""Finds the tokens that are known by their form, EnOS session IDs and JWTs, and their damage."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import COVER_MARK, ENOS_PREFIX, ENOS_TOKEN
from inspector_app.gateway.pasted.piece_joints import GLUE, ONLY_BLANKS
from inspector_app.gateway.pasted.token_forms import is_documented, is_random
from inspector_app.session.interruption import has_match, iter_matches
from inspector_app.session.token import CREDENTIAL_PREFIXES, SESSION_ID_LENGTHS, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_JWT: Final = r"[\w-]++(?:\.[\w-]++\.[\w-]++(?:\.[\w-]++\.[\w-]++)?|\.\.[\w-]++\.[\w-]++\.[\w-]++)"
_KNOWN: Final = re.compile(
    rf"(?P<enos>{ENOS_TOKEN})"
    # Only the first JWT of a word, looked for once: where it has no dots, a later one has none.
    rf"|(?<![\w-])(?>(?:(?!{ENOS_PREFIX})[A-Za-z0-9_]*+-)*?(?={TokenKind.JWT.value}))"
    rf"(?:(?P<jwt>{_JWT})|(?P<part>[A-Za-z0-9]{{9,}}+(?:\.[\w-]++)?))",
    re.ASCII,
)
_ENOS_ONLY: Final = re.compile(rf"(?P<enos>{ENOS_TOKEN})")
_HIDDEN_PREFIX: Final = re.compile(
    r"(?:IAM|PORTAL)(?!_S_)[^A-Za-z0-9\s]{1,4}(?:[0-9A-F]{2};?|[a-z]{1,6};)?[^A-Za-z0-9\s]{0,4}"
    r"S[^A-Za-z0-9\s]{1,4}(?:[0-9A-F]{2};?|[a-z]{1,6};)?[^A-Za-z0-9\s]{0,4}(?=[A-Za-z0-9])"
)
_ELLIPSIS: Final = re.compile(
    r"[…⋯‥]|\.{2,}|\uff0e{2,}|。{2,}|[\[(<{] ?(?:…|\.{2,}) ?[\])>}]|&hellip;"
)
_CUT_MARK: Final = re.compile(
    r"(?P<blank> ?)[\[(<{] ?(?:snip|cut|truncated|shortened|gekürzt|省略|截断|略)"
    r"[^\])>}\n]{0,20}[\])>}]",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9]{4,128}+(?![A-Za-z0-9_])")
_COVER: Final = re.compile(rf"{COVER_MARK}{{3}}|[xX]{{6}}|\\\*{{3}}")
_CODE: Final = re.compile(
    r"[%=]([0-9A-F]{2})|%([0-9a-f]{2})|\\{1,4}u([0-9A-Fa-f]{4})|\\{1,4}x([0-9A-Fa-f]{2})"
    r"|&(?:amp;)?#[xX]([0-9A-Fa-f]{1,6});"
)
_DECIMAL_CODE: Final = re.compile(r"&(?:amp;)?#([0-9]{1,7});")
_DUMP: Final = re.compile(
    r"(?:[0-9A-Fa-f]{2}(?:%20|[ ]){1,3}){8}|(?:[0-9a-f]{4}[ ]{1,2}){5}|^[ \t>|]*+0000: ",
    re.MULTILINE,
)
"""A dump of bytes or a trace: a token in it may go on in the next line's column."""

_SOFT_BREAK: Final = re.compile(r"=[ \t]*+(?:\r?\n|\\n)|[%=]3D")
_OFFSET: Final = re.compile(r"(?:0x)?[0-9a-f]{4,8}(?:: |[ \t]{2,4}[0-9a-f]{2} )")
_RUN: Final = re.compile(r"[A-Za-z0-9_-]{0,200}")
_SHORTEST_BEGINNING: Final = 12
_LONGEST_PIECE: Final = SESSION_ID_LENGTHS[-1]
_MAX_GAP: Final = 200
"""Characters behind a token in which the rest of it is looked for, whatever stands between."""

_MAX_SEEN_AHEAD: Final = 1 << 16
"""Characters from the begin of a word up to the JWT in it that tell it."""

_MAX_HIDDEN_PREFIX: Final = 64
_MAX_DUMP: Final = 128
"""Characters that tell a dump, indented by no more than what is usual."""

_HEX: Final = re.compile(r"[0-9a-f]+")
_LONG_PIECE: Final = 20
_MIN_PIECE: Final = 4

CUT: Final = tr("The token was cut: there is an ellipsis in it. Copy it again in full.")
_CUT_BY_MARK: Final = tr(
    "The token was cut: a mark such as [truncated] says so. Copy it again in full."
)
COVERED: Final = tr("The token is covered by dots or stars. Copy it where it is shown in full.")
TORN: Final = tr(
    "The token is torn: it seems to go on behind a blank or a line break. Paste the token alone."
)
_APART: Final = tr(
    "The token is torn: the rest of it seems to stand further on. Copy it again in one piece."
)
SOILED: Final = tr(
    "There are signs in the token that do not belong to it. Copy it again as plain text."
)
LOOK_ALIKE_HINT: Final = tr(
    "No EnOS session ID seen so far has one of 0 1 I O i l o behind its prefix: "
    "was it typed, or read from a picture?"
)


@dataclass(frozen=True, slots=True)
class KnownToken:
    """A token known by its form, where it stands, and what is wrong with it."""

    value: str = field(repr=False)
    start: int
    end: int
    damage: Text | None = None


def find_known_tokens(text: str) -> Iterator[KnownToken]:
    """Every EnOS session ID and JWT in the text, in its order, the damaged ones among them."""
    pattern = _KNOWN if TokenKind.JWT.value in text else _ENOS_ONLY
    is_dump: bool | None = None
    for match in iter_matches(pattern, text, _MAX_SEEN_AHEAD):
        group = str(match.lastgroup)
        value, (start, end) = match[group], match.span(group)
        if text.startswith("://", max(0, start - 3)):
            continue  # in the place of a host, where no token is meant
        if group == "jwt" and not is_documented(value) and is_documented(value.rstrip("_-")):
            value = value.rstrip("_-")  # the mark of italics behind a signature that is whole
            end = start + len(value)
        damage = _find_damage(text, start, end, value)
        if damage is None and not is_documented(value):
            is_dump = has_dump(text) if is_dump is None else is_dump
            damage = TORN if is_dump else None
        if group == "part" and damage is None:
            continue
        yield KnownToken(value, start, end, damage)


def has_hidden_token(text: str) -> bool:
    """Whether there is a prefix that some encoding or marks have taken apart."""
    is_there = "IAM" in text or "PORTAL" in text
    return is_there and has_match(_HIDDEN_PREFIX, text, _MAX_HIDDEN_PREFIX)


def has_dump(text: str) -> bool:
    """Whether a dump of bytes or a trace is in the text, whose lines tear what stands in them."""
    return "00" in text and has_match(_DUMP, text, _MAX_DUMP)


def _find_damage(text: str, start: int, end: int, value: str) -> Text | None:
    damage = _judge_end(text, start, end, value)
    return _APART if damage is None and _has_rest_behind(text, end, value) else damage


def _judge_end(text: str, start: int, end: int, value: str) -> Text | None:
    cover = _COVER.match(text, end)
    is_framed = cover and start and text[start - 1] == cover[0][0] and is_documented(value)
    if _ELLIPSIS.match(text, end) or (cover and not is_framed):
        return COVERED if cover else CUT
    mark = _CUT_MARK.match(text, end)
    if mark is not None and not (mark["blank"] and is_documented(value)):
        return _CUT_BY_MARK
    code, glue = _read_code(text, end), GLUE.match(text, end)
    if code is not None and not (glue and glue["joint"]):
        return SOILED if code.isalnum() or code in "_-=%" or not code.isprintable() else None
    return None if glue is None else _judge_glue(text, value, glue)


def _has_rest_behind(text: str, end: int, value: str) -> bool:
    """Whether pieces further on make a token of it that is as long as documented, and only they.

    Chat programs, logs, pages and people put words of their own between the pieces.
    """
    is_short = len(value) < _SHORTEST_BEGINNING
    if is_short or (is_documented(value) and not _can_be_longer(value)):
        return False
    whole = value
    for piece in _PIECE.finditer(text, end, end + _MAX_GAP + _LONGEST_PIECE + 1):
        if piece.start() > end + _MAX_GAP:
            return False
        if _HEX.fullmatch(piece[0]) or not is_random(piece[0]) or piece[0].isdigit():
            continue
        whole += piece[0]
        if is_documented(value + piece[0]) or is_documented(whole):
            return True
    return False


def _judge_glue(text: str, value: str, glue: re.Match[str]) -> Text | None:
    """What is meant by a sign, a blank or a line end behind a token."""
    if glue["line"] and _OFFSET.match(text, glue.end()):
        return TORN  # unless the dump, put together, shows that it ends here
    run = _RUN.match(text, glue.end())
    if run is None or not run[0]:
        return TORN if glue["soft"] and not is_documented(value) else None
    is_cut = glue["line"] or glue["mark"]
    if is_cut and not is_documented(value) and _goes_on(text, run.end()):
        return TORN
    if glue["joint"] and not is_documented(value) and not ONLY_BLANKS.fullmatch(glue["joint"]):
        return TORN
    return _judge_rest(value, glue, run[0])


def _goes_on(text: str, end: int) -> bool:
    """Whether behind the rest of a line, however short, another piece follows."""
    joint = GLUE.match(text, end)
    return _SOFT_BREAK.match(text, end) is not None or bool(joint and joint["joint"])


def _read_code(text: str, end: int) -> str | None:
    """The character that is encoded behind a token; None if none is."""
    match = _CODE.match(text, end)
    if match is not None:
        number = int(next(one for one in match.groups() if one), 16)
    else:
        match = _DECIMAL_CODE.match(text, end)
        if match is None:
            return None
        number = int(match[1])
    return chr(number) if number <= sys.maxunicode else None


def _judge_rest(value: str, glue: re.Match[str], following: str) -> Text | None:
    """What the letters and digits mean that stand behind a token and one sign, blank or line."""
    if following.startswith(CREDENTIAL_PREFIXES):
        return None  # the next token
    if is_documented(value):
        is_piece = is_documented(value + following) or (
            len(following) >= _LONG_PIECE and is_random(following) and not _HEX.fullmatch(following)
        )
        is_apart = glue["line"] or glue["joint"]
        return TORN if is_apart and is_piece and _can_be_longer(value) else None
    least = _MIN_PIECE if glue["blank"] else 1
    is_rest = is_documented(value + following.rstrip("_-"))
    goes_on = is_rest or (len(following) >= least and is_random(following))
    mark = glue["mark"] or ""
    is_escaped = mark in {"\\_", "\\-"} or (mark.endswith("\\") and following[0] in "_-")
    is_hidden = not mark.isascii() or is_escaped
    if glue["soft"] or goes_on or is_hidden:
        return SOILED if mark else TORN
    return SOILED if mark.startswith(("=", "%")) else None


def _can_be_longer(value: str) -> bool:
    """Whether there are longer ones of its kind: the session ID with 128 letters and digits."""
    is_session = value.startswith(TokenKind.SESSION.value)
    return is_session and len(value) < len(TokenKind.SESSION.value) + SESSION_ID_LENGTHS[-1]
