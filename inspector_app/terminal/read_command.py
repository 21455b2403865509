"""The command ``read``: opens a saved answer or an export, from a file or standard input."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection import saved_answer_opening
from inspector_app.report.saved_answers import file_parser
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.translatable_text import tr
from inspector_app.terminal import interruptible
from inspector_app.terminal.exit_codes import CommandError

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult

STANDARD_INPUT: Final = "-"


def read_saved_answer(file: str) -> InspectionResult:
    """Read a saved answer and diagnose it as of the time it was saved.

    Raises:
        CommandError: if there is no answer in it.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    try:
        if file == STANDARD_INPUT:
            return _read_standard_input()
        # On a thread: reading a file of an unreachable network drive may block forever.
        return interruptible.run_interruptible(
            lambda: saved_answer_opening.open_saved_answer(Path(file)), Cancellation()
        )
    except UnreadableFileError as problem:
        raise CommandError(problem.message) from None


def _read_standard_input() -> InspectionResult:
    if sys.stdin is None:
        raise CommandError(tr("There is no standard input."))
    if sys.stdin.isatty():
        raise CommandError(tr("Standard input is the terminal: send the answer through a pipe."))
    data = sys.stdin.buffer.read(file_parser.MAX_FILE_SIZE + 1)
    return interruptible.run_interruptible(
        lambda: saved_answer_opening.analyze_saved_data(data, _get_saved_at()),
        Cancellation(),
    )


def _get_saved_at() -> float:
    """Get the modification time of the file that is standard input; now, if it is a pipe."""
    try:
        status = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):
        return time.time()
    return status.st_mtime if stat.S_ISREG(status.st_mode) else time.time()
