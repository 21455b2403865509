"""Happy Eyeballs (RFC 8305): connects to the first of a host's addresses that answers.

Each attempt gets a head start of 250 ms before the next one joins it, so that a dead address costs
no more than that. Only connections are raced: the others are closed before anything is written.
"""

from __future__ import annotations

import errno
import itertools
import os
import selectors
import socket
import time
from collections import deque
from typing import TYPE_CHECKING, Final, Self

from inspector_app.gateway.stepped_socket import SteppedSocket

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inspector_app.gateway.call_trace import CallTrace
    from inspector_app.gateway.connection import SocketAddress

ATTEMPT_DELAY: Final = 0.25
"""Seconds, as recommended by RFC 8305, section 8. Nothing waits longer without a look at whether
the request was aborted: not every system wakes a socket that has yet to connect."""

_MAX_ATTEMPTS: Final = 32
"""Addresses that are tried: far more than a host has, and few enough sockets for any system."""

_UNDER_WAY: Final = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN}
_NO_ROUTE: Final = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}


def race_addresses(trace: CallTrace, addresses: Sequence[SocketAddress]) -> socket.socket:
    """Connects to the first address that answers; the call trace can abort the socket.

    Raises:
        OSError: if none does: what the last one said that could be reached at all.
    """
    with _Race(trace, order_addresses(addresses)) as race:
        return race.run()


def order_addresses(addresses: Sequence[SocketAddress]) -> list[SocketAddress]:
    """The addresses with their families in turn, each in the resolver's order.

    RFC 8305, section 4: where one family is broken, every second attempt is in the other.
    """
    families: dict[int, list[SocketAddress]] = {}
    for family, address in addresses:
        families.setdefault(family, []).append((family, address))
    turns = itertools.zip_longest(*families.values())
    return [one for turn in turns for one in turn if one is not None]


class _Race:
    """The attempts under way; those that lost are closed when it ends."""

    def __init__(self, trace: CallTrace, addresses: list[SocketAddress]) -> None:
        self._trace = trace
        self._waiting = deque(addresses[:_MAX_ATTEMPTS])
        self._errors: list[OSError] = []
        self._next_start = time.monotonic()
        self._selector = selectors.DefaultSelector()
        self._winner: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for sock in self._list_pending():
            if sock is not self._winner:
                self._drop(sock)
        self._selector.close()

    def run(self) -> socket.socket:
        """Runs until a connection is there, none can be, or the deadline or an abort ends it."""
        while self._winner is None:
            self._trace.raise_if_aborted()
            wait = min(self._trace.get_remaining_time(), ATTEMPT_DELAY)
            now = time.monotonic()
            if self._waiting and now >= self._next_start:
                self._start(*self._waiting.popleft())
            elif self._list_pending() or self._waiting:
                until_start = max(0.0, self._next_start - now) if self._waiting else wait
                self._await_attempts(min(wait, until_start))
            else:
                raise self._select_error()
        return self._winner

    def _list_pending(self) -> list[socket.socket]:
        return list(self._iter_pending())

    def _iter_pending(self) -> Iterator[socket.socket]:
        for key in self._selector.get_map().values():
            if isinstance(key.fileobj, socket.socket):
                yield key.fileobj

    def _start(self, family: int, address: tuple[str, int] | tuple[str, int, int, int]) -> None:
        self._next_start = time.monotonic() + ATTEMPT_DELAY
        try:
            sock = SteppedSocket(family, socket.SOCK_STREAM)
        except OSError as error:  # the system lacks this family, or has no sockets left
            self._note_error(error)
            return
        try:
            self._selector.register(sock, selectors.EVENT_WRITE)
            self._trace.attach_socket(sock)
            sock.trace = self._trace
            sock.settimeout(0)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _raise_for_code(sock.connect_ex(address), _UNDER_WAY)
        except OSError as error:
            self._drop(sock)
            self._note_error(error)

    def _await_attempts(self, timeout: float) -> None:
        for key, _ in self._selector.select(timeout):
            sock = key.fileobj
            if not isinstance(sock, socket.socket):
                continue
            try:
                _raise_for_code(sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), {0})
                sock.getpeername()  # one that was aborted looks as if it were connected
            except OSError as error:
                self._drop(sock)
                self._note_error(error)
            else:
                sock.settimeout(self._trace.get_remaining_time())
                self._winner = sock
                return

    def _note_error(self, error: OSError) -> None:
        self._errors.append(error)
        self._next_start = time.monotonic()  # a failed attempt needs no head start any more

    def _drop(self, sock: socket.socket) -> None:
        if sock in self._list_pending():
            self._selector.unregister(sock)
        self._trace.detach_socket(sock)
        sock.close()

    def _select_error(self) -> OSError:
        reached = [error for error in self._errors if error.errno not in _NO_ROUTE]
        errors = reached or self._errors
        return errors[-1] if errors else socket.gaierror(socket.EAI_NONAME, "no address")


def _raise_for_code(code: int, accepted: set[int]) -> None:
    if code not in accepted:
        raise OSError(code, os.strerror(code))
