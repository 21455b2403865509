"""Searches a file's text for the answer in it, through heads, wrappers and transcripts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import (
    content_decoding,
    http_message,
    json_search,
    transcript,
)
from inspector_app.report.saved_answers.found_answer import AnswerContext, FoundAnswer, SearchResult
from inspector_app.report.saved_answers.models import UnreadableFileError, describe_odd_body
from inspector_app.session import http_status
from inspector_app.session.exchange import MAX_BODY_SIZE
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError, ParseErrorKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import JsonDocument

_MAX_DEPTH: Final = 6
"""Texts in texts: a recording of an answer in a wrapper in a fence has three."""

_MAX_STARTS: Final = 8
"""Places at which an answer is looked for in a text that is not one."""

_MAX_LISTED: Final = 5
_JSON_STARTS: Final = frozenset({b"{", b"["})


def is_http_text(text: bytes) -> bool:
    """Whether a text begins with the head of an HTTP answer."""
    return http_message.is_http_message(text)


def search_file(text: bytes, document: JsonDocument | None) -> SearchResult:
    """The answers in a file's text; ``document`` is its JSON, where it is such and was parsed."""
    result = SearchResult()
    if document is not None:
        _search_document(document, text, AnswerContext(), result)
    else:
        _search_text(text, AnswerContext(), result, is_parsed=True)
    return result


def _search_text(
    text: bytes, around: AnswerContext, result: SearchResult, *, is_parsed: bool = False
) -> None:
    check_interruption()
    if around.depth > _MAX_DEPTH:
        return
    before = result.count_findings()
    try:
        body = content_decoding.decode_body(text, around.headers)
        body = transcript.decode_text(content_decoding.decode_base64_text(body) or body)
        if http_message.is_http_message(body):
            _search_message(body, around, result)
        elif not (is_parsed and body is text) and (document := _parse(body)) is not None:
            _search_document(document, body, around, result)
        else:
            _search_transcript(body, around, result)
    except UnreadableFileError as problem:
        result.problems.append(problem)
        return
    if result.count_findings() > before or not (around.status and around.is_session_call):
        return
    if _can_stand_alone(body, around):
        result.answers.append(FoundAnswer(body, around))
    else:
        result.problems.append(UnreadableFileError(describe_odd_body()))


def _can_stand_alone(body: bytes, around: AnswerContext) -> bool:
    """Whether a body without an answer of EnOS is what the gateway, or who was in its place, sent.

    What is neither JSON nor a page was perhaps changed when it was saved, unless the status
    explains it, or its length is the one that was announced.
    """
    begin = body.lstrip()[:1]
    is_whole = begin in _JSON_STARTS and _parse(body) is not None
    is_refusal = around.status >= http_status.FIRST_ERROR_STATUS and not around.is_amid_text
    return not begin or begin == b"<" or is_whole or is_refusal or _is_whole(body, around)


def _parse(text: bytes) -> JsonDocument | None:
    try:
        return strict_json.parse_document(text)
    except BodyParseError:
        return None


def _search_document(
    document: JsonDocument, text: bytes, around: AnswerContext, result: SearchResult
) -> None:
    before = len(result.answers)
    json_search.search_json(document.root, around, result, _search_text)
    for place, found in enumerate(result.answers[before:], before):
        if found.document is not None and found.document.root is document.root:
            result.answers[place] = replace(found, body=text, document=document)


def _search_message(text: bytes, around: AnswerContext, result: SearchResult) -> None:
    """Look into the body of a raw HTTP answer; whatever is in it, it is an answer."""
    message = http_message.parse_http_message(text)
    inner = replace(
        around,
        status=message.status,
        headers=message.headers,
        recorded_at=None if message.get_header("date") else around.recorded_at,
        is_session_call=True,
        depth=around.depth + 1,
    )
    if message.passed:
        remark = tr(
            "Other heads stood before it (HTTP {statuses}): the last answer is the one shown.",
            statuses=", ".join(map(str, message.passed[:_MAX_LISTED])),
        )
        inner = replace(inner, remarks=(*inner.remarks, remark))
    _search_text(message.body, inner, result)


def _search_transcript(text: bytes, around: AnswerContext, result: SearchResult) -> None:
    """Look for an answer in the midst of other text."""
    left_out = tr("Text before or behind it was left out.")
    inner = replace(
        around,
        depth=around.depth + 1,
        remarks=around.remarks if left_out in around.remarks else (*around.remarks, left_out),
    )
    # A page that came with a status is what was sent; without one, what a browser has saved.
    stripped = transcript.strip_marks(text if around.status else transcript.open_page(text))
    head = transcript.find_head(stripped)
    if head is not None and not around.status:
        place = replace(inner, is_amid_text=inner.is_amid_text or head > 0)
        _search_text(stripped[head:], place, result)
        return
    if _is_whole(text, around):
        return
    end = 0
    for start in transcript.iter_json_starts(stripped, _MAX_STARTS):
        if start < end:
            continue
        document, end = _parse_beginning(stripped, start, result)
        before = len(result.answers)
        if document is not None:
            is_amid_text = bool(stripped[:start].strip())
            place = replace(inner, is_amid_text=inner.is_amid_text or is_amid_text)
            json_search.search_json(document.root, place, result, _search_text)
        if len(result.answers) > before:
            break
    if len(result.answers) and _has_another_answer(stripped[end:]):
        result.is_ambiguous = True


def _is_whole(text: bytes, around: AnswerContext) -> bool:
    """Whether the head counts every byte of the body: then nothing in it is a terminal's."""
    length = next((value for name, value in around.headers if name.lower() == "content-length"), "")
    return length.isdecimal() and int(length[:12]) == len(text)


def _parse_beginning(
    text: bytes, start: int, result: SearchResult
) -> tuple[JsonDocument | None, int]:
    """The JSON that begins at ``start``, whatever is behind it, and where it ends."""
    rest = text[start : start + MAX_BODY_SIZE]
    try:
        return strict_json.parse_document(rest), len(text)
    except BodyParseError as error:
        if error.kind is ParseErrorKind.TRUNCATED:
            result.problems.append(
                UnreadableFileError(tr("This file is cut off: its JSON ends in the middle."))
            )
        if error.kind is not ParseErrorKind.TRAILING_DATA:
            return None, start
        size = error.offset
    return _parse(rest[:size]), start + size


def _has_another_answer(rest: bytes) -> bool:
    if http_message.has_later_message(rest):
        return True
    for start in transcript.iter_json_starts(rest, _MAX_STARTS):
        document, _ = _parse_beginning(rest, start, SearchResult())
        if document is not None and isinstance(document.root, JsonObject):
            return json_search.find_format(document.root, AnswerContext()) is not None
    return False
