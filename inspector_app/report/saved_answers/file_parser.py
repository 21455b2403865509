"""Parses a saved answer: a JSON export of this app, or an answer in whatever program saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import (
    answer_search,
    content_decoding,
    export_parser,
    file_kind,
    transcript,
)
from inspector_app.report.saved_answers.http_message import describe_several_answers
from inspector_app.report.saved_answers.models import SavedAnswer, UnreadableFileError
from inspector_app.session.exchange import MAX_BODY_SIZE, Exchange, Route, TimeSource
from inspector_app.session.parsing import strict_json, timestamps
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError, ParseErrorKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.report.saved_answers.found_answer import FoundAnswer, SearchResult
    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.translatable_text import Text

MAX_FILE_SIZE: Final = 32 * 1024 * 1024
"""Maximum bytes of a file: an export escapes every letter, a recording holds a whole page."""


def parse_saved_answer(data: bytes, modified_at: float | None) -> SavedAnswer:
    """The answer that the bytes of a file contain.

    Args:
        data: the file's bytes, or the first ones where it has more than ``MAX_FILE_SIZE``.
        modified_at: the file's modification time in epoch seconds, the fallback for ``taken_at``.

    Raises:
        UnreadableFileError: if there is none, and why; no other error, whatever the bytes.
        WorkInterruptedError: if the reading was cancelled or took too long.
    """
    text = _read_text(data)
    document: JsonDocument | None = None
    refusal: UnreadableFileError | None = None
    if not answer_search.is_http_text(text):
        try:
            document = strict_json.parse_document(text)
        except BodyParseError as error:
            refusal = _create_unreadable_file_error(error)
    root = None if document is None else document.root
    if isinstance(root, JsonObject) and export_parser.is_export(root):
        return export_parser.parse_export(root)
    result = answer_search.search_file(text, document)
    if result.answers:
        return _build_saved_answer(result, modified_at)
    raise _choose_refusal(result, refusal, document)


def _read_text(data: bytes) -> bytes:
    """The file's text in UTF-8, unpacked.

    Raises:
        UnreadableFileError: if there is none, or too much of it.
    """
    _check_size(data)
    if not data.strip():
        raise UnreadableFileError(tr("This file is empty."))
    if (kind := file_kind.name_foreign_file(data)) is not None:
        raise UnreadableFileError(kind)
    unpacked = content_decoding.unpack(data, MAX_FILE_SIZE)
    text = transcript.decode_text(data if unpacked is None else unpacked)
    _check_size(text)
    if file_kind.has_too_many_parts(text):
        raise UnreadableFileError(
            tr("This file has too many parts. Export the one call to /session/info alone.")
        )
    return text


def _check_size(data: bytes) -> None:
    limit = MAX_FILE_SIZE if file_kind.is_container(data) else MAX_BODY_SIZE
    if len(data) > limit:
        raise UnreadableFileError(
            tr("This file is too large: more than {limit} MiB.", limit=limit >> 20)
        )


def _build_saved_answer(result: SearchResult, modified_at: float | None) -> SavedAnswer:
    found, remarks = _choose_answer(result)
    around = found.around
    if len(found.body) > MAX_BODY_SIZE:
        raise UnreadableFileError(
            tr("This file is too large: more than {limit} MiB.", limit=MAX_BODY_SIZE >> 20)
        )
    taken_at, timed = around.recorded_at, TimeSource.RECORDED
    if taken_at is None:
        taken_at, timed = _find_date(found), TimeSource.DATE_HEADER
    if taken_at is None:
        taken_at, timed = modified_at, TimeSource.FILE_DATE
    if taken_at is None:
        raise UnreadableFileError(
            tr("When this answer was taken cannot be told: neither it nor its file says.")
        )
    exchange = Exchange(
        around.status, around.headers, found.body, taken_at, taken_at, Route(""), time_source=timed
    )
    return SavedAnswer(exchange, document=found.document, remarks=remarks)


def _choose_answer(result: SearchResult) -> tuple[FoundAnswer, tuple[Text, ...]]:
    """The one answer, or the latest where each says when it was taken, and the remarks on it."""
    different = {(one.body, one.around.status, _find_time(one)): one for one in result.answers}
    if len(different) == 1 and not result.is_ambiguous:
        found = result.answers[0]
        return found, found.around.remarks
    times = sorted(time for _, _, time in different if time is not None)
    is_one_latest = len(times) == len(different) > 1 and times[-1] > times[-2]
    if result.is_ambiguous or not is_one_latest:
        raise UnreadableFileError(describe_several_answers())
    found = next(one for (_, _, time), one in different.items() if time == times[-1])
    latest = tr("It is the latest of {count} answers in the file.", count=len(different))
    return found, (latest, *found.around.remarks)


def _find_time(found: FoundAnswer) -> float | None:
    recorded_at = found.around.recorded_at
    return _find_date(found) if recorded_at is None else recorded_at


def _find_date(found: FoundAnswer) -> float | None:
    date = next((value for name, value in found.around.headers if name.lower() == "date"), None)
    return None if date is None else timestamps.parse_http_date(date)


def _choose_refusal(
    result: SearchResult, refusal: UnreadableFileError | None, document: JsonDocument | None
) -> UnreadableFileError:
    """The most helpful of what can be said where no answer was found."""
    if result.redacted:
        return UnreadableFileError(
            tr(
                "This recording was sanitized: the answer was taken out of it. Export it with "
                "sensitive data, or save the answer alone with “Copy response”."
            )
        )
    if result.problems:
        return result.problems[0]
    if result.has_session_call:
        return UnreadableFileError(
            tr(
                "This recording holds the call to /session/info, but not what the answer said: "
                "its contents were not saved, or sanitized. Export it “with content” and “with "
                "sensitive data”, or save the answer alone with “Copy response”."
            )
        )
    if result.calls:
        return UnreadableFileError(
            tr(
                "This recording holds no answer to /session/info, but {count} other calls. Record "
                "again while the call is made.",
                count=result.calls,
            )
        )
    if refusal is not None:
        return refusal
    return UnreadableFileError(
        file_kind.name_json_without_answer(None if document is None else document.root)
    )


def _create_unreadable_file_error(error: BodyParseError) -> UnreadableFileError:
    match error.kind:
        case ParseErrorKind.WEB_PAGE:
            return UnreadableFileError(tr("This file is a web page or XML, not an answer of EnOS."))
        case ParseErrorKind.TRUNCATED:
            return UnreadableFileError(tr("This file is cut off: its JSON ends in the middle."))
        case ParseErrorKind.NOT_UTF8 | ParseErrorKind.WRONG_ENCODING:
            return UnreadableFileError(
                tr(
                    "This file is no text in UTF-8, so it holds no saved answer. If it is "
                    "compressed, save it with “curl --compressed” or “Copy response”."
                )
            )
        case _:
            return UnreadableFileError(
                tr(
                    "This file is no saved answer: it is not JSON (line {line}, column {column}).",
                    line=error.line,
                    column=error.column,
                )
            )
