"""What guards the process from before its first secret to its end."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from inspector_app.system import process

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.guards.crash_reporter import CrashReporter


class Protection(ExitStack):
    """Crash reports, a log that is redacted, and memory that no other program can read.

    Put in place by ``begin`` after the first frame, when nothing that could hold a secret is there
    yet; taken away where the block ends.
    """

    def __init__(self, application: QApplication, state: Path, *, is_unattended: bool) -> None:
        """``state`` is the folder of the log."""
        super().__init__()
        self._application = application
        self._state = state
        self._is_unattended = is_unattended
        self._crash_reporter: CrashReporter | None = None

    def begin(self) -> CrashReporter:
        """Put everything in place; the portal is waited for, which may take a second."""
        # Here, as it fills the namespace Qt and loads Qt's D-Bus.
        from inspector_app.desktop.startup.portal import PortalIntroduction

        crash_reporter = self._install()
        if not self._is_unattended:
            PortalIntroduction(self._application).wait()
        process.deny_memory_access()
        return crash_reporter

    def report(self, error: Exception) -> None:
        """Report what ended the start: there is no window to show it in."""
        (self._crash_reporter or self._install()).report_exception(error)

    def _install(self) -> CrashReporter:
        from inspector_app.desktop.guards.crash_reporter import CrashReporter
        from inspector_app.system import logs
        from inspector_app.system.known_secrets import KnownSecrets

        self._crash_reporter = CrashReporter(KnownSecrets())
        self.enter_context(logs.log_to_file(self._state, self._crash_reporter.known_secrets))
        self._crash_reporter.install()
        self.callback(self._crash_reporter.uninstall)
        return self._crash_reporter
