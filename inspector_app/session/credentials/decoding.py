"""Reads bytes in every way that a credential in them may be written: escaped or encoded, nested.

The bytes are read as a whole, in a few calls that each take some milliseconds per MiB: nothing is
cut into words first, where that can be avoided, and what comes of reading something as an encoding
that it is not is noise, in which no credential is found.
"""

from __future__ import annotations

import binascii
import html
import json
import re
import string
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.credentials.literal_index import MIN_LITERAL_LENGTH
from inspector_app.session.credentials.normalization import DROPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_NESTING: Final = 3
"""Encodings inside of each other: base64 of JSON in a JSON string is still read."""

_MAX_NOISE_NESTING: Final = 2
"""The same for what is read regardless of the marks in it."""

_MIN_BASE64_LENGTH: Final = 22
"""Characters of base64 that 16 bytes have."""

_MIN_HEX_LENGTH: Final = 32
_MIN_ENCODED_LENGTH: Final = 10
"""Characters of base64 of the shortest credential that is searched for inside of others."""


_ASCII_END: Final = 128
_MIN_CAPITALS: Final = 4
"""Capitals and digits among them: of the base64 of 16 random letters and digits every second one
is, of 99,999 in 100,000 texts at least so many are; of hexadecimal digits every second one too."""

_SMALL: Final = bytes(range(ord("a"), ord("z") + 1))

# Each begins with its mark, so that the search goes from mark to mark: ten times as quick.
_JSON_ESCAPES: Final = re.compile(
    rb"\\(?:(?>u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4}){0,999})|x[0-9A-Fa-f]{2}|[\"\\/bfnrt])"
)
_PERCENT_ESCAPES: Final = re.compile(rb"%[0-9A-Fa-f]{2}|%u[0-9A-Fa-f]{4}")
_HTML_ESCAPES: Final = re.compile(rb"&#?[0-9A-Za-z]{1,32}+;?")
_ESCAPES: Final = re.compile(
    b"|".join((_JSON_ESCAPES.pattern, _PERCENT_ESCAPES.pattern, _HTML_ESCAPES.pattern))
)
_OCTAL_ESCAPES: Final = re.compile(rb"\\0?[0-7]{1,3}")
_MARKUP: Final = re.compile(rb"<[^<>]{0,500}>|\x1b\[[0-9;?]{0,20}[A-Za-z]")
"""What a page or a terminal does not show: tags, and what colours a text."""

_CODES: Final = re.compile(
    rb"(?<![0-9])[0-9]{2,3}+(?:[^0-9A-Za-z]{1,64}+[0-9]{2,3}+(?![0-9])){15,}+"
)
_CODE: Final = re.compile(rb"[0-9]++")
"""Characters as the numbers that stand for them."""

_SHORTEST_CODES: Final = b"0" * 32
_CODES_CLASS: Final = bytes(
    ord("0") if chr(code) in string.digits else ord("a") for code in range(256)
)
"""Digits without a letter among them: most texts have too few of them for sixteen codes."""

_BASE32_WORD: Final = re.compile(rb"[A-Z2-7]{26,8192}|[a-z2-7]{26,8192}")
_SHORTEST_BASE32: Final = b"a" * 26
_BASE32_CLASS: Final = bytes(
    ord("a") if code in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz234567" else ord(" ")
    for code in range(256)
)
_TO_BASE32_DIGITS: Final = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abcdefghijklmnopqrstuvwxyz",
    b"0123456789abcdefghijklmnopqrstuv0123456789abcdefghijklmnop",
)
_QUOTED_PRINTABLE: Final = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*+\r?\n")
_WORD_MARKS: Final = b"+/-_"
_WORD_CLASS: Final = bytes(
    ord("a") if code not in DROPPED or code in _WORD_MARKS else ord(" ") for code in range(256)
)
_SHORTEST_WORD: Final = b"a" * _MIN_BASE64_LENGTH
_TO_BASE64: Final = bytes.maketrans(b"-_", b"+/")
_LONG: Final = 256
_CASE: Final = bytes(ord("a") if code in _SMALL else ord("A") for code in range(256))
_SMALL_RUN: Final = b"a" * 16
"""Small letters that base64 of random letters and digits never has in a row."""

_READABLE: Final = re.compile(rb"(?:[\0\t-\r -~]|[\xc2-\xf4][\x80-\xbf]{1,3}){16,}+")
"""What may be the text that was encoded, or another encoding: in noise there is little of it."""

