"""Implements ``--self-test``: checks the installation, inspects a demo session, and exits."""

from __future__ import annotations

import logging
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from inspector_app import __version__
from inspector_app.desktop import self_checks
from inspector_app.desktop.background import Lane
from inspector_app.desktop.export.reporter import Reporter, Subject
from inspector_app.report.forms.formats import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.judging.statement import VerdictCode
from inspector_app.system.tracebacks import format_exception

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.desktop.application import Inspecting

_PATIENCE: Final = 30_000
"""Milliseconds for the whole run; the request itself has fifteen seconds."""


class SelfTest(QObject):
    """Runs in the app's main window; the exit code is 0 when every check passes.

    Its output is for those who package or install the app, and is not translated.
    """

    def __init__(self, inspecting: Inspecting, state: Path) -> None:
        super().__init__(inspecting)
        self._inspecting = inspecting
        self._state = state
        self._has_failed = False
        self._warnings = _Warnings()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(partial(self._give_up, "the main job did not end"))

    def begin(self) -> None:
        """Run all checks, and inspect once the embedded gateway is listening."""
        logging.getLogger().addHandler(self._warnings)
        self._inspecting.demo.ready.connect(self._inspect_soon)
        self._inspecting.inspector.ended.connect(self._judge)
        self._patience.start(_PATIENCE)
        for check in self_checks.ALL:
            self._run(check)

    def _run(self, check: Callable[[], str]) -> None:
        try:
            self._say(f"ok      {check()}")
        except Exception as error:  # noqa: BLE001  # after any error, the next check is run
            self._fail(f"{check.__name__}: {format_exception(error).strip()}")

    def _inspect_soon(self) -> None:
        QTimer.singleShot(0, self._inspecting.presenter.inspect)

    def _judge(self) -> None:
        outcome = self._inspecting.window.result.outcome
        code = None if outcome is None else outcome.judge(time.time()).code
        if outcome is None or code is not VerdictCode.VALID:
            self._give_up(f"the embedded gateway's first session is {code}")
            return
        self._say("ok      the main job: inspected, judged, shown")
        reporter = Reporter(self._inspecting.window.result, self._state)
        self._inspecting.background.submit(
            Lane.FILES,
            partial(_refused, reporter, reporter.subject(outcome)),
            self._weigh,
            partial(self._give_up, "a report could not be written"),
        )

    def _weigh(self, refused: list[str]) -> None:
        if refused:
            self._fail(f"reports refused: {', '.join(refused)}")
        else:
            self._say(f"ok      {len(ReportFormat)} forms of report")
        self._leave()

    def _give_up(self, words: str) -> None:
        self._fail(words)
        self._leave()

    def _leave(self) -> None:
        self._patience.stop()
        logging.getLogger().removeHandler(self._warnings)
        for line in self._warnings.lines:
            self._fail(f"unexpected: {line}")
        result = "failed" if self._has_failed else "passed"
        self._say(f"EnOS Session Inspector {__version__}: self-test {result}")
        self._inspecting.window.close()
        QCoreApplication.exit(int(self._has_failed))

    def _fail(self, words: str) -> None:
        self._has_failed = True
        self._say(f"FAILED  {words}")

    @staticmethod
    def _say(line: str) -> None:
        if sys.stdout is not None:  # a windowed build has none
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def _refused(reporter: Reporter, subject: Subject) -> list[str]:
    """List the names of the report formats that could not be written."""
    written = {
        form: reporter.written(subject, form, RedactionLevel.PERSONAL) for form in ReportFormat
    }
    return [form.value for form, text in written.items() if not isinstance(text, bytes)]


class _Warnings(logging.Handler):
    """Collects the warnings that Qt, Python and the app log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
