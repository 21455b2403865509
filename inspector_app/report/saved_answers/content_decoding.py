"""Undoes what a body went through on its way: chunks, compression, base64; bounded by its size."""

from __future__ import annotations

import base64
import gzip
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.exchange import MAX_BODY_SIZE
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.session.translatable_text import Text

_STEP: Final = 1 << 16
"""Bytes that are unpacked at once."""

_GZIP_MAGIC: Final = b"\x1f\x8b\x08"
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"
_ZLIB_METHODS: Final = frozenset({0x08, 0x18, 0x28, 0x38, 0x48, 0x58, 0x68, 0x78})
_ZLIB_CHECK: Final = 31  # RFC 1950: the first two bytes are a multiple of it
_ZLIB_HEAD_SIZE: Final = 2
_CODING_NAMES: Final = {"br": "Brotli", "zstd": "Zstandard", "compress": "compress"}
_MAX_CODINGS: Final = 3
_GZIP_CODINGS: Final = frozenset({"gzip", "x-gzip"})
_CHUNK_SIZE_LINE: Final = re.compile(
    rb"^([0-9A-Fa-f]{1,8}+)[ \t]{0,8}+(?:;[^\r\n]{0,1000}+)?+\r?\n", re.MULTILINE
)
_LINE_END: Final = re.compile(rb"\r?\n|\Z")
_BASE64_TEXT: Final = re.compile(r"[A-Za-z0-9+/_-]{16,}+={0,2}+")
_BASE64_BYTES: Final = re.compile(rb"[A-Za-z0-9+/_-]{16}")
_BASE64_SPACES: Final = str.maketrans("", "", " \t\r\n")
_URL_SAFE_BASE64: Final = str.maketrans("-_", "+/")
_MAX_SAMPLE: Final = 1 << 12
"""Characters at the beginning of a text by which base64 is told from words."""

_TRANSCODED_MAGIC: Final = ("\x1f\x8b\x08", "\x1f\ufffd\x08")
"""How gzip begins where its bytes were read as characters."""


def decode_body(body: bytes, headers: Iterable[tuple[str, str]]) -> bytes:
    """The body without the chunks and the compression that its headers name.

    What the headers name may have been undone already by the program that saved it; what a gzip or
    zlib body is, it says itself, where the headers do not.

    Raises:
        UnreadableFileError: if it is cut off, damaged, larger than ``MAX_BODY_SIZE`` or compressed
            in a way that this app does not read.
    """
    names = [(name.lower(), value.lower()) for name, value in headers]
    is_chunked = any(name == "transfer-encoding" and "chunked" in value for name, value in names)
    joined = join_chunks(body, must_be_whole=is_chunked)
    body = body if joined is None else joined
    codings = [
        coding.strip()
        for name, value in names
        if name == "content-encoding"
        for coding in value.split(",")
    ]
    for coding in reversed(codings[:_MAX_CODINGS]):
        if is_text(body):
            break
        body = _undo_coding(body, coding)
    unpacked = unpack(body, MAX_BODY_SIZE)
    return body if unpacked is None else unpacked


def _undo_coding(body: bytes, coding: str) -> bytes:
    is_zlib = _has_zlib_head(body)
    if coding in _GZIP_CODINGS and not is_zlib:
        return _gunzip(body, MAX_BODY_SIZE)
    if coding in {*_GZIP_CODINGS, "deflate"}:
        return _inflate(body, 15 if is_zlib else -15, MAX_BODY_SIZE)
    if coding in _CODING_NAMES:
        raise UnreadableFileError(_describe_foreign_coding(_CODING_NAMES[coding]))
    return body


def unpack(data: bytes, limit: int) -> bytes | None:
    """What is in a gzip or zlib file, at most ``limit`` bytes; None where it is neither.

    Raises:
        UnreadableFileError: if it is cut off, damaged, too large, or Zstandard.
    """
    if data.startswith(_GZIP_MAGIC):
        return _gunzip(data, limit)
    if _has_zlib_head(data) and not is_text(data):
        return _inflate(data, 15, limit)
    if data.startswith(_ZSTD_MAGIC):
        raise UnreadableFileError(_describe_foreign_coding(_CODING_NAMES["zstd"]))
    return None