_READABLE_BYTES: Final = frozenset(
    (0, *range(0x09, 0x0E), *range(0x20, 0x7F), *range(0x80, 0xC0), *range(0xC2, 0xF5))
)
_READABLE_CLASS: Final = bytes(
    ord("a") if code in _READABLE_BYTES else ord(" ") for code in range(256)
)
"""The bytes that such a run is made of: where no sixteen of them are in a row there is none."""

_SHORTEST_READABLE: Final = b"a" * 16

_NO_HEX: Final = bytes(set(range(256)) - set(b"0123456789abcdefABCDEF"))


class View(NamedTuple):
    """Bytes as they may be meant; ``is_noise`` if that is improbable.

    ``is_last`` if nothing else is looked for within them: what is written so rarely is not written
    in two ways.
    """

    data: bytes
    is_noise: bool = False
    is_last: bool = False


def may_be_encoded(text: str, letters: bytes) -> bool:
    """Whether anything in a text can be an encoding: of most texts nothing can.

    ``letters``: its letters and digits.
    """
    if "\\" in text or "%" in text or "&" in text or "=" in text:
        return True
    if "<" in text or "\x1b" in text:
        return True
    if len(letters) < _MIN_BASE64_LENGTH:
        return False
    return len(letters.translate(None, _SMALL)) >= _MIN_CAPITALS


def can_be_encoded(text: str) -> bool:
    """The same of a text that is not looked at otherwise."""
    if len(text) < _MIN_ENCODED_LENGTH:
        return False
    return may_be_encoded(text, text.encode("ascii", "ignore").translate(None, DROPPED))


def iter_views(data: bytes) -> Iterator[View]:
    """The bytes unescaped and decoded, in any order, each view once, but not as they are.

    Two kinds of escapes of which only one is there lead to the same bytes, and so does all that is
    within them: an HTML page would be read twice.
    """
    newest = [View(data)]
    known: set[View] = set()
    for nesting in range(_MAX_NESTING):
        following: list[View] = []
        for source in newest:
            for view in _decode(source, nesting):
                if view in known:
                    continue
                known.add(view)
                yield view
                if len(view.data) >= MIN_LITERAL_LENGTH and not view.is_last:
                    following.append(view)
        newest = following


def _decode(source: View, nesting: int) -> Iterator[View]:
    data = source.data
    if not source.is_noise:
        yield from map(View, _iter_unescaped(data, nesting))
        yield from (View(plain, is_last=True) for plain in _iter_rarely_written(data))
        yield from _iter_decoded_words(data)
    if nesting >= _MAX_NOISE_NESTING:
        return
    letters = data.translate(None, DROPPED)  # base64 of letters and digits has no other marks
    if len(letters) > _LONG:
        letters = b"".join(_iter_mixed(letters))
    if len(letters) < _MIN_BASE64_LENGTH:
        return
    yield View(_decode_base64(letters), is_noise=True)
    if len(letters) >= _MIN_HEX_LENGTH:
        digits = letters.replace(b"0x", b"").translate(None, _NO_HEX)
        if len(digits) >= _MIN_HEX_LENGTH:
            yield View(_decode_hex(digits), is_noise=True)


def _iter_unescaped(data: bytes, nesting: int) -> Iterator[bytes]:
    """The bytes without the escapes of JSON, URLs and HTML, and without those of MIME.

    Without all of them; at first also without those of each kind alone, for a short credential may
    have in it what is another kind of escape.
    """
    data = data.replace(b"\0", b"")
    by_mark = ((b"\\", _JSON_ESCAPES), (b"%", _PERCENT_ESCAPES), (b"&", _HTML_ESCAPES))
    kinds = [pattern for mark, pattern in by_mark if mark in data]
    if len(kinds) > 1:
        kinds = [_ESCAPES, *kinds] if nesting == 0 else [_ESCAPES]
    for pattern in kinds:
        plain = pattern.sub(_unescape, data)
        if plain != data:
            yield plain
    if b"=" in data:
        plain = _QUOTED_PRINTABLE.sub(_unquote, data)
        if plain != data:
            yield plain


