"""Reads one recorded response out of JSON, by whichever names a program gives to its parts.

HAR recordings (of browsers and proxies, each with its habits), Charles sessions, examples in
Postman collections, runs of Newman and Bruno, responses of Insomnia and of HTTP libraries: all are
objects with a status, headers and a body, beside or around the request.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import content_decoding
from inspector_app.report.saved_answers.models import MAX_DURATION
from inspector_app.session.http_status import VALID_STATUSES
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.parsing.json_document import Json

REQUEST_NAMES: Final = frozenset(
    {"request", "originalrequest", "postdata", "requestbody", "config", "requestheaders"}
)
"""Members, in lower case, in which no answer is looked for: what was sent."""

_STATUS_NAMES: Final = (
    "status", "statusCode", "status_code", "code", "responseCode", "httpStatus", "http_status",
    "responseStatus",
)  # fmt: skip
_HEADER_NAMES: Final = ("headers", "header", "responseHeaders", "response_headers", "rawHeaders")
_BODY_NAMES: Final = (
    "content", "body", "text", "data", "stream", "responseBody", "response_body", "responseText",
    "rawBody", "bodyText", "json", "payload",
)  # fmt: skip
_TEXT_NAMES: Final = ("text", "content", "body", "data", "encoded", "raw", "value")
_NAME_NAMES: Final = ("name", "key")
_INSOMNIA_TYPES: Final = frozenset({"response", "Response"})
_CALL_PATHS: Final = ("/session/info", "/app-portal/web/v1/session/get")
"""The documented calls for a session end with the first; the portal's own page makes the other."""

_PLACEHOLDER: Final = "{{"
_MAX_BYTE: Final = 255
_MAX_URL_SIZE: Final = 4096
_REDACTED_TEXT: Final = re.compile(
    r"[\W_]{0,20}(?:redact|sanitiz|sanitis|remov|mask|hidden|scrub|filter|omit|strip)[^{}\[]{0,200}",
    re.IGNORECASE,
)


def parse_status(record: JsonObject) -> int:
    """The HTTP status of a response; 0 where it has none."""
    for name in _STATUS_NAMES:
        value = record.get(name)
        if isinstance(value, JsonObject):
            value = value.get("code")
        status = scalars.parse_integer(value)
        if status is not None and status in VALID_STATUSES:
            return status
    return 0


def parse_headers(record: JsonObject) -> tuple[tuple[str, str], ...]:
    """The headers of a response, in any of the forms in which programs write them."""
    value = next((record.get(name) for name in _HEADER_NAMES if name in record.names), None)
    if isinstance(value, JsonObject) and isinstance(value.get("headers"), JsonArray):
        value = value.get("headers")  # Charles
    return tuple(_iter_headers(value))


def _iter_headers(value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, JsonObject):
        for name, text in value.members:
            first = text.items[0] if isinstance(text, JsonArray) and text.items else text
            if (said := scalars.parse_text(first)) is not None:
                yield name, said
    for one in value.items if isinstance(value, JsonArray) else ():
        pair: tuple[Json, Json] = None, None
        if isinstance(one, JsonObject):
            pair = (
                next((one.get(name) for name in _NAME_NAMES if name in one.names), None),
                one.get("value"),
            )
        elif isinstance(one, JsonArray) and len(one.items) == len(pair):
            pair = one.items[0], one.items[1]
        key, said = scalars.parse_text(pair[0]), scalars.parse_text(pair[1])
        if key and said is not None:
            yield key, said


def find_body(record: JsonObject) -> bytes | JsonObject | JsonArray | None:
    """The body of a response: its bytes, or JSON that was parsed already; None where it is not.

    Raises:
        UnreadableFileError: if its bytes are damaged.
    """
    for name in _BODY_NAMES:
        value = record.get(name)
        if value is None:
            continue
        says_base64 = _says_base64(record.get("encoding"))
        if isinstance(value, JsonObject):
            held = _open_content(value)
            if held is None:
                return value
            value, says_base64 = held
        if isinstance(value, str):
            return content_decoding.decode_text(value, says_base64=says_base64)
        if isinstance(value, JsonArray):
            numbers = _parse_bytes(value)
            return value if numbers is None else numbers
    return None


