"""Finds the token in JSON: a recording, an answer with a session, a collection of calls, a log."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import (
    ENOS_PREFIX,
    Candidate,
    Complaint,
    Finding,
    Weight,
)
from inspector_app.gateway.pasted.known_tokens import find_known_tokens
from inspector_app.gateway.pasted.readers import har, headers
from inspector_app.gateway.pasted.readers.json_hosts import (
    HEADER_NAMES,
    find_host,
    find_listed_host,
)
from inspector_app.gateway.pasted.readers.source_code import (
    FROM_STORAGE,
    REFRESH_NAMES,
    REFRESH_TOKEN,
)
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import strict_json
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.gateway.pasted.readers.har import JsonValue

_TOKEN_KEYS: Final = frozenset(
    {
        headers.SESSION_COOKIE, "sessionid", "session_id", "token", "access_token", "accesstoken",
        "dtv_access_token", "access_token_key", "bearertoken", "bearer_token",
    }
)  # fmt: skip
_STORAGE_KEYS: Final = frozenset({"dtv_access_token", "access_token_key"})
_TOKEN_PREFIXES: Final = (
    TokenKind.SESSION.value,
    TokenKind.JWT.value,
    f"{AuthorizationScheme.BEARER.value} ",
)
_HINT: Final = re.compile(
    rf"{ENOS_PREFIX}|eyJ|(?i:bearer|global_id|authorization|cookie)[\"'\\ :=]{{1,8}}"
    r"[\w.~+/-]{8}|_S_"
)
_MAX_INNER: Final = 64 * 1024
"""Characters of strings in which other texts are looked for; of the others known tokens alone."""

FROM_ANSWER: Final = tr("Took the session ID from the pasted answer.")
FROM_JSON: Final = tr("Took the token out of the pasted JSON text.")
_NO_TOKEN: Final = tr("There is no token in this JSON text.")
_APPLICATION_TOKEN: Final = tr(
    "This is an answer of the token service. Its access token identifies an application, "
    "not a user: paste the user's session token."
)
_ID_TOKEN: Final = tr("This is an ID token: it names a person and opens no session.")
_OTHER_SECRETS: Final = {
    **dict.fromkeys(REFRESH_NAMES, REFRESH_TOKEN),
    **dict.fromkeys(("id_token", "idtoken"), _ID_TOKEN),
}


@dataclass(frozen=True, slots=True)
class _Member:
    """A string of the document with its name and the host of the request around it."""

    name: str
    value: str
    host: str | None


def find_tokens(text: str, read_string: Callable[[str], list[Finding]]) -> list[Finding] | None:
    """What a JSON object or array holds; None if the text is neither.

    ``read_string`` reads a string of it that holds another text: a log line, a command.
    """
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        loaded: JsonValue = _create_decoder(len(text)).decode(text)
    except (ValueError, RecursionError):
        return None
    recorded = har.find_tokens(loaded)
    if recorded is not None:
        return recorded
    if isinstance(loaded, dict) and loaded.get("business") == "apim-token-service":
        return [Complaint(_APPLICATION_TOKEN, Weight.OTHER_SECRET)]
    found: list[Finding] = []
    left = _MAX_INNER
    for member in _iter_strings(loaded):
        found += _read_member(member, read_string if left > 0 else _find_known)
        left -= len(member.value) if _HINT.search(member.value) else 0
    if any(isinstance(one, Candidate) and one.place is FROM_ANSWER for one in found):
        found = [one for one in found if not isinstance(one, Candidate) or one.place]
    return found or [Complaint(_NO_TOKEN)]


def _create_decoder(length: int) -> json.JSONDecoder:
    decoder = json.JSONDecoder()
    if length >= strict_json.PYTHON_SCANNER_THRESHOLD:
        strict_json.use_python_scanner(decoder)
    return decoder


def _read_member(member: _Member, read_string: Callable[[str], list[Finding]]) -> Iterator[Finding]:
    name, value, host = member.name.lower(), member.value, member.host
    for token in find_known_tokens(member.name):
        if token.damage is None:
            yield Candidate(token.value, FROM_STORAGE, host)
    if name in _OTHER_SECRETS:
        yield Complaint(_OTHER_SECRETS[name], Weight.OTHER_SECRET, host, value)
    elif name == "session.id":
        yield Candidate(value, FROM_ANSWER, host)
    elif name in HEADER_NAMES:
        yield from headers.iter_findings([(name, value)], host)
    elif name in _TOKEN_KEYS:
        yield Candidate(value, FROM_STORAGE if name in _STORAGE_KEYS else FROM_JSON, host)
    elif value.startswith(_TOKEN_PREFIXES) and not any(one.isspace() for one in value[7:]):
        yield Candidate(value, FROM_JSON, host)
    elif _HINT.search(value):
        for one in read_string(value):
            yield _set_host(one, host)


def _find_known(value: str) -> list[Finding]:
    return [
        Candidate(one.value, FROM_JSON) for one in find_known_tokens(value) if one.damage is None
    ]


def _set_host(finding: Finding, host: str | None) -> Finding:
    if finding.host is not None or host is None:
        return finding
    if isinstance(finding, Candidate):
        return Candidate(finding.value, finding.place, host, finding.notes)
    return Complaint(finding.problem, finding.weight, host, finding.value)


def _iter_strings(loaded: JsonValue) -> Iterator[_Member]:
    """Every string with the name it stands under, outermost first; ``session.id`` by that name."""
    pending: deque[tuple[str, JsonValue, str | None]] = deque([("", loaded, None)])
    while pending:
        check_interruption()
        name, value, host = pending.popleft()
        if isinstance(value, str):
            yield _Member(name, value, host)
        elif isinstance(value, list) and _is_header(value):
            yield _Member(str(value[0]), str(value[1]), host)
        elif isinstance(value, list):
            listed = find_listed_host(value) or host
            pending.extend((name, item, listed) for item in value)
        elif isinstance(value, dict):
            within = find_host(value) or host
            inside = "session.id" if name == "session" else "id"
            named = value.get("name", value.get("key"))
            if isinstance(named, str) and isinstance(value.get("value"), str):
                pending.append((named, value["value"], within))
                value = {key: item for key, item in value.items() if key != "value"}
            pending.extend(
                (inside if key == "id" else key, item, within) for key, item in value.items()
            )


def _is_header(items: list[JsonValue]) -> bool:
    """Whether a list is a header's name and its value, as some programs write them."""
    return (
        len(items) == len(("name", "value"))
        and all(isinstance(one, str) for one in items)
        and str(items[0]).lower() in HEADER_NAMES
    )
