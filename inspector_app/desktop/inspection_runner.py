"""Runs one inspection at a time in the background and emits exactly one signal for its end."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.companion_runner import CompanionRunner
from inspector_app.settings.environment import CompanionMode

if TYPE_CHECKING:
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.run_inspection import (
        InspectionRequest,
        InspectionResult,
        RunResult,
    )

_ELAPSED_INTERVAL_MS = 100
"""Milliseconds between two ``elapsed`` signals."""


class InspectionRunner(QObject):
    """Emits started, then one of the other signals but ``elapsed``, and at last ``ended``.

    ``host_mismatch``: the pasted text names another host, and the user has to decide.
    ``several_tokens``: it holds several tokens, and the user has to choose one.
    ``elapsed`` carries the seconds since the start. ``companions`` asks more about a result, by
    itself where the environment says so, and ends with the next inspection and with ``cancel``.
    """

    started = Signal()
    elapsed = Signal(float)
    answered = Signal(object)
    not_sent = Signal(object)
    host_mismatch = Signal(object)
    several_tokens = Signal(object)
    cancelled = Signal(float)
    error_occurred = Signal()
    ended = Signal()

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        parent: QObject | None = None,
    ) -> None:
        from inspector_app.gateway.application import AccessTokenCache
        from inspector_app.gateway.cancellation import Cancellation

        super().__init__(parent)
        self._vault_provider = vault_provider
        self._background = background
        self._job: Job[RunResult] | None = None
        self._cancellation = Cancellation()
        self._access_tokens = AccessTokenCache()
        self._started_at = 0.0
        self.companions = CompanionRunner(
            vault_provider, background, lambda: self._access_tokens, self
        )
        self._elapsed_timer = QTimer(self)
        self._elapsed_timer.setInterval(_ELAPSED_INTERVAL_MS)
        self._elapsed_timer.timeout.connect(self._emit_elapsed)

    @property
    def is_running(self) -> bool:
        """Whether an inspection is running."""
        return self._job is not None

    def start(self, request: InspectionRequest) -> None:
        """Start an inspection; does nothing while another one is running."""
        from inspector_app.gateway.cancellation import Cancellation
        from inspector_app.inspection.run_inspection import run_inspection

        if self._job is not None:
            return
        self.companions.stop()
        self._cancellation = Cancellation()
        self._started_at = time.monotonic()
        cancellation, access_tokens = self._cancellation, self._access_tokens
        self._job = self._background.submit(
            Lane.REQUEST,
            lambda: run_inspection(
                request,
                partial(self._vault_provider.get_vault, request.environment.id),
                access_tokens,
                cancellation,
            ),
            self._on_result,
            partial(self._stop_and_emit, self.error_occurred),
        )
        self._elapsed_timer.start()
        self.started.emit()

    def adopt(self, result: InspectionResult) -> None:
        """Take over an answer that was asked for beside, as if it had been inspected now."""
        if self._job is None:
            self.companions.stop()
            self._on_result(result)

    def cancel(self) -> None:
        """Cancel the inspection, or what is asked besides; a late answer is discarded."""
        self.companions.stop()
        if self._job is None:
            return
        self._job.discard()
        self._cancellation.cancel()
        self._stop_and_emit(self.cancelled, time.monotonic() - self._started_at)

    def clear_access_tokens(self) -> None:
        """Drop the access tokens of applications from memory; the next call gets new ones."""
        from inspector_app.gateway.application import AccessTokenCache

        self._access_tokens = AccessTokenCache()

    def _on_result(self, result: RunResult) -> None:
        from inspector_app.inspection.run_inspection import HostMismatch, InspectionResult, NotSent
        from inspector_app.inspection.several_tokens import SeveralTokens

        match result:
            case InspectionResult():
                self._stop_and_emit(self.answered, result)
                self._ask_more_where_wanted(result)
            case NotSent():
                self._stop_and_emit(self.not_sent, result)
            case HostMismatch():
                self._stop_and_emit(self.host_mismatch, result)
            case SeveralTokens():
                self._stop_and_emit(self.several_tokens, result)

    def _ask_more_where_wanted(self, result: InspectionResult) -> None:
        from inspector_app.inspection.companion_inspection import can_ask_companions

        is_wanted = result.environment.companion_mode is CompanionMode.ALWAYS
        if is_wanted and can_ask_companions(result) and not self.is_running:
            self.companions.start(result)

    def _stop_and_emit(self, signal: SignalInstance, *values: object) -> None:
        self._job = None
        self._elapsed_timer.stop()
        signal.emit(*values)
        self.ended.emit()

    def _emit_elapsed(self) -> None:
        self.elapsed.emit(time.monotonic() - self._started_at)
