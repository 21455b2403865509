"""Writes an inspection result to the terminal, to a pipe, or to a file."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.report_making import make_in_time
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.formats import report_format
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text
from inspector_app.system import atomic_file
from inspector_app.terminal import interruptible
from inspector_app.terminal.exit_codes import EXIT_CODES, CommandError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.diagnosis.step_model import ReplyLanguage
    from inspector_app.terminal.exit_codes import ExitCode
    from inspector_app.terminal.stored_config import StoredConfig


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """The output options of a command; ``output`` None means standard output.

    With ``reply`` the reply to the user is written in that language, in place of the result.
    """

    form: ReportFormat
    output: Path | None
    level: RedactionLevel
    expected_organization: str
    reply: ReplyLanguage | None = None


def write_result(
    result: InspectionResult, options: OutputOptions, config: StoredConfig
) -> ExitCode:
    """Write the result and return the exit code of its verdict.

    Raises:
        CommandError: if the file could not be written, a credential was still in the result, or
            making the report took too long.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    config.check_level(options.level)
    now = time.time()
    code = EXIT_CODES[result.judge(now, options.expected_organization).code]
    if options.reply is not None:
        _write_reply(result, options, now, options.reply)
        return code
    try:
        write = interruptible.run_interruptible(
            lambda: make_in_time(lambda: _make_report(result, options, config, now)),
            Cancellation(),
        )
        if isinstance(write, Text):
            raise CommandError(write)
        write()
    except (CredentialLeakError, atomic_file.WriteError) as problem:
        raise CommandError(problem.message) from None
    return code


def _write_reply(
    result: InspectionResult, options: OutputOptions, now: float, language: ReplyLanguage
) -> None:
    reply = result.judge(now, options.expected_organization).reply
    data = b"" if reply is None else f"{reply.get_text(language)}\n".encode()
    write_output(data, options.output)


def write_output(data: bytes, output: Path | None) -> None:
    """Write to a file, or to standard output where it is None.

    Raises:
        CommandError: if the file could not be written.
    """
    if output is None:
        print_bytes(data)
        return
    try:
        atomic_file.atomic_write(output, data)
    except atomic_file.WriteError as problem:
        raise CommandError(problem.message) from None


def is_terminal() -> bool:
    """Whether standard output is a terminal that can show columns."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _make_report(
    result: InspectionResult, options: OutputOptions, config: StoredConfig, now: float
) -> Callable[[], None]:
    """Make the report; what is returned writes it."""
    redaction = Redaction(config.label_key, options.level, result.analyzed.credentials)
    report = redact_report(
        build_report_input(result, redaction, now, config.zone, options.expected_organization)
    )
    if options.output is None and options.form is ReportFormat.TEXT and is_terminal():
        from inspector_app.terminal import rich_report

        return rich_report.prepare_report(report)
    data = report_format.render_report(report, options.form)
    if options.output is None:
        return partial(print_bytes, data)
    return partial(atomic_file.atomic_write, options.output, data)


def print_bytes(data: bytes) -> None:
    """Write UTF-8 to standard output, to a terminal without control characters."""
    if sys.stdout.isatty():
        lines = data.decode(errors="replace").replace("\r\n", "\n").split("\n")
        sys.stdout.write("\n".join(escape_invisible(line) for line in lines))
    else:
        sys.stdout.buffer.write(data)
    sys.stdout.flush()
