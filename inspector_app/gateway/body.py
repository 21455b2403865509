"""Reads and decompresses a response body within a size limit, whatever its headers declare."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.breakage import CallError
from inspector_app.session.exchange import FailureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3 import BaseHTTPResponse

LARGEST: Final = 8 * 1024 * 1024
"""Bytes a body may have, on the wire and decoded: a session has a few thousand."""

_PIECE: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS


def read(answer: BaseHTTPResponse) -> bytes:
    """Reads the decoded body.

    ``identity`` was asked for; one ``gzip`` or ``deflate`` is undone all the same because some
    gateways compress whatever they are asked.

    Raises:
        CallError: if it is too large, cut short, or encoded in a way that is not understood.
        Exception: whatever the transport raises.
    """
    decoder = _decoder_of(answer)
    declared = answer.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:19]) > LARGEST:
        raise _too_large()
    pieces = _pieces(answer)
    return b"".join(pieces) if decoder is None else decoder.decode(pieces)


def _pieces(answer: BaseHTTPResponse) -> Iterator[bytes]:
    # read() lets http.client take chunks apart, which bounds the length of a chunk-size line;
    # urllib3's own stream() does not.
    received = 0
    while piece := answer.read(_PIECE, decode_content=False):
        received += len(piece)
        if received > LARGEST:
            raise _too_large()
        yield piece


def _decoder_of(answer: BaseHTTPResponse) -> _Decoder | None:
    transfer = answer.headers.get("Transfer-Encoding", "chunked").strip().lower()
    named = answer.headers.get("Content-Encoding", "").lower().split(",")
    encodings = [name.strip() for name in named if name.strip() not in {"", "identity"}]
    if transfer != "chunked":
        raise _unknown()
    match encodings:
        case []:
            return None
        case ["gzip" | "x-gzip"]:
            return _Decoder(_GZIP)
        case ["deflate"]:
            return _Decoder(zlib.MAX_WBITS)
        case _:
            raise _unknown()


class _Decoder:
    """Decompresses one stream, a bounded chunk at a time."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._inflate = zlib.decompressobj(window)
        self._decoded = bytearray()

    def decode(self, pieces: Iterator[bytes]) -> bytes:
        try:
            for number, piece in enumerate(pieces):
                if number == 0:
                    self._allow_for_bare_deflate(piece)
                self._feed(piece)
        except zlib.error:
            raise _unknown() from None
        if not self._inflate.eof:
            raise CallError(FailureKind.ANSWER_TRUNCATED)
        return bytes(self._decoded)

    def _allow_for_bare_deflate(self, first: bytes) -> None:
        # What is called "deflate" comes with and without the zlib header around it.
        if self._window == zlib.MAX_WBITS and first[0] & 0x0F != zlib.DEFLATED:
            self._window = -zlib.MAX_WBITS
            self._inflate = zlib.decompressobj(self._window)

    def _feed(self, piece: bytes) -> None:
        while piece:
            if self._inflate.eof:  # gzip may be several streams in a row
                self._inflate = zlib.decompressobj(self._window)
            room = LARGEST + 1 - len(self._decoded)
            self._decoded += self._inflate.decompress(piece, room)
            if len(self._decoded) > LARGEST:
                raise _too_large()
            piece = self._inflate.unconsumed_tail or self._inflate.unused_data


def _too_large() -> CallError:
    return CallError(FailureKind.TOO_LARGE, f"{LARGEST // (1024 * 1024)} MiB")


def _unknown() -> CallError:
    return CallError(FailureKind.UNKNOWN_ENCODING)
