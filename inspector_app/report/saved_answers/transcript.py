"""Takes off what programs, editors and mails put around an answer: marks, quotes, colours."""

from __future__ import annotations

import codecs
import html
import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.interruption import check_interruption, has_match, iter_matches
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UTF8_BOM: Final = codecs.BOM_UTF8
_BOM_ENCODINGS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COLOUR: Final = re.compile(rb"\x1b(?:\[[0-9;?]{0,40}+[A-Za-z]|[()][0-9A-B])")
# What stands before comes second in each, so that the search goes from HTTP to HTTP.
_MARKED_HEAD: Final = re.compile(rb"< HTTP/(?<![^\n]< HTTP/)[0-9.]{1,5} [0-9]{3}")
_BARE_HEAD: Final = re.compile(rb"HTTP/(?<![^\n]HTTP/)[0-9.]{1,5} [0-9]{3}[ \r\n]")
_NOTE_LINE: Final = re.compile(
    rb"\*(?: |\r?\n|\Z)|>(?: (?:[A-Z]{3,10} |[A-Za-z0-9-]{1,100}+:)|[ \t]*+(?:\r?\n|\Z))"
    rb"|[{}] \[[0-9]{1,12} bytes data\]"
)
_METER_LINE: Final = re.compile(
    rb"(?<![^\n])(?:[ \t]*+(?:% Total|Dload )|[^{\n]{0,100}--:--:--[^{\[]{0,20}+\r?\n?\Z)"
)
_FENCE_LINE: Final = re.compile(rb"[ \t]{0,3}+(?:```|~~~|\{code|\{noformat)[^\r\n]{0,80}+\r?\n?\Z")
_PRE_ELEMENT: Final = re.compile(rb"<pre[^<>]{0,300}+>", re.IGNORECASE)
_PRE_END: Final = re.compile(rb"</pre>", re.IGNORECASE)
_QUOTED: Final = (b">", b"\r", b"\n")
_MAX_QUOTES: Final = 5
_MAX_HEAD: Final = 32
"""Bytes that tell the first line of an answer's head."""

_MAX_INDENTED: Final = 1 << 14
"""Bytes of blanks before a bracket, at most."""

# Where an answer may begin: at the begin of a line, or where a message was printed before it.
_JSON_START: Final = re.compile(rb'(?<![^\n])[ \t]*+([{\[])|(?<=[^\n])(\{[ \t]*+(?:"|\r?\n))')


def decode_text(data: bytes) -> bytes:
    """The text in UTF-8, without the mark that programs of Windows put before it.

    Raises:
        UnreadableFileError: if it says that it is UTF-16 or UTF-32 and is not.
    """
    if data.startswith(_UTF8_BOM):
        return data.removeprefix(_UTF8_BOM)
    encoding = next((name for mark, name in _BOM_ENCODINGS if data.startswith(mark)), None)
    encoding = encoding or _guess_encoding(data)
    if encoding is None:
        return data
    unit = 4 if "32" in encoding else 2
    whole = data[: len(data) - len(data) % unit]  # a line end that another program has added
    try:
        return whole.decode(encoding).encode()
    except UnicodeError:
        refusal = UnreadableFileError(
            tr("This file is damaged: it is no text in UTF-16. Save the answer again.")
        )
    raise refusal  # not within except: it would be chained to the other error


def _guess_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: answers begin with ASCII, whose other byte is 0."""
    match [byte == 0 for byte in data[:4]]:
        case [False, True, False, True]:
            return "utf-16-le"
        case [True, False, True, False]:
            return "utf-16-be"
        case _:
            return None


def strip_marks(text: bytes) -> bytes:
    """The text without the marks of ``curl -v``, fences, quotes of mails and colours."""
    if b"\x1b" in text:
        text = _COLOUR.sub(b"", text)
    text = _strip_quotes(text)
    if not has_match(_MARKED_HEAD, text, _MAX_HEAD):
        return _join(line for line in _iter_lines(text) if not _is_around(line))
    # Where the heads were printed as well (curl -v -i), the marked ones repeat them.
    keep_marked = not has_match(_BARE_HEAD, text, _MAX_HEAD)
    return _join(_iter_unmarked(text, keep_marked=keep_marked))


def iter_json_starts(text: bytes, limit: int) -> Iterator[int]:
    """Where JSON may begin in a text, at most so many places."""
    for count, found in enumerate(iter_matches(_JSON_START, text, _MAX_INDENTED)):
        if count == limit:
            break
        yield found.start(1) if found[1] else found.start(2)


def find_head(text: bytes) -> int | None:
    """Where the first head of an HTTP answer begins, at the begin of a line."""
    return next((found.start() for found in iter_matches(_BARE_HEAD, text, _MAX_HEAD)), None)


def _iter_lines(text: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(text):
        check_interruption()
        end = text.find(b"\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


def _join(lines: Iterable[bytes]) -> bytes:
    """The lines as one text; ``join`` would hold a million of them, and free them in one go."""
    joined = bytearray()
    for line in lines:
        joined += line
    return bytes(joined)


def _is_around(line: bytes) -> bool:
    return _FENCE_LINE.match(line) is not None or _METER_LINE.match(line) is not None


def _iter_unmarked(text: bytes, *, keep_marked: bool) -> Iterator[bytes]:
    for line in _iter_lines(text):
        if line[:1] == b"<" and line[1:2] in {b" ", b"\r", b"\n"}:
            if keep_marked:
                yield line[2:] if line[1:2] == b" " else line[1:]
        elif line.startswith(b"| "):  # Insomnia's timeline marks bodies too
            yield line[2:]
        elif not (_NOTE_LINE.match(line) or _is_around(line)):
            yield line


def open_page(text: bytes) -> bytes:
    """The text that a browser shows in a page of its own, as it saves what it shows.

    Any other text is returned as it is.
    """
    start = _PRE_ELEMENT.search(text) if text.lstrip()[:1] == b"<" else None
    end = None if start is None else _PRE_END.search(text, start.end())
    if start is None or end is None:
        return text
    shown = text[start.end() : end.start()].decode(errors="replace")
    return html.unescape(shown).encode(errors="replace")


def _strip_quotes(text: bytes) -> bytes:
    """Without the marks of a mail that quotes, where every line has one."""
    for _ in range(_MAX_QUOTES):
        if not text.startswith(b">") or not all(
            line.startswith(_QUOTED) for line in _iter_lines(text)
        ):
            break
        text = _join(line[2:] if line[1:2] == b" " else line[1:] for line in _iter_lines(text))
    return text
