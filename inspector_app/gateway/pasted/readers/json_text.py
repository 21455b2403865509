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
from inspector_app.gateway.pasted.hosts import parse_host, parse_written_host
from inspector_app.gateway.pasted.known_tokens import find_known_tokens
from inspector_app.gateway.pasted.readers import har, headers
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

_HEADER_NAMES: Final = frozenset({headers.AUTHORIZATION, headers.COOKIE, headers.SET_COOKIE})
_TOKEN_KEYS: Final = frozenset(
    {
        headers.SESSION_COOKIE, "sessionid", "session_id", "token", "access_token", "accesstoken",
        "dtv_access_token", "access_token_key", "bearertoken", "bearer_token",
    }
)  # fmt: skip
_STORAGE_KEYS: Final = frozenset({"dtv_access_token", "access_token_key"})
_ADDRESS_KEYS: Final = ("url", "uri", "endpoint", "requesturl", "request_url", "requesturi",
                        "request_uri", "fullurl", "baseurl", "base_url", "http.url")  # fmt: skip
_MAX_KEY: Final = 64
_MAX_PARTS: Final = 32
_HOST_KEYS: Final = ("host", ":authority", "authority", "hostname")
_REQUEST_KEYS: Final = frozenset(
    {"method", "path", "uri", "url", "port", "headers", "scheme", "protocol"}
)
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

_FROM_ANSWER: Final = tr("Took the session ID from the pasted answer.")
_FROM_JSON: Final = tr("Took the token out of the pasted JSON text.")
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
    if any(isinstance(one, Candidate) and one.place is _FROM_ANSWER for one in found):
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
        yield Candidate(value, _FROM_ANSWER, host)
    elif name in _HEADER_NAMES:
        yield from headers.iter_findings([(name, value)], host)
    elif name in _TOKEN_KEYS:
        yield Candidate(value, FROM_STORAGE if name in _STORAGE_KEYS else _FROM_JSON, host)
    elif value.startswith(_TOKEN_PREFIXES) and not any(one.isspace() for one in value[7:]):
        yield Candidate(value, _FROM_JSON, host)
    elif _HINT.search(value):
        for one in read_string(value):
            yield _set_host(one, host)


def _find_known(value: str) -> list[Finding]:
    return [
        Candidate(one.value, _FROM_JSON) for one in find_known_tokens(value) if one.damage is None
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
            listed = _find_listed_host(value) or host
            pending.extend((name, item, listed) for item in value)
        elif isinstance(value, dict):
            within = _find_host(value) or host
            inside = "session.id" if name == "session" else "id"
            named = value.get("name", value.get("key"))
            if isinstance(named, str) and isinstance(value.get("value"), str):
                pending.append((named, value["value"], within))
                value = {key: item for key, item in value.items() if key != "value"}
            pending.extend(
                (inside if key == "id" else key, item, within) for key, item in value.items()
            )


def _find_listed_host(items: list[JsonValue]) -> str | None:
    """The host among headers that are a list of names and values."""
    for item in items:
        match item:
            case (
                {"name": str(name), "value": str(value)}
                | {"key": str(name), "value": str(value)}
                | [str(name), str(value)]
            ) if name.lower() in _HOST_KEYS[:3]:
                return parse_host(f"//{value}")
            case _:
                continue
    return None


def _is_header(items: list[JsonValue]) -> bool:
    """Whether a list is a header's name and its value, as some programs write them."""
    return (
        len(items) == len(("name", "value"))
        and all(isinstance(one, str) for one in items)
        and str(items[0]).lower() in _HEADER_NAMES
    )


def _find_host(members: dict[str, JsonValue]) -> str | None:
    """The host that the members of a request name: its address, or its header ``Host``."""
    lowered = {key.lower(): item for key, item in members.items() if len(key) <= _MAX_KEY}
    for container in ("request", "req"):
        inner = lowered.get(container)
        if isinstance(inner, dict) and not {"url", "uri", "host"}.isdisjoint(inner):
            found = _find_host(inner)
            if found is not None:
                return found
    for key in _ADDRESS_KEYS:
        found = _read_address(lowered.get(key))
        if found is not None:
            return found
    is_header = not _HEADER_NAMES.isdisjoint(lowered)
    inner = lowered.get("headers")
    if isinstance(inner, dict):
        found = _find_named_host(inner)
        if found is not None:
            return found
    elif isinstance(inner, list):
        found = _find_listed_host(inner)
        if found is not None:
            return found
    is_request = is_header or not _REQUEST_KEYS.isdisjoint(lowered)
    return _find_named_host(lowered) if is_request else None


def _find_named_host(members: dict[str, JsonValue]) -> str | None:
    for key, item in members.items():
        if key.lower() in _HOST_KEYS and isinstance(item, str):
            found = parse_written_host(item)
            if found is not None:
                return found
    return None


def _read_address(value: JsonValue) -> str | None:
    if isinstance(value, str):
        return parse_host(value) if "://" in value[:8] else parse_written_host(value)
    if isinstance(value, dict):
        raw = value.get("raw", value.get("full", value.get("href")))
        if isinstance(raw, str):
            return parse_written_host(raw)
        parts = value.get("host", value.get("domain"))
        if isinstance(parts, list):
            return parse_written_host(".".join(str(part) for part in parts[:_MAX_PARTS]))
        return parse_written_host(parts) if isinstance(parts, str) else None
    return None
