"""Find members beside a success that speak of an error, or of an end of the session."""

from __future__ import annotations

import re
from string import digits
from typing import TYPE_CHECKING, Final

from inspector_app.session import contrary_words as words_of
from inspector_app.session.credentials import PERSONAL_DATA_PLACEHOLDER, is_masked, is_secret_path
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.documented_fields import find_field, get_fields_by_name
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inspector_app.session.path import Path

_MESSAGE_FIELDS: Final = frozenset({"message", "msg"})
_ENVELOPES: Final = frozenset({ObjectType.ENVELOPE, ObjectType.PORTAL_ENVELOPE})
_PUNCTUATION: Final = " \t\r\n.!\u3002\uff01"
_MAX_VALUES: Final = 1000
"""Entries of one undocumented member that are looked at: no session answer has as many."""

_SUCCESS_CODES: Final = frozenset({0, *range(200, 300)})
_STATUS_HEADERS: Final = frozenset({"apim_status", "apim-status", "grpc-status", "x-enos-status"})
_MIN_ERROR_STATUS: Final = 400
_CACHE_HEADER: Final = re.compile(
    r"(?:[a-z0-9]{1,20}-){0,3}cache(?:-(?:action|remote|result|status))?"
)
"""Not ``X-Cache-Lookup``, by which a cache that asks again says that it had something."""

_HIT: Final = re.compile(r"(?<![A-Za-z=])(?:hit|stale|updating)(?![A-Za-z])", re.IGNORECASE)
"""Not ``RefreshHit`` nor ``fwd=stale``, of which the cache has asked again."""

_AGE: Final = re.compile(r"\A\+?0*+[1-9]")
_STORED_WARNINGS: Final = ("110", "111", "112", "113")
"""RFC 7234, 5.5: of what is stale, or was not asked about again."""


_UNLIMITED: Final = -1
_END_OF_DAY: Final = " 23:59:59"
_CONTAINERS: Final = (JsonObject, JsonArray)
_TELLING: Final = (str, *_CONTAINERS)
"""Values that may say something whatever their name is."""

_MARGIN: Final = 60.0
"""Seconds by which an end must have passed before it contradicts a success: clocks differ."""


def iter_contrary_paths(
    object_type: ObjectType, path: Path, content: JsonObject, answered_at: float | None = None
) -> Iterator[Path]:
    """The paths of members that contradict a success, in one object of an answer.

    Of documented members only the message is one; of the others those whose name, code, text or
    time speaks of an error or an end, within them too. What a report put in place of a text says
    nothing. ``answered_at``: epoch seconds of the gateway; None where they are not known.
    """
    # Of a user's members, of which there may be many, nothing is asked but the name: at one go, and
    # once of those that only a number tells apart.
    others = content.names - get_fields_by_name(object_type).keys()
    check_interruption()
    stems = {one.rstrip(digits) for one in others}
    check_interruption()
    has_hint = words_of.may_be_contrary("\n".join(stems))
    check_interruption()
    if object_type is ObjectType.USER and not has_hint:
        containers = [name for name, value in content.members if isinstance(value, _CONTAINERS)]
        if others.isdisjoint(containers):
            return
    is_telling_by_name_alone = has_hint or object_type in _ENVELOPES
    for name, value in content.members:
        check_interruption()
        if not (is_telling_by_name_alone or isinstance(value, _TELLING)):
            continue
        if object_type in _ENVELOPES and name in _MESSAGE_FIELDS:
            is_contrary = not _is_success_message(value)
        elif find_field(object_type, name) is not None:
            continue
        else:
            is_contrary = _is_contrary(object_type, (*path, name), value, answered_at)
        if is_contrary:
            yield (*path, name)


def has_contrary_header(headers: Iterable[tuple[str, str]]) -> bool:
    """Whether a header beside a success speaks of an error or asks for other credentials."""
    return any(_is_contrary_header(name.lower(), value.strip()) for name, value in headers)


def has_cache_header(headers: Iterable[tuple[str, str]]) -> bool:
    """Whether a cache says that it had stored the answer: then it is older than the call.

    By ``Age`` (RFC 9111), where it is not 0, as some write it into every answer; by ``Warning``;
    by ``Cache-Status`` (RFC 9211), or what caches say in headers of their own: ``X-Cache: HIT``.
    """
    return any(_is_cache_header(name.lower(), value.strip()) for name, value in headers)


def _is_cache_header(name: str, value: str) -> bool:
    if name == "age":
        return _AGE.match(value) is not None
    if name == "warning":
        return value.startswith(_STORED_WARNINGS)
    return _CACHE_HEADER.fullmatch(name) is not None and _HIT.search(value) is not None


