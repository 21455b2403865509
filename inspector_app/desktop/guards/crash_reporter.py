"""Installs the exception hooks that report uncaught exceptions; the app keeps running.

Exceptions arrive in the thread that raised them, so all that is done there is to write the report
and to emit a signal; the window is opened by the UI thread.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from inspector_app import __version__
from inspector_app.system.standard_streams import print_line
from inspector_app.system.tracebacks import format_exception

if TYPE_CHECKING:
    from types import TracebackType

    from inspector_app.system.known_secrets import KnownSecrets

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("inspector_app.qt")

_IGNORED_QT_MESSAGE: Final = "This plugin does not support propagateSizeHints()"
_LOG_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Handles every uncaught exception of the process.

    ``crashed`` carries the redacted report, once for each distinct call stack; every exception is
    logged.
    """

    crashed = Signal(str)

    def __init__(self, known_secrets: KnownSecrets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known_secrets = known_secrets
        self._reported_stacks: set[str] = set()

    def install(self) -> None:
        """Install Python's three exception hooks and Qt's message handler, until ``uninstall``."""
        sys.excepthook = self._on_uncaught_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable_exception
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Restore the hooks: Qt still logs while the interpreter is shutting down."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def report_exception(self, error: BaseException) -> None:
        """Report an exception; may be called in any thread."""
        account = self.known_secrets.redact(format_exception(error))
        _log.error("unexpected: %s", account)
        _print_to_stderr(account)
        way = "\n".join(line for line in account.splitlines() if line.startswith("  File "))
        if way not in self._reported_stacks:
            self._reported_stacks.add(way)
            self.crashed.emit(self.known_secrets.redact(f"{_format_runtime_info()}\n\n{account}"))

    def _on_uncaught_exception(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):  # Ctrl+C in the terminal: intended by the user
            _print_to_stderr(self.known_secrets.redact(format_exception(error)))
        else:
            self.report_exception(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.report_exception(args.exc_value)

    def _on_unraisable_exception(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.report_exception(args.exc_value)


def _format_runtime_info() -> str:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        f"EnOS Session Inspector {__version__}, {now}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n"
        f"thread {threading.current_thread().name}"
    )


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if message and _IGNORED_QT_MESSAGE not in message:
        _qt_log.log(_LOG_LEVELS[kind], "%s", message)
        if kind is QtMsgType.QtFatalMsg:  # the process ends, and nobody has seen a window
            _print_to_stderr(message)


def _print_to_stderr(text: str) -> None:
    """Print for users who started the app in a terminal, and while there is no window yet."""
    print_line(sys.stderr, text)
