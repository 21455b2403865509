"""Closes the window when the terminal or the system asks the process to end."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


class TerminationSignals(QObject):
    """Calls ``on_signal`` in the UI thread with the number of the signal, until ``restore``.

    Python runs its handlers between two of its own instructions, and Qt's event loop has none while
    nothing happens: so the interpreter writes the number into a socket that the loop watches.
    """

    def __init__(self, on_signal: Callable[[int], None]) -> None:
        super().__init__()
        self._on_signal = on_signal
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read_signals)
        self._earlier_wakeup = signal.set_wakeup_fd(self._writer.fileno())
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        # What the one who started the app has ignored, as nohup does, stays so.
        numbers = [one for one in numbers if signal.getsignal(one) is not signal.SIG_IGN]
        self._earlier = {one: signal.signal(one, _leave_it_to_the_socket) for one in numbers}

    def restore(self) -> None:
        """Handle signals as before."""
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._earlier_wakeup)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _read_signals(self) -> None:
        for number in self._reader.recv(16):
            if number in self._earlier:
                self._on_signal(number)


def _leave_it_to_the_socket(_number: int, _frame: object) -> None:
    """Python must have a handler, else the number is not written."""
