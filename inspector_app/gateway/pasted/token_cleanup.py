"""Cleans a pasted token of quotes, prefixes and line breaks, and checks it for damage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from inspector_app.gateway.pasted import placeholders
from inspector_app.gateway.pasted.candidate import COVER_MARK, ENOS_PREFIX, ENOS_TOKEN
from inspector_app.gateway.pasted.known_tokens import COVERED, CUT
from inspector_app.gateway.pasted.token_forms import is_documented
from inspector_app.gateway.pasted.undoing.invisible import strip_invisible
from inspector_app.session.interruption import check_interruption
from inspector_app.session.token import MAX_TOKEN_LENGTH, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

_STRAIGHT_QUOTES: Final = "\"'`"
_CURLY_QUOTES: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a"
_QUOTES: Final = _STRAIGHT_QUOTES + _CURLY_QUOTES
_BEARER: Final = re.compile(r"(?>(?:bearer(?:[\s:]++|$|(?=(?-i:eyJ)))){1,999})", re.IGNORECASE)
_TOKEN_START: Final = re.compile(rf"{ENOS_PREFIX}|bearer\b", re.IGNORECASE)
_WHITESPACE: Final = re.compile(r"\s")
_COVERED: Final = re.compile(rf"{COVER_MARK}{{3}}")
_LONG_RUN: Final = re.compile(r"[A-Za-z0-9_~+=\uff10-\uff5a-]{16}")
_NAME: Final = re.compile(r"[\w.-]{2,40}[ \t]{0,3}[:=\uff1a\uff1d]")
_OTHER_SCHEME: Final = re.compile(
    r"(?:digest|hawk|hmac|aws4-hmac-sha256)[ \t]{1,8}[\w-]{1,40}="
    r"|(?:negotiate|ntlm|apikey|token|sharedaccesssignature)[ \t]{1,8}(?=\S{0,200}\d)\S++\Z",
    re.IGNORECASE,
)
_MAX_PASSES: Final = 4
_MAX_PARTS: Final = 3
_TRAILING_PUNCTUATION: Final = re.compile(rf"({ENOS_TOKEN})[.,;:)\]}}>!?]+")
_BRACKETS: Final = re.compile(
    rf"\A[<\[({{*_~]++({ENOS_TOKEN}|eyJ[\w-]+\.[\w.-]*[A-Za-z0-9])[>\])}}*_~]++"
)
_WHOLE: Final = re.compile(rf"\A(?:{ENOS_TOKEN}|eyJ[\w-]*+(?>(?:\.[\w-]*+){{2,4}}))", re.ASCII)

BASIC_LOGIN: Final = tr("This is a user name and password (Basic), not a session token.")
NO_TOKEN: Final = tr("No token was found in this text. Paste the token alone.")


def clean_token(value: str) -> tuple[str, tuple[Text, ...]]:
    """The value without what surrounds it, and a note on each thing that was stripped."""
    notes: list[Text] = []
    for _ in range(_MAX_PASSES):  # quotes around "Bearer" around quotes
        for step, note in _CLEANUP_STEPS:
            check_interruption()
            cleaned = step(value).strip()
            if cleaned != value.strip() and note not in notes:
                notes.append(note)
            value = cleaned
    return value, tuple(notes)


def check_token(value: str) -> Text | None:
    """Why the cleaned value cannot be a token; None if it can."""
    said = placeholders.find_placeholder(value) if value else None
    if said is not None and not _COVERED.search(value):
        return said
    return next((problem for has_problem, problem in _TOKEN_CHECKS if has_problem(value)), None)


def is_basic_login(value: str) -> bool:
    """Whether the value of an ``Authorization`` header is a user name with a password."""
    return value[:6].lower() == "basic "


def _strip_quotes(value: str) -> str:
    bare = value.strip().rstrip(",;") if value.strip().rstrip(",;")[-1:] in _QUOTES else value
    return bare.strip().strip(_QUOTES)


def _strip_bearer(value: str) -> str:
    match = _BEARER.match(value)
    return value[match.end() :] if match is not None and value[match.end() :].strip() else value


def _decode_percent(value: str) -> str:
    try:
        decoded = unquote(value, errors="strict")
    except UnicodeError:
        return value
    return decoded if decoded.isascii() and decoded.isprintable() else value


def _drop_lines(value: str) -> str:
    """The first line, where that is a whole token and the others are no part of it."""
    lines = _split_lines(value)
    first = _BEARER.sub("", lines[0]) if lines else ""
    if not _WHOLE.fullmatch(first) or not is_documented(first):
        return value
    return value if is_documented(_BEARER.sub("", "".join(lines))) else lines[0]


def _join_lines(value: str) -> str:
    lines = _split_lines(value)
    if not lines:
        return value
    joined = "".join(lines)
    first = _BEARER.sub("", lines[0])
    is_known = _TOKEN_START.search(first) or any(TokenKind.JWT.value in line for line in lines)
    if not is_known:
        return value if all(map(_NAME.match, lines)) else joined
    # Of a token that is known, only what is whole is joined: the next line may be another thing.
    if is_documented(_BEARER.sub("", joined)):
        return joined
    return joined if first.startswith("eyJ") and not _WHOLE.fullmatch(first) else value


def _split_lines(value: str) -> list[str]:
    """The lines, where there are several that may be of one token; else none."""
    lines = [line.strip(" \t>") for line in value.splitlines()]
    is_one_token = not any(
        _WHITESPACE.search(line) or _TOKEN_START.match(line) for line in lines[1:]
    )
    return lines if len(lines) > 1 and is_one_token else []


def _strip_punctuation(value: str) -> str:
    match = _TRAILING_PUNCTUATION.fullmatch(value)
    is_truncated = value.endswith("..")  # an ellipsis is damage, not punctuation
    return match[1] if match is not None and not is_truncated else value


def _strip_brackets(value: str) -> str:
    match = _BRACKETS.fullmatch(value)
    return match[1] if match is not None else value


def _is_prose(value: str) -> bool:
    """Whether there are words, or a name and its value, and nothing as long as a token."""
    if _TOKEN_START.match(value) or not _WHITESPACE.search(value):
        return False
    if len(value.split(maxsplit=_MAX_PARTS)) > _MAX_PARTS or _NAME.match(value):
        return True
    return not _LONG_RUN.search(value)


def _has_other_scheme(value: str) -> bool:
    return _OTHER_SCHEME.match(value) is not None


_CLEANUP_STEPS: Final[tuple[tuple[Callable[[str], str], Text], ...]] = (
    (strip_invisible, tr("Left out invisible characters.")),
    (_strip_quotes, tr("Left out quotation marks.")),
    (_strip_bearer, tr("Left out the word Bearer.")),
    (_decode_percent, tr("Undid the percent-encoding.")),
    (_drop_lines, tr("Left out the lines after the token.")),
    (_join_lines, tr("Joined the lines.")),
    (_strip_brackets, tr("Left out the marks around the token.")),
    (_strip_punctuation, tr("Left out punctuation after the token.")),
)

_TOKEN_CHECKS: Final[tuple[tuple[Callable[[str], object], Text], ...]] = (
    (lambda value: not value, tr("There is nothing here. Paste the user's session token.")),
    (is_basic_login, BASIC_LOGIN),
    (
        _has_other_scheme,
        tr(
            "The Authorization header is for another system: it does not say Bearer. Paste the "
            "user's session token."
        ),
    ),
    (
        _is_prose,
        NO_TOKEN,
    ),
    (
        _BEARER.fullmatch,
        tr("There is only the word Bearer. The token that follows it is missing."),
    ),
    (
        lambda value: "…" in value or "..." in value or value.endswith(".."),
        CUT,
    ),
    (_COVERED.search, COVERED),
    (
        lambda value: not set(_CURLY_QUOTES).isdisjoint(value),
        tr("There is a curly quotation mark in the token. Copy it again as plain text."),
    ),
    (
        lambda value: not set(_STRAIGHT_QUOTES).isdisjoint(value),
        tr("There is a quotation mark in the token. Paste the token alone."),
    ),
    (
        lambda value: len(value) > MAX_TOKEN_LENGTH,
        tr(
            "This is too long for a token: it may have {longest} characters.",
            longest=MAX_TOKEN_LENGTH,
        ),
    ),
    (
        lambda value: any(one.isspace() for one in value),
        tr("There is a blank or a line break in the token. Paste the token alone."),
    ),
    (
        lambda value: not value.isascii(),
        tr("There is a letter in the token that no token has. Copy it again as plain text."),
    ),
    (
        lambda value: not value.isprintable(),
        tr("There is a control character in the token. Copy it again as plain text."),
    ),
)
