"""Waiting for work that may take its time, and leaving it behind as soon as a person says so."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.cancellation import Cancellation

_GLANCE: Final = 0.05
"""Seconds: on Windows a wait hears of Ctrl+C only when it is over."""

Answer = TypeVar("Answer")


def done(work: Callable[[], Answer], cancellation: Cancellation) -> Answer:
    """What ``work`` gives, which runs on a daemon thread of its own.

    Raises:
        KeyboardInterrupt: at once when the person interrupts. The work is then cancelled; where it
            cannot end, in a name look-up or a keyring, it is left to end with the process.
    """
    ended: queue.SimpleQueue[Callable[[], Answer]] = queue.SimpleQueue()

    def run() -> None:
        try:
            answer = work()
        except BaseException as error:  # noqa: BLE001  # handed over whole, to be raised there
            caught = error
            ended.put(lambda: _raised(caught))
        else:
            ended.put(lambda: answer)

    try:
        threading.Thread(target=run, name="command", daemon=True).start()
        while True:
            try:
                give = ended.get(timeout=_GLANCE)
            except queue.Empty:
                continue
            return give()
    except KeyboardInterrupt:
        cancellation.cancel()
        raise


def _raised(error: BaseException) -> Answer:  # type: ignore[type-var]  # it never returns
    raise error
