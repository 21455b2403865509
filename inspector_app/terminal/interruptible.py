"""Runs blocking work on a thread, so that Ctrl+C interrupts the wait for it at once."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session import interruption

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.cancellation import Cancellation

_POLL_INTERVAL: Final = 0.05
"""Seconds: on Windows Ctrl+C interrupts a wait only when it is over."""

Result = TypeVar("Result")


def run_interruptible(work: Callable[[], Result], cancellation: Cancellation) -> Result:
    """Run ``work`` on a daemon thread and return its result.

    Raises:
        KeyboardInterrupt: at once on Ctrl+C. The work is then cancelled; where it
            cannot end, in a name look-up or a keyring, it is left to end with the process.
    """
    ended: queue.SimpleQueue[Callable[[], Result]] = queue.SimpleQueue()

    def run() -> None:
        try:
            with interruption.interruptible(lambda: cancellation.is_cancelled):
                answer = work()
        except BaseException as error:  # noqa: BLE001  # re-raised on the calling thread
            caught = error
            ended.put(lambda: _raise_error(caught))
        else:
            ended.put(lambda: answer)

    try:
        threading.Thread(target=run, name="command", daemon=True).start()
        while True:
            try:
                give = ended.get(timeout=_POLL_INTERVAL)
            except queue.Empty:
                continue
            return give()
    except KeyboardInterrupt:
        cancellation.cancel()
        raise


def _raise_error(error: BaseException) -> Result:  # type: ignore[type-var]  # it never returns
    raise error
