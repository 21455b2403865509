"""Work off the UI thread: owns the threads, keeps order within a lane, drops stale answers.

Jobs are plain callables in daemon threads. They report through one signal of one long-lived
QObject of the UI thread, so every answer arrives there, and none after it was dropped or after
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
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

_TURN: Final = 0.0005
"""Seconds after which a busy thread lets another one go on. Python's own 5 ms add up: painting
waits for its turn at each of the hundreds of calls between Qt and Python, and so froze for 0.2 s
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
    """One piece of work and who hears of its result."""

    work: Callable[[], T]
    answered: Callable[[T], None]
    broke: Callable[[], None]
    dropped: bool = False

    def drop(self) -> None:
        """Nobody waits for the answer any more; it will not be delivered."""
        self.dropped = True


@dataclass(frozen=True, slots=True)
class _Answer:
    job: Job[object]
    value: object
    is_broken: bool


def _nothing() -> None:
    """What most callers do when work breaks: the log has it."""


class Background(QObject):
    """Runs jobs and brings their answers to the UI thread.

    ``tell`` is called, on the worker's thread, with what a job raised. Without it the kind and the
    place are logged, never the message, which may quote a credential.
    """

    _finished = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        tell: Callable[[BaseException], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tell = tell or _log_place
        self._lock = threading.Lock()
        self._waiting: dict[Lane, deque[Job[object]]] = {lane: deque() for lane in Lane}
        self._threads: set[threading.Thread] = set()
        self._busy: set[Lane] = set()
        self._closed = False
        sys.setswitchinterval(_TURN)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        answered: Callable[[T], None],
        broke: Callable[[], None] = _nothing,
    ) -> Job[T]:
        """Do ``work`` in the lane, then call ``answered`` on the UI thread with its result.

        Where ``work`` raises, that is told and ``broke`` is called instead.
        """
        job = Job(work, answered, broke)
        with self._lock:
            if self._closed:
                job.drop()
                return job
            self._waiting[lane].append(job)  # type: ignore[arg-type]  # a lane carries any result
            if lane is Lane.REQUEST or lane not in self._busy:
                self._busy.add(lane)
                thread = threading.Thread(
                    target=self._drain, args=(lane,), name=f"lane {lane.value}", daemon=True
                )
                self._threads.add(thread)
                thread.start()
        return job

    def close(self, deadline: float) -> bool:
        """Take no more work, deliver nothing more; wait up to ``deadline`` seconds for the rest.

        Files under way are finished, jobs not begun in the other lanes are dropped. True when
        all threads have ended.
        """
        with self._lock:
            self._closed = True
            for lane in (Lane.REQUEST, Lane.KEYRING, Lane.PROMPT):
                self._waiting[lane].clear()
            threads = list(self._threads)
        until = time.monotonic() + deadline
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def is_idle(self) -> bool:
        """Whether no job is under way or waiting."""
        with self._lock:
            return not self._threads

    def _drain(self, lane: Lane) -> None:
        while True:
            with self._lock:
                if not self._waiting[lane]:
                    self._busy.discard(lane)
                    self._threads.discard(threading.current_thread())
                    return
                job = self._waiting[lane].popleft()
            if job.dropped:
                continue
            answer = _run(job, self._tell)
            with self._lock:
                # Under the lock, so that the QObject cannot be gone while the signal is emitted.
                if not self._closed:
                    self._finished.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._closed or answer.job.dropped:
            return
        if answer.is_broken:
            answer.job.broke()
        else:
            answer.job.answered(answer.value)


def _run(job: Job[object], tell: Callable[[BaseException], None]) -> _Answer:
    try:
        return _Answer(job, job.work(), is_broken=False)
    except Exception as error:  # noqa: BLE001  # whatever broke, the window must hear of it
        tell(error)
        return _Answer(job, None, is_broken=True)


def _log_place(error: BaseException) -> None:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    _log.error("background work broke: %s at %s", type(error).__name__, place)
