"""Parses a saved answer: a JSON export of this app, a HAR file, or a raw HTTP answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import saved_export, saved_recording
from inspector_app.report.saved_answers.saved import NotReadable, Saved
from inspector_app.session import moment
from inspector_app.session.exchange import Exchange, Route, TimeSource
from inspector_app.session.reading import reader, strict_json
from inspector_app.session.reading.document import JsonObject
from inspector_app.session.reading.inspection import AnswerFormat
from inspector_app.session.reading.strict_json import BodyParseError, ParseErrorKind
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from inspector_app.session.reading.document import JsonDocument

__all__ = ["LARGEST", "NotReadable", "Saved", "read"]

LARGEST: Final = 32 * 1024 * 1024
"""Maximum bytes of a file: in an export every letter of an answer may be escaped."""

_LARGEST_ANSWER: Final = 8 * 1024 * 1024
"""Maximum bytes of an answer, here as on the wire."""

_EXPORT: Final = re.compile(rb'\s*\{\s*"schema":')
_STATUS_LINE: Final = re.compile(rb"HTTP/[0-9.]{1,5} ([0-9]{3})(?: [^\r\n]*)?\r?\n")
_HEADER: Final = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \t]*([^\r\n]*)\r?\n")
_END: Final = re.compile(rb"\r?\n")
_GOES_ON: Final = range(100, 200)
_CONNECTED: Final = b"connection established"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_MARK: Final = b"\xef\xbb\xbf"


def read(data: bytes, file_name: str, modified_at: float | None) -> Saved:
    """The answer that the bytes of a file contain.

    Args:
        data: the file's bytes, or the first ones where it has more than ``MAX_FILE_SIZE``.
        file_name: without folders, for display.
        modified_at: the file's modification time in epoch seconds, the fallback for ``taken_at``.

    Raises:
        UnreadableFileError: if there is none, and why; no other error, whatever the bytes.
    """
    limit = LARGEST if _EXPORT.match(data) else _LARGEST_ANSWER
    if len(data) > limit:
        raise NotReadable(tr("This file is too large: more than {limit} MiB.", limit=limit >> 20))
    if data.startswith(_UTF16_MARKS):  # what PowerShell's “>” writes
        data = data.decode("utf-16", errors="replace").encode(errors="replace")
    data = data.removeprefix(_MARK) if _STATUS_LINE.match(data, len(_MARK)) else data
    if not data.strip():
        raise NotReadable(tr("This file is empty."))
    if _STATUS_LINE.match(data):
        return _with_head(data, file_name, modified_at)
    try:
        document = strict_json.parse_document(data)
    except BodyParseError as unreadable:
        refusal = _not_json(unreadable)
    else:
        return _of_document(document, data, file_name, modified_at)
    raise refusal  # not within except: it would be chained to the other error


def _of_document(
    document: JsonDocument, data: bytes, file_name: str, modified_at: float | None
) -> Saved:
    root = document.root
    if isinstance(root, JsonObject):
        if saved_export.is_export(root):
            return saved_export.read(root, file_name)
        if saved_recording.is_recording(root):
            return saved_recording.read(root, file_name)
    if reader.parse_answer(document, 0).answer_format in {AnswerFormat.OTHER, AnswerFormat.GATEWAY}:
        raise NotReadable(
            tr("This file is JSON, but neither an export of this app nor a session answer.")
        )
    return Saved(file_name, _exchange(0, (), data, modified_at))


def _with_head(data: bytes, file_name: str, modified_at: float | None) -> Saved:
    """Output of ``curl -i``: one or more heads (a proxy's, interim responses), then the body."""
    at, status = 0, 0
    headers: list[tuple[str, str]] = []
    while line := _STATUS_LINE.match(data, at):
        if status and not _is_followed(status, data[:at]):
            break  # a body that looks like a head
        status, headers, at = int(line[1]), [], line.end()
        while header := _HEADER.match(data, at):
            name, value = header[1].decode("latin-1"), header[2].decode("latin-1")
            headers.append((name, value.strip()))
            at = header.end()
        end = _END.match(data, at)
        if end is None:
            raise NotReadable(
                tr("The headers in this file are cut off: save the answer with its body.")
            )
        at = end.end()
    return Saved(file_name, _exchange(status, tuple(headers), data[at:], modified_at))


def _is_followed(status: int, before: bytes) -> bool:
    """Whether another head follows: this one is an interim response, or a proxy's to CONNECT."""
    return status in _GOES_ON or _CONNECTED in before.lower()


def _exchange(
    status: int, headers: tuple[tuple[str, str], ...], body: bytes, modified_at: float | None
) -> Exchange:
    date = next((value for name, value in headers if name.lower() == "date"), None)
    taken_at = moment.parse_http_date(date) if date is not None else None
    timed = TimeSource.FILE_DATE if taken_at is None else TimeSource.DATE_HEADER
    taken_at = modified_at if taken_at is None else taken_at
    if taken_at is None:
        raise NotReadable(
            tr("When this answer was taken cannot be told: neither it nor its file says.")
        )
    return Exchange(status, headers, body, taken_at, taken_at, Route(""), time_source=timed)


def _not_json(unreadable: BodyParseError) -> NotReadable:
    match unreadable.kind:
        case ParseErrorKind.WEB_PAGE:
            return NotReadable(tr("This file is a web page or XML, not an answer of EnOS."))
        case ParseErrorKind.TRUNCATED:
            return NotReadable(tr("This file is cut off: its JSON ends in the middle."))
        case ParseErrorKind.NOT_UTF8 | ParseErrorKind.WRONG_ENCODING:
            return NotReadable(tr("This file is no text in UTF-8, so it holds no saved answer."))
        case _:
            return NotReadable(
                tr(
                    "This file is no saved answer: it is not JSON (line {line}, column {column}).",
                    line=unreadable.line,
                    column=unreadable.column,
                )
            )
