"""Makes an entry of the history of a result, and of an entry the result that it was."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.history.entry import (
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    EntryEnvironment,
    EntryNames,
    HistoryEntry,
    Origin,
    clean_note,
)
from inspector_app.inspection.masked_result import unmask_result
from inspector_app.inspection.recalled_result import RecalledResult
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.run_inspection import gc_paused
from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.credential_scan import CredentialLeakError, ensure_no_credentials
from inspector_app.report.formats import json_report
from inspector_app.report.redaction import Redaction, RedactionLevel, redact_document
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers.file_parser import MAX_FILE_SIZE
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.credentials import mask_written
from inspector_app.session.diagnosis.verdict_words import get_verdict_word
from inspector_app.session.parsing import answer_parser
from inspector_app.session.parsing.json_document import JsonDocument, JsonObject
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import Environment
from inspector_app.system import heap

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer

_COMPRESSION_LEVEL: Final = 6
_HTTP_OK: Final = 200
_NAMING_OBJECTS: Final = ("user", "workingOrganization")
_NAMING_FIELDS: Final = ("id", "name")


def build_entry(
    result: InspectionResult, key: bytes, origin: Origin = Origin.INSPECTED, note: str = ""
) -> HistoryEntry:
    """Make an entry of a result; slow for a large one. What it holds has no credential.

    Args:
        result: masked or not: the entry is made of the unmasked one.
        key: this installation's own, from which the labels of people are derived.
        origin: how the answer came.
        note: the person's own words, or what has changed.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    return _build(result, key, origin, note, RedactionLevel.SECRETS)


def build_redacted_entry(
    result: InspectionResult, key: bytes, origin: Origin = Origin.INSPECTED
) -> HistoryEntry:
    """The same without personal data, for the disk: labels in place of names, and no note.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    entry = _build(result, key, origin, "", RedactionLevel.PERSONAL)
    return replace(entry, names=entry.masked_names)


def _build(
    result: InspectionResult, key: bytes, origin: Origin, note: str, level: RedactionLevel
) -> HistoryEntry:
    original = unmask_result(result)
    analyzed = original.analyzed
    known = analyzed.credentials
    if original.token is not None:
        known = original.token.add_to(known)
    made_of = build_report_input(original, Redaction(key, level, known), analyzed.taken_at, UTC)
    with gc_paused():
        return heap.make_and_release(
            lambda: redact_report(made_of),
            lambda report: _build_of_report(report, original, known, key, origin, note),
        )


def _build_of_report(
    report: RedactedReport,
    original: InspectionResult,
    known: Credentials,
    key: bytes,
    origin: Origin,
    note: str,
) -> HistoryEntry:
    content = _compress(report)
    names, masked_names = _name_people(report, key)
    at, lifetimes = original.analyzed.taken_at, original.analyzed.lifetimes
    left = None if lifetimes is None else lifetimes.compute_time_left(at)
    environment = original.environment
    return HistoryEntry(
        number=0,
        answered_at=at,
        environment=EntryEnvironment(
            environment.id,
            _shorten(environment.name, known),
            known.mask_text(environment.address),
        ),
        names=names,
        masked_names=masked_names,
        code=report.verdict.code,
        severity=report.verdict.severity,
        word=get_verdict_word(report.verdict.code),
        ends_at=None if left is None else at + left,
        fingerprint=report.token_fingerprint,
        origin=origin,
        note=clean_note(mask_written(note[: 2 * MAX_NOTE_LENGTH], known)),
        content=content,
    )


def open_entry(entry: HistoryEntry, deadline: float = DEFAULT_OPTIONS.deadline) -> RecalledResult:
    """The answer of an entry as it was, judged as of when it was there; blocks.

    ``deadline`` is in seconds.

    Raises:
        UnreadableFileError: if the entry has no answer, or none that can be read.
        WorkInterruptedError: if the work was cancelled.
    """
    data = _decompress(entry.content)
    if not data:
        raise UnreadableFileError(tr("This answer was too large to be kept."))
    result = analyze_saved_data(data, entry.answered_at, deadline)
    environment = entry.environment
    return RecalledResult(
        environment=Environment(environment.id, environment.name, environment.address),
        host=result.host,
        url=result.url,
        is_token_from_vault=False,
        notes=(),
        judge_input=result.judge_input,
        supported_expiry=result.supported_expiry,
        outline=result.outline,
        saved=result.saved,
        number=entry.number,
        fingerprint=entry.fingerprint,
    )


def _compress(report: RedactedReport) -> bytes:
    """The report as a compressed JSON export; empty where a credential would be in it."""
    try:
        export = ensure_no_credentials(json_report.render_compact(report), report.credentials)
        return zlib.compress(export, _COMPRESSION_LEVEL)
    except CredentialLeakError:
        return b""


def _decompress(content: bytes) -> bytes:
    """The bytes of the export; empty where there are none, too many, or they are damaged."""
    decompressor = zlib.decompressobj()
    try:
        data = decompressor.decompress(content, MAX_FILE_SIZE)
    except zlib.error:
        return b""
    return data if decompressor.eof else b""


def _name_people(report: RedactedReport, key: bytes) -> tuple[EntryNames, EntryNames]:
    """User and working organization, by their names and by the labels of a redaction.

    Only their objects are redacted: the whole answer may be large.
    """
    parsed = report.analyzed.parsed
    if parsed is None or parsed.session is None:
        return EntryNames(), EntryNames()
    content = parsed.session.content
    objects: list[tuple[str, Json]] = []
    for name in _NAMING_OBJECTS:
        whole = content.get(name)
        if isinstance(whole, JsonObject):
            fields = tuple((one, whole.get(one)) for one in _NAMING_FIELDS if one in whole.names)
            objects.append((name, JsonObject(fields)))
    session = JsonObject((("session", JsonObject(tuple(objects))),))
    masked = redact_document(JsonDocument(session), Redaction(key))
    known = report.credentials
    return (
        _read_names(parsed, known),
        _read_names(answer_parser.parse_answer(masked, _HTTP_OK), known),
    )


def _read_names(parsed: ParsedAnswer, known: Credentials) -> EntryNames:
    session = parsed.session
    if session is None:
        return EntryNames()
    user, works_in = session.user, session.working_organization
    return EntryNames(
        "" if user is None else _shorten(user.name.value or user.id.value or "", known),
        "" if works_in is None else _shorten(works_in.display_name, known),
    )


def _shorten(text: str, known: Credentials) -> str:
    """A name as it is kept: credentials masked, nothing invisible, cut off where it is long."""
    shown = escape_invisible(known.mask_text(text[: 2 * MAX_NAME_LENGTH]))
    return shown if len(shown) <= MAX_NAME_LENGTH else shown[: MAX_NAME_LENGTH - 1] + "…"
