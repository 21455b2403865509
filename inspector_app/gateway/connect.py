"""Opens a TCP socket: resolves the host, then tries each address, all under one deadline."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from inspector_app.session.exchange import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.gateway.call_trace import CallTrace
    from inspector_app.gateway.connection import Resolver, SocketAddress


def open_socket(trace: CallTrace, resolver: Resolver, host: str, port: int) -> socket.socket:
    """Opens a connected socket that the call trace can abort.

    Raises:
        OSError: as the resolver or the last address tried has it.
    """
    trace.enter_phase(Phase.RESOLVE)
    addresses = resolver(host.strip("[]"), port)
    trace.enter_phase(Phase.CONNECT)
    return _connect_to_first(trace, addresses)


def open_loopback_socket(
    trace: CallTrace, resolver: Resolver, host: str, port: int
) -> socket.socket:
    """The same for plain HTTP, which may go to this computer only, whatever the name says.

    Raises:
        OSError: as ``open_socket`` does, and if the name leads to another computer.
    """

    def resolve_loopback(host: str, port: int) -> Sequence[SocketAddress]:
        addresses = resolver(host, port)
        loopback_addresses = [
            (family, address)
            for family, address in addresses
            if ipaddress.ip_address(address[0]).is_loopback
        ]
        if not loopback_addresses:
            raise socket.gaierror(socket.EAI_NONAME, "not this computer")
        return loopback_addresses

    return open_socket(trace, resolve_loopback, host, port)


def _connect_to_first(trace: CallTrace, addresses: Sequence[SocketAddress]) -> socket.socket:
    last_error: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
    for remaining_count, (family, address) in zip(
        range(len(addresses), 0, -1), addresses, strict=True
    ):  # a dead address may not use up the time of those after it
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            trace.attach_socket(sock)
            sock.settimeout(trace.get_remaining_time() / remaining_count)
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(trace.get_remaining_time())
        except OSError as error:
            sock.close()
            last_error = error
        else:
            return sock
    raise last_error
