"""Finds tokens inside other text: a log line, a sentence, a query string."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Finding, Weight
from inspector_app.gateway.pasted.found_token import MAX_CHOICES
from inspector_app.gateway.pasted.known_tokens import TORN, find_known_tokens
from inspector_app.gateway.pasted.placeholders import find_placeholder
from inspector_app.gateway.pasted.readers import headers
from inspector_app.gateway.pasted.readers.source_code import (
    FROM_STORAGE,
    REFRESH_NAMES,
    REFRESH_TOKEN,
    STORAGE_NAMES,
)
from inspector_app.gateway.pasted.token_forms import is_documented, is_random
from inspector_app.session.interruption import iter_matches
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BEARER: Final = re.compile(
    # Where "+" stands for a blank, only the first word of a run: each is looked at once.
    r"\b(?i:Bearer)(?:[ \t]++|%20"
    r"|(?:(?<![A-Za-z0-9._~+/-](?i:Bearer))|(?<=%3[Aa]\+(?i:Bearer)))\+)"
    r"(?P<bearer>[A-Za-z0-9._~+/-]{8,}+=*+(?:…|\.{2,}|[*•]+)?)"
    r"(?=[\s\"'`,;)\]}>|\\]|$)",
    re.ASCII,
)
_SEPARATOR: Final = (
    r"[\"'`\\\])]{0,4}\s{0,4}(?:=>|:=|[:=,|(]|%3[dDaA]|\s)\s{0,4}[@\[\"'`\\(<]{0,4}"
    r"(?:Bearer[\s:]{1,3})?[\"'<{\[]{0,2}$"
)
_NAME_BEFORE: Final = re.compile(
    rf"(?:(?P<authorization>authorization)|(?P<cookie>{headers.SESSION_COOKIE})"
    rf"|(?P<refresh>{'|'.join(REFRESH_NAMES)})|(?P<storage>{'|'.join(STORAGE_NAMES)}))"
    + _SEPARATOR,
    re.IGNORECASE,
)
_VALUE_BEFORE: Final = re.compile(
    r"[\w)\]\"'](?:=>|:=|[:=,])\s{0,4}[\"'`\[]?(?:Bearer\s)?$|[\"'`](?:\w{2,20} )?$", re.IGNORECASE
)
_ENDING: Final = " \t\r\n.,;:!?)]}>\"'`*_~"
_LOOK_BEHIND: Final = 64
_MAX_BEARER: Final = 8192
FROM_TEXT: Final = tr("Took the token out of the text around it.")


def find_tokens(
    text: str, find_host: Callable[[int, bool], str | None], most: int = MAX_CHOICES
) -> Iterator[Finding]:
    """Every token in the text that is known by its form, or follows the word Bearer.

    ``find_host`` tells the host at a place, and is told whether a name stands before it. After
    ``most`` tokens the search ends.
    """
    count = 0
    for token in find_known_tokens(text):
        if token.damage is not None:
            yield Complaint(token.damage, Weight.DAMAGED, token.value)
            continue
        count += 1
        if count > most:
            return
        if token.start == 0 and not is_documented(token.value) and text[token.end :].strip(_ENDING):
            # Rather a damaged token than a short one with words after it.
            yield Complaint(TORN, Weight.DAMAGED, token.value)
            continue
        before = text[max(0, token.start - _LOOK_BEHIND) : token.start]
        place = _describe_place(before)
        if place is REFRESH_TOKEN:
            yield Complaint(REFRESH_TOKEN, Weight.OTHER_SECRET, token.value)
            continue
        said = find_placeholder(token.value)
        if said is not None:
            yield Complaint(said, Weight.PLACEHOLDER, token.value)
            continue
        is_named = place is not FROM_TEXT or _VALUE_BEFORE.search(before) is not None
        yield Candidate(token.value, place, find_host(token.start, is_named))
    for match in iter_matches(_BEARER, text, 2 * _MAX_BEARER):
        if len(match["bearer"]) <= _MAX_BEARER and is_random(match["bearer"]):
            place = _describe_place(
                text[max(0, match.start() - _LOOK_BEHIND) : match.start("bearer")]
            )
            yield Candidate(match["bearer"], place, find_host(match.start(), True))  # noqa: FBT003


def _describe_place(before: str) -> Text:
    match = _NAME_BEFORE.search(before)
    if match is None:
        return FROM_TEXT
    if match["authorization"]:
        return headers.FROM_AUTHORIZATION
    if match["cookie"]:
        return headers.FROM_COOKIE
    return REFRESH_TOKEN if match["refresh"] else FROM_STORAGE
