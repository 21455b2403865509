"""Implements ``--self-test``: checks the installation, inspects a demo session, and exits."""

from __future__ import annotations

import logging
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from inspector_app import __version__
from inspector_app.desktop.background import Lane
from inspector_app.desktop.export.report_builder import render_format
from inspector_app.desktop.unattended import self_checks
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.translatable_text import Text
from inspector_app.system.standard_streams import print_line
from inspector_app.system.tracebacks import format_exception

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.application import DesktopApp
    from inspector_app.report.report_input import RedactedReport

_TIMEOUT_MS: Final = 90_000
"""Milliseconds for the whole run, which has to end even if a job hangs. It takes a second or two;
half a minute was too little on a machine with three times as much to do as it has cores."""


class SelfTest(QObject):
    """Runs in the app's main window; the exit code is 0 when every check passes.

    Its output is for those who package or install the app, and is not translated.
    """

    def __init__(self, desktop_app: DesktopApp) -> None:
        super().__init__(desktop_app)
        self._desktop_app = desktop_app
        self._has_failed = False
        self._warnings = _WarningCollector()
        self._timeout_timer = QTimer(self)
        self._timeout_timer.timeout.connect(partial(self._abort, "the main job did not end"))

    def start(self) -> None:
        """Run all checks, and inspect once the embedded gateway is listening."""
        logging.getLogger().addHandler(self._warnings)
        self._desktop_app.demo.ready.connect(self._on_demo_ready)
        self._desktop_app.runner.ended.connect(self._on_inspection_ended)
        self._timeout_timer.start(_TIMEOUT_MS)
        for check in self_checks.ALL_CHECKS:
            self._run_check(check)

    def _run_check(self, check: Callable[[], str]) -> None:
        try:
            print_line(sys.stdout, f"ok      {check()}")
        except Exception as error:  # noqa: BLE001  # after any error, the next check is run
            name = check.__name__.removeprefix("check_")
            self._report_failure(f"{name}: {format_exception(error).strip()}")

    def _on_demo_ready(self) -> None:
        QTimer.singleShot(0, self._desktop_app.presenter.inspect)

    def _on_inspection_ended(self) -> None:
        result = self._desktop_app.window.result_view.result
        code = None if result is None else result.judge(time.time()).code
        if result is None or code is not VerdictCode.VALID:
            self._abort(f"the embedded gateway's first session is {code}")
            return
        print_line(sys.stdout, "ok      the main job: inspected, judged, shown")
        reporter = self._desktop_app.report_builder
        self._desktop_app.background.submit(
            Lane.FILES,
            lambda: _list_failed_formats(reporter.redact(reporter.create_subject(result))),
            self._on_reports_written,
            partial(self._abort, "a report could not be written"),
        )

    def _on_reports_written(self, refused: list[str]) -> None:
        if refused:
            self._report_failure(f"reports refused: {', '.join(refused)}")
        else:
            print_line(sys.stdout, f"ok      {len(ReportFormat)} forms of report")
        self._exit()

    def _abort(self, message: str) -> None:
        self._report_failure(message)
        self._exit()

    def _exit(self) -> None:
        self._timeout_timer.stop()
        logging.getLogger().removeHandler(self._warnings)
        for line in self._warnings.messages:
            self._report_failure(f"unexpected: {line}")
        result = "failed" if self._has_failed else "passed"
        print_line(sys.stdout, f"EnOS Session Inspector {__version__}: self-test {result}")
        self._desktop_app.window.close()
        QCoreApplication.exit(int(self._has_failed))

    def _report_failure(self, message: str) -> None:
        self._has_failed = True
        print_line(sys.stdout, f"FAILED  {message}")


def _list_failed_formats(report: RedactedReport) -> list[str]:
    """List the names of the report formats that could not be rendered."""
    return [one.value for one in ReportFormat if isinstance(render_format(report, one), Text)]


class _WarningCollector(logging.Handler):
    """Collects the warnings that Qt, Python and the app log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
