"""Find what keeps an answer from proving what it says: that the session is valid, above all.

A session counts as valid only by a documented success, a session with its documented minimum,
known codes, and nothing in the answer that says otherwise. Doubts are found in the answer as it
was received: removing secrets and personal data from it would remove some of their reasons.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.contrary_fields import (
    has_cache_header,
    has_contrary_header,
    iter_contrary_paths,
)
from inspector_app.session.credentials import is_masked
from inspector_app.session.http_status import OK
from inspector_app.session.parsing import answer_codes, portal_session, scalars
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.parsed_answer import (
    SSO_AUTH_TYPE,
    AnswerOutcome,
    SessionKind,
)
from inspector_app.session.token import Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.parsing.parsed_answer import ParsedAnswer, Session
    from inspector_app.session.path import Path


class DoubtKind(Enum):
    """Why an answer does not prove what it says; the gravest first."""

    OTHER_SESSION = "other_session"
    SEVERAL_SESSIONS = "several_sessions"
    FIELDS_DISAGREE = "fields_disagree"
    CONTRARY_WORDS = "contrary_words"
    FROM_CACHE = "from_cache"
    UNUSUAL_STATUS = "unusual_status"
    SUCCESS_UNCLEAR = "success_unclear"
    SESSION_INCOMPLETE = "session_incomplete"
    UNKNOWN_STATE = "unknown_state"


class Doubt(NamedTuple):
    """One reason for doubt, and where in the document it shows; empty where that is not known."""

    kind: DoubtKind
    evidence: tuple[Path, ...] = ()


_FLAGS: Final = ("success", "successful", "fail", "failed")
_SUCCESS_CODES: Final = frozenset({answer_codes.SUCCESS, 200})
_STATE_FIELDS: Final = frozenset({"state", "passwordState"})
_SSO_STATE_FIELDS: Final = frozenset({"state"})
"""Those of an SSO account: EnOS documents that its ``passwordState`` is unused."""

_UNKNOWN_HTTP_STATUS: Final = 0
_HEADER_DOUBTS: Final = (
    (DoubtKind.CONTRARY_WORDS, has_contrary_header),
    (DoubtKind.FROM_CACHE, has_cache_header),
)
_KEYS_BY_FOLDED_NAME: Final = {
    object_type: {
        name.replace("_", "").lower(): known.name
        for known in list_fields(object_type)
        for name in known.names
    }
    for object_type in ObjectType
}
"""The documented field that a name means, whatever its case and separators."""


def find_doubts(
    parsed: ParsedAnswer,
    answered_at: float | None = None,
    headers: tuple[tuple[str, str], ...] = (),
) -> tuple[Doubt, ...]:
    """All doubts about a successful answer, the gravest first.

    About any other answer only that it comes from a cache: its words may be about another call.
    ``answered_at``: epoch seconds of the gateway when it answered; None where they are not known.
    """
    session, root = parsed.session, parsed.document.root
    if parsed.outcome is not AnswerOutcome.SUCCESS or session is None:
        return find_cache_doubts(headers)
    if not isinstance(root, JsonObject):
        return find_cache_doubts(headers)
    found: dict[DoubtKind, list[Path]] = defaultdict(list)
    for kind, path in _iter_doubts(parsed, session, root, answered_at):
        found[kind].append(path)
    for kind, has_header in _HEADER_DOUBTS:
        if has_header(headers):
            found[kind].append(())
    return tuple(
        Doubt(kind, tuple(dict.fromkeys(path for path in found[kind] if path)))
        for kind in DoubtKind
        if kind in found
    )


def find_cache_doubts(headers: tuple[tuple[str, str], ...]) -> tuple[Doubt, ...]:
    """The doubt about an answer, whatever it says, that a cache had stored before this call."""
    return (Doubt(DoubtKind.FROM_CACHE),) if has_cache_header(headers) else ()


def is_session_of(parsed: ParsedAnswer, token: Token) -> bool | None:
    """Whether the answer's session is the one whose id was sent.

    None where that cannot be told: the token is no id of a session, the answer's id is masked, or
    the portal, which sends none, answered about a token of its own.
    """
    session = parsed.session
    if session is not None and session.kind is SessionKind.PORTAL:
        return False if token.kind is TokenKind.SESSION else None
    if session is None or token.kind not in {TokenKind.SESSION, TokenKind.PORTAL}:
        return None
    sent = session.content.get("id")
    if not isinstance(sent, str) or not sent or is_masked(sent):
        return None
    try:
        return Token(sent) == token
    except ValueError:  # longer than a token, or not of visible ASCII
        return False


def _iter_doubts(
    parsed: ParsedAnswer, session: Session, root: JsonObject, answered_at: float | None
) -> Iterator[tuple[DoubtKind, Path]]:
    if parsed.http_status not in {OK, _UNKNOWN_HTTP_STATUS}:
        yield DoubtKind.UNUSUAL_STATUS, ()
    iter_inner = _iter_portal_doubts if session.is_of_portal else _iter_session_doubts
    yield from iter_inner(session, root, answered_at)


def _iter_session_doubts(
    session: Session, root: JsonObject, answered_at: float | None
) -> Iterator[tuple[DoubtKind, Path]]:
    sessions = root.get("session")
    if isinstance(sessions, JsonArray) and len(sessions.items) > 1:
        yield DoubtKind.SEVERAL_SESSIONS, ("session",)
    for path in _iter_more_sessions(root):
        yield DoubtKind.SEVERAL_SESSIONS, path
    for path in _iter_unclear_success(root):
        yield DoubtKind.SUCCESS_UNCLEAR, path
    for path in _iter_missing_minimum(session):
        yield DoubtKind.SESSION_INCOMPLETE, path
    for object_type, path, content in _iter_objects(session, root):
        for inner in _iter_disagreeing(object_type, path, content):
            yield DoubtKind.FIELDS_DISAGREE, inner
        for inner in _iter_unknown_states(object_type, path, content):
            yield DoubtKind.UNKNOWN_STATE, inner
        if object_type is not ObjectType.ORGANIZATION:
            for inner in iter_contrary_paths(object_type, path, content, answered_at):
                yield DoubtKind.CONTRARY_WORDS, inner


def _iter_more_sessions(root: JsonObject) -> Iterator[Path]:
    """Sessions in undocumented places beside the one that is read."""
    for name, value in root.members:
        if name.lower() == "sessions" and _holds_object(value):
            yield (name,)
        if find_field(ObjectType.ENVELOPE, name) is None and isinstance(value, JsonObject):
            for inner, content in value.members:
                if inner.lower() in {"session", "sessions"} and _holds_object(content):
                    yield (name, inner)


def _holds_object(value: Json) -> bool:
    if isinstance(value, JsonArray):
        return any(isinstance(item, JsonObject) for item in value.items)
    return isinstance(value, JsonObject) and bool(value.members)


def _iter_portal_doubts(
    session: Session, root: JsonObject, answered_at: float | None
) -> Iterator[tuple[DoubtKind, Path]]:
    """A success of the portal is its ``code``, and a user; it tells no state of either."""
    if scalars.parse_integer(root.get("code")) not in _SUCCESS_CODES:
        yield DoubtKind.SUCCESS_UNCLEAR, ("code",) if "code" in root.names else ()
    user = session.user
    if user is None or not any((one.value or "").strip() for one in (user.id, user.name)):
        yield DoubtKind.SESSION_INCOMPLETE, session.path
    inner = portal_session.get_session_type(session.kind)
    objects = [(inner, session.path, session.content)]
    if session.path:
        objects.append((ObjectType.PORTAL_ENVELOPE, (), root))
    for object_type, path, content in objects:
        for found in _iter_disagreeing(object_type, path, content):
            yield DoubtKind.FIELDS_DISAGREE, found
        for found in iter_contrary_paths(object_type, path, content, answered_at):
            yield DoubtKind.CONTRARY_WORDS, found


def _iter_objects(
    session: Session, root: JsonObject
) -> Iterator[tuple[ObjectType, Path, JsonObject]]:
    yield ObjectType.ENVELOPE, (), root
    yield ObjectType.SESSION, session.path, session.content
    for name, object_type in (
        ("user", ObjectType.USER),
        ("workingOrganization", ObjectType.ORGANIZATION),
        ("residentOrganization", ObjectType.ORGANIZATION),
    ):
        content = session.content.get(name)
        if isinstance(content, JsonObject):
            yield object_type, (*session.path, name), content


def _iter_unclear_success(root: JsonObject) -> Iterator[Path]:
    """EnOS documentation 2.1-2.4: ``status`` 0 and the flags say success, none of them alone."""
    if scalars.parse_integer(root.get("status")) != answer_codes.SUCCESS:
        yield ("status",) if "status" in root.names else ()
    if all(root.get(name) is None for name in _FLAGS):
        yield ()
    for name in _FLAGS:
        if root.get(name) is not None and scalars.parse_boolean(root.get(name)) is None:
            yield (name,)
    code = root.get("code")
    if code is not None and scalars.parse_integer(code) not in _SUCCESS_CODES:
        yield ("code",)


def _iter_missing_minimum(session: Session) -> Iterator[Path]:
    """A session has at least an id, and a user who has an id or a name and a state."""
    identifier = session.content.get("id")
    if not isinstance(identifier, str) or not identifier.strip():
        yield session.path
    user = session.content.get("user")
    if not isinstance(user, JsonObject):
        yield session.path
        return
    path = (*session.path, "user")
    if not any((scalars.parse_text(user.get(name)) or "").strip() for name in ("id", "name")):
        yield path
    if user.get("state") is None:
        yield path


def _iter_unknown_states(
    object_type: ObjectType, path: Path, content: JsonObject
) -> Iterator[Path]:
    """Codes that say whether the session or the account may be used, of no documented meaning."""
    is_sso = scalars.parse_integer(content.get("authType")) == SSO_AUTH_TYPE
    state_fields = _SSO_STATE_FIELDS if is_sso else _STATE_FIELDS
    for known in list_fields(object_type):
        is_state = object_type is ObjectType.USER and known.name in state_fields
        is_status = object_type is ObjectType.SESSION and known.name == "status"
        if not is_state and not is_status:
            continue
        for name in known.names:
            value = content.get(name)
            if value is not None and known.find_meaning(value) is None:
                yield (*path, name)


def _iter_disagreeing(object_type: ObjectType, path: Path, content: JsonObject) -> Iterator[Path]:
    """Documented members that came more than once, or in two spellings, with different values."""
    groups: dict[str, list[tuple[str, Json]]] = defaultdict(list)
    keys = _KEYS_BY_FOLDED_NAME[object_type]
    names = [name for name, _ in content.members]
    for member, folded in zip(content.members, _fold_names(names), strict=True):
        if folded in keys:
            groups[keys[folded]].append(member)
    for members in groups.values():
        is_documented = any(find_field(object_type, name) is not None for name, _ in members)
        if len(members) > 1 and is_documented and _do_disagree(members):
            yield from ((*path, name) for name, _ in members)


def _do_disagree(members: list[tuple[str, Json]]) -> bool:
    is_repeated = len({name for name, _ in members}) < len(members)
    values = [value for _, value in members if is_repeated or value is not None]
    return len({_normalize_value(value) for value in values}) > 1


def _normalize_value(value: Json) -> object:
    if isinstance(value, JsonNumber):
        number = scalars.parse_number(value)
        return (JsonNumber, value.text if number is None else number)
    return (type(value), value)


def _fold_names(names: list[str]) -> list[str]:
    """The names in lower case without separators: at one go, since there may be many."""
    folded = "\n".join(names).lower().replace("_", "").replace("-", "").split("\n")
    if len(folded) == len(names):
        return folded
    return [name.lower().replace("_", "").replace("-", "") for name in names]
