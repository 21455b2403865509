"""Reads and decompresses a response body within a size limit, whatever its headers declare."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import MAX_BODY_SIZE, FailureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3 import BaseHTTPResponse

_CHUNK_SIZE: Final = 64 * 1024
_GZIP_WBITS: Final = 16 + zlib.MAX_WBITS


def read_body(answer: BaseHTTPResponse) -> bytes:
    """Reads the decoded body.

    ``identity`` was requested; one ``gzip`` or ``deflate`` is undone all the same because some
    gateways compress whatever is requested.

    Raises:
        CallError: if it is too large, cut short, or encoded in a way that is not understood.
        Exception: whatever the transport raises.
    """
    decoder = _create_decoder(answer)
    declared = answer.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:19]) > MAX_BODY_SIZE:
        raise _build_size_error()
    chunks = _iter_chunks(answer)
    return b"".join(chunks) if decoder is None else decoder.decode(chunks)


def _iter_chunks(answer: BaseHTTPResponse) -> Iterator[bytes]:
    # read() lets http.client take chunks apart, which bounds the length of a chunk-size line;
    # urllib3's own stream() does not.
    received = 0
    while chunk := answer.read(_CHUNK_SIZE, decode_content=False):
        received += len(chunk)
        if received > MAX_BODY_SIZE:
            raise _build_size_error()
        yield chunk


def _create_decoder(answer: BaseHTTPResponse) -> _Decoder | None:
    transfer = answer.headers.get("Transfer-Encoding", "chunked").strip().lower()
    named = answer.headers.get("Content-Encoding", "").lower().split(",")
    encodings = [name.strip() for name in named if name.strip() not in {"", "identity"}]
    if transfer != "chunked":
        raise _build_encoding_error()
    match encodings:
        case []:
            return None
        case ["gzip" | "x-gzip"]:
            return _Decoder(_GZIP_WBITS)
        case ["deflate"]:
            return _Decoder(zlib.MAX_WBITS)
        case _:
            raise _build_encoding_error()


class _Decoder:
    """Decompresses one stream, a bounded chunk at a time."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._decompressor = zlib.decompressobj(wbits)
        self._decoded = bytearray()

    def decode(self, chunks: Iterator[bytes]) -> bytes:
        try:
            for number, chunk in enumerate(chunks):
                if number == 0:
                    self._detect_raw_deflate(chunk)
                self._decompress_chunk(chunk)
        except zlib.error:
            raise _build_encoding_error() from None
        if not self._decompressor.eof:
            raise CallError(FailureKind.ANSWER_TRUNCATED)
        return bytes(self._decoded)

    def _detect_raw_deflate(self, first: bytes) -> None:
        # What is called "deflate" comes with and without the zlib header around it.
        if self._wbits == zlib.MAX_WBITS and first[0] & 0x0F != zlib.DEFLATED:
            self._wbits = -zlib.MAX_WBITS
            self._decompressor = zlib.decompressobj(self._wbits)

    def _decompress_chunk(self, chunk: bytes) -> None:
        while chunk:
            if self._decompressor.eof:  # gzip may be several streams in a row
                self._decompressor = zlib.decompressobj(self._wbits)
            max_length = MAX_BODY_SIZE + 1 - len(self._decoded)
            self._decoded += self._decompressor.decompress(chunk, max_length)
            if len(self._decoded) > MAX_BODY_SIZE:
                raise _build_size_error()
            chunk = self._decompressor.unconsumed_tail or self._decompressor.unused_data


def _build_size_error() -> CallError:
    return CallError(FailureKind.TOO_LARGE, f"{MAX_BODY_SIZE // (1024 * 1024)} MiB")


def _build_encoding_error() -> CallError:
    return CallError(FailureKind.UNKNOWN_ENCODING)
