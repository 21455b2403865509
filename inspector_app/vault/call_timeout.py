"""Runs keyring calls with a timeout, each on a daemon thread of its own.

A keyring call may never return (a frozen Secret Service still blocked after 75 seconds), and no
way to end it from outside exists on every system. So it is abandoned: the caller goes on, the
late result is ignored, and a write that succeeds too late is undone. While the keyring asks the
person something, the time does not run: people take as long as they take. macOS does not say that
it asks, so that there a call which takes longer than most counts as a question, which the person
can leave; macOS itself lets no program take it away.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from inspector_app.vault.prompts import PromptDeclinedError, PromptPendingError, Prompts

if TYPE_CHECKING:
    from collections.abc import Callable

KEYRING_TIMEOUT: Final = 3.0
"""Seconds a person is kept waiting for the keyring."""

_SILENCE: Final = 0.5
"""Seconds after which a call counts as a question of a keyring that does not say that it asks."""

ResultT = TypeVar("ResultT")


class KeyringTimeoutError(Exception):
    """The keyring did not answer within the timeout, or an earlier call still hangs."""


class Cancellable(Protocol):
    """The protocol of a cancellation that a wait needs; the gateway's ``Cancellation`` has it."""

    def add_cancel_callback(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have ``callback`` called on cancel, at once if that was; returns what removes it."""


@dataclass(frozen=True, slots=True)
class _CallResult(Generic[ResultT]):
    value: ResultT | None = None
    error: BaseException | None = None


class _TimedCall(Generic[ResultT]):
    """One call, its result, and whether it was abandoned."""

    def __init__(
        self, work: Callable[[], ResultT], undo: Callable[[], object], prompts: Prompts
    ) -> None:
        self._work = work
        self._undo = undo
        self._prompts = prompts
        self._lock = threading.Lock()
        self._result: _CallResult[ResultT] | None = None
        self._is_abandoned = False

    def run(self) -> None:
        result = _capture_result(self._work)
        with self._lock:
            self._result = result
            is_late = self._is_abandoned
        self._prompts.notify()
        if is_late and result.error is None:
            self._prompts.allow()  # to delete may need the person's consent
            _capture_result(self._undo)

    def has_result(self) -> bool:
        return self._result is not None

    def get_result_or_abandon(self) -> _CallResult[ResultT] | None:
        with self._lock:
            self._is_abandoned = self._result is None
            if self._is_abandoned:
                self._prompts.cancel()  # nobody waits for an answer
            return self._result


class TimeoutRunner:
    """Calls that follow one another, none waited for longer than ``timeout`` seconds.

    The seconds begin anew after each question of the keyring, whose time does not count.

    While an abandoned call still hangs, new ones are refused at once: the person does not wait
    again, threads do not pile up, and an old write cannot arrive after a newer one. Callers on
    several threads take turns by a lock of their own.
    """

    def __init__(self, timeout: float = KEYRING_TIMEOUT, prompts: Prompts | None = None) -> None:
        self._timeout = timeout
        self._prompts = prompts or Prompts()
        self._latest_thread: threading.Thread | None = None

    def run(
        self, work: Callable[[], ResultT], *, undo: Callable[[], object] = lambda: None
    ) -> ResultT:
        """The result of ``work``, or what it raised; ``undo`` reverts a success come too late.

        Raises:
            KeyringTimeoutError: when there is no result within the timeout.
            PromptDeclinedError: when the person left a question that the keyring did not announce.
            PromptPendingError: when such a question is still open.
        """
        is_patient = self._prompts.are_unseen and self._prompts.has_listener
        if self._latest_thread is not None and self._latest_thread.is_alive():
            raise PromptPendingError if self._prompts.are_unseen else KeyringTimeoutError
        self._prompts.allow()
        call = _TimedCall(work, undo, self._prompts)
        # A thread drops its target when it ends, and with it the secrets in the work.
        self._latest_thread = threading.Thread(target=call.run, name="keyring", daemon=True)
        self._latest_thread.start()
        if is_patient:
            self._wait_patiently(call)
        else:
            self._wait(call)
        result = call.get_result_or_abandon()
        if result is None:
            raise PromptDeclinedError if is_patient else KeyringTimeoutError
        self._latest_thread.join(self._timeout)  # it has nothing left to do but to end
        if result.error is not None:
            raise result.error
        return result.value  # type: ignore[return-value]  # a ResultT where there is no error

    def _wait(self, call: _TimedCall[ResultT]) -> None:
        """Return when there is a result, or no question is open and the time is over."""
        prompts = self._prompts
        while prompts.wait(lambda: call.has_result() or prompts.is_open, self._timeout):
            if call.has_result():
                return
            prompts.wait(lambda: call.has_result() or not prompts.is_open, None)

    def _wait_patiently(self, call: _TimedCall[ResultT]) -> None:
        """Return when there is a result, or the person does not want to wait any longer."""
        prompts = self._prompts
        if prompts.wait(call.has_result, _SILENCE):
            return
        with prompts.asking():
            prompts.wait(lambda: call.has_result() or not prompts.is_wanted, None)


def _capture_result(work: Callable[[], ResultT]) -> _CallResult[ResultT]:
    try:
        return _CallResult(value=work())
    except BaseException as error:  # noqa: BLE001 - handed over whole; a Rust panic is no Exception
        return _CallResult(error=error)
