"""Finds the token in JSON: a HAR file or one entry of it, or an answer with a session."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway.pasted import headers
from inspector_app.gateway.pasted.candidate import TokenCandidate, parse_host, select_best
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import strict_json
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_JsonValue: TypeAlias = "dict[str, _JsonValue] | list[_JsonValue] | str | int | float | None"

_TOKEN_KEYS: Final = (
    headers.AUTHORIZATION,
    headers.SESSION_COOKIE,
    "sessionid",
    "session_id",
    "token",
    "access_token",
    "accesstoken",
)
_TOKEN_PREFIXES: Final = (
    TokenKind.SESSION.value,
    TokenKind.JWT.value,
    f"{AuthorizationScheme.BEARER.value} ",
)
_FROM_HAR: Final = tr("Read the pasted HAR recording.")
_MULTIPLE_TOKENS: Final = tr("It holds more than one token; the latest was taken.")
_FROM_ANSWER: Final = tr("Took the session ID from the pasted answer.")
_NO_TOKEN: Final = tr("There is no token in this JSON text.")
_APPLICATION_TOKEN: Final = tr(
    "This is an answer of the token service. Its access token identifies an application, "
    "not a user: paste the user's session token."
)


def find_token(text: str) -> TokenCandidate | None:
    """The token in a JSON object or array; None if the text is neither."""
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        loaded: _JsonValue = _create_decoder(len(text)).decode(text)
    except (ValueError, RecursionError):
        return None
    return _find_in_har(loaded) or _find_in_answer(loaded)


def _create_decoder(length: int) -> json.JSONDecoder:
    decoder = json.JSONDecoder()
    if length >= strict_json.PYTHON_SCANNER_THRESHOLD:
        strict_json.use_python_scanner(decoder)
    return decoder


def _find_in_har(loaded: _JsonValue) -> TokenCandidate | None:
    candidates = [
        candidate
        for request in _iter_har_requests(loaded)
        if (candidate := _find_in_har_request(request)) is not None
    ]
    best = select_best(reversed(candidates))
    if best is None:
        return None
    several = len({candidate.value for candidate in candidates if candidate.value}) > 1
    notes = (_FROM_HAR, *best.notes, *((_MULTIPLE_TOKENS,) if several else ()))
    return replace(best, notes=notes)


def _iter_har_requests(loaded: _JsonValue) -> Iterator[dict[str, _JsonValue]]:
    log = loaded.get("log", loaded) if isinstance(loaded, dict) else loaded
    entries = log.get("entries", [log]) if isinstance(log, dict) else log
    for entry in entries if isinstance(entries, list) else ():
        check_interruption()
        request = entry.get("request", entry) if isinstance(entry, dict) else None
        if isinstance(request, dict) and isinstance(request.get("headers"), list):
            yield request


def _find_in_har_request(request: dict[str, _JsonValue]) -> TokenCandidate | None:
    pairs = list(_iter_name_value_pairs(request.get("headers")))
    pairs += [
        pair
        for pair in _iter_name_value_pairs(request.get("cookies"))
        if pair[0] == headers.SESSION_COOKIE
    ]
    candidate = headers.select_token(pairs)
    if candidate is None:
        return None
    url = request.get("url")
    host = parse_host(url) if isinstance(url, str) else None
    return replace(candidate, host=host or candidate.host)


def _iter_name_value_pairs(pairs: _JsonValue) -> Iterator[headers.Header]:
    for pair in pairs if isinstance(pairs, list) else ():
        if isinstance(pair, dict):
            name, value = pair.get("name"), pair.get("value")
            if isinstance(name, str) and isinstance(value, str):
                yield name.lower(), value


def _find_in_answer(loaded: _JsonValue) -> TokenCandidate:
    if isinstance(loaded, dict) and loaded.get("business") == "apim-token-service":
        return TokenCandidate(problem=_APPLICATION_TOKEN)
    candidates: list[TokenCandidate] = []
    for name, value in _iter_strings(loaded):
        if name == "session.id":
            return TokenCandidate(value, notes=(_FROM_ANSWER,))
        if name.lower() in _TOKEN_KEYS or value.startswith(_TOKEN_PREFIXES):
            candidates.append(TokenCandidate(value))
    return select_best(candidates) or TokenCandidate(problem=_NO_TOKEN)


def _iter_strings(loaded: _JsonValue) -> Iterator[tuple[str, str]]:
    """Every string with the name it stands under, outermost first; ``session.id`` by that name."""
    pending: deque[tuple[str, _JsonValue]] = deque([("", loaded)])
    while pending:
        check_interruption()
        name, value = pending.popleft()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list):
            pending.extend((name, item) for item in value)
        elif isinstance(value, dict):
            inside = "session.id" if name == "session" else "id"
            pending.extend((inside if key == "id" else key, item) for key, item in value.items())
