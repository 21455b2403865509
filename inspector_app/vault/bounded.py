"""Runs keyring calls with a timeout, each on a daemon thread of its own.

A keyring call may never return (a frozen Secret Service still blocked after 75 seconds), and no
way to end it from outside exists on every system. So it is abandoned: the caller goes on, the
late result is ignored, and a write that succeeds too late is undone.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

BOUND: Final = 3.0
"""Seconds a person is kept waiting for the keyring."""

Answer = TypeVar("Answer")


class NotAnswering(Exception):
    """The keyring did not answer within the timeout, or an earlier call still hangs."""


@dataclass(frozen=True, slots=True)
class _Outcome(Generic[Answer]):
    answer: Answer | None = None
    error: BaseException | None = None


class _Call(Generic[Answer]):
    """One call, its result, and whether it was abandoned."""

    def __init__(self, work: Callable[[], Answer], take_back: Callable[[], object]) -> None:
        self._work = work
        self._take_back = take_back
        self._settling = threading.Lock()
        self._outcome: _Outcome[Answer] | None = None
        self._abandoned = False

    def run(self) -> None:
        outcome = _tried(self._work)
        with self._settling:
            self._outcome = outcome
            late = self._abandoned
        if late and outcome.error is None:
            _tried(self._take_back)

    def outcome_or_abandon(self) -> _Outcome[Answer] | None:
        with self._settling:
            self._abandoned = self._outcome is None
            return self._outcome


class Lane:
    """Calls that follow one another, none waited for longer than ``timeout`` seconds.

    While an abandoned call still hangs, new ones are refused at once: the person does not wait
    again, threads do not pile up, and an old write cannot arrive after a newer one. Callers on
    several threads take turns by a lock of their own.
    """

    def __init__(self, bound: float = BOUND) -> None:
        self._bound = bound
        self._latest: threading.Thread | None = None

    def run(
        self, work: Callable[[], Answer], *, take_back: Callable[[], object] = lambda: None
    ) -> Answer:
        """The result of ``work``, or what it raised; ``undo`` reverts a success come too late.

        Raises:
            KeyringTimeoutError: when there is no result within the timeout.
        """
        if self._latest is not None and self._latest.is_alive():
            raise NotAnswering
        call = _Call(work, take_back)
        # A thread drops its target when it ends, and with it the secrets in the work.
        self._latest = threading.Thread(target=call.run, name="keyring", daemon=True)
        self._latest.start()
        self._latest.join(self._bound)
        outcome = call.outcome_or_abandon()
        if outcome is None:
            raise NotAnswering
        if outcome.error is not None:
            raise outcome.error
        return outcome.answer  # type: ignore[return-value]  # a ResultT where there is no error


def _tried(work: Callable[[], Answer]) -> _Outcome[Answer]:
    try:
        return _Outcome(answer=work())
    except BaseException as error:  # noqa: BLE001 - handed over whole; a Rust panic is no Exception
        return _Outcome(error=error)
