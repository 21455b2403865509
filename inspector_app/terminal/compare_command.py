"""The command ``compare``: two saved answers, or what environments answer now."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.report_making import make_in_time
from inspector_app.report.comparison.comparison_format import render_comparison
from inspector_app.report.comparison.redacted_comparison import redact_comparison
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.session.translatable_text import Text, tr
from inspector_app.terminal import interruptible
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.inspect_command import InspectOptions, inspect_kept_token
from inspector_app.terminal.read_command import STANDARD_INPUT, read_saved_answer
from inspector_app.terminal.result_output import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.formats.report_format import ReportFormat
    from inspector_app.report.report_input import ReportInput
    from inspector_app.terminal.stored_config import StoredConfig

ENVIRONMENT_PREFIX: Final = "environment:"
"""What an argument begins with that names an environment, and not a file."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The output options of the command; ``output`` None means standard output."""

    form: ReportFormat
    output: Path | None
    level: RedactionLevel


def compare_answers(a: str, b: str, options: CompareOptions, config: StoredConfig) -> ExitCode:
    """Compare two answers, write what differs, and return the exit code.

    Args:
        a: a file, ``-`` for standard input, or ``environment:NAME``.
        b: likewise.
        options: how to write the comparison.
        config: the stored settings.

    Raises:
        CommandError: if one could not be read or asked, or the file could not be written.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    if a == b == STANDARD_INPUT:
        raise CommandError(tr("Standard input can be only one of the two."))
    config.check_level(options.level)  # before anything is asked
    first, second = (_obtain_answer(one, config) for one in (a, b))
    now = time.time()
    made = interruptible.run_interruptible(
        lambda: make_in_time(lambda: _make_comparison(first, second, options, config, now)),
        Cancellation(),
    )
    if isinstance(made, Text):
        raise CommandError(made)
    data, code = made
    write_output(data, options.output)
    return code


def _obtain_answer(source: str, config: StoredConfig) -> InspectionResult:
    if not source.startswith(ENVIRONMENT_PREFIX):
        return read_saved_answer(source)
    asked = InspectOptions(
        gateway=None,
        environment=source.removeprefix(ENVIRONMENT_PREFIX),
        is_token_on_stdin=False,
        ca_file=None,
        authorization=None,
        deadline=DEFAULT_OPTIONS.deadline,
    )
    return inspect_kept_token(asked, config)


def _make_comparison(
    a: InspectionResult,
    b: InspectionResult,
    options: CompareOptions,
    config: StoredConfig,
    now: float,
) -> tuple[bytes, ExitCode] | Text:
    """The bytes of the comparison, or why they are refused."""

    def build(result: InspectionResult) -> ReportInput:
        redaction = Redaction(config.label_key, options.level, result.analyzed.credentials)
        return build_report_input(result, redaction, now, config.zone)

    report = redact_comparison(build(a), build(b), now)
    try:
        data = render_comparison(report, options.form)
    except CredentialLeakError as found:
        return found.message
    if not report.comparison.is_comparable:
        return data, ExitCode.NO_ANSWER
    is_different = bool(report.comparison.differences)
    return data, ExitCode.NOT_FULLY_VALID if is_different else ExitCode.VALID
