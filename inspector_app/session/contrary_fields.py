"""Find members beside a success that speak of an error, or of an end of the session."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials import PERSONAL_DATA_PLACEHOLDER, is_masked, is_secret_path
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.documented_fields import find_field, get_fields_by_name
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.path import Path

_MESSAGE_FIELDS: Final = frozenset({"message", "msg"})
_ENVELOPES: Final = frozenset({ObjectType.ENVELOPE, ObjectType.PORTAL_ENVELOPE})
_SUCCESS_MESSAGES: Final = frozenset(
    {"", "ok", "success", "successful", "succeeded", "none", "null", "成功", "操作成功", "请求成功"}
)
"""EnOS documents ``message`` as the text of an error: beside a success it is empty."""

_PUNCTUATION: Final = " \t\r\n.!\u3002\uff01"
_MAX_TEXT_LENGTH: Final = 2000
_MAX_VALUES: Final = 1000
"""Entries of one undocumented member that are looked at: no session answer has as many."""

_NAME_HINTS: Final = (
    *("err", "exception", "fail", "fault", "valid", "active", "ed", "logout", "auth", "alive"),
    "online",
)
"""In every name that is looked at closer: searching it is much quicker than taking names apart."""

_NAME_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONTRARY_NAMES: Final = frozenset(
    {"error", "errors", "err", "exception", "fault", "failure", "failed", "fail", "invalid"}
    | {"invalidated", "inactive", "expired", "revoked", "ended", "terminated", "closed"}
    | {"deleted", "disabled", "blocked", "locked", "suspended", "kicked", "logout", "denied"}
    | {"rejected", "refused", "unauthorized", "unauthenticated"}
)
_AFFIRMING_NAMES: Final = frozenset(
    {"valid", "active", "alive", "enabled", "authenticated", "online"}
)
_TIME_NAMES: Final = frozenset(
    {"time", "at", "date", "on", "until", "after", "before", "seconds", "millis", "count"}
)
_CONTRARY_TEXT: Final = re.compile(
    r"(?<![a-z])(?:expired|invalid|not valid|not found|no session|no such|ended|terminat|revoke"
    r"|log(?:ged)?[ -]?out|sign(?:ed)?[ -]?out|(?:log|sign) ?in again|not (?:logged|signed)"
    r"|unauthori[sz]ed|unauthenticated|denied|forbidden|refused|rejected|error|fail|disabled"
    r"|inactive|kicked|elsewhere)|过期|失效|无效|未找到|不存在|未登录|重新登录|拒绝|失败|错误"
    r"|登出|禁用|终止",
    re.IGNORECASE,
)


def iter_contrary_paths(object_type: ObjectType, path: Path, content: JsonObject) -> Iterator[Path]:
    """The paths of members that contradict a success, in one object of an answer.

    Of documented members only the message is one; of the others those whose name or text speaks
    of an error or an end. What a report put in place of a text says nothing.
    """
    # Of a user's members, of which there may be many, nothing is asked but the name: at one go.
    may_have_names = object_type is not ObjectType.USER or _has_hint(
        "\n".join(content.names - get_fields_by_name(object_type).keys())
    )
    if not may_have_names:
        return
    for name, value in content.members:
        if object_type in _ENVELOPES and name in _MESSAGE_FIELDS:
            is_contrary = not _is_success_message(value)
        else:
            is_documented = find_field(object_type, name) is not None
            is_contrary = not is_documented and _is_contrary(object_type, (*path, name), value)
        if is_contrary:
            yield (*path, name)


def _has_hint(names: str) -> bool:
    lower = names.lower()
    return any(hint in lower for hint in _NAME_HINTS)


def _is_success_message(value: Json) -> bool:
    if value is None:
        return True
    return isinstance(value, str) and value.strip(_PUNCTUATION).lower() in _SUCCESS_MESSAGES


def _is_contrary(object_type: ObjectType, path: Path, value: Json) -> bool:
    short = str(path[-1])[:_MAX_TEXT_LENGTH]
    if _has_hint(short):
        words = {word.lower() for word in _NAME_WORD.findall(short)}
        if words & _CONTRARY_NAMES and not words & _TIME_NAMES and _is_set(value):
            return True
        if words & _AFFIRMING_NAMES and not words & _TIME_NAMES and _is_denied(value):
            return True
    if object_type is ObjectType.USER or is_secret_path(path):  # texts of people, and credentials
        return False
    return any(_CONTRARY_TEXT.search(text[:_MAX_TEXT_LENGTH]) for text in _iter_texts(value))


def _is_set(value: Json) -> bool:
    match value:
        case str():
            is_removed = is_masked(value) or value == PERSONAL_DATA_PLACEHOLDER
            is_benign = value.strip().lower() in _SUCCESS_MESSAGES | {"false", "no", "0"}
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
