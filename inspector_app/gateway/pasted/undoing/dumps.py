"""Puts together again what was written as numbered lines: curl's traces, dumps of bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRACE_LINE: Final = re.compile(r"[ \t>|]{0,8}([0-9a-f]{4,8}): ?(.*)")
_HEX_LINE: Final = re.compile(
    r"[ \t>|]{0,16}(?:0x)?[0-9A-Fa-f]{4,8}:?[ \t]{1,4}((?:[0-9A-Fa-f]{2}){1,2}"
    r"(?:[ -]{1,2}(?:[0-9A-Fa-f]{2}){1,2}){0,31})(?=[ \t]{2}|[ \t]*+$|[ \t]+\|)"
)
_BYTES: Final = re.compile(r"[0-9A-Fa-f]{2}")
_MIN_LINES: Final = 2


def join_dump(text: str) -> str:
    """The text that a dump of it holds; the text itself if it is none."""
    if "0000" not in text:
        return text
    lines = text.splitlines()
    return _join_hex(lines) or _join_trace(lines) or text


def _join_hex(lines: list[str]) -> str | None:
    found = [_HEX_LINE.match(line) for line in lines]
    if sum(one is not None for one in found) < _MIN_LINES:
        return None
    data = bytearray()
    for line, match in zip(lines, found, strict=True):
        check_interruption()
        if match is None:
            data += f"\n{line}\n".encode(errors="surrogatepass")
        else:
            data += bytes.fromhex("".join(_BYTES.findall(match[1])))
    return data.decode(errors="replace").replace("\r\n", "\n")


def _join_trace(lines: list[str]) -> str | None:
    if not any(line.lstrip(" \t>|").startswith("0000: ") for line in lines):
        return None
    return "".join(_iter_trace(lines))


def _iter_trace(lines: list[str]) -> Iterator[str]:
    """Curl numbers a line by its first byte: a line's end is two bytes, a wrapped line has none."""
    expected = None
    for line in lines:
        check_interruption()
        match = _TRACE_LINE.match(line)
        if match is None:
            yield f"\n{line}\n"
            expected = None
            continue
        offset = int(match[1], 16)
        if expected is not None and offset != expected:
            yield "\n"
        yield match[2]
        expected = offset + len(match[2])
