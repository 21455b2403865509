"""Reads header lines: ``Authorization``, ``Cookie``, a request as browsers and proxies show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway.authorization import ACCESS_TOKEN_HEADER
from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Finding, Weight
from inspector_app.gateway.pasted.hosts import parse_host
from inspector_app.session.exchange import AUTHORIZATION_HEADER
from inspector_app.session.interruption import check_interruption, iter_steps
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AUTHORIZATION: Final = AUTHORIZATION_HEADER.lower()
COOKIE: Final = "cookie"
SET_COOKIE: Final = "set-cookie"
SESSION_COOKIE: Final = "global_id"
"""EnOS console: the cookie in which a browser keeps the session ID."""

_LOG_PREFIX: Final = (
    r"(?:[^\s:]{0,12}/[\w.-]{1,40}:[ \t]|[^\n]{0,160}(?<=[ \t])(?:>>|<<|-->|<--)[ \t]\"?)?"
)
_HEADER_LINE: Final = re.compile(
    rf"\A[ \t>*-]*+{_LOG_PREFIX}[\[\"']?(:?[A-Za-z][A-Za-z0-9-]*+|{SESSION_COOKIE})[\"']?"
    r"[ \t]*+[:=][ \t]*+(.*)"
)
_TOKEN_HEADERS: Final = (AUTHORIZATION, "proxy-authorization", COOKIE, SET_COOKIE, SESSION_COOKIE)
_NAME_ONLY_LINE: Final = re.compile(
    rf"\A[ \t>]*+({'|'.join(_TOKEN_HEADERS)}):?[ \t]*+", re.IGNORECASE
)
_TELLING_NAMES: Final = (*_TOKEN_HEADERS, ACCESS_TOKEN_HEADER)
_MAX_NAME: Final = max(map(len, _TELLING_NAMES))
_HOST_HEADERS: Final = ("host", ":authority")
_USED_HEADERS: Final = frozenset({*_TOKEN_HEADERS, *_HOST_HEADERS, ACCESS_TOKEN_HEADER})
_WRAPPED_LINE: Final = re.compile(r"[A-Za-z0-9._~+/=-]+[\"']?")

Header: TypeAlias = tuple[str, str]

FROM_AUTHORIZATION: Final = tr("Took the token from the Authorization header.")
FROM_COOKIE: Final = tr("Took the token from the cookie global_id.")
_NO_COOKIE: Final = tr("There is no cookie named global_id here, so there is no session token.")
APPLICATION_TOKEN: Final = tr(
    "This is an application's access token (apim-accesstoken). It identifies an application, "
    "not a user: paste the user's session token."
)


def find_tokens(text: str) -> Iterator[Finding]:
    """What the header lines of a text hold or lack."""
    if _may_have_header(text):  # else no list is made of a million lines
        yield from iter_findings(list(_iter_headers(text.splitlines())))


def _may_have_header(text: str) -> bool:
    """Whether the name of a header that may hold something is in the text, in any case."""
    for start, end in iter_steps(len(text)):
        part = text[start : end + _MAX_NAME].lower()
        if any(name in part for name in _TELLING_NAMES):
            return True
    return False


def iter_findings(headers: Sequence[Header], host: str | None = None) -> Iterator[Finding]:
    """What these headers, names in lower case, hold or lack; the host is theirs if one is."""
    named = (parse_host(f"//{value.strip()}") for name, value in headers if name in _HOST_HEADERS)
    host = host or next((one for one in named if one), None)
    for name, value in headers:
        check_interruption()
        if name == AUTHORIZATION:
            if token_cleanup.is_basic_login(value):
                yield Complaint(token_cleanup.BASIC_LOGIN, Weight.OTHER_SECRET)
            else:
                yield Candidate(value, FROM_AUTHORIZATION, host)
        elif name in {COOKIE, SET_COOKIE}:
            cookie = find_session_cookie(value)
            if cookie is None:
                yield Complaint(_NO_COOKIE)
            else:
                yield Candidate(cookie, FROM_COOKIE, host)
        elif name == SESSION_COOKIE:
            yield Candidate(value.partition(";")[0], FROM_COOKIE, host)
        elif name == ACCESS_TOKEN_HEADER:
            yield Complaint(APPLICATION_TOKEN, Weight.OTHER_SECRET)


def find_session_cookie(value: str) -> str | None:
    """The session's cookie in a ``Cookie`` or ``Set-Cookie`` header; None if it is not there."""
    # Not by http.cookies, whose parser takes time by the square: 4 kB of open quotes, 50 ms.
    pairs = (pair.strip().partition("=") for pair in value.split(";"))
    return next((content for name, _, content in pairs if name.lower() == SESSION_COOKIE), None)


def _iter_headers(lines: Sequence[str]) -> Iterator[Header]:
    for number, line in enumerate(lines):
        check_interruption()
        alone = _NAME_ONLY_LINE.fullmatch(line)
        if alone is not None and number + 1 < len(lines):  # as copied from a browser's table
            yield alone[1].lower(), lines[number + 1].strip()
            continue
        named = _HEADER_LINE.fullmatch(line)
        if named is not None:
            name = named[1].lower()
            wrapped = _iter_wrapped_lines(lines, number + 1) if name in _USED_HEADERS else ()
            yield name, "\n".join((named[2].removesuffix("]"), *wrapped))


def _iter_wrapped_lines(lines: Sequence[str], start: int) -> Iterator[str]:
    """The continuation that an e-mail program wrapped to the lines from ``start`` on.

    It ends before a header that is used, so that no line belongs to two of them.
    """
    for number in range(start, len(lines)):
        piece = lines[number].strip(" \t>")
        named = _HEADER_LINE.match(piece)
        if not _WRAPPED_LINE.fullmatch(piece) or (named and named[1].lower() in _USED_HEADERS):
            return
        yield piece
