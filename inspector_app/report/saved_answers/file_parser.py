"""Parses a saved answer: a JSON export of this app, a HAR file, or a raw HTTP answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import export_parser, har_parser
from inspector_app.report.saved_answers.models import SavedAnswer, UnreadableFileError
from inspector_app.session.exchange import MAX_BODY_SIZE, Exchange, Route, TimeSource
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import answer_parser, strict_json, timestamps
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError, ParseErrorKind
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import JsonDocument

MAX_FILE_SIZE: Final = 32 * 1024 * 1024
"""Maximum bytes of a file: in an export every letter of an answer may be escaped."""

_EXPORT_START: Final = re.compile(rb'\A\s*+\{\s*+"schema":')
_STATUS_LINE: Final = re.compile(rb"(?<![^\n])HTTP/[0-9.]{1,5} ([0-9]{3})(?: [^\r\n]*+)?\r?\n")
_HEADER_LINE: Final = re.compile(
    rb"(?<![^\n])([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \t]*+([^\r\n]*+)\r?\n"
)
_LINE_END: Final = re.compile(rb"\r?\n")
_INTERIM_STATUSES: Final = range(100, 200)
_PROXY_CONNECTED: Final = b"connection established"
_UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF8_BOM: Final = b"\xef\xbb\xbf"


def parse_saved_answer(data: bytes, file_name: str, modified_at: float | None) -> SavedAnswer:
    """The answer that the bytes of a file contain.

    Args:
        data: the file's bytes, or the first ones where it has more than ``MAX_FILE_SIZE``.
        file_name: without folders, for display.
        modified_at: the file's modification time in epoch seconds, the fallback for ``taken_at``.

    Raises:
        UnreadableFileError: if there is none, and why; no other error, whatever the bytes.
        WorkInterruptedError: if the reading was cancelled or took too long.
    """
    limit = MAX_FILE_SIZE if _EXPORT_START.match(data) else MAX_BODY_SIZE
    if len(data) > limit:
        raise UnreadableFileError(
            tr("This file is too large: more than {limit} MiB.", limit=limit >> 20)
        )
    if data.startswith(_UTF16_BOMS):  # what PowerShell's “>” writes
        data = data.decode("utf-16", errors="replace").encode(errors="replace")
    unmarked = data.removeprefix(_UTF8_BOM)
    data = unmarked if _STATUS_LINE.match(unmarked) else data
    if not data.strip():
        raise UnreadableFileError(tr("This file is empty."))
    if _STATUS_LINE.match(data):
        return _parse_http_message(data, file_name, modified_at)
    try:
        document = strict_json.parse_document(data)
    except BodyParseError as unreadable:
        refusal = _create_unreadable_file_error(unreadable)
    else:
        return _parse_document(document, data, file_name, modified_at)
    raise refusal  # not within except: it would be chained to the other error


def _parse_document(
    document: JsonDocument, data: bytes, file_name: str, modified_at: float | None
) -> SavedAnswer:
    root = document.root
    if isinstance(root, JsonObject):
        if export_parser.is_export(root):
            return export_parser.parse_export(root, file_name)
        if har_parser.is_har(root):
            return har_parser.parse_har(root, file_name)
    if answer_parser.parse_answer(document, 0).answer_format in {
        AnswerFormat.OTHER,
        AnswerFormat.GATEWAY,
    }:
        raise UnreadableFileError(
            tr("This file is JSON, but neither an export of this app nor a session answer.")
        )
    return SavedAnswer(file_name, _build_exchange(0, (), data, modified_at), document=document)


def _parse_http_message(data: bytes, file_name: str, modified_at: float | None) -> SavedAnswer:
    """Output of ``curl -i``: one or more heads (a proxy's, interim responses), then the body."""
    at, status = 0, 0
    # Another head follows an interim response, and a proxy's answer to CONNECT.
    is_interim, is_connected = True, False
    headers: list[tuple[str, str]] = []
    while line := _STATUS_LINE.match(data, at):
        check_interruption()
        if not is_interim:
            break  # a body that looks like a head
        begin, status, headers, at = at, int(line[1]), [], line.end()
        while header := _HEADER_LINE.match(data, at):
            name, value = header[1].decode("latin-1"), header[2].decode("latin-1")
            headers.append((name, value.strip()))
            at = header.end()
        end = _LINE_END.match(data, at)
        if end is None:
            raise UnreadableFileError(
                tr("The headers in this file are cut off: save the answer with its body.")
            )
        at = end.end()
        is_connected = is_connected or _PROXY_CONNECTED in data[begin:at].lower()
        is_interim = is_connected or status in _INTERIM_STATUSES
    return SavedAnswer(file_name, _build_exchange(status, tuple(headers), data[at:], modified_at))


def _build_exchange(
    status: int, headers: tuple[tuple[str, str], ...], body: bytes, modified_at: float | None
) -> Exchange:
    date = next((value for name, value in headers if name.lower() == "date"), None)
    taken_at = timestamps.parse_http_date(date) if date is not None else None
    timed = TimeSource.FILE_DATE if taken_at is None else TimeSource.DATE_HEADER
    taken_at = modified_at if taken_at is None else taken_at
    if taken_at is None:
        raise UnreadableFileError(
            tr("When this answer was taken cannot be told: neither it nor its file says.")
        )
    return Exchange(status, headers, body, taken_at, taken_at, Route(""), time_source=timed)


def _create_unreadable_file_error(error: BodyParseError) -> UnreadableFileError:
    match error.kind:
        case ParseErrorKind.WEB_PAGE:
            return UnreadableFileError(tr("This file is a web page or XML, not an answer of EnOS."))
        case ParseErrorKind.TRUNCATED:
            return UnreadableFileError(tr("This file is cut off: its JSON ends in the middle."))
        case ParseErrorKind.NOT_UTF8 | ParseErrorKind.WRONG_ENCODING:
            return UnreadableFileError(
                tr("This file is no text in UTF-8, so it holds no saved answer.")
            )
        case _:
            return UnreadableFileError(
                tr(
                    "This file is no saved answer: it is not JSON (line {line}, column {column}).",
                    line=error.line,
                    column=error.column,
                )
            )
