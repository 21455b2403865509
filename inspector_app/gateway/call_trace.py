"""Traces one request: its phase, the time per phase, and the sockets by which it is aborted."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.gateway.handshake_observer import Handshake
from inspector_app.session.exchange import Phase, PhaseDurations

if TYPE_CHECKING:
    from inspector_app.session.exchange import Route, TlsInfo


class RequestAbortedError(OSError):
    """The request was aborted: nobody waits for its answer any more."""


class CallTrace:
    """Phase, timing, route and sockets of a request while it runs on a worker thread.

    ``abort`` may be called from any thread at any time and never blocks: it shuts down a duplicate
    of each socket, which wakes whatever waits on it. Closing the response instead would wait for
    the reader, and closing the session does nothing.
    """

    def __init__(self, route: Route, deadline: float) -> None:
        """``deadline`` is an instant of ``time.monotonic``."""
        self.route = route
        self.tls: TlsInfo | None = None
        self.handshake = Handshake()
        self.sent_at = time.time()
        self._deadline = deadline
        self._lock = threading.Lock()
        self._is_aborted = False
        self._duplicates: dict[socket.socket, socket.socket] = {}
        self._started_at = time.monotonic()
        self._current: tuple[Phase, float] | None = None
        self._durations: dict[Phase, float] = {}

    @property
    def phase(self) -> Phase | None:
        """The part of the call that is under way; None before the first."""
        return None if self._current is None else self._current[0]

    def enter_phase(self, phase: Phase) -> None:
        """Ends the previous phase and begins this one."""
        with self._lock:
            now = time.monotonic()
            self._durations = self._measure_durations(now)
            self._current = phase, now
        if phase is Phase.WAIT:
            self.sent_at = time.time()

    def compute_phases(self) -> PhaseDurations:
        """Seconds spent in each phase so far, the one under way included."""
        with self._lock:
            now = time.monotonic()
            spent = self._measure_durations(now)
        return PhaseDurations(
            **{phase.value: spent.get(phase) for phase in Phase}, total=now - self._started_at
        )

    def _measure_durations(self, now: float) -> dict[Phase, float]:
        if self._current is None:
            return {}
        phase, started_at = self._current
        return {**self._durations, phase: now - started_at}

    def note_proxy(self, proxy: str | None, ignored_script: str | None) -> None:
        """Notes the proxy in the route, without its login, and a proxy script that is not run."""
        self.route = replace(self.route, proxy=proxy, ignored_proxy_script=ignored_script)

    def get_remaining_time(self) -> float:
        """Seconds until the deadline.

        Raises:
            TimeoutError: if there are none left.
        """
        remaining = self._deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    def raise_if_aborted(self) -> None:
        """Ends the request's thread at its next step.

        Raises:
            RequestAbortedError: if the request was aborted.
        """
        if self._is_aborted:
            raise RequestAbortedError

    def attach_socket(self, sock: socket.socket) -> None:
        """Keeps a duplicate of the socket by which the request is aborted.

        Raises:
            RequestAbortedError: if the request was aborted before it had the socket.
        """
        duplicate = sock.dup()
        with self._lock:
            self._duplicates[sock] = duplicate
            self.raise_if_aborted()

    def detach_socket(self, sock: socket.socket) -> None:
        """Closes the duplicate of a socket that is not used any more, if there is one."""
        with self._lock:
            duplicate = self._duplicates.pop(sock, None)
            if duplicate is not None:
                duplicate.close()

    def abort(self) -> None:
        """Aborts the request in any phase but a name look-up, which nothing can abort."""
        with self._lock:
            self._is_aborted = True
            for duplicate in self._duplicates.values():
                with contextlib.suppress(OSError):  # not connected yet, or not any more
                    duplicate.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Closes the duplicates; called by the request's thread when it ends."""
        with self._lock:
            while self._duplicates:
                self._duplicates.popitem()[1].close()
