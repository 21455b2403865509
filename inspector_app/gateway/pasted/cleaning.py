"""Cleans a pasted token of quotes, prefixes and line breaks, and checks it for damage."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from inspector_app.session.token import MAX_TOKEN_LENGTH
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

_STRAIGHT: Final = "\"'`"
_CURLY: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a"
_QUOTES: Final = _STRAIGHT + _CURLY
_BEARER: Final = re.compile(r"(?:bearer(?:[\s:]+|$))+", re.IGNORECASE)
_NEXT_TOKEN: Final = re.compile(r"IAM_S_|APP_PORTAL_S_|bearer\b", re.IGNORECASE)
_ROUNDS: Final = 4
_MOST_PIECES: Final = 3
_PLACEHOLDER: Final = re.compile(
    r"\$\{?\w+\}?|\$\(.*\)|%\w+%|\{+[\w .-]+\}+|<[\w .-]+>|\[[\w .-]+\]|your\w*|x{8,}",
    re.IGNORECASE,
)
_AFTER_KNOWN: Final = re.compile(r"((?:IAM_S_|APP_PORTAL_S_)[A-Za-z0-9]+)[.,;:)\]}>!?]+")


def clean(value: str) -> tuple[str, tuple[Text, ...]]:
    """The value without what surrounds it, and a note on each thing that was stripped."""
    notes: list[Text] = []
    for _ in range(_ROUNDS):  # quotes around "Bearer" around quotes
        for step, note in _STEPS:
            after = step(value).strip()
            if after != value.strip() and note not in notes:
                notes.append(note)
            value = after
    return value, tuple(notes)


def damage(value: str) -> Text | None:
    """Why the cleaned value cannot be a token; None if it can."""
    return next((words for found, words in _DAMAGES if found(value)), None)


def _without_invisible(value: str) -> str:
    return "".join(one for one in value if unicodedata.category(one) != "Cf")


def _without_quotes(value: str) -> str:
    bare = value.strip().rstrip(",;") if value.strip().rstrip(",;")[-1:] in _QUOTES else value
    return bare.strip().strip(_QUOTES)


def _without_bearer(value: str) -> str:
    found = _BEARER.match(value)
    return value[found.end() :] if found is not None and value[found.end() :].strip() else value


def _without_percent(value: str) -> str:
    try:
        decoded = unquote(value, errors="strict")
    except UnicodeError:
        return value
    return decoded if decoded.isascii() and decoded.isprintable() else value


def _without_line_breaks(value: str) -> str:
    lines = [line.strip(" \t>") for line in value.splitlines()]
    whole = not any(re.search(r"\s", line) or _NEXT_TOKEN.match(line) for line in lines[1:])
    return "".join(lines) if len(lines) > 1 and whole else value


def _without_punctuation(value: str) -> str:
    found = _AFTER_KNOWN.fullmatch(value)
    cut = value.endswith("..")  # an ellipsis is damage, not punctuation
    return found[1] if found is not None and not cut else value


def _is_prose(value: str) -> bool:
    pieces = value.split(maxsplit=_MOST_PIECES)
    return len(pieces) > _MOST_PIECES and not _NEXT_TOKEN.match(value)


_STEPS: Final[tuple[tuple[Callable[[str], str], Text], ...]] = (
    (_without_invisible, tr("Left out invisible characters.")),
    (_without_quotes, tr("Left out quotation marks.")),
    (_without_bearer, tr("Left out the word Bearer.")),
    (_without_percent, tr("Undid the percent-encoding.")),
    (_without_line_breaks, tr("Joined the lines.")),
    (_without_punctuation, tr("Left out punctuation after the token.")),
)

_DAMAGES: Final[tuple[tuple[Callable[[str], object], Text], ...]] = (
    (lambda value: not value, tr("There is nothing here. Paste the user's session token.")),
    (
        _is_prose,
        tr("No token was found in this text. Paste the token alone."),
    ),
    (
        _BEARER.fullmatch,
        tr("There is only the word Bearer. The token that follows it is missing."),
    ),
    (
        lambda value: value[:6].lower() == "basic ",
        tr("This is a user name and password (Basic), not a session token."),
    ),
    (
        _PLACEHOLDER.fullmatch,
        tr("This is a placeholder. Paste the token that belongs in its place."),
    ),
    (
        lambda value: "…" in value or "..." in value or value.endswith(".."),
        tr("The token was cut: there is an ellipsis in it. Copy it again in full."),
    ),
    (
        lambda value: re.search(r"[•●∙·*]{3}", value),
        tr("The token is covered by dots or stars. Copy it where it is shown in full."),
    ),
    (
        lambda value: not set(_CURLY).isdisjoint(value),
        tr("There is a curly quotation mark in the token. Copy it again as plain text."),
    ),
    (
        lambda value: not set(_STRAIGHT).isdisjoint(value),
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
