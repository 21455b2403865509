"""Implements ``--screenshot``: inspects unattended, saves a picture of the window, and exits."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Qt, QTimer

from inspector_app.desktop.background import Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.session.translatable_text import Text
from inspector_app.system import atomic_file
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.standard_streams import print_line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from inspector_app.desktop.application import DesktopApp
    from inspector_app.inspection.run_inspection import InspectionResult

_POLL_INTERVAL_MS: Final = 20
"""Milliseconds between two checks whether background jobs are running."""

_TIMEOUT_MS: Final = 90_000
"""Milliseconds for the whole run, which has to end even if a job hangs. It takes a second or two;
half a minute was too little on a machine with three times as much to do as it has cores."""

_ONCE: Final = Qt.ConnectionType.SingleShotConnection


class ScreenshotRun(QObject):
    """Inspects once a token is available; the exit code is 0 when the gateway answered."""

    def __init__(self, desktop_app: DesktopApp, path: Path) -> None:
        super().__init__(desktop_app)
        self._desktop_app = desktop_app
        self._path = path
        self._timeout_timer = QTimer(self)
        self._timeout_timer.timeout.connect(self._abort)

    def start(self) -> None:
        """Wait for a token: the demo's, or the stored one."""
        self._desktop_app.runner.ended.connect(self._capture_when_idle)
        self._timeout_timer.start(_TIMEOUT_MS)
        if self._desktop_app.options.is_demo:  # a stored token is for another environment
            self._desktop_app.demo.ready.connect(self._on_token_ready, _ONCE)
        elif self._has_environment():
            self._desktop_app.presenter.token_found.connect(self._on_token_ready, _ONCE)
            self._desktop_app.presenter.token_missing.connect(self._abort)
        else:
            QTimer.singleShot(0, self._abort)

    def start_with_file(self) -> None:
        """Wait until the file argument has been opened."""
        self._desktop_app.file_opener.ended.connect(self._on_file_opened)
        self._timeout_timer.start(_TIMEOUT_MS)

    def _has_environment(self) -> bool:
        wanted, current = (
            self._desktop_app.options.environment,
            self._desktop_app.preferences.current,
        )
        if wanted is None or current is None:
            return current is not None
        return current.name.casefold() == wanted.casefold()

    def _on_token_ready(self) -> None:
        QTimer.singleShot(0, self._desktop_app.presenter.inspect)

    def _on_file_opened(self) -> None:
        """Capture the window once the opened answer is laid out."""
        QTimer.singleShot(_POLL_INTERVAL_MS, self._capture_when_idle)

    def _capture_when_idle(self) -> None:
        """Capture the window when all background jobs, the keyring's too, have finished."""
        wait = 0 if self._desktop_app.background.is_idle() else _POLL_INTERVAL_MS
        QTimer.singleShot(wait, self._capture_when_idle if wait else self._capture_window)

    def _capture_window(self) -> None:
        result = self._desktop_app.window.result_view.result
        if result is None:
            self._exit(self._desktop_app.window.note_label.text(), 1)
            return
        picture = self._desktop_app.window.grab().toImage()
        self._desktop_app.background.submit(
            Lane.FILES,
            partial(self._write_screenshot, result, picture),
            self._on_screenshot_written,
            self._abort,
        )

    def _write_screenshot(
        self, result: InspectionResult, picture: QImage
    ) -> tuple[str, Text | None]:
        report = self._desktop_app.export_controller.render_report(result)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes it, its stubs do not
        try:
            atomic_file.atomic_write(self._path, bytes(data.data()))
        except WriteError as problem:
            return render_text(report) if isinstance(report, Text) else report, problem.message
        return render_text(report) if isinstance(report, Text) else report, None

    def _on_screenshot_written(self, written: tuple[str, Text | None]) -> None:
        report, problem = written
        print_line(sys.stdout, report)
        if problem is not None:
            self._exit(render_text(problem), 1)
        else:
            self._exit(
                translate("Saved a picture of the window as {file}", file=str(self._path)), 0
            )

    def _abort(self) -> None:
        self._exit(
            self._desktop_app.window.note_label.text() or translate("Nothing could be inspected."),
            1,
        )

    def _exit(self, message: str, code: int) -> None:
        self._timeout_timer.stop()
        print_line(sys.stdout, message)
        self._desktop_app.window.close()
        QCoreApplication.exit(code)
