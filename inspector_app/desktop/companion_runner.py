"""Asks in the background what else may be known of a user, and emits each answer as it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.inspection.run_inspection import InspectionResult, NotSent


class CompanionRunner(QObject):
    """Asks about one result at a time; a new one, and ``stop``, end what runs.

    ``answered`` carries the result before and the one with an answer more, ``not_sent`` why nothing
    could be sent. ``ended`` follows the last of them.
    """

    started = Signal()
    answered = Signal(object, object)
    not_sent = Signal(object)
    ended = Signal()

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        get_access_tokens: Callable[[], AccessTokenCache],
        parent: QObject | None = None,
    ) -> None:
        from inspector_app.gateway.cancellation import Cancellation

        super().__init__(parent)
        self._vault_provider = vault_provider
        self._background = background
        self._get_access_tokens = get_access_tokens
        self._job: Job[InspectionResult | NotSent | None] | None = None
        self._cancellation = Cancellation()

    @property
    def is_running(self) -> bool:
        """Whether an answer is waited for."""
        return self._job is not None

    def start(self, result: InspectionResult) -> None:
        """Ask what belongs to the session of an unmasked result."""
        from inspector_app.inspection.companion_inspection import inspect_companions

        self._start(result, partial(inspect_companions, result))

    def start_applications(self, result: InspectionResult, question: str) -> None:
        """Ask for the applications of an unmasked result, and about one where it is named."""
        from inspector_app.inspection.application_inspection import inspect_applications

        self._start(result, partial(inspect_applications, result, question))

    def _start(
        self, result: InspectionResult, ask: Callable[..., Iterator[InspectionResult | NotSent]]
    ) -> None:
        from inspector_app.gateway.cancellation import Cancellation
        from inspector_app.gateway.connection import DEFAULT_OPTIONS

        self.stop()
        self._cancellation = Cancellation()
        answers = ask(
            partial(self._vault_provider.get_vault, result.environment.id),
            self._get_access_tokens(),
            self._cancellation,
            DEFAULT_OPTIONS.deadline,
        )
        self._wait_for_next(answers, result)
        self.started.emit()

    def stop(self) -> None:
        """End what runs; an answer that still arrives is discarded."""
        if self._job is None:
            return
        self._job.discard()
        self._cancellation.cancel()
        self._end()

    def _wait_for_next(
        self, answers: Iterator[InspectionResult | NotSent], before: InspectionResult
    ) -> None:
        self._job = self._background.submit(
            Lane.REQUEST,
            lambda: next(answers, None),
            partial(self._on_answer, answers, before),
            self._end,
        )

    def _on_answer(
        self,
        answers: Iterator[InspectionResult | NotSent],
        before: InspectionResult,
        answer: InspectionResult | NotSent | None,
    ) -> None:
        from inspector_app.inspection.run_inspection import InspectionResult

        if isinstance(answer, InspectionResult):
            self._wait_for_next(answers, answer)
            self.answered.emit(before, answer)
            return
        if answer is not None:
            self.not_sent.emit(answer)
        self._end()

    def _end(self) -> None:
        self._job = None
        self.ended.emit()
