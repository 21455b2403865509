"""Runs one inspection at a time in the background and emits exactly one signal for its end."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspecting.order import (
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    RunResult,
    run_inspection,
)

if TYPE_CHECKING:
    from inspector_app.desktop.guards.token_keeper import VaultDoor

_TICK = 100
"""Milliseconds between two ``elapsed`` signals."""


class Inspector(QObject):
    """Emits started, then one of answered, not_sent, host_mismatch, cancelled, error_occurred.

    ``host_mismatch``: the pasted text names another host, and the user has to decide.
    ``elapsed`` carries the seconds since the start.
    """

    started = Signal()
    passed = Signal(float)
    answered = Signal(object)
    not_sent = Signal(object)
    held = Signal(object)
    cancelled = Signal(float)
    broke = Signal()
    ended = Signal()

    def __init__(
        self, door: VaultDoor, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._background = background
        self._job: Job[RunResult] | None = None
        self._cancellation = Cancellation()
        self._access_tokens = AccessTokenCache()
        self._began = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._tell_time)

    @property
    def is_running(self) -> bool:
        """Whether an inspection is running."""
        return self._job is not None

    def inspect(self, order: InspectionRequest) -> None:
        """Start an inspection; does nothing while another one is running."""
        if self._job is not None:
            return
        self._cancellation = Cancellation()
        self._began = time.monotonic()
        cancellation, access_tokens = self._cancellation, self._access_tokens
        self._job = self._background.submit(
            Lane.REQUEST,
            lambda: run_inspection(order, self._door.vault, access_tokens, cancellation),
            self._finish,
            partial(self._end, self.broke),
        )
        self._clock.start()
        self.started.emit()

    def cancel(self) -> None:
        """Cancel the inspection; an answer that still arrives is discarded."""
        if self._job is None:
            return
        self._job.drop()
        self._cancellation.cancel()
        self._end(self.cancelled, time.monotonic() - self._began)

    def let_go(self) -> None:
        """Drop the access tokens of applications from memory; the next call gets new ones."""
        self._access_tokens = AccessTokenCache()

    def _finish(self, result: RunResult) -> None:
        match result:
            case InspectionResult():
                self._end(self.answered, result)
            case NotSent():
                self._end(self.not_sent, result)
            case HostMismatch():
                self._end(self.held, result)

    def _end(self, how: SignalInstance, *values: object) -> None:
        self._job = None
        self._clock.stop()
        how.emit(*values)
        self.ended.emit()

    def _tell_time(self) -> None:
        self.passed.emit(time.monotonic() - self._began)