def _open_content(value: JsonObject) -> tuple[Json, bool] | None:
    """The text in an object that only describes it; None where the object is the body itself."""
    if value.get("type") == "Buffer":  # of Node.js, in the reports of Newman
        return value.get("data"), True
    if not value.names & {"encoding", "mimeType", "mime", "charset", "size", "type", "text"}:
        return None
    for name in _TEXT_NAMES:
        text = value.get(name)
        if isinstance(text, str):
            return text, _says_base64(value.get("encoding")) or name == "encoded"
    has_place = value.names <= {"size", "mimeType", "compression", "encoding", "comment", "text"}
    return (None, False) if has_place else None


def _says_base64(value: Json) -> bool:
    return isinstance(value, str) and value.lower() == "base64"


def _parse_bytes(value: JsonArray) -> bytes | None:
    numbers = []
    for item in value.items:
        check_interruption()
        number = scalars.parse_integer(item) if isinstance(item, JsonNumber) else None
        if number is None or not 0 <= number <= _MAX_BYTE:
            return None
        numbers.append(number)
    return bytes(numbers) if numbers else None


def has_lost_body(record: JsonObject) -> bool:
    """Whether a response had a body that was not recorded, though its text is there and empty."""
    content = record.get("content")
    sizes = [record.get("bodySize")]
    if isinstance(content, JsonObject):
        sizes.append(content.get("size"))
    return any((scalars.parse_integer(size) or 0) > 0 for size in sizes)


def is_redacted(body: bytes) -> bool:
    """Whether the body is a word that a sanitizing program writes in the place of one."""
    text = body[:_MAX_URL_SIZE].decode(errors="replace").strip()
    return _REDACTED_TEXT.fullmatch(text) is not None


def parse_time(record: JsonObject) -> float | None:
    """When a recorded call ended, in epoch seconds, by the clock of the program."""
    value, times = record.get("startedDateTime"), record.get("times")
    if isinstance(times, JsonObject):  # Charles
        value = times.get("start")
    elif record.get("_type") in _INSOMNIA_TYPES or record.get("type") in _INSOMNIA_TYPES:
        value = record.get("created")
    began = timestamps.parse_instant(value)
    if began is None:
        return None
    lasted = scalars.parse_number(record.get("time"))
    if lasted is not None and 0 < lasted < MAX_DURATION * 1000:
        return began.seconds + float(lasted) / 1000
    return began.seconds


def names_session_call(record: JsonObject) -> bool | None:
    """Whether the call of a record is the one for a session; None where it does not say."""
    calls = [
        value for name in ("request", "originalRequest", "config")
        if isinstance(value := record.get(name), JsonObject)
    ]  # fmt: skip
    if any(call.get("method") == "OPTIONS" for call in calls):
        return False
    for value in [*(call.get("url") for call in calls), record.get("url"),
                  record.get("path") if "host" in record.names else None]:  # fmt: skip
        address = _parse_url(value)
        if address and not (address.startswith(_PLACEHOLDER) and address.endswith("}}")):
            return address.rstrip("/").endswith(_CALL_PATHS)
    return None


def _parse_url(value: Json) -> str:
    if isinstance(value, JsonObject):  # Postman
        raw, path = value.get("raw"), value.get("path")
        if isinstance(raw, str):
            value = raw
        elif isinstance(path, JsonArray):
            value = "/" + "/".join(one for one in path.items if isinstance(one, str))
    text = value if isinstance(value, str) else ""
    return text[:_MAX_URL_SIZE].partition("?")[0].partition("#")[0]
