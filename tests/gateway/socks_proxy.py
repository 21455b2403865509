"""A SOCKS proxy for the tests, as RFC 1928, RFC 1929 and the memo of SOCKS 4A have it."""

import contextlib
import socket
import struct
import threading
from dataclasses import dataclass, field

from tests.gateway.faulty_gateway import Wire


@dataclass
class SocksProxy:
    """The script of a proxy that relays to ``target``; ``asked`` is what it was asked for."""

    target: int
    login: tuple[bytes, bytes] | None = None
    refusal: int = 0
    asked: list[tuple[int, str, int]] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)

    def __call__(self, wire: Wire) -> None:
        version = read(wire, 1)[0]
        is_open = self._socks4(wire) if version == 4 else self._socks5(wire)
        if is_open:
            relay(wire.sock, self.target)

    def _socks4(self, wire: Wire) -> bool:
        _, port, address = struct.unpack(">BH4s", read(wire, 7))
        self.logins.append(read_text(wire))
        is_name = address[:3] == b"\0\0\0" and address[3]
        host = read_text(wire).decode() if is_name else socket.inet_ntoa(address)
        self.asked.append((4, host, port))
        wire.send(struct.pack(">BBH4s", 0, self.refusal or 90, 0, b"\0" * 4))
        return not self.refusal

    def _socks5(self, wire: Wire) -> bool:
        methods = read(wire, read(wire, 1)[0])
        method = 2 if self.login else 0
        wire.send(bytes([5, method if method in methods else 255]))
        if method not in methods:
            return False
        if self.login:
            read(wire, 1)
            user, password = (read(wire, read(wire, 1)[0]) for _ in range(2))
            self.logins.append(user + b":" + password)
            wire.send(bytes([1, (user, password) != self.login]))
            if (user, password) != self.login:
                return False
        kind = read(wire, 4)[3]
        if kind == 3:
            host = read(wire, read(wire, 1)[0]).decode()
        else:
            family, size = (socket.AF_INET, 4) if kind == 1 else (socket.AF_INET6, 16)
            host = socket.inet_ntop(family, read(wire, size))
        (port,) = struct.unpack(">H", read(wire, 2))
        self.asked.append((5, host, port))
        wire.send(bytes([5, self.refusal, 0, 1]) + b"\0" * 6)
        return not self.refusal


def read(wire: Wire, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = wire.sock.recv(length - len(data))
        if not piece:
            raise ConnectionError
        data += piece
    wire.received += data
    return data


def read_text(wire: Wire) -> bytes:
    text = b""
    while (character := read(wire, 1)) != b"\0":
        text += character
    return text


def relay(near: socket.socket, port: int) -> None:
    """Passes bytes on, both ways, until both sides have ended."""
    with socket.create_connection(("127.0.0.1", port)) as far:
        back = threading.Thread(target=pass_on, args=(far, near))
        back.start()
        pass_on(near, far)
        back.join()


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
