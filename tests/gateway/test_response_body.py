"""A body is read up to what a session can need, whatever the gateway says of its size."""

import gzip
import io
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import pytest
from urllib3 import HTTPResponse

from inspector_app.gateway.error_mapping import CallError
from inspector_app.gateway.response_body import read_body
from inspector_app.session.exchange import MAX_BODY_SIZE, Exchange, Failure, FailureKind, Phase
from tests.gateway.faulty_gateway import answer, replies

HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n"
TEXT = b'{"status":0,"message":"' + b"a" * 5000 + b'"}'


def raw_deflate(data):
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def gzipped(data):
    """The same bytes at any time, for some of them name a test in every process that runs it."""
    return gzip.compress(data, mtime=0)


def gzip_bomb(wire):
    """500 MiB of zeros: one compressed block, again and again, in a single gzip stream."""
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    block = deflate.compress(bytes(1 << 20)) + deflate.flush(zlib.Z_FULL_FLUSH)
    wire.request()
    wire.send(HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\xff")
    for _ in range(500):
        wire.send(block)
    wire.stall()


def endless_chunks(wire):
    wire.request()
    wire.send(CHUNKED + b"\r\n")
    while not wire.stopped.is_set():
        wire.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def endless_tiny_chunks(wire):
    wire.request()
    wire.send(CHUNKED + b"\r\n")
    while not wire.stopped.is_set():
        wire.send(b"1\r\nx\r\n" * 10_000)


def long_chunk_size_line(wire):
    wire.request()
    wire.send(CHUNKED + b"\r\n1;")
    for _ in range(100):
        wire.send(b"a" * (1 << 20))
    wire.stall()


def long_header_line(wire):
    wire.request()
    wire.send(HEAD + b"X: ")
    for _ in range(100):
        wire.send(b"a" * (1 << 20))
    wire.stall()


def endless_headers(wire):
    wire.request()
    wire.send(HEAD)
    while not wire.stopped.is_set():
        wire.send(b"X: 1\r\n" * 1000)


def huge_promise(wire):
    wire.request()
    wire.send(HEAD + b"Content-Length: 99999999999999999999\r\n\r\n")
    wire.stall()


def long_and_of_unknown_length(wire):
    wire.request()
    wire.send(HEAD + b"\r\n")
    while not wire.stopped.is_set():
        wire.send(b"x" * 0x10000)


BOMBS = {
    "a 500 MB gzip": (gzip_bomb, FailureKind.TOO_LARGE, "8 MiB"),
    "endless chunks": (endless_chunks, FailureKind.TOO_LARGE, "8 MiB"),
    "a 100 MB chunk-size line": (long_chunk_size_line, FailureKind.NOT_HTTP, None),
    "a 100 MB header line": (long_header_line, FailureKind.TOO_LARGE, None),
    "endless headers": (endless_headers, FailureKind.TOO_LARGE, None),
    "a huge promise": (huge_promise, FailureKind.TOO_LARGE, "8 MiB"),
    "no length and no end": (long_and_of_unknown_length, FailureKind.TOO_LARGE, "8 MiB"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_reading_stops_at_the_cap(name, serve, ask):
    """N6: 8 MiB of decoded bytes."""
    script, kind, detail = BOMBS[name]
    verdict = ask(serve(script), deadline=5.0)
    assert isinstance(verdict, Failure)
    assert verdict.kind is kind
    assert verdict.detail == detail


def test_endless_tiny_chunks_end_at_the_deadline_at_the_latest(serve, ask):
    verdict = ask(serve(endless_tiny_chunks), deadline=0.5)
    assert isinstance(verdict, Failure)
    assert verdict.kind in {FailureKind.TIMED_OUT, FailureKind.TOO_LARGE}


CLIENT = """
import resource, sys
from inspector_app.gateway import address, client
from inspector_app.gateway.connection import ConnectionOptions
from inspector_app.session.token import Token
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
def ask(port):
    where = address.parse_address(f"http://127.0.0.1:{port}")
    options = ConnectionOptions(10.0)
    return client.fetch_session_info(where, Token("x"), connection=options).kind.value
ports = sys.argv[1:]
ask(ports[0])  # everything imported
before = peak()
print(*[ask(port) for port in ports[1:]], peak() - before)
"""


def test_bombs_do_not_fill_the_memory(resource, serve):
    """N6: < 64 MB for a 500 MB gzip, endless chunks and a 100 MB chunk-size line."""
    bombs = [gzip_bomb, endless_chunks, long_chunk_size_line]
    ports = [str(serve(script).port) for script in (lambda wire: wire.reset(), *bombs)]
    ran = subprocess.run(
        [sys.executable, "-c", CLIENT, *ports],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    *kinds, grown = ran.stdout.split()
    assert kinds == ["too_large", "too_large", "not_http"]
    assert int(grown) < 64  # MB


def test_what_is_decoded_is_bounded_within_one_piece():
    """N6: 60 kB of it are 60 MB."""
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    block = deflate.compress(bytes(1 << 20)) + deflate.flush(zlib.Z_FULL_FLUSH)
    bomb = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * 50
    assert len(bomb) < 65_536
    received = HTTPResponse(io.BytesIO(bomb), {"Content-Encoding": "gzip"}, preload_content=False)
    tracemalloc.start()
    try:
        with pytest.raises(CallError):
            read_body(received)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * MAX_BODY_SIZE


@pytest.mark.parametrize("size", [MAX_BODY_SIZE, MAX_BODY_SIZE + 1])
def test_the_cap_is_exact(size, serve, ask):
    got = ask(serve(replies(answer(b"x" * size))), deadline=5.0)
    assert isinstance(got, Exchange if size == MAX_BODY_SIZE else Failure)


ENCODED = {
    "identity": TEXT,
    "IDENTITY, gzip": gzipped(TEXT),
    "gzip": gzipped(TEXT),
    "X-GZIP": gzipped(TEXT),
    "deflate": zlib.compress(TEXT),
    "Deflate": raw_deflate(TEXT),
    " gzip ": gzipped(TEXT[:99]) + gzipped(TEXT[99:]),
    "": TEXT,
}


@pytest.mark.parametrize("name", ENCODED)
def test_one_encoding_is_undone_although_none_was_asked_for(name, serve, ask):
    """N6."""
    got = ask(serve(replies(answer(ENCODED[name], f"Content-Encoding: {name}"))))
    assert isinstance(got, Exchange)
    assert got.body == TEXT


@pytest.mark.parametrize(
    ("header", "content"),
    [
        ("Content-Encoding: gzip, gzip", gzipped(gzipped(TEXT))),
        ("Content-Encoding: gzip\r\nContent-Encoding: deflate", TEXT),
        ("Content-Encoding: br", TEXT),
        ("Content-Encoding: zstd", TEXT),
        ("Content-Encoding: compress", TEXT),
        ("Content-Encoding: gzip", TEXT),
        ("Content-Encoding: deflate", b"\x78\x01" + TEXT),
        ("Content-Encoding: gzip", gzipped(TEXT) + b"garbage"),
    ],
)
def test_encodings_that_are_chained_unknown_or_broken_are_refused(header, content, serve, ask):
    """N6: chained encodings refused."""
    verdict = ask(serve(replies(answer(content, header))))
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind.UNKNOWN_ENCODING, Phase.READ)


@pytest.mark.parametrize("transfer", [b"gzip", b"gzip, chunked", b"identity"])
def test_a_transfer_that_is_more_than_chunked_is_refused(transfer, serve, ask):
    """N6: chained encodings refused."""
    head = HEAD + b"Transfer-Encoding: " + transfer + b"\r\n\r\n"
    verdict = ask(serve(replies(head + TEXT)))
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.UNKNOWN_ENCODING


@pytest.mark.parametrize("content", [b"", gzipped(TEXT)[:-20], b"\x1f\x8b"])
def test_a_compressed_body_that_ends_early_is_cut_short(content, serve, ask):
    verdict = ask(serve(replies(answer(content, "Content-Encoding: gzip"))))
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.ANSWER_TRUNCATED


def test_memory_is_measured_in_the_unit_that_is_thought(resource):
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 10_000  # kilobytes