def _iter_rarely_written(data: bytes) -> Iterator[bytes]:
    """The bytes without what is not shown of them, and what numbers in a row stand for."""
    if b"<" in data or b"\x1b" in data:
        plain = _MARKUP.sub(b"", data)
        if plain != data:
            yield plain
    if b"\\" in data:
        plain = _OCTAL_ESCAPES.sub(_read_octal, data)
        if plain != data:
            yield plain
            yield data.replace(b"\\0", b"")  # which stands for NUL, before another digit too
    if _SHORTEST_CODES in data.translate(_CODES_CLASS, DROPPED):
        codes = [
            bytes(number for number in map(int, _CODE.findall(found)) if number < _ASCII_END)
            for found in _CODES.findall(data)
        ]
        yield b"\n".join(codes)
    if _SHORTEST_BASE32 not in data.translate(_BASE32_CLASS):
        return
    decoded = b"\n".join(map(_decode_base32, _BASE32_WORD.findall(data)))
    if readable := _find_readable(decoded):
        yield b"\n".join(readable)


def _read_octal(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[0][1:], 8) & 0xFF,))


def _decode_base32(word: bytes) -> bytes:
    """From each bit on: where the encoding began nobody knows."""
    number = int(word.translate(_TO_BASE32_DIGITS), 32)
    size = len(word) * 5 // 8 + 1
    return b"\n".join((number >> bits).to_bytes(size, "big") for bits in range(8))


def _iter_decoded_words(data: bytes) -> Iterator[View]:
    """What the long words in the bytes stand for, in base64 of either alphabet and in hex."""
    words = list(_iter_words(data.replace(b"\0", b"")))
    if not words:
        return
    joined = b"AAAA".join(words).translate(_TO_BASE64)  # NULs when decoded: no word runs on
    decoded = _decode_base64(joined)
    if b"+" in joined or b"/" in joined:  # all else is decoded without regard to marks, too
        yield View(decoded, is_noise=True)
    if readable := _find_readable(decoded):
        yield View(b"\n".join(readable))
    digits = joined.translate(None, _NO_HEX)
    if len(digits) >= _MIN_HEX_LENGTH and (readable := _find_readable(_decode_hex(digits))):
        yield View(b"\n".join(readable))


def _iter_words(data: bytes) -> Iterator[bytes]:
    """The words that are long enough, found much quicker than by a pattern."""
    classes = data.translate(_WORD_CLASS) + b" "
    end = 0
    while (found := classes.find(_SHORTEST_WORD, end)) >= 0:
        end = classes.find(b" ", found)
        yield data[found:end]


def _iter_mixed(letters: bytes) -> Iterator[bytes]:
    """What is left of letters and digits without long runs of small letters: most of prose is."""
    cases = letters.translate(_CASE)
    start = 0
    while (run := cases.find(_SMALL_RUN, start)) >= 0:
        end = run + len(_SMALL_RUN)
        if end - start >= _MIN_BASE64_LENGTH:
            yield letters[start:end]
        capital = cases.find(b"A", end)
        if capital < 0:
            return
        start = max(end, capital - len(_SMALL_RUN))
    yield letters[start:]


def _decode_base64(letters: bytes) -> bytes:
    """From each of the first four characters on: where the encoding began nobody knows."""
    letters += b"AAA"  # so that no shift cuts the end off
    size = len(letters)
    shifted = (letters[first : first + (size - first) // 4 * 4] for first in range(4))
    return binascii.a2b_base64(b"AAAA".join(shifted))


def _decode_hex(digits: bytes) -> bytes:
    size = len(digits)
    shifted = (digits[first : first + (size - first) // 2 * 2] for first in range(2))
    return binascii.unhexlify(b"00".join(shifted))


def _find_readable(data: bytes) -> list[bytes]:
    """The runs of what may be text; where nothing is long enough, that is seen much quicker."""
    if _SHORTEST_READABLE not in data.translate(_READABLE_CLASS):
        return []
    return _READABLE.findall(data)


def _unescape(found: re.Match[bytes]) -> bytes:
    escape = found[0]
    if escape.startswith(b"&"):
        return html.unescape(escape.decode("ascii")).encode()  # it knows no half of a character
    if escape.startswith((b"\\x", b"%")) and not escape.startswith(b"%u"):
        return binascii.unhexlify(escape[-2:])
    text: str = json.loads(b'"' + escape.replace(b"%u", b"\\u") + b'"')
    return text.encode(errors="surrogatepass")


def _unquote(found: re.Match[bytes]) -> bytes:
    return binascii.unhexlify(found[1] or b"")  # without a code it is a break of the line
