"""Sockets that wait in short steps where nothing else ends an aborted request.

On Windows ``shutdown`` wakes no thread that waits for data. Closing the handle does, but the thread
might then read from whichever socket gets the same number next. So nobody waits there for longer
than a step without a look at whether anybody still waits for the answer.
"""

from __future__ import annotations

import math
import socket
import sys
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from inspector_app.gateway.call_trace import CallTrace

_WINDOWS_STEP: Final = 0.1
_SHORTEST_WAIT: Final = 0.001
"""Seconds; zero would mean not to wait at all."""

_Result = TypeVar("_Result")


class SteppedSocket(socket.socket):
    """A socket whose timeout is waited for in steps, with a look at ``trace`` before each.

    ``step`` is in seconds: one wait for all of the timeout where ``shutdown`` ends it.
    """

    trace: CallTrace | None = None
    step: float = _WINDOWS_STEP if sys.platform == "win32" else math.inf

    def recv(self, *args: Any) -> bytes:  # noqa: ANN401  # as the base class has them, here and below
        """As the base class."""
        return self._wait(lambda: super(SteppedSocket, self).recv(*args))

    def recv_into(self, *args: Any) -> int:  # noqa: ANN401
        """As the base class."""
        return self._wait(lambda: super(SteppedSocket, self).recv_into(*args))

    def send(self, *args: Any) -> int:  # noqa: ANN401
        """As the base class."""
        return self._wait(lambda: super(SteppedSocket, self).send(*args))

    def sendall(self, data: Any, *flags: int) -> None:  # noqa: ANN401
        """Sends everything piece by piece: of one that timed out nobody knows what was sent."""
        with memoryview(data) as view, view.cast("B") as content:
            sent = 0
            while sent < len(content):
                sent += self.send(content[sent:], *flags)

    def _wait(self, call: Callable[[], _Result]) -> _Result:
        """The call's result, however many steps it takes.

        Raises:
            RequestAbortedError: if the request was aborted.
            TimeoutError: if the socket's own timeout is over.
        """
        whole = self.gettimeout()
        if self.trace is None or not whole:
            return call()
        end = time.monotonic() + whole
        try:
            while True:
                self.trace.raise_if_aborted()
                remaining = end - time.monotonic()
                self.settimeout(min(self.step, max(remaining, _SHORTEST_WAIT)))
                try:
                    return call()
                except TimeoutError:
                    if time.monotonic() >= end:
                        raise
        finally:
            self.settimeout(whole)


def step_handshakes(context: ssl.SSLContext, trace: CallTrace) -> None:
    """Has the context's sockets wait in steps, in their handshake and after it."""
    # truststore's context hands everything to the one inside it
    inner: Any = getattr(context, "_ctx", context)
    base: Any = inner.sslsocket_class

    class SteppedTlsSocket(SteppedSocket, base):  # type: ignore[misc]  # known at run time only
        """A socket of this context."""

        def do_handshake(self, *args: Any) -> None:  # noqa: ANN401
            """As the base class."""
            self._wait(lambda: super(SteppedTlsSocket, self).do_handshake(*args))

    SteppedTlsSocket.trace = trace
    inner.sslsocket_class = SteppedTlsSocket
