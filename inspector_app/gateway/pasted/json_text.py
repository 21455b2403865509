"""Finds the token in JSON: a HAR file or one entry of it, or an answer with a session."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway.pasted import headers
from inspector_app.gateway.pasted.found import Found, PastedKind, best, host_of
from inspector_app.session.token import TokenKind
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_Loaded: TypeAlias = "dict[str, _Loaded] | list[_Loaded] | str | int | float | None"

_NAMES: Final = (
    "authorization",
    "global_id",
    "sessionid",
    "session_id",
    "token",
    "access_token",
    "accesstoken",
)
_PREFIXES: Final = (TokenKind.SESSION.value, TokenKind.JWT.value, "Bearer ")
_FROM_HAR: Final = tr("Read the pasted HAR recording.")
_SEVERAL: Final = tr("It holds more than one token; the latest was taken.")
_FROM_ANSWER: Final = tr("Took the session ID from the pasted answer.")
_NO_TOKEN: Final = tr("There is no token in this JSON text.")
_APPLICATION: Final = tr(
    "This is an answer of the token service. Its access token identifies an application, "
    "not a user: paste the user's session token."
)


def find(text: str) -> Found | None:
    """The token in a JSON object or array; None if the text is neither."""
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        loaded: _Loaded = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return _recording(loaded) or _answer(loaded)


def _recording(loaded: _Loaded) -> Found | None:
    found = [one for entry in _entries(loaded) if (one := _entry(entry)) is not None]
    chosen = best(reversed(found))
    if chosen is None:
        return None
    several = len({one.value for one in found if one.value}) > 1
    notes = (_FROM_HAR, *chosen.notes, *((_SEVERAL,) if several else ()))
    return Found(chosen.kind, chosen.value, chosen.problem, notes, chosen.host)


def _entries(loaded: _Loaded) -> Iterator[dict[str, _Loaded]]:
    log = loaded.get("log", loaded) if isinstance(loaded, dict) else loaded
    entries = log.get("entries", [log]) if isinstance(log, dict) else log
    for entry in entries if isinstance(entries, list) else ():
        request = entry.get("request", entry) if isinstance(entry, dict) else None
        if isinstance(request, dict) and isinstance(request.get("headers"), list):
            yield request


def _entry(request: dict[str, _Loaded]) -> Found | None:
    given = list(_named(request.get("headers")))
    given += [pair for pair in _named(request.get("cookies")) if pair[0] == "global_id"]
    found = headers.pick(given, PastedKind.HAR)
    if found is None:
        return None
    url = request.get("url")
    host = (host_of(url) if isinstance(url, str) else None) or found.host
    return Found(found.kind, found.value, found.problem, found.notes, host)


def _named(pairs: _Loaded) -> Iterator[headers.Header]:
    for pair in pairs if isinstance(pairs, list) else ():
        if isinstance(pair, dict):
            name, value = pair.get("name"), pair.get("value")
            if isinstance(name, str) and isinstance(value, str):
                yield name.lower(), value


def _answer(loaded: _Loaded) -> Found:
    kind = PastedKind.ANSWER
    if isinstance(loaded, dict) and loaded.get("business") == "apim-token-service":
        return Found(kind, problem=_APPLICATION)
    candidates: list[Found] = []
    for name, value in _strings(loaded):
        if name == "session.id":
            return Found(kind, value, notes=(_FROM_ANSWER,))
        if name.lower() in _NAMES or value.startswith(_PREFIXES):
            candidates.append(Found(kind, value))
    return best(candidates) or Found(kind, problem=_NO_TOKEN)


def _strings(loaded: _Loaded) -> Iterator[tuple[str, str]]:
    """Every string with the name it stands under, outermost first; ``session.id`` by that name."""
    waiting: deque[tuple[str, _Loaded]] = deque([("", loaded)])
    while waiting:
        name, value = waiting.popleft()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list):
            waiting.extend((name, item) for item in value)
        elif isinstance(value, dict):
            inside = "session.id" if name == "session" else "id"
            waiting.extend((inside if key == "id" else key, item) for key, item in value.items())
