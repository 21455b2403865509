"""Finds the token in a HAR recording, or in one entry or request of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import (
    Candidate,
    Complaint,
    Finding,
    Weight,
    detect_kind,
    get_rank,
)
from inspector_app.gateway.pasted.found_token import MULTIPLE_TOKENS
from inspector_app.gateway.pasted.hosts import parse_host
from inspector_app.gateway.pasted.known_tokens import find_known_tokens
from inspector_app.gateway.pasted.readers import headers
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | None"

FROM_HAR: Final = tr("Read the pasted HAR recording.")
_SANITIZED: Final = tr(
    "There is no token in this JSON text: a browser's recording without sensitive data leaves out "
    "Authorization and cookies. In its settings of the network page, allow HAR with sensitive "
    "data, and export it with that."
)
_SENSITIVE: Final = frozenset({headers.AUTHORIZATION, headers.COOKIE, headers.SET_COOKIE})


def find_tokens(loaded: JsonValue, *, is_every: bool = False) -> list[Finding] | None:
    """What a recording holds: the latest token with a host; None if it is no recording.

    With ``is_every`` all of them, each with its host.
    """
    entries = list(_iter_entries(loaded))
    if not entries:
        return None
    found: list[Finding] = []
    for entry in entries:
        check_interruption()
        found += _read_request(entry)
    if not any(isinstance(one, Candidate) for one in found):
        for entry in entries:
            found += _read_response(entry)
    candidates = [one for one in found if isinstance(one, Candidate) and _is_usable(one)]
    if candidates and is_every:
        return [replace(one, notes=(FROM_HAR, *one.notes)) for one in candidates]
    if candidates:
        return [_choose_latest(candidates)]
    names = {name for entry in entries for name, _ in _iter_all_headers(entry)}
    if not found and names.isdisjoint(_SENSITIVE):
        return [Complaint(_SANITIZED, Weight.OTHER_SECRET)]
    return found


def _is_usable(candidate: Candidate) -> bool:
    value, _ = token_cleanup.clean_token(candidate.value)
    return token_cleanup.check_token(value) is None


def _choose_latest(candidates: list[Candidate]) -> Candidate:
    best = min(reversed(candidates), key=lambda one: get_rank(detect_kind(one.value)))
    several = len({token_cleanup.clean_token(one.value)[0] for one in candidates}) > 1
    notes = (FROM_HAR, *best.notes, *((MULTIPLE_TOKENS,) if several else ()))
    return Candidate(best.value, best.place, best.host, notes)


def _iter_entries(loaded: JsonValue) -> Iterator[dict[str, JsonValue]]:
    log = loaded.get("log", loaded) if isinstance(loaded, dict) else loaded
    entries = log.get("entries", [log]) if isinstance(log, dict) else log
    for entry in entries if isinstance(entries, list) else ():
        check_interruption()
        request = entry.get("request", entry) if isinstance(entry, dict) else None
        if not isinstance(request, dict) or not isinstance(request.get("headers"), list):
            continue
        if isinstance(request.get("url"), str) or "httpVersion" in request:
            yield {**entry, "request": request} if isinstance(entry, dict) else {}


def _get_message(entry: dict[str, JsonValue], name: str) -> dict[str, JsonValue]:
    message = entry.get(name)
    return message if isinstance(message, dict) else {}


def _get_host(entry: dict[str, JsonValue]) -> str | None:
    url = _get_message(entry, "request").get("url")
    return parse_host(url) if isinstance(url, str) else None


def _read_request(entry: dict[str, JsonValue]) -> Iterator[Finding]:
    request = _get_message(entry, "request")
    host = _get_host(entry)
    pairs = list(_iter_pairs(request.get("headers")))
    pairs += [
        pair for pair in _iter_pairs(request.get("cookies")) if pair[0] == headers.SESSION_COOKIE
    ]
    yield from headers.iter_findings(pairs, host)
    for name, value in pairs:
        if name not in {*_SENSITIVE, headers.SESSION_COOKIE}:
            yield from _iter_known(value, host)
    body = _get_message(request, "postData")
    fields = (value for _, value in _iter_pairs(body.get("params")))  # of a form
    for text in (request.get("url"), body.get("text"), *fields):
        yield from _iter_known(text, host)


def _read_response(entry: dict[str, JsonValue]) -> Iterator[Finding]:
    response = _get_message(entry, "response")
    host = _get_host(entry)
    pairs = [*_iter_pairs(response.get("headers")), *_iter_pairs(response.get("cookies"))]
    for one in headers.iter_findings(pairs, host):
        if isinstance(one, Candidate) or one.weight is not Weight.NOTHING_THERE:
            yield one
    content = response.get("content")
    yield from _iter_known(content.get("text") if isinstance(content, dict) else None, host)


def _iter_known(text: JsonValue, host: str | None) -> Iterator[Finding]:
    for token in find_known_tokens(text) if isinstance(text, str) else ():
        if token.damage is None:
            yield Candidate(token.value, None, host)


def _iter_all_headers(entry: dict[str, JsonValue]) -> Iterator[headers.Header]:
    for name in ("request", "response"):
        yield from _iter_pairs(_get_message(entry, name).get("headers"))


def _iter_pairs(pairs: JsonValue) -> Iterator[headers.Header]:
    for pair in pairs if isinstance(pairs, list) else ():
        match pair:
            case {"name": str(name), "value": str(value)} | [str(name), str(value)]:
                yield name.lower(), value
            case _:
                pass
