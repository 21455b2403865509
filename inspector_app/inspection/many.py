"""Inspects many tokens, one after the other or a few side by side, until all have an answer."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.inspection.many_entries import NO_CREDENTIALS, collect_credentials
from inspector_app.inspection.many_events import (
    EntryEnded,
    EntryStarted,
    GatewayPause,
    QueueEvent,
    QueueHeld,
)
from inspector_app.inspection.many_inspection import (
    has_session,
    inspect_entry,
    mask_others,
)
from inspector_app.inspection.many_pace import FIRST_PAUSE, MAX_PAUSE, MAX_REFUSALS, find_pause
from inspector_app.inspection.run_inspection import InspectionResult, NotSent
from inspector_app.session.exchange import Exchange
from inspector_app.session.interruption import WorkInterruptedError
from inspector_app.session.time_format import format_duration
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.session.credentials import Credentials
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault

MAX_AT_ONCE: Final = 4
"""Requests side by side at most; 1 unless the person chooses more."""

_FAILED: Final = tr("Something in this program went wrong with this token; the others go on.")


@dataclass(frozen=True, slots=True)
class QueueOptions:
    """How a queue asks.

    ``deadline`` is that of each inspection, ``first_pause`` the least pause after a refusal, both
    in seconds. ``at_once`` is how many requests run side by side.
    """

    deadline: float = DEFAULT_OPTIONS.deadline
    at_once: int = 1
    first_pause: float = FIRST_PAUSE


DEFAULT_QUEUE: Final = QueueOptions()


class InspectionQueue:
    """Asks about each entry once, one after the other, or as many side by side as may be.

    ``listener`` is told of each event, one after the other, on threads of the queue's own;
    ``report_error`` of an exception that should not have been. The methods may be called from any
    thread, but for ``run``, which is called once.
    """

    def __init__(
        self,
        environment: Environment,
        entries: Iterable[QueueEntry],
        vault: Callable[[], Vault],
        access_tokens: AccessTokenCache,
        listener: Callable[[QueueEvent], None],
        options: QueueOptions = DEFAULT_QUEUE,
        report_error: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.cancellation = Cancellation()
        self._environment = environment
        self._vault = vault
        self._access_tokens = access_tokens
        self._listener = listener
        self._options = options
        self._report_error = report_error
        self._pending = deque(entries)
        self._known: Credentials = NO_CREDENTIALS
        self._changed = threading.Condition()
        self._telling = threading.Lock()
        self._at_once = _limit(options.at_once)
        self._running: dict[int, QueueEntry] = {}
        self._is_paused = False
        self._is_discarded = False
        self._not_before = 0.0
        self._refused_at = 0.0
        self._refusals = 0
        self._form: AuthorizationScheme | None = environment.connection.authorization

    @property
    def pending(self) -> tuple[QueueEntry, ...]:
        """The entries that have no answer, in their order: those under way are among them."""
        with self._changed:
            if self._is_discarded:
                return ()
            every = (*self._running.values(), *self._pending)
            return tuple(sorted(every, key=lambda one: one.number))

    def run(self) -> None:
        """Ask until nothing is pending, or the queue is cancelled; blocks, also while it pauses."""
        self._known = collect_credentials(self.pending)
        remove_callback = self.cancellation.add_cancel_callback(self._wake)
        try:
            while (entry := self._wait_for_entry()) is not None:
                threading.Thread(
                    target=self._inspect, args=(entry,), name="queue", daemon=True
                ).start()
            with self._changed:
                while self._running:
                    self._changed.wait()
        finally:
            remove_callback()

    def pause(self) -> None:
        """Start no more requests until ``go_on``; those under way are waited for."""
        self._is_paused = True

    def go_on(self) -> None:
        """Go on after ``pause``, or after the queue paused by itself.

        What the gateway asked to wait is waited for all the same.
        """
        self._is_paused = False
        self._wake()

    def cancel(self) -> None:
        """End at once; the requests under way are cancelled, and their entries stay pending."""
        self.cancellation.cancel()

    def discard(self) -> None:
        """Cancel, and let go of every token."""
        with self._changed:
            self._is_discarded = True
            self._pending.clear()
            self._known = NO_CREDENTIALS
        self.cancel()

    def set_at_once(self, at_once: int) -> None:
        """Set how many requests may run side by side, from the next one on."""
        self._at_once = _limit(at_once)
        self._wake()

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _wait_for_entry(self) -> QueueEntry | None:
        """The next entry to ask about, as soon as one may be; None when the queue is over."""
        with self._changed:
            while True:
                if self.cancellation.is_cancelled or not (self._pending or self._running):
                    return None
                left = self._not_before - time.monotonic()
                has_room = self._pending and len(self._running) < self._at_once
                is_free = has_room and not self._is_paused
                if is_free and left <= 0:
                    entry = self._pending.popleft()
                    self._running[entry.number] = entry
                    return entry
                self._changed.wait(left if is_free else None)

    def _inspect(self, entry: QueueEntry) -> None:
        stays_pending = False
        started_at = time.monotonic()
        try:
            if entry.found is not None:
                self._tell(EntryStarted(entry))
            outcome = inspect_entry(
                entry,
                self._environment,
                self._form,
                self._options.deadline,
                self._vault,
                self._access_tokens,
                self.cancellation,
            )
            stays_pending = not self._conclude(entry, outcome, started_at)
        except WorkInterruptedError:
            stays_pending = True
        except Exception as error:  # noqa: BLE001  # one that fails must not end the others
            if self._report_error is not None:
                self._report_error(error)
            self._tell(EntryEnded(entry, NotSent(_FAILED)))
        finally:
            with self._changed:
                del self._running[entry.number]
                if stays_pending and not self._is_discarded:
                    self._pending.appendleft(entry)
                    self._pending = deque(sorted(self._pending, key=lambda one: one.number))
                self._changed.notify_all()

    def _conclude(
        self, entry: QueueEntry, outcome: InspectionResult | NotSent, started_at: float
    ) -> bool:
        """Tell the outcome; False where it is to be asked about again."""
        if isinstance(outcome, InspectionResult):
            pause = find_pause(outcome, self._refusals, self._options.first_pause)
            if pause is not None:
                self._hold(pause, started_at)
                return False
            call_result = outcome.analyzed.call_result
            if isinstance(call_result, Exchange) and has_session(outcome):
                self._form = call_result.authorization  # in which the gateway takes tokens
            outcome = mask_others(outcome, self._known)
        self._refusals = 0
        self._tell(EntryEnded(entry, outcome))
        return True

    def _hold(self, pause: float, started_at: float) -> None:
        """Send nothing for as long as the gateway wants; pause where it wants too much."""
        with self._changed:
            now = time.monotonic()
            # What was under way when the gateway refused another one is no further refusal.
            self._refusals += 1 if started_at >= self._refused_at else 0
            self._refused_at = now
            self._not_before = max(self._not_before, now + pause)
            is_over = pause > MAX_PAUSE or self._refusals >= MAX_REFUSALS
            if is_over:
                self._is_paused, self._refusals = True, 0
        self._tell(GatewayPause(pause))
        if pause > MAX_PAUSE:
            span = format_duration(pause)
            self._tell(QueueHeld(tr("The gateway asks to wait for {span}. Go on then.", span=span)))
        elif is_over:
            self._tell(
                QueueHeld(tr("The gateway goes on saying that it is asked too often. Go on later."))
            )

    def _tell(self, event: QueueEvent) -> None:
        with self._telling:
            self._listener(event)


def _limit(at_once: int) -> int:
    return max(1, min(MAX_AT_ONCE, at_once))
