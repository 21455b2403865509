"""Every place in which a gateway can keep a caller waiting."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspector_app.gateway.connection import ManualProxy, NoProxy, ProxyChoice, Resolver
from inspector_app.session.exchange import Phase
from tests.gateway.faulty_gateway import BusyPort, FaultyGateway, Wire

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def on_loopback(host: str, port: int) -> list[tuple[int, tuple[str, int]]]:
    """A resolver for which every name is this computer."""
    del host
    return [(socket.AF_INET, ("127.0.0.1", port))]


@dataclass(frozen=True)
class Stalled:
    """A gateway that stalls, and how it is reached."""

    port: int
    scheme: str = "http"
    host: str = "127.0.0.1"
    resolver: Resolver = on_loopback
    proxy: ProxyChoice = field(default_factory=NoProxy)


def no_headers(wire: Wire) -> None:
    wire.request()
    wire.stall()


def dripping_headers(wire: Wire) -> None:
    wire.request()
    wire.drip(HEAD + b"X-Padding: " + b"x" * 10_000, every=0.02)


def dripping_body(wire: Wire) -> None:
    wire.request()
    wire.send(HEAD + b"Content-Length: 10000\r\n\r\n")
    wire.drip(b"x" * 10_000, every=0.02)


def half_a_body(wire: Wire) -> None:
    wire.request()
    wire.send(HEAD + b'Content-Length: 100\r\n\r\n{"session":')
    wire.stall()


def never_closing(wire: Wire) -> None:
    wire.request()
    wire.send(HEAD + b'\r\n{"session":{}}')
    wire.stall()


def dripping_chunks(wire: Wire) -> None:
    wire.request()
    wire.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    wire.drip(b"1\r\nx\r\n" * 1000, every=0.02)


@contextlib.contextmanager
def scripted(script) -> Iterator[Stalled]:
    with FaultyGateway(script) as gateway:
        yield Stalled(gateway.port)


@contextlib.contextmanager
def dns() -> Iterator[Stalled]:
    over = threading.Event()

    def resolver(host: str, port: int) -> list[tuple[int, tuple[str, int]]]:
        over.wait(30)
        return []

    yield Stalled(443, "https", "gateway.example.com", resolver)
    over.set()


@contextlib.contextmanager
def connect() -> Iterator[Stalled]:
    with BusyPort() as busy:
        yield Stalled(busy.port)


@contextlib.contextmanager
def handshake() -> Iterator[Stalled]:
    with FaultyGateway(Wire.stall) as gateway:
        yield Stalled(gateway.port, "https")


@contextlib.contextmanager
def tunnel() -> Iterator[Stalled]:
    with FaultyGateway(no_headers) as proxy:
        by_proxy = ManualProxy(f"http://127.0.0.1:{proxy.port}")
        yield Stalled(443, "https", "gateway.example.com", on_loopback, by_proxy)


STALLS = {
    "DNS": (dns, Phase.RESOLVE),
    "connect": (connect, Phase.CONNECT),
    "proxy's tunnel": (tunnel, Phase.CONNECT),
    "no handshake": (handshake, Phase.TLS),
    "no headers": (lambda: scripted(no_headers), Phase.WAIT),
    "dripping headers": (lambda: scripted(dripping_headers), Phase.WAIT),
    "dripping body": (lambda: scripted(dripping_body), Phase.READ),
    "dripping chunks": (lambda: scripted(dripping_chunks), Phase.READ),
    "half a body": (lambda: scripted(half_a_body), Phase.READ),
    "never closing": (lambda: scripted(never_closing), Phase.READ),
}
