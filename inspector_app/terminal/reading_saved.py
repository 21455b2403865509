"""The command ``read``: a saved answer or an export, from a file or from standard input."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspecting import opening
from inspector_app.report.saved_answers import saved_answer
from inspector_app.report.saved_answers.saved import NotReadable
from inspector_app.session.wording import tr
from inspector_app.terminal import interruptible
from inspector_app.terminal.not_done import NotDone

if TYPE_CHECKING:
    from inspector_app.inspecting.order import Inspected

STANDARD_INPUT: Final = "-"


def read(file: str) -> Inspected:
    """What the file holds, as it stood when it was taken.

    Raises:
        NotDone: if there is no answer in it.
        KeyboardInterrupt: at once when the person interrupts.
    """
    try:
        if file == STANDARD_INPUT:
            return _from_standard_input()
        # On a thread: a file of a network that is gone may never be read.
        return interruptible.done(lambda: opening.open_file(Path(file)), Cancellation())
    except NotReadable as problem:
        raise NotDone(problem.words) from None


def _from_standard_input() -> Inspected:
    if sys.stdin is None:
        raise NotDone(tr("There is no standard input."))
    if sys.stdin.isatty():
        raise NotDone(tr("Standard input is the terminal: send the answer through a pipe."))
    data = sys.stdin.buffer.read(saved_answer.LARGEST + 1)
    return opening.inspected(saved_answer.read(data, STANDARD_INPUT, _written_at()))


def _written_at() -> float:
    """The date of the file that standard input is; of a pipe, now: it is taken as it comes."""
    try:
        told = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):
        return time.time()
    return told.st_mtime if stat.S_ISREG(told.st_mode) else time.time()
