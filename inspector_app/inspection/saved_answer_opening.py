"""Loads a saved answer from a file and analyzes it as of the time it was taken."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.inspection.run_inspection import InspectionResult, gc_paused
from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.report.saved_answers import file_parser
from inspector_app.report.saved_answers.models import (
    SavedAnswer,
    SavedCompanion,
    UnreadableFileError,
)
from inspector_app.session.analyzed_answer import (
    add_companions,
    add_doubts,
    analyze_answer,
    analyze_document,
)
from inspector_app.session.companion import (
    analyze_companion,
    analyze_companion_document,
    mark_stored,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.observer_effect import find_supported_expiry
from inspector_app.session.exchange import Exchange
from inspector_app.session.presentation import outline_builder
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import Environment
from inspector_app.system.regular_file import (
    NotRegularFileError,
    open_regular_file,
    read_at_once,
)

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.companion import Companion

_NO_ENVIRONMENT_ID: Final = ""
"""Id of an environment that is not, or no longer, configured on this computer."""


def open_saved_answer(path: Path, deadline: float = DEFAULT_OPTIONS.deadline) -> InspectionResult:
    """Read and analyze the answer saved in a file; blocks, as long as a call may by default.

    ``deadline`` is in seconds.

    Raises:
        UnreadableFileError: if it is missing or unreadable, or reading it took too long; nothing of
            it is in the message.
        WorkInterruptedError: if the reading was cancelled.
    """
    try:
        with os.fdopen(open_regular_file(path), "rb") as file:
            modified_at = os.fstat(file.fileno()).st_mtime
            most = file_parser.MAX_FILE_SIZE + 1  # the parser says what is too much
            data = read_at_once(file, most)
    except (OSError, ValueError) as error:  # a name may hold characters that no system accepts
        refusal = _map_read_error(error)
    else:
        return analyze_saved_data(data, modified_at, deadline)
    raise refusal  # not within except: the other error would be chained


def analyze_saved_data(
    data: bytes, modified_at: float, deadline: float = DEFAULT_OPTIONS.deadline
) -> InspectionResult:
    """Analyze the answer in the bytes of a file, like ``open_saved_answer``."""
    try:
        with limit_time(deadline):
            return analyze_saved_answer(file_parser.parse_saved_answer(data, modified_at))
    except TimeLimitError:
        refusal = UnreadableFileError(tr("Reading this file took too long."))
    raise refusal


def analyze_saved_answer(saved: SavedAnswer) -> InspectionResult:
    """Analyze a saved answer like one that has just been received."""
    with gc_paused():
        analyzed = _analyze(saved)
        return InspectionResult(
            environment=Environment(_NO_ENVIRONMENT_ID, saved.environment, saved.url),
            host=saved.call_result.route.host,
            url=saved.url,
            is_token_from_vault=False,
            notes=(),
            judge_input=JudgeInput(analyzed, saved.taken_at),
            supported_expiry=find_supported_expiry(analyzed, None),
            outline=outline_builder.build_outline(analyzed),
            saved=saved,
        )


def _analyze(saved: SavedAnswer) -> AnalyzedAnswer:
    analyzed = _analyze_session(saved)
    if not saved.companions:
        return analyzed
    return add_companions(analyzed, tuple(_analyze_companion(one) for one in saved.companions))


def _analyze_companion(saved: SavedCompanion) -> Companion:
    answer = saved.call_result
    if isinstance(answer, Exchange) and saved.document is not None:
        companion = analyze_companion_document(saved.kind, answer, saved.document)
    else:
        companion = analyze_companion(saved.kind, answer)
    companion = replace(companion, subject=saved.subject)
    return mark_stored(companion) if saved.is_stored else companion


def _analyze_session(saved: SavedAnswer) -> AnalyzedAnswer:
    exchange = saved.call_result
    if isinstance(exchange, Exchange) and saved.document is not None:
        return add_doubts(analyze_document(exchange, saved.document), saved.doubts)
    analyzed = add_doubts(analyze_answer(exchange), saved.doubts)
    if isinstance(exchange, Exchange) and saved.parse_error is not None:
        return replace(analyzed, parse_error=saved.parse_error)
    return analyzed


def _map_read_error(error: OSError | ValueError) -> UnreadableFileError:
    match error:
        case FileNotFoundError():
            return UnreadableFileError(tr("This file is not there any more."))
        case NotRegularFileError():
            return UnreadableFileError(tr("This is a folder or a device, not a file."))
        case PermissionError():
            return UnreadableFileError(tr("You may not read this file."))
        case _:
            return UnreadableFileError(tr("This file could not be read."))
