"""Finds tokens in values with a name: code that sets a header, browser storage, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.authorization import ACCESS_TOKEN_HEADER
from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Finding, Weight
from inspector_app.gateway.pasted.readers import headers
from inspector_app.session.interruption import iter_matches
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STORAGE_NAMES: Final = ("dtv_access_token", "access_token_key", "accesstoken", "access_token")
"""EnOS portals: keys of the browser's storage, and parameters of page addresses (enos-portal)."""

REFRESH_NAMES: Final = ("refresh_token_key", "refresh_token", "refreshtoken")
_STORED_NAMES: Final = "|".join((*STORAGE_NAMES, *REFRESH_NAMES))
_TOKEN_NAMES: Final = (
    headers.AUTHORIZATION,
    headers.SET_COOKIE,
    headers.COOKIE,
    headers.SESSION_COOKIE,
    ACCESS_TOKEN_HEADER,
    *STORAGE_NAMES,
    *REFRESH_NAMES,
    "session_?id",
)
_QUOTED: Final = (
    r"(?:\"(?P<{0}double>(?:[`\\].|[^\"`\\]++)*+)\"|'(?P<{0}single>(?:[`\\].|[^'`\\]++)*+)'"
    r"|`(?P<{0}back>[^`]*+)`)"
)
_ASSIGNMENT: Final = re.compile(
    rf"(?<![\w-])[\"'`]?(?P<name>{'|'.join(_TOKEN_NAMES)})[\"'`]?\)?\]?\s{{0,8}}(?:=>|:=|[:=,])\s{{0,8}}[@frb]?"
    + _QUOTED.format("")
    # A whole header in one string.
    + rf"|(?P<open>[\"'`])(?P<header>{headers.AUTHORIZATION}|{headers.SET_COOKIE}"
    rf"|{headers.COOKIE}):"
    r"[ ]?(?P<value>[^\"'`\n\\]{1,8192}+)(?P=open)",
    re.IGNORECASE | re.DOTALL,
)
_PARAMETER: Final = re.compile(
    rf"[?&#](?P<name>{_STORED_NAMES})=(?P<value>[^&\s\"'#<>]{{1,8192}}+)",
    re.IGNORECASE,
)
_STORED: Final = re.compile(
    rf"^[ \t]*+[\"']?(?P<name>{_STORED_NAMES})[\"']?"
    r"(?:[ \t]*[:=][ \t]*|[ \t]+)"
    r"[\"']?(?P<value>[^\s\"']{1,8192}+)[\"']?,?[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ESCAPED: Final = re.compile(r"[`\\](?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_MAX_NAMED: Final = 1 << 16
"""Characters of a name with its value: those of the longest token, each of them escaped."""

FROM_PROGRAM: Final = tr("Read the pasted program text.")
FROM_STORAGE: Final = tr("Took the token from the browser's storage or a page's address.")
FROM_SESSION_ID: Final = tr("Took the session ID that is named so.")
REFRESH_TOKEN: Final = tr(
    "This is a refresh token: it fetches new tokens and is not the session's. Paste the access "
    "token or the session ID."
)


def find_tokens(text: str, find_host: Callable[[int], str | None]) -> Iterator[Finding]:
    """What the named values of a text hold or lack; ``find_host`` tells the host at a place."""
    for pair in iter_matches(_ASSIGNMENT, text, _MAX_NAMED):
        if pair["header"]:
            name, value, start = pair["header"], pair["value"], pair.start("value")
        else:
            group = str(pair.lastgroup)
            name, value, start = (
                pair["name"],
                _ESCAPED.sub(_unescape, pair[group]),
                pair.start(group),
            )
        yield from _iter_findings(name.lower(), value, find_host(start), FROM_PROGRAM)
    for pattern in (_PARAMETER, _STORED):
        for pair in iter_matches(pattern, text, _MAX_NAMED):
            yield from _iter_findings(pair["name"].lower(), pair["value"], None, None)


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else match[3]


def _iter_findings(name: str, value: str, host: str | None, note: Text | None) -> Iterator[Finding]:
    if name in REFRESH_NAMES:
        yield Complaint(REFRESH_TOKEN, Weight.OTHER_SECRET, value)
    elif name in STORAGE_NAMES:
        yield Candidate(value, FROM_STORAGE, host)
    elif name in {"sessionid", "session_id"}:
        yield Candidate(value, FROM_SESSION_ID, host)
    else:
        for one in headers.iter_findings([(name, value)], host):
            if isinstance(one, Candidate) and note is not None:
                yield Candidate(one.value, one.place, host, (note,))
            else:
                yield one
