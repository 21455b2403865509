"""Parses header lines: ``Authorization``, ``Cookie``, a request as browsers and proxies show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.authorization import ACCESS_TOKEN_HEADER
from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import TokenCandidate, parse_host, select_best
from inspector_app.session.exchange import AUTHORIZATION_HEADER
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AUTHORIZATION: Final = AUTHORIZATION_HEADER.lower()
COOKIE: Final = "cookie"
SESSION_COOKIE: Final = "global_id"
"""EnOS console: the cookie in which a browser keeps the session ID."""

_HEADER_LINE: Final = re.compile(
    rf"^[ \t>]*[\"']?(:?[A-Za-z][A-Za-z0-9-]*|{SESSION_COOKIE})[\"']?[ \t]*[:=][ \t]*(.*)$"
)
_TOKEN_HEADERS: Final = (
    AUTHORIZATION,
    "proxy-authorization",
    COOKIE,
    "set-cookie",
    SESSION_COOKIE,
)
_NAME_ONLY_LINE: Final = re.compile(
    rf"^[ \t>]*({'|'.join(_TOKEN_HEADERS)}):?[ \t]*$", re.IGNORECASE
)
_HOST_HEADERS: Final = ("host", ":authority")
_USED_HEADERS: Final = frozenset({*_TOKEN_HEADERS, *_HOST_HEADERS, ACCESS_TOKEN_HEADER})
_WRAPPED_LINE: Final = re.compile(r"[A-Za-z0-9._~+/=-]+[\"']?")
_REQUEST_LINE: Final = re.compile(r"^[A-Z]+ (\S+)(?: HTTP/[0-9.]+)?$")

Header = tuple[str, str]


def find_token(text: str) -> TokenCandidate | None:
    """The token in header lines; None if the text has none of the headers that hold one."""
    headers = list(_iter_headers(text.splitlines()))
    if not any(name in {*_TOKEN_HEADERS, ACCESS_TOKEN_HEADER} for name, _ in headers):
        return None
    return select_token(headers)


def select_token(headers: Sequence[Header]) -> TokenCandidate | None:
    """The token in these headers, names in lower case; None if none of them can hold one."""
    named = (value for name, value in headers if name in _HOST_HEADERS)
    host = next((parse_host(f"//{value}") for value in named), None)
    return select_best(_iter_candidates(headers, host))


def _iter_candidates(headers: Sequence[Header], host: str | None) -> Iterator[TokenCandidate]:
    for name, value in headers:
        if name == AUTHORIZATION:
            if token_cleanup.is_basic_login(value):
                yield TokenCandidate(problem=token_cleanup.BASIC_LOGIN, host=host)
            else:
                yield TokenCandidate(value, notes=(_FROM_AUTHORIZATION,), host=host)
        elif name in {COOKIE, "set-cookie"}:
            cookie = _find_session_cookie(value)
            if cookie is None:
                yield TokenCandidate(problem=_NO_COOKIE, host=host)
            else:
                yield TokenCandidate(cookie, notes=(_FROM_COOKIE,), host=host)
        elif name == SESSION_COOKIE:
            yield TokenCandidate(value.partition(";")[0], notes=(_FROM_COOKIE,), host=host)
        elif name == ACCESS_TOKEN_HEADER:
            yield TokenCandidate(problem=_APPLICATION_TOKEN, host=host)


_FROM_AUTHORIZATION: Final = tr("Took the token from the Authorization header.")
_FROM_COOKIE: Final = tr("Took the token from the cookie global_id.")
_NO_COOKIE: Final = tr("There is no cookie named global_id here, so there is no session token.")
_APPLICATION_TOKEN: Final = tr(
    "This is an application's access token (apim-accesstoken). It identifies an application, "
    "not a user: paste the user's session token."
)


def _find_session_cookie(value: str) -> str | None:
    pairs = (pair.strip().partition("=") for pair in value.split(";"))
    return next((content for name, _, content in pairs if name.lower() == SESSION_COOKIE), None)


def _iter_headers(lines: Sequence[str]) -> Iterator[Header]:
    for number, line in enumerate(lines):
        check_interruption()
        request = _REQUEST_LINE.match(line.strip())
        alone = _NAME_ONLY_LINE.match(line)
        if request is not None:
            host = parse_host(request[1])
            if host is not None:
                yield "host", host
        elif alone is not None and number + 1 < len(lines):  # as copied from a browser's table
            yield alone[1].lower(), lines[number + 1].strip()
        else:
            named = _HEADER_LINE.match(line)
            if named is not None:
                name = named[1].lower()
                wrapped = _iter_wrapped_lines(lines, number + 1) if name in _USED_HEADERS else ()
                yield name, "\n".join((named[2], *wrapped))


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
