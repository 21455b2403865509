"""Writes an inspection result to the terminal, to a pipe, or to a file."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.inspecting.reporting import build_report_input
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.forms import formats
from inspector_app.report.forms.formats import ReportFormat
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.session.plain_text import escape_invisible
from inspector_app.system import whole_file
from inspector_app.terminal.exit_codes import EXIT_CODES
from inspector_app.terminal.not_done import NotDone

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.report.material import ReportInput
    from inspector_app.terminal.exit_codes import ExitCode
    from inspector_app.terminal.kept import Kept


@dataclass(frozen=True, slots=True)
class Wanted:
    """The output options of a command; ``output`` None means standard output."""

    form: ReportFormat
    output: Path | None
    level: RedactionLevel
    expected_organization: str


def deliver(outcome: InspectionResult, wanted: Wanted, kept: Kept) -> ExitCode:
    """Write the result and return the exit code of its verdict.

    Raises:
        CommandError: if the file could not be written, or a credential was still in the result.
    """
    now = time.time()
    redaction = Redaction(kept.label_key, wanted.level, outcome.analyzed.credentials)
    made = build_report_input(outcome, redaction, now, kept.zone, wanted.expected_organization)
    try:
        if wanted.output is None:
            _to_standard_output(made, wanted.form)
        else:
            whole_file.write(wanted.output, formats.render_report(made, wanted.form))
    except (CredentialLeakError, whole_file.WriteProblem) as problem:
        raise NotDone(problem.words) from None
    return EXIT_CODES[outcome.judge(now, wanted.expected_organization).code]


def is_screen() -> bool:
    """Whether standard output is a terminal that can show columns."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _to_standard_output(made: ReportInput, form: ReportFormat) -> None:
    if form is ReportFormat.TEXT and is_screen():
        from inspector_app.terminal import screen

        screen.show(made)
    else:
        print_bytes(formats.render_report(made, form))


def print_bytes(data: bytes) -> None:
    """Write UTF-8 to standard output, to a terminal without control characters."""
    if sys.stdout.isatty():
        lines = data.decode(errors="replace").replace("\r\n", "\n").split("\n")
        sys.stdout.write("\n".join(escape_invisible(line) for line in lines))
    else:
        sys.stdout.buffer.write(data)
    sys.stdout.flush()
