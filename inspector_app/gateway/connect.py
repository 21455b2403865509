"""Opens a TCP socket: resolves the host, then connects to its addresses, under one deadline."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from inspector_app.gateway.address_race import race_addresses
from inspector_app.session.exchange import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.gateway.call_trace import CallTrace
    from inspector_app.gateway.connection import Resolver, SocketAddress


def open_socket(trace: CallTrace, resolver: Resolver, host: str, port: int) -> socket.socket:
    """Opens a connected socket that the call trace can abort.

    Raises:
        OSError: as the resolver has it, or the addresses, where none answers.
    """
    trace.enter_phase(Phase.RESOLVE)
    addresses = resolver(host.strip("[]"), port)
    trace.enter_phase(Phase.CONNECT)
    return race_addresses(trace, addresses)


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