def _is_contrary_header(name: str, value: str) -> bool:
    if name == "www-authenticate":
        return bool(value)
    if name in _STATUS_HEADERS:
        return value.isdecimal() and int(value[:9]) not in _SUCCESS_CODES
    return words_of.is_contrary_name(name, words_of.split_member_name(name)) and _is_set(value)


def _is_success_message(value: Json) -> bool:
    if value is None:
        return True
    return isinstance(value, str) and value.strip(_PUNCTUATION).lower() in words_of.SUCCESS_TEXTS


def _is_contrary(
    object_type: ObjectType, path: Path, value: Json, answered_at: float | None
) -> bool:
    if any(
        _is_contrary_member(object_type, name, inner, answered_at)
        for name, inner in _iter_members(str(path[-1]), value)
    ):
        return True
    if object_type is ObjectType.USER or is_secret_path(path):  # texts of people, and credentials
        return False
    return any(map(words_of.is_contrary_text, _iter_texts(value)))


def _is_contrary_member(
    object_type: ObjectType, name: str, value: Json, answered_at: float | None
) -> bool:
    if not words_of.may_be_contrary(name[: words_of.MAX_TEXT_LENGTH]):
        return False
    words = words_of.split_member_name(name)
    return (
        (words_of.is_contrary_name(name, words) and _is_set(value))
        or (words_of.is_affirming_name(words) and _is_denied(value))
        or (object_type is not ObjectType.USER and _is_error_code(words, value))
        or (words == ("result",) and value is False)
        or _is_contrary_state(words, value)
        or _is_contrary_time(object_type, words, value, answered_at)
    )


def _is_error_code(words: tuple[str, ...], value: Json) -> bool:
    code = scalars.parse_integer(value)
    if code is None:
        return False
    if words == ("status",):  # of HTTP, or of a service
        return code >= _MIN_ERROR_STATUS
    return words_of.is_code_name(words) and code not in _SUCCESS_CODES


def _is_contrary_state(words: tuple[str, ...], value: Json) -> bool:
    if not isinstance(value, str) or not words_of.is_state_name(words) or is_masked(value):
        return False
    return words_of.is_contrary_state(value)


def _is_contrary_time(
    object_type: ObjectType, words: tuple[str, ...], value: Json, answered_at: float | None
) -> bool:
    """Whether a time says that the session is over, or that the user is locked out until then."""
    if object_type in {ObjectType.SESSION, ObjectType.PORTAL_PAGE}:
        if words_of.is_remaining_name(words):
            left = scalars.parse_number(value) if isinstance(value, JsonNumber) else None
            return left is not None and left <= 0 and left != _UNLIMITED
        if words_of.is_end_name(words):
            end = timestamps.parse_instant(value)
            if end is None and isinstance(value, str):  # a date alone
                end = timestamps.parse_instant(f"{value}{_END_OF_DAY}")
            return (
                end is not None
                and answered_at is not None
                and timestamps.EARLIEST_PLAUSIBLE <= end.seconds < answered_at - _MARGIN
            )
    if words_of.is_lock_end_name(words):
        until = timestamps.parse_instant(value)
        return until is not None and answered_at is not None and until.seconds > answered_at
    return False


def _iter_members(name: str, value: Json) -> Iterator[tuple[str, Json]]:
    """A member, and those within it; what is in a list is named as the list is."""
    waiting, left = [(name, value)], _MAX_VALUES
    while waiting and left > 0:
        left -= 1
        inner_name, inner = waiting.pop()
        yield inner_name, inner
        if isinstance(inner, JsonObject):
            waiting += inner.members[:left]
        elif isinstance(inner, JsonArray):
            waiting += [(inner_name, item) for item in inner.items[:left]]


def _is_set(value: Json) -> bool:
    match value:
        case str():
            is_removed = is_masked(value) or value == PERSONAL_DATA_PLACEHOLDER
            is_benign = value.strip().lower() in words_of.SUCCESS_TEXTS | {"false", "no", "0"}
            return not is_removed and not is_benign
        case JsonNumber():
            return scalars.parse_number(value) != 0
        case JsonObject():
            return bool(value.members)
        case JsonArray():
            return bool(value.items)
        case _:
            return value is True


def _is_denied(value: Json) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in {"false", "no", "0"}
    return value is False or (isinstance(value, JsonNumber) and scalars.parse_number(value) == 0)


def _iter_texts(value: Json) -> Iterator[str]:
    waiting, left = [value], _MAX_VALUES
    while waiting and left > 0:
        left -= 1
        current = waiting.pop()
        match current:
            case str():
                yield current
            case JsonArray(items):
                waiting += items[:left]
            case JsonObject(members):
                waiting += [inner for _, inner in members[:left]]
            case _:
                pass
