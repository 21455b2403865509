"""Parses header lines: ``Authorization``, ``Cookie``, a request as browsers and proxies show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.found import Found, PastedKind, best, host_of
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE: Final = re.compile(
    r"^[ \t>]*[\"']?(:?[A-Za-z][A-Za-z0-9-]*|global_id)[\"']?[ \t]*[:=][ \t]*(.*)$"
)
_WANTED: Final = ("authorization", "proxy-authorization", "cookie", "set-cookie", "global_id")
_NAME_ALONE: Final = re.compile(rf"^[ \t>]*({'|'.join(_WANTED)}):?[ \t]*$", re.IGNORECASE)
_REQUEST: Final = re.compile(r"^[A-Z]+ (\S+)(?: HTTP/[0-9.]+)?$")
_COOKIE: Final = "global_id"
"""EnOS console: the cookie in which a browser keeps the session ID."""

Header = tuple[str, str]


def find(text: str) -> Found | None:
    """The token in header lines; None if the text has none of the headers that hold one."""
    headers = list(_lines(text.splitlines()))
    if not any(name in {*_WANTED, "apim-accesstoken"} for name, _ in headers):
        return None
    return pick(headers, PastedKind.HEADER)


def pick(headers: Sequence[Header], kind: PastedKind) -> Found | None:
    """The token in these headers, names in lower case; None if none of them can hold one."""
    named = (value for name, value in headers if name in {"host", ":authority"})
    host = next((host_of(f"//{value}") for value in named), None)
    return best(_candidates(headers, kind, host))


def _candidates(headers: Sequence[Header], kind: PastedKind, host: str | None) -> Iterator[Found]:
    for name, value in headers:
        if name == "authorization":
            if value[:6].lower() == "basic ":
                yield Found(kind, problem=_BASIC, host=host)
            else:
                yield Found(kind, value, notes=(_FROM_AUTHORIZATION,), host=host)
        elif name in {"cookie", "set-cookie"}:
            cookie = _cookie(value)
            if cookie is None:
                yield Found(kind, problem=_NO_COOKIE, host=host)
            else:
                yield Found(kind, cookie, notes=(_FROM_COOKIE,), host=host)
        elif name == _COOKIE:
            yield Found(kind, value.partition(";")[0], notes=(_FROM_COOKIE,), host=host)
        elif name == "apim-accesstoken":
            yield Found(kind, problem=_APPLICATION, host=host)


_FROM_AUTHORIZATION: Final = tr("Took the token from the Authorization header.")
_FROM_COOKIE: Final = tr("Took the token from the cookie global_id.")
_BASIC: Final = tr("This is a user name and password (Basic), not a session token.")
_NO_COOKIE: Final = tr("There is no cookie named global_id here, so there is no session token.")
_APPLICATION: Final = tr(
    "This is an application's access token (apim-accesstoken). It identifies an application, "
    "not a user: paste the user's session token."
)


def _cookie(value: str) -> str | None:
    pairs = (pair.strip().partition("=") for pair in value.split(";"))
    return next((content for name, _, content in pairs if name.lower() == _COOKIE), None)


def _lines(lines: Sequence[str]) -> Iterator[Header]:
    for number, line in enumerate(lines):
        request = _REQUEST.match(line.strip())
        alone = _NAME_ALONE.match(line)
        if request is not None:
            host = host_of(request[1])
            if host is not None:
                yield "host", host
        elif alone is not None and number + 1 < len(lines):  # as copied from a browser's table
            yield alone[1].lower(), lines[number + 1].strip()
        else:
            found = _LINE.match(line)
            if found is not None:
                yield found[1].lower(), found[2] + _wrapped(lines[number + 1 :])


def _wrapped(lines: Sequence[str]) -> str:
    """The continuation that an e-mail program wrapped to the lines below."""
    rest = ""
    for line in lines:
        word = line.strip(" \t>")
        if not re.fullmatch(r"[A-Za-z0-9._~+/=-]+[\"']?", word):
            break
        rest += "\n" + word
    return rest
