"""Inspects the kept token of another environment, to be one side of a comparison."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.inspection.run_inspection import RunResult
    from inspector_app.session.comparison.comparison_model import Side
    from inspector_app.settings.environment import Environment


class KeptSide(QObject):
    """Makes one call at a time, to the host that was chosen; a later choice takes its place.

    ``answered`` carries the result before it is anywhere else, ``ready`` the side and the number of
    its entry in the history, ``message`` what is to be said meanwhile, or why there is no answer.
    """

    answered = Signal(object)
    ready = Signal(object, int)
    message = Signal(str)

    def __init__(
        self,
        store: HistoryStore,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        confirm: Callable[[Environment, Callable[[], object]], None],
        parent: QObject | None = None,
    ) -> None:
        """``confirm`` asks before the call where the environment wants it."""
        super().__init__(parent)
        self._store = store
        self._vault_provider = vault_provider
        self._background = background
        self._confirm = confirm
        self._job: Job[RunResult] | None = None
        self._cancellation: Cancellation | None = None
        self._waiting: tuple[Side, str, float] | None = None
        store.added.connect(self._on_added)

    @Slot(object, object)
    def inspect(self, side: Side, environment: Environment) -> None:
        """Ask an environment with the token that is kept for it."""
        self.cancel()
        self._confirm(environment, partial(self._start, side, environment))

    @Slot()
    def cancel(self) -> None:
        """End the call; a late answer is discarded, and what was wanted with it."""
        self._waiting = None
        if self._job is not None and self._cancellation is not None:
            self._job.discard()
            self._cancellation.cancel()
        self._job = None

    def _start(self, side: Side, environment: Environment) -> None:
        from inspector_app.gateway.application import AccessTokenCache
        from inspector_app.gateway.cancellation import Cancellation
        from inspector_app.inspection.run_inspection import InspectionRequest, run_inspection

        self._cancellation = cancellation = Cancellation()
        self._job = self._background.submit(
            Lane.REQUEST,
            partial(
                run_inspection,
                InspectionRequest(environment, None),
                partial(self._vault_provider.get_vault, environment.id),
                AccessTokenCache(),
                cancellation,
            ),
            partial(self._on_result, side, environment.name),
            partial(self._on_failed, environment.name),
        )
        self.message.emit(
            translate("Inspecting the token that is kept for {name}…", name=environment.name)
        )

    def _on_result(self, side: Side, name: str, result: RunResult) -> None:
        from inspector_app.inspection.locked_result import get_fingerprint
        from inspector_app.inspection.run_inspection import InspectionResult, NotSent

        self._job = None
        if isinstance(result, InspectionResult):
            self._waiting = (side, get_fingerprint(result), result.analyzed.taken_at)
            self.answered.emit(result)
            self._store.add_result(result)
        elif isinstance(result, NotSent):
            texts = map(render_text, (result.problem, *result.notes))
            self.message.emit(join_sentences(texts))
        else:
            self._on_failed(name)

    def _on_failed(self, name: str) -> None:
        self._job = None
        self.message.emit(translate("The token that is kept for {name} cannot be used.", name=name))

    @Slot(int)
    def _on_added(self, number: int) -> None:
        entry = self._store.history.find_entry(number)
        if self._waiting is None or entry is None:
            return
        side, fingerprint, taken_at = self._waiting
        if (entry.fingerprint, entry.answered_at) == (fingerprint, taken_at):
            self._waiting = None
            self.message.emit("")
            self.ready.emit(side, number)
