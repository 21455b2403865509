"""Opens a TCP socket: resolves the host, then tries each address, all under one deadline."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from inspector_app.session.exchange import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.gateway.connection import Resolver, SocketAddress
    from inspector_app.gateway.course import Course


def reach(course: Course, resolver: Resolver, host: str, port: int) -> socket.socket:
    """Opens a connected socket that the call trace can abort.

    Raises:
        OSError: as the resolver or the last address tried has it.
    """
    course.enter(Phase.RESOLVE)
    addresses = resolver(host.strip("[]"), port)
    course.enter(Phase.CONNECT)
    return _first_that_answers(course, addresses)


def reach_loopback(course: Course, resolver: Resolver, host: str, port: int) -> socket.socket:
    """The same for plain HTTP, which may go to this computer only, whatever the name says.

    Raises:
        OSError: as ``open_socket`` does, and if the name leads to another computer.
    """

    def local(host: str, port: int) -> Sequence[SocketAddress]:
        found = resolver(host, port)
        kept = [(family, at) for family, at in found if ipaddress.ip_address(at[0]).is_loopback]
        if not kept:
            raise socket.gaierror(socket.EAI_NONAME, "not this computer")
        return kept

    return reach(course, local, host, port)


def _first_that_answers(course: Course, addresses: Sequence[SocketAddress]) -> socket.socket:
    failed: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
    for left, (family, address) in zip(
        range(len(addresses), 0, -1), addresses, strict=True
    ):  # a dead address may not use up the time of those after it
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            course.hold(sock)
            sock.settimeout(course.remaining() / left)
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(course.remaining())
        except OSError as error:
            sock.close()
            failed = error
        else:
            return sock
    raise failed
