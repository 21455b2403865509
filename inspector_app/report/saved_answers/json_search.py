"""Searches JSON for the answer in it: bare, in objects that wrap it, or in recorded responses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers import content_decoding, response_record
from inspector_app.report.saved_answers.content_decoding import is_base64
from inspector_app.report.saved_answers.found_answer import AnswerContext, FoundAnswer, SearchResult
from inspector_app.report.saved_answers.models import UnreadableFileError, describe_odd_body
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import answer_parser, scalars
from inspector_app.session.parsing.companion_recognition import recognize_companion
from inspector_app.session.parsing.json_document import (
    JsonArray,
    JsonDocument,
    JsonObject,
    dump_json,
)
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.parsing.portal_session import find_session_content
from inspector_app.session.parsing.strict_json import build_document
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.parsing.json_document import Json

_WRAPPER_NAMES: Final = frozenset(
    {
        "data", "response", "body", "result", "results", "payload", "content", "answer", "value",
        "json", "output", "text", "return", "returnvalue", "responsebody", "response_body", "raw",
        "responsetext", "item", "items", "message", "msg", "resp", "res", "object", "root",
    }
)  # fmt: skip
_FLAGS: Final = frozenset({"success", "successful", "fail", "failed"})
_MARKERS: Final = (
    "session", "success", "fail", "code", "message", "apim_status", "HTTP/", "\x1f\x8b",
    "workingOrganization", '"organization',
)  # fmt: skip
"""What is in every text that holds an answer, unless it is base64."""

_INSIDE_REMARK: Final = tr("It stood inside another object, of which nothing else was taken.")
_TELLING_NAMES: Final = frozenset(
    {
        "session", "status", "code", "apim_status", "business", "message", "msg", "request",
        "originalRequest", "config", "response", "url", "host", "startedDateTime", "times", "type",
        "_type", "statusCode", "status_code", "responseCode", "httpStatus", "http_status",
        "responseStatus", "MFACompleted", "isSsoLogin", "workingOrganization",
    }
) | _FLAGS  # fmt: skip
"""The names by which an answer, a response or a recorded call is told from other objects."""

_REMAINS: Final = (b"session", b"success", b"fail")
"""What is in a text that was an answer before it was changed."""

_CALL_PARTS: Final = frozenset(
    {"response", "responses", "status", "statusCode", "code", "responseCode"}
)
"""One of them is in each record of a call; what has an address alone may be anything."""

_IAM_CODES: Final = range(30_000, 31_000)
_SUCCESS_CODES: Final = frozenset({None, 0, 200})


def search_json(
    value: Json,
    around: AnswerContext,
    result: SearchResult,
    search_text: Callable[[bytes, AnswerContext, SearchResult], None],
) -> None:
    """Add the answers in a value to ``result``; ``search_text`` looks into the texts in it.

    Raises:
        WorkInterruptedError: if it was cancelled or took too long.
    """
    _Search(result, search_text).visit(value, around)


def find_format(value: JsonObject, around: AnswerContext) -> AnswerFormat | None:
    """The family of answers to which the object belongs, if that is sure where it stands."""
    found = answer_parser.detect_format(value)
    if around.is_amid_text:
        return found if found is AnswerFormat.IAM and _is_unmistakable(value) else None
    is_known_place = around.is_plain or around.is_session_call or bool(around.status)
    match found:
        case AnswerFormat.OTHER:  # an organization comes without any of the session's flags
            return found if is_known_place and recognize_companion(value) is not None else None
        case AnswerFormat.GATEWAY:  # any program may say {"message"}
            return found if around.status else None
        case AnswerFormat.IAM:
            return found if is_known_place or _is_unmistakable(value) else None
        case _:
            return found if is_known_place else None


def _is_unmistakable(value: JsonObject) -> bool:
    """Whether only IAM sends such an object: other programs say “session” too."""
    codes = {scalars.parse_integer(value.get(name)) for name in ("status", "code")}
    return len(value.names & _FLAGS) > 1 or any(code in _IAM_CODES for code in codes if code)


class _Search:
    """One search; the texts in a value are searched by the function that it is given."""

    def __init__(
        self,
        result: SearchResult,
        search_text: Callable[[bytes, AnswerContext, SearchResult], None],
    ) -> None:
        self._result = result
        self._search_text = search_text

    def visit(self, value: Json, around: AnswerContext) -> None:
        check_interruption()
        match value:
            case JsonObject():
                self._visit_object(value, around)
            case JsonArray(items):
                for item in items:
                    self.visit(item, around)
            case str() if any(map(value.__contains__, _MARKERS)) or is_base64(value):
                self._visit_text(value, around)
            case _:
                pass

    def _visit_object(self, value: JsonObject, around: AnswerContext) -> None:
        if value.names.isdisjoint(_TELLING_NAMES):  # most objects of a recording
            self._visit_members(value, around)
            return
        found = find_format(value, around)
        if found is not None and _is_conclusive(value, found):
            self._add(value, around)
            return
        before = self._result.count_findings()
        self._visit_parts(value, around)
        if found is not None and self._result.count_findings() == before:
            self._add(value, around)

    def _visit_parts(self, value: JsonObject, around: AnswerContext) -> None:
        is_session_call = response_record.names_session_call(value)
        if is_session_call is not None and not value.names.isdisjoint(_CALL_PARTS):
            self._result.calls += 1
            if not is_session_call:
                return
            self._result.has_session_call = True
        recorded_at = response_record.parse_time(value)
        around = replace(
            around,
            is_session_call=around.is_session_call or bool(is_session_call),
            recorded_at=around.recorded_at if recorded_at is None else recorded_at,
        )
        status = response_record.parse_status(value)
        if status and self._visit_record(value, replace(around, status=status)):
            return
        self._visit_members(value, around)

    def _visit_members(self, value: JsonObject, around: AnswerContext) -> None:
        for name, member in value.members:
            if not isinstance(member, JsonObject | JsonArray | str):
                continue
            if (key := name.lower()) not in response_record.REQUEST_NAMES:
                is_plain = around.is_plain and key in _WRAPPER_NAMES
                self.visit(member, _wrap(around, is_plain=is_plain))

    def _visit_record(self, record: JsonObject, around: AnswerContext) -> bool:
        """Look for an answer in a response; False where it is none."""
        try:
            body = response_record.find_body(record)
        except UnreadableFileError as problem:
            self._result.problems.append(problem)
            return True
        if body is None:
            return False
        around = replace(around, headers=response_record.parse_headers(record) or around.headers)
        before = self._result.count_findings()
        if not isinstance(body, bytes):
            self.visit(body, _wrap(around))
            return self._result.count_findings() > before
        if response_record.is_redacted(body):
            self._result.redacted += 1
            return True
        if body or not response_record.has_lost_body(record):
            self._search_text(body, replace(around, depth=around.depth + 1), self._result)
        if body and around.headers and self._result.count_findings() == before:
            self._result.problems.append(UnreadableFileError(describe_odd_body()))
        return True

    def _visit_text(self, text: str, around: AnswerContext) -> None:
        try:
            data = content_decoding.decode_text(text, says_base64=False)
        except UnreadableFileError as problem:
            self._result.problems.append(problem)
            return
        before = self._result.count_findings()
        self._search_text(data, replace(_wrap(around), depth=around.depth + 1), self._result)
        if self._result.count_findings() == before and all(map(data.__contains__, _REMAINS)):
            self._result.problems.append(UnreadableFileError(describe_odd_body()))

    def _add(self, value: JsonObject, around: AnswerContext) -> None:
        document: JsonDocument = build_document(value)
        self._result.answers.append(FoundAnswer(dump_json(value, None).encode(), around, document))


def _wrap(around: AnswerContext, *, is_plain: bool | None = None) -> AnswerContext:
    is_plain = around.is_plain if is_plain is None else is_plain
    is_said = any(remark is _INSIDE_REMARK for remark in around.remarks)
    if is_said and is_plain is around.is_plain:
        return around
    return replace(
        around,
        is_plain=is_plain,
        remarks=around.remarks if is_said else (*around.remarks, _INSIDE_REMARK),
    )


def _is_conclusive(value: JsonObject, found: AnswerFormat) -> bool:
    """Whether an object is an answer, whatever is in it, and not perhaps one that wraps another."""
    if found is AnswerFormat.APIM:
        return True
    if found is AnswerFormat.PORTAL and find_session_content(value) is not None:
        return True
    if recognize_companion(value) is not None:  # its rows may have an address and a status
        return True
    session = value.get("session")
    if session is not None:
        return not (isinstance(session, JsonObject) and len(session.names & _FLAGS) > 1)
    names = ("code",) if found is AnswerFormat.GENERAL else ("status", "code")
    codes = {scalars.parse_integer(value.get(name)) for name in names}
    said = (scalars.parse_boolean(value.get(name)) for name in ("success", "successful"))
    failed = (scalars.parse_boolean(value.get(name)) for name in ("fail", "failed"))
    return bool(codes - _SUCCESS_CODES) or False in set(said) or True in set(failed)