def is_text(data: bytes) -> bool:
    """Whether these bytes are text in UTF-8, as a body in JSON is and a compressed one is not."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def join_chunks(body: bytes, *, must_be_whole: bool) -> bytes | None:
    """The body out of the chunks it was sent in; None where it is not in chunks.

    Raises:
        UnreadableFileError: if it ``must_be_whole``, begins in chunks and has no end.
    """
    at = 0
    pieces: list[bytes] = []
    while size_line := _CHUNK_SIZE_LINE.match(body, at):
        check_interruption()
        size, start = int(size_line[1], 16), size_line.end()
        if not size:
            return b"".join(pieces)
        at = start + size
        pieces.append(body[start:at])
        line_end = _LINE_END.match(body, at)
        if at > len(body) or line_end is None:
            break
        at = line_end.end()
    if must_be_whole and pieces and at >= len(body):
        raise UnreadableFileError(_describe_cut())
    return None


def decode_text(text: str, *, says_base64: bool) -> bytes:
    """The bytes that a text stands for, in base64 or not, whatever is said of it.

    Raises:
        UnreadableFileError: if it is neither text nor base64, but damaged bytes.
    """
    if text.startswith(_TRANSCODED_MAGIC):
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError:
            refusal = UnreadableFileError(_describe_damage())
        raise refusal  # not within except: it would be chained to the other error
    decoded = _decode_base64(text)
    if decoded is not None and (says_base64 or _is_worth_decoding(decoded)):
        return decoded
    return text.encode(errors="replace")


def decode_base64_text(data: bytes) -> bytes | None:
    """The bytes of a text that is base64 of an answer; None where it is anything else."""
    if not _BASE64_BYTES.match(data):
        return None
    decoded = _decode_base64(data.decode("latin-1"))
    return decoded if decoded is not None and _is_worth_decoding(decoded) else None


def is_base64(text: str) -> bool:
    """Whether a text begins like base64, not like words."""
    return _BASE64_TEXT.match(text[:_MAX_SAMPLE].translate(_BASE64_SPACES)) is not None


def _decode_base64(text: str) -> bytes | None:
    if not is_base64(text):
        return None
    letters = text.translate(_BASE64_SPACES).translate(_URL_SAFE_BASE64).rstrip("=")
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except ValueError:
        return None


def _is_worth_decoding(data: bytes) -> bool:
    return data.startswith(_GZIP_MAGIC) or (is_text(data) and any(map(data.__contains__, b"{[")))


def _has_zlib_head(data: bytes) -> bool:
    return (
        len(data) > _ZLIB_HEAD_SIZE
        and data[0] in _ZLIB_METHODS
        and int.from_bytes(data[:_ZLIB_HEAD_SIZE], "big") % _ZLIB_CHECK == 0
    )


def _gunzip(data: bytes, limit: int) -> bytes:
    # The last byte of a gzip file is 0 up to 16 MiB: a line end behind it is an editor's.
    file = gzip.GzipFile(fileobj=BytesIO(data.rstrip(b"\r\n")))
    pieces, size = [], 0
    try:
        while piece := file.read(_STEP):
            check_interruption()
            size += len(piece)
            if size > limit:
                break
            pieces.append(piece)
    except EOFError:
        refusal = UnreadableFileError(_describe_cut())
    except (OSError, zlib.error):
        refusal = UnreadableFileError(_describe_damage())
    else:
        return _join_pieces(pieces, size, limit)
    raise refusal


def _inflate(data: bytes, window_bits: int, limit: int) -> bytes:
    decoder = zlib.decompressobj(window_bits)
    pieces, size = [], 0
    try:
        for start in range(0, len(data), _STEP):
            packed = data[start : start + _STEP]
            while packed and size <= limit and not decoder.eof:
                check_interruption()
                pieces.append(decoder.decompress(packed, _STEP))
                size += len(pieces[-1])
                packed = decoder.unconsumed_tail
        if size <= limit:
            pieces.append(decoder.flush())
    except zlib.error:
        refusal = UnreadableFileError(_describe_damage())
    else:
        if size <= limit and not decoder.eof:
            raise UnreadableFileError(_describe_cut())
        return _join_pieces(pieces, size, limit)
    raise refusal


def _join_pieces(pieces: list[bytes], size: int, limit: int) -> bytes:
    if size > limit:
        raise UnreadableFileError(
            tr(
                "What is packed in this file is too large: more than {limit} MiB.",
                limit=limit >> 20,
            )
        )
    return b"".join(pieces)


def _describe_cut() -> Text:
    return tr("The body in this file is cut off: save the whole answer again.")


def _describe_damage() -> Text:
    return tr(
        "The compressed body in this file is damaged. Save the answer uncompressed, with "
        "“curl --compressed” or “Copy response”."
    )


def _describe_foreign_coding(name: str) -> Text:
    return tr(
        "The body in this file is compressed with {name}, which this app does not unpack. Save the "
        "answer uncompressed, with “curl --compressed” or “Copy response”.",
        name=name,
    )
