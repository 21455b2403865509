"""Parses HAR files (HTTP Archive): the latest recorded answer to the session call."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers.models import MAX_DURATION, SavedAnswer, UnreadableFileError
from inspector_app.session.exchange import Exchange, Route, TimeSource
from inspector_app.session.http_status import VALID_STATUSES
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.parsing.json_document import Json

_CALL_PATH: Final = "/session/info"


def is_har(root: JsonObject) -> bool:
    """Whether the document has the structure of a HAR file."""
    log = root.get("log")
    return isinstance(log, JsonObject) and isinstance(log.get("entries"), JsonArray)


def parse_har(root: JsonObject, file_name: str) -> SavedAnswer:
    """The latest recorded answer about a session.

    Raises:
        UnreadableFileError: if there is none.
    """
    found = [
        saved
        for entry in _iter_entries(root)
        if (saved := _parse_entry(entry, file_name)) is not None
    ]
    if not found:
        raise UnreadableFileError(
            tr("This recording holds no answer to /session/info, or not what the answer said.")
        )
    return max(found, key=lambda saved: saved.taken_at)


def _iter_entries(root: JsonObject) -> Iterator[JsonObject]:
    entries = _get_object(root.get("log")).get("entries")
    for entry in entries.items if isinstance(entries, JsonArray) else ():
        if isinstance(entry, JsonObject):
            yield entry


def _parse_entry(entry: JsonObject, file_name: str) -> SavedAnswer | None:
    request, response = _get_object(entry.get("request")), _get_object(entry.get("response"))
    url = (scalars.parse_text(request.get("url")) or "").partition("?")[0]
    status, body = (
        scalars.parse_integer(response.get("status")),
        _decode_body(_get_object(response.get("content"))),
    )
    began = timestamps.parse_instant(entry.get("startedDateTime"))
    if not url.endswith(_CALL_PATH) or body is None or began is None:
        return None
    if status is None or status not in VALID_STATUSES:
        return None
    lasted = scalars.parse_number(entry.get("time"))
    taken_at = began.seconds
    if lasted is not None and 0 < lasted < MAX_DURATION * 1000:
        taken_at += float(lasted) / 1000
    headers = tuple(_iter_headers(response.get("headers")))
    answer = Exchange(
        status, headers, body, taken_at, taken_at, Route(""), time_source=TimeSource.RECORDED
    )
    return SavedAnswer(file_name, answer)


def _decode_body(content: JsonObject) -> bytes | None:
    text = content.get("text")
    if not isinstance(text, str):
        return None
    if content.get("encoding") != "base64":
        return text.encode(errors="replace")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _iter_headers(value: Json) -> Iterator[tuple[str, str]]:
    for one in value.items if isinstance(value, JsonArray) else ():
        if isinstance(one, JsonObject):
            name, text = scalars.parse_text(one.get("name")), scalars.parse_text(one.get("value"))
            if name and text is not None:
                yield name, text


def _get_object(value: Json) -> JsonObject:
    return value if isinstance(value, JsonObject) else JsonObject()
