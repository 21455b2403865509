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
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.interruption import check_interruption, has_match
from inspector_app.session.parsing import strict_json
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr
from inspector_app.system import heap

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
    r"[\w.~+/-]{8}|_S_|\\u005[fF]S"
)
_MAX_HINT: Final = 32
_MEMBERS_AT_ONCE: Final = 8192
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


class _Scope:
    """An object or array of the document, and what is around it.

    Its host is looked for when somebody asks: of most strings nobody does.
    """

    __slots__ = ("_content", "_host", "_is_known", "around")

    def __init__(
        self, content: dict[str, JsonValue] | list[JsonValue] | None, around: _Scope | None
    ) -> None:
        self._content, self.around = content, around
        self._host: str | None = None
        self._is_known = False

    def find_host(self) -> str | None:
        """The host of the innermost request around, if one is named."""
        scope: _Scope | None = self
        while scope is not None:
            host = scope.find_own_host()
            if host is not None:
                return host
            scope = scope.around
        return None

    def find_own_host(self) -> str | None:
        """The host of the request that this is, if it is one that names it."""
        if not self._is_known:
            self._is_known = True
            if isinstance(self._content, dict):
                self._host = find_host(self._content)
            elif isinstance(self._content, list):
                self._host = find_listed_host(self._content)
        return self._host


@dataclass(frozen=True, slots=True)
class _Member:
    """A string of the document with its name and what is around it."""

    name: str
    value: str
    scope: _Scope


def find_tokens(
    text: str, read_string: Callable[[str], list[Finding]], *, is_every: bool = False
) -> list[Finding] | None:
    """What a JSON object or array holds; None if the text is neither.

    ``read_string`` reads a string of it that holds another text: a log line, a command. Of a
    recording ``is_every`` gives all tokens, not the latest alone.
    """
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        loaded: JsonValue = _create_decoder(len(text)).decode(text)
    except (ValueError, RecursionError):
        return None
    try:
        return _find_in_value(loaded, read_string, is_every=is_every)
    finally:
        owned: list[object] = [loaded]
        del loaded
        heap.release(owned)


def _find_in_value(
    loaded: JsonValue, read_string: Callable[[str], list[Finding]], *, is_every: bool
) -> list[Finding]:
    recorded = har.find_tokens(loaded, is_every=is_every)
    if recorded is not None:
        return recorded
    if isinstance(loaded, dict) and loaded.get("business") == "apim-token-service":
        return [Complaint(_APPLICATION_TOKEN, Weight.OTHER_SECRET)]
    found: list[Finding] = []
    left = _MAX_INNER
    plain_names: set[str] = set()
    for member in _iter_strings(loaded):
        if member.name not in plain_names:
            named = list(_read_name(member))
            found += named
            if not named:
                plain_names.add(member.name)
        has_hint = has_match(_HINT, member.value, _MAX_HINT)
        found += _read_value(member, (read_string if left > 0 else _find_known), has_hint=has_hint)
        left -= len(member.value) if has_hint else 0
    if any(isinstance(one, Candidate) and one.place is FROM_ANSWER for one in found):
        found = [one for one in found if not isinstance(one, Candidate) or one.place]
    return found or [Complaint(_NO_TOKEN)]


def _create_decoder(length: int) -> json.JSONDecoder:
    if length < strict_json.PYTHON_SCANNER_THRESHOLD:
        return json.JSONDecoder()
    decoder = json.JSONDecoder(object_pairs_hook=_build_object)
    strict_json.use_python_scanner(decoder)
    return decoder


def _build_object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    """The object of these members, in steps where there are many: a million took 0.2 s."""
    built: dict[str, JsonValue] = {}
    for start in range(0, len(pairs), _MEMBERS_AT_ONCE):
        check_interruption()
        built.update(pairs[start : start + _MEMBERS_AT_ONCE])
    while len(pairs) > _MEMBERS_AT_ONCE:
        del pairs[-_MEMBERS_AT_ONCE:]
    return built


def _read_name(member: _Member) -> Iterator[Finding]:
    for token in find_known_tokens(member.name):
        if token.damage is None:
            yield Candidate(token.value, FROM_STORAGE, member.scope.find_host())


def _read_value(
    member: _Member, read_string: Callable[[str], list[Finding]], *, has_hint: bool
) -> Iterator[Finding]:
    name, value, find_host_around = member.name.lower(), member.value, member.scope.find_host
    if name in _OTHER_SECRETS:
        yield Complaint(_OTHER_SECRETS[name], Weight.OTHER_SECRET, value)
    elif name == "session.id":
        yield Candidate(value, FROM_ANSWER, find_host_around())
    elif name in HEADER_NAMES:
        yield from headers.iter_findings([(name, value)], find_host_around())
    elif name in _TOKEN_KEYS:
        place = FROM_STORAGE if name in _STORAGE_KEYS else FROM_JSON
        yield Candidate(value, place, find_host_around())
    elif value.startswith(_TOKEN_PREFIXES) and not any(one.isspace() for one in value[7:]):
        yield Candidate(value, FROM_JSON, find_host_around())
    elif has_hint:
        for one in read_string(value):
            yield _set_host(one, find_host_around())


def _find_known(value: str) -> list[Finding]:
    return [
        Candidate(one.value, FROM_JSON) for one in find_known_tokens(value) if one.damage is None
    ]


def _set_host(finding: Finding, host: str | None) -> Finding:
    if isinstance(finding, Complaint) or finding.host is not None or host is None:
        return finding
    return Candidate(finding.value, finding.place, host, finding.notes)


def _iter_strings(loaded: JsonValue) -> Iterator[_Member]:
    """Every string with the name it stands under, outermost first; ``session.id`` by that name."""
    pending: deque[tuple[str, JsonValue, _Scope]] = deque([("", loaded, _Scope(None, None))])
    while pending:
        check_interruption()
        name, value, scope = pending.popleft()
        if isinstance(value, str):
            yield _Member(name, value, scope)
        elif isinstance(value, list) and _is_header(value):
            yield _Member(str(value[0]), str(value[1]), scope)
        elif isinstance(value, list):
            within = _Scope(value, scope)
            pending.extend((name, item, within) for item in value)
        elif isinstance(value, dict):
            within = _Scope(value, scope)
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
