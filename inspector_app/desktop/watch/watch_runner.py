"""Inspects one session again and again in the background, one request after the other."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.elapsed_time import ElapsedTime
    from inspector_app.inspection.run_inspection import InspectionResult, RunResult
    from inspector_app.inspection.watch import WatchPlan, WatchProgress
    from inspector_app.session.token import Token

_RETRY_MS: Final = 1000
"""Milliseconds after which it looks again whether another inspection is over."""


class WatchRunner(QObject):
    """Watches one session at a time.

    ``stepped`` carries an answer and what it brings; ``ended`` why the watch ends by itself. After
    ``stop`` nothing comes any more.
    """

    stepped = Signal(object, object)
    ended = Signal(object)

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``is_busy`` tells whether another inspection is under way, which has its turn first."""
        from inspector_app.gateway.application import AccessTokenCache
        from inspector_app.gateway.cancellation import Cancellation

        super().__init__(parent)
        self._vault_provider = vault_provider
        self._background = background
        self._is_busy = is_busy
        self._watch: tuple[WatchPlan, WatchProgress] | None = None
        """What was asked for, and what is known so far; None while nothing is watched."""
        self._token: Token | None = None
        self._elapsed: ElapsedTime | None = None
        self._access_tokens = AccessTokenCache()
        self._cancellation = Cancellation()
        self._job: Job[RunResult] | None = None
        self._next_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def is_running(self) -> bool:
        """Whether a session is watched."""
        return self._token is not None

    @property
    def token(self) -> Token | None:
        """The token of the session that is watched."""
        return self._token

    @property
    def seconds_left(self) -> float:
        """Seconds until the next inspection; 0 while one is under way."""
        return max(0.0, self._next_at - time.monotonic()) if self._job is None else 0.0

    def start(self, plan: WatchPlan, result: InspectionResult) -> None:
        """Watch the session of an unmasked answer; the first inspection is one interval later."""
        from inspector_app.gateway.cancellation import Cancellation
        from inspector_app.inspection.elapsed_time import ElapsedTime
        from inspector_app.inspection.watch import WatchProgress, take_answer

        self.stop()
        if result.token is None:
            return
        self._token, self._elapsed = result.token, ElapsedTime()
        self._cancellation = Cancellation()
        progress, _ = take_answer(plan, WatchProgress(), result, time.time(), 0.0)
        self._watch = plan, progress
        self._wait(plan.interval)

    def stop(self) -> None:
        """End the watch, and let go of its token and answers."""
        from inspector_app.gateway.application import AccessTokenCache

        self._timer.stop()
        if self._job is not None:
            self._job.discard()
            self._cancellation.cancel()
        self._job = self._token = None
        self._watch = None
        self._access_tokens = AccessTokenCache()

    def _wait(self, seconds: float) -> None:
        self._next_at = time.monotonic() + seconds
        self._timer.start(round(seconds * 1000))

    def _ask(self) -> None:
        from inspector_app.gateway.pasted.found_token import FoundToken
        from inspector_app.inspection.run_inspection import InspectionRequest, run_inspection

        latest = None if self._watch is None else self._watch[1].latest
        if self._token is None or latest is None:
            return
        if self._is_busy():
            self._timer.start(_RETRY_MS)
            return
        request = InspectionRequest(
            latest.environment, None, previous_result=latest, found=FoundToken(self._token)
        )
        self._job = self._background.submit(
            Lane.REQUEST,
            partial(
                run_inspection,
                request,
                partial(self._vault_provider.get_vault, latest.environment.id),
                self._access_tokens,
                self._cancellation,
            ),
            self._on_result,
            partial(self._end, tr("Something in this app went wrong. The watch ended.")),
        )

    def _on_result(self, result: RunResult) -> None:
        from inspector_app.inspection.run_inspection import InspectionResult, NotSent
        from inspector_app.inspection.watch import take_answer

        self._job = None
        if self._watch is None or self._elapsed is None:
            return
        if not isinstance(result, InspectionResult):
            self._end(result.problem if isinstance(result, NotSent) else tr("The watch ended."))
            return
        plan, progress = self._watch
        progress, step = take_answer(
            plan, progress, result, time.time(), self._elapsed.get_seconds()
        )
        self._watch = plan, progress
        self.stepped.emit(result, step)
        if self._token is None:  # whoever heard of it ended the watch
            return
        if step.ending is not None:
            self._end(step.ending)
        else:
            self._wait(step.pause)

    def _end(self, reason: Text) -> None:
        self.stop()
        self.ended.emit(reason)
