"""A scripted gateway on loopback: raw sockets and TLS, able to do everything wrong.

Each connection is given to the script in a thread of its own. Every byte that arrives is kept.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from typing import Self


class Wire:
    """One connection, as the script sees it."""

    def __init__(self, sock: socket.socket, stopped: threading.Event) -> None:
        self.sock = sock
        self.stopped = stopped
        self.received = bytearray()

    def request(self) -> bytes:
        """Reads a request's head; what came so far if the other side closes."""
        begun = len(self.received)
        while b"\r\n\r\n" not in self.received[begun:]:
            piece = self.sock.recv(65536)
            if not piece:
                break
            self.received += piece
        return bytes(self.received[begun:])

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def stall(self) -> None:
        """Says nothing until the other side is gone or the test is over; keeps what it hears."""
        self.sock.settimeout(0.05)
        while not self.stopped.is_set():
            try:
                piece = self.sock.recv(65536)
            except TimeoutError:
                continue
            if not piece:
                return
            self.received += piece

    def drip(self, data: bytes, every: float) -> None:
        """One byte at a time, ``every`` so many seconds, for as long as the other side listens."""
        for byte in data:
            self.send(bytes([byte]))
            if self.stopped.wait(every):
                return

    def reset(self) -> None:
        """Ends the connection with RST."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def start_tls(self, context: ssl.SSLContext) -> None:
        self.sock = context.wrap_socket(self.sock, server_side=True)


Script = Callable[[Wire], None]


class FaultyGateway:
    """Listens until it is closed; ``requests`` holds what each connection sent, decrypted."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None = None) -> None:
        self._script = script
        self._tls = tls
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._wires: list[Wire] = []
        self._threads: list[threading.Thread] = []
        self.port: int = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, name="faulty gateway")
        self._acceptor.start()

    @property
    def requests(self) -> list[bytes]:
        return [bytes(wire.received) for wire in self._wires]

    @property
    def received(self) -> bytes:
        return b"".join(self.requests)

    def settled(self) -> None:
        """Waits until every connection made so far has been dealt with."""
        for thread in list(self._threads):
            thread.join(5)

    def close(self) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for wire in self._wires:
            with contextlib.suppress(OSError):
                wire.sock.shutdown(socket.SHUT_RDWR)
        for thread in [self._acceptor, *self._threads]:
            thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                wire = Wire(sock, self._stopped)
                self._wires.append(wire)
                thread = threading.Thread(target=self._serve, args=(wire,), name="faulty script")
                self._threads.append(thread)
                thread.start()

    def _serve(self, wire: Wire) -> None:
        with contextlib.suppress(OSError, ssl.SSLError):
            if self._tls is not None:
                wire.start_tls(self._tls)
            try:
                self._script(wire)
            except (LookupError, StopIteration, ValueError):
                if wire.received:  # else it looked for a request that was cancelled before it came
                    raise
        wire.sock.close()


class BusyPort:
    """A port whose queue of waiting connections is full: connecting to it never ends."""

    def __init__(self) -> None:
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(0)
        self.port: int = self._listener.getsockname()[1]
        self._waiting = []
        for _ in range(4):
            sock = socket.socket()
            sock.setblocking(False)
            sock.connect_ex(("127.0.0.1", self.port))
            self._waiting.append(sock)
        deadline = time.monotonic() + 5
        while not self._is_full() and time.monotonic() < deadline:
            pass

    def _is_full(self) -> bool:
        with socket.socket() as probe:
            probe.settimeout(0.05)
            try:
                probe.connect(("127.0.0.1", self.port))
            except TimeoutError:
                return True
        return False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for sock in [*self._waiting, self._listener]:
            sock.close()


class Answering(FaultyGateway):
    """Answers every request with ``body``, as JSON."""

    body = b"{}"

    def __init__(self) -> None:
        super().__init__(self._reply)

    def _reply(self, wire: Wire) -> None:
        wire.request()
        wire.send(answer(self.body, "Content-Type: application/json"))


def unused_port() -> int:
    """A port at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A whole and honest answer."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def replies(data: bytes) -> Script:
    """Reads the request, sends the data as it is, and closes."""

    def script(wire: Wire) -> None:
        wire.request()
        wire.send(data)

    return script
