"""Runs jobs in worker threads: keeps order within a lane and discards stale results.

Jobs are plain callables in daemon threads. They report through one signal of one long-lived
QObject of the UI thread, so every result arrives there, and none after ``discard`` or after
``close``. (A QRunnable that owns its signals, and a QThread that outlives its owner, both abort
the process; neither is used.)
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from inspector_app.session.interruption import WorkInterruptedError, interruptible

if TYPE_CHECKING:
    from collections.abc import Callable

_SWITCH_INTERVAL: Final = 0.0005
"""The interpreter's thread switch interval in seconds. Python's own 5 ms add up: painting
waits for the GIL at each of the hundreds of calls between Qt and Python, and so froze for 0.2 s
beside a busy worker."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Lane(Enum):
    """Lanes run side by side. Jobs of one lane run one after the other, but for requests.

    A cancelled request may linger (a name that is being looked up cannot be interrupted), so each
    has a thread of its own and never holds up the next.
    """

    REQUEST = "request"
    KEYRING = "keyring"
    FILES = "files"
    PROMPT = "prompt"


@dataclass(eq=False)
class Job(Generic[T]):
    """A callable with the callbacks for its result and its error."""

    work: Callable[[], T]
    on_result: Callable[[T], None]
    on_error: Callable[[], None]
    is_discarded: bool = False

    def discard(self) -> None:
        """Suppress the callbacks, and interrupt the work at its next step."""
        self.is_discarded = True


class _JobResult(NamedTuple):
    job: Job[object]
    value: object
    has_failed: bool


def _ignore_result(_value: object) -> None:
    """Default ``on_result``: the work was done for its effect."""


def _ignore_error() -> None:
    """Default ``on_error``: do nothing, as the error is logged."""


class BackgroundExecutor(QObject):
    """Runs jobs and delivers their results on the UI thread.

    ``report_error`` is called, on the worker thread, with the exception that a job raised. Without
    it the type and location are logged, never the message, which may quote a credential.
    """

    delivered = Signal()
    """Emitted after a job's result was taken in, or its error."""

    _finished = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        report_error: Callable[[BaseException], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.report_error = report_error or _log_error_location
        self._lock = threading.Lock()
        self._queues: dict[Lane, deque[Job[object]]] = {lane: deque() for lane in Lane}
        self._threads: set[threading.Thread] = set()
        self._busy_lanes: set[Lane] = set()
        self._is_closed = False
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._finished.connect(self._deliver_result, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        on_result: Callable[[T], None] = _ignore_result,
        on_error: Callable[[], None] = _ignore_error,
    ) -> Job[T]:
        """Run ``work`` in the lane, then call ``on_result`` on the UI thread with its result.

        Where ``work`` raises, the exception is reported and ``on_error`` is called instead.
        """
        job = Job(work, on_result, on_error)
        with self._lock:
            if self._is_closed:
                job.discard()
                return job
            self._queues[lane].append(job)  # type: ignore[arg-type]  # a lane carries any result
            if lane is Lane.REQUEST or lane not in self._busy_lanes:
                self._busy_lanes.add(lane)
                thread = threading.Thread(
                    target=self._drain_queue, args=(lane,), name=f"lane {lane.value}", daemon=True
                )
                self._threads.add(thread)
                thread.start()
        return job

    def close(self, deadline: float) -> bool:
        """Accept no more jobs, deliver no results; wait up to ``deadline`` seconds for the threads.

        Pending file jobs are finished, pending jobs of the other lanes are discarded. True when
        all threads have ended.
        """
        with self._lock:
            self._is_closed = True
            for lane in (Lane.REQUEST, Lane.KEYRING, Lane.PROMPT):
                self._queues[lane].clear()
            threads = list(self._threads)
        until = time.monotonic() + deadline
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def is_idle(self) -> bool:
        """Whether no job is running or queued."""
        with self._lock:
            return not self._threads

    def _drain_queue(self, lane: Lane) -> None:
        while True:
            with self._lock:
                if not self._queues[lane]:
                    self._busy_lanes.discard(lane)
                    self._threads.discard(threading.current_thread())
                    return
                job = self._queues[lane].popleft()
            if job.is_discarded:
                continue
            answer = _run_job(job, self.report_error)
            with self._lock:
                # Under the lock, so that the QObject cannot be gone while the signal is emitted.
                if not self._is_closed:
                    self._finished.emit(answer)

    @Slot(object)
    def _deliver_result(self, result: _JobResult) -> None:
        if self._is_closed or result.job.is_discarded:
            return
        if result.has_failed:
            result.job.on_error()
        else:
            result.job.on_result(result.value)
        self.delivered.emit()


def _run_job(job: Job[object], report_error: Callable[[BaseException], None]) -> _JobResult:
    try:
        with interruptible(lambda: job.is_discarded):
            return _JobResult(job, job.work(), has_failed=False)
    except WorkInterruptedError:  # nobody waits for it
        return _JobResult(job, None, has_failed=True)
    except Exception as error:  # noqa: BLE001  # the window must be told of any error
        report_error(error)
        return _JobResult(job, None, has_failed=True)


def _log_error_location(error: BaseException) -> None:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    _log.error("background work broke: %s at %s", type(error).__name__, place)
