"""Implements ``--screenshot``: inspects unattended, saves a picture of the window, and exits."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QTimer

from inspector_app.desktop.background import Lane
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.wording import Text
from inspector_app.system import whole_file
from inspector_app.system.whole_file import WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from inspector_app.desktop.application import Inspecting
    from inspector_app.inspecting.order import InspectionResult

_GLANCE: Final = 20
"""Milliseconds between two checks whether background jobs are running."""

_PATIENCE: Final = 30_000
"""Milliseconds for the whole run; the request itself has fifteen seconds."""


class Portrait(QObject):
    """Inspects once a token is available; the exit code is 0 when the gateway answered."""

    def __init__(self, inspecting: Inspecting, path: Path) -> None:
        super().__init__(inspecting)
        self._inspecting = inspecting
        self._path = path
        self._has_begun = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)

    def begin(self) -> None:
        """Wait for a token: the demo's, or the stored one."""
        if self._inspecting.wishes.is_demo:  # a stored token is for another environment
            self._inspecting.demo.ready.connect(self._inspect_soon)
        else:
            self._inspecting.presenter.token_found.connect(self._inspect_soon)
        self._inspecting.inspector.ended.connect(self._settle)
        self._patience.start(_PATIENCE)
        if not self._inspecting.wishes.is_demo:
            self._inspecting.presenter.token_missing.connect(self._give_up)
            if not self._has_environment():
                self._has_begun = True  # and ended: the requested environment does not exist
                QTimer.singleShot(0, self._give_up)

    def begin_with_file(self) -> None:
        """Wait until the file argument has been opened."""
        self._inspecting.opening.ended.connect(self._settle_soon)
        self._patience.start(_PATIENCE)

    def _has_environment(self) -> bool:
        wanted, current = self._inspecting.wishes.environment, self._inspecting.preferences.current
        if wanted is None or current is None:
            return current is not None
        return current.name.casefold() == wanted.casefold()

    def _inspect_soon(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(0, self._inspecting.presenter.inspect)

    def _settle_soon(self) -> None:
        """Capture the window once the opened answer is laid out."""
        QTimer.singleShot(_GLANCE, self._settle)

    def _settle(self) -> None:
        """Capture the window when all background jobs, the keyring's too, have finished."""
        wait = 0 if self._inspecting.background.is_idle() else _GLANCE
        QTimer.singleShot(wait, self._settle if wait else self._take)

    def _take(self) -> None:
        outcome = self._inspecting.window.result.outcome
        if outcome is None:
            self._leave(self._inspecting.window.note.text(), 1)
            return
        picture = self._inspecting.window.grab().toImage()
        self._inspecting.background.submit(
            Lane.FILES, partial(self._written, outcome, picture), self._done
        )

    def _written(self, outcome: InspectionResult, picture: QImage) -> tuple[str, Text | None]:
        report = self._inspecting.sharing.report(outcome)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes it, its stubs do not
        try:
            whole_file.atomic_write(self._path, bytes(data.data()))
        except WriteError as problem:
            return shown(report) if isinstance(report, Text) else report, problem.message
        return shown(report) if isinstance(report, Text) else report, None

    def _done(self, written: tuple[str, Text | None]) -> None:
        report, problem = written
        _print(report)
        if problem is not None:
            self._leave(shown(problem), 1)
        else:
            self._leave(say("Saved a picture of the window as {file}", file=str(self._path)), 0)

    def _give_up(self) -> None:
        self._leave(self._inspecting.window.note.text() or say("Nothing could be inspected."), 1)

    def _leave(self, words: str, code: int) -> None:
        self._patience.stop()
        _print(words)
        self._inspecting.window.close()
        QCoreApplication.exit(code)


def _print(words: str) -> None:
    if sys.stdout is not None:  # a windowed build has none
        sys.stdout.write(words + "\n")
        sys.stdout.flush()
