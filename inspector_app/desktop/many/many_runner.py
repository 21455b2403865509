"""Runs a queue in the background, and hands on what happens in pieces that the window can take."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.inspection.many import InspectionQueue, QueueOptions
from inspector_app.inspection.many_events import (
    EntryEnded,
    EntryStarted,
    GatewayPause,
    QueueEvent,
    QueueHeld,
)
from inspector_app.inspection.many_summary import summarize
from inspector_app.inspection.run_inspection import InspectionResult
from inspector_app.report.redaction import RedactionLevel
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.report.many_rows import QueueRow
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment

_FLUSH_MS: Final = 60
"""Milliseconds in which answers are gathered: the table is laid out once for all of them."""

_MANY: Final = 1000
_MANY_FLUSH_MS: Final = 400
"""The same where there are many rows, as laying out 10,000 takes 20 ms."""


@dataclass(frozen=True, slots=True)
class AskingUpdate:
    """The gateway is asked about the entry of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerUpdate:
    """The rows of an entry, with personal data and without, and its answer where there is one."""

    shown: QueueRow
    redacted: QueueRow
    result: InspectionResult | None


@dataclass(frozen=True, slots=True)
class PauseUpdate:
    """The gateway wants a pause until this instant of ``time.monotonic``."""

    until: float


@dataclass(frozen=True, slots=True)
class HeldUpdate:
    """The queue paused by itself, and why."""

    reason: Text


QueueUpdate: TypeAlias = AskingUpdate | AnswerUpdate | PauseUpdate | HeldUpdate


class ManyRunner(QObject):
    """Runs one queue at a time.

    ``updated`` carries a tuple of updates, in their order; ``answered`` each answer besides. After
    ``ended`` nothing more comes of the queue, and nothing at all after ``discard``.
    """

    updated = Signal(object)
    answered = Signal(object)
    ended = Signal()
    _arrived = Signal()

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        state_directory: Path,
        add_secrets: Callable[[Credentials], None],
        parent: QObject | None = None,
    ) -> None:
        """``add_secrets`` is told of the credentials of each answer, on a worker thread."""
        super().__init__(parent)
        self._vault_provider = vault_provider
        self._background = background
        self._state_directory = state_directory
        self._add_secrets = add_secrets
        self._queue: InspectionQueue | None = None
        self._job: Job[None] | None = None
        self._lock = threading.Lock()
        self._updates: list[QueueUpdate] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FLUSH_MS)
        self._timer.timeout.connect(self._flush)
        self._arrived.connect(self._schedule)

    @property
    def is_running(self) -> bool:
        """Whether the queue asks, or pauses."""
        return self._job is not None

    @property
    def pending(self) -> tuple[QueueEntry, ...]:
        """The entries of the last queue that have no answer."""
        return () if self._queue is None else self._queue.pending

    def start(
        self, environment: Environment, entries: Sequence[QueueEntry], zone: tzinfo, at_once: int
    ) -> None:
        """Ask about these entries; does nothing while a queue runs."""
        if self._job is not None:
            return
        self._timer.setInterval(_FLUSH_MS if len(entries) < _MANY else _MANY_FLUSH_MS)
        key: list[bytes] = []

        def handle(event: QueueEvent) -> None:
            if not key:
                key.append(load_installation_key(self._state_directory))
            self._receive(queue, event, key[0], zone)

        queue = self._queue = InspectionQueue(
            environment,
            entries,
            partial(self._vault_provider.get_vault, environment.id),
            AccessTokenCache(),
            handle,
            QueueOptions(at_once=at_once),
            self._background.report_error,
        )
        self._job = self._background.submit(
            Lane.REQUEST, queue.run, self._on_ended, partial(self._on_ended, None)
        )

    def pause(self) -> None:
        """Start no more requests until ``go_on``."""
        if self._queue is not None:
            self._queue.pause()

    def go_on(self) -> None:
        """Go on after a pause."""
        if self._queue is not None:
            self._queue.go_on()

    def set_at_once(self, at_once: int) -> None:
        """Set how many requests may run side by side."""
        if self._queue is not None:
            self._queue.set_at_once(at_once)

    def cancel(self) -> None:
        """End the queue; its entries without an answer stay known."""
        if self._queue is not None:
            self._queue.cancel()

    def discard(self) -> None:
        """End the queue, and let go of every token and of every answer on its way."""
        with self._lock:
            queue, self._queue = self._queue, None
            self._updates.clear()
        if self._job is not None:
            self._job.discard()
        self._job = None
        if queue is not None:
            queue.discard()
        self._timer.stop()

    def _receive(self, queue: InspectionQueue, event: QueueEvent, key: bytes, zone: tzinfo) -> None:
        """Turn an event of the queue into an update; on a thread of the queue's own."""
        update: QueueUpdate
        match event:
            case EntryStarted():
                update = AskingUpdate(event.entry.number)
            case EntryEnded():
                result = event.outcome if isinstance(event.outcome, InspectionResult) else None
                if result is not None:
                    self._add_secrets(result.analyzed.credentials)
                shown, redacted = (
                    summarize(event.entry, event.outcome, key, level, zone)
                    for level in (RedactionLevel.SECRETS, RedactionLevel.PERSONAL)
                )
                update = AnswerUpdate(shown, redacted, result)
            case GatewayPause():
                update = PauseUpdate(time.monotonic() + event.seconds)
            case QueueHeld():
                update = HeldUpdate(event.reason)
        with self._lock:
            if queue is not self._queue:  # discarded
                return
            self._updates.append(update)
            self._arrived.emit()

    @Slot()
    def _schedule(self) -> None:
        if self._queue is not None and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _flush(self) -> None:
        with self._lock:
            updates, self._updates = tuple(self._updates), []
        if updates:
            self.updated.emit(updates)
        for update in updates:
            if isinstance(update, AnswerUpdate) and update.result is not None:
                self.answered.emit(update.result)

    def _on_ended(self, _result: None) -> None:
        self._job = None
        self._timer.stop()
        self._flush()
        self.ended.emit()
