"""Texts that somebody might send: samples of the project, changed in ways that break readers."""

import base64
import html
import quopri
from collections.abc import Callable, Sequence
from urllib.parse import quote

from hypothesis import strategies as st

MAX_LENGTH = 200_000
"""Characters of a mutated text: long enough to tell a reader that looks twice from one that reads
once, and short enough for hundreds of them a minute."""

_MARKS = (
    *("\u200b", "\u00ad", "\u202e", "\ufeff", "\u0301", "\ud800", "\x00", "\x1b[31m", "\u2028"),
    *(" ", "\n", "\r\n", "\t", "*", "_", "`", "> ", "=\n", "\\", "\\r\\n", "…", "-", ".", ";", ","),
    *(
        '"',
        "'",
        "”",
        "&quot;",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "(",
        "|",
        "%",
        "=3D",
        "%3D",
        "^",
        "$(",
    ),
)
_WORDS = (
    *(
        "{",
        "$(",
        "IAM_S_",
        "APP_PORTAL_S_",
        "eyJ",
        "Bearer ",
        "Authorization: ",
        "Cookie: global_id=",
    ),
    *("curl ", " -H ", " -x ", "https://apim.example.com", "//", "data:,", "=1+1", "<script>"),
    *("HTTP/1.1 200 OK\r\n", "HTTP/2 401\n\n", "Content-Encoding: gzip\r\n", "5\r\n", "0\r\n\r\n"),
    *("Transfer-Encoding: chunked\r\n\r\n", "null", "true", "undefined", "REDACTED", "1e999", "-1"),
    *('"session":', '"status":30401,', '"id":', '"message":"', '{"log":{"entries":['),
)


def _in_base64(text: str) -> str:
    return base64.b64encode(text.encode(errors="surrogatepass")).decode()


def _in_hex(text: str) -> str:
    return text.encode(errors="surrogatepass").hex()


def _quoted_printable(text: str) -> str:
    return quopri.encodestring(text.encode(errors="surrogatepass")).decode()


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(one) & 0xFFFF:04x}" for one in text)


def _percent_encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")


ENCODINGS: tuple[Callable[[str], str], ...] = (
    _percent_encoded, _in_base64, _in_hex, _quoted_printable, _escaped, html.escape, str.swapcase,
    str.lower, str.upper,
)  # fmt: skip
"""What programs on the way make of a text."""


@st.composite
def mutated(draw: st.DrawFn, samples: Sequence[str], most: int = 6) -> str:
    """One of the samples after up to ``most`` changes, at most MAX_LENGTH characters long."""
    text = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(0, most))):
        change: _Change = draw(st.sampled_from(_CHANGES))
        text = change(draw, text)[:MAX_LENGTH]
    return text


def _cut(draw: st.DrawFn, text: str) -> tuple[str, str, str]:
    """The text in three parts, of which the middle one is at most some hundred characters."""
    start = draw(st.integers(0, len(text)))
    length = draw(st.integers(0, 300))
    return text[:start], text[start : start + length], text[start + length :]


def _insert(draw: st.DrawFn, text: str) -> str:
    before, inside, after = _cut(draw, text)
    word: str = draw(st.sampled_from(_MARKS + _WORDS))
    return before + word + inside + after


def _leave_out(draw: st.DrawFn, text: str) -> str:
    before, _, after = _cut(draw, text)
    return before + after


def _repeat(draw: st.DrawFn, text: str) -> str:
    before, inside, after = _cut(draw, text)
    unit = inside or draw(st.sampled_from(_MARKS + _WORDS))
    times = draw(st.sampled_from((2, 3, 17, MAX_LENGTH // len(unit))))
    return before + (unit * times)[: max(0, MAX_LENGTH - len(text))] + after


def _encode(draw: st.DrawFn, text: str) -> str:
    before, inside, after = _cut(draw, text)
    encode: Callable[[str], str] = draw(st.sampled_from(ENCODINGS))
    return before + encode(inside) + after


def _mark(draw: st.DrawFn, text: str) -> str:
    """A mark between all characters of a part, or before all of its lines."""
    before, inside, after = _cut(draw, text)
    mark = draw(st.sampled_from(_MARKS))
    if draw(st.booleans()):
        return before + mark.join(inside) + after
    return before + inside.replace("\n", "\n" + mark) + after


def _move(draw: st.DrawFn, text: str) -> str:
    before, inside, after = _cut(draw, text)
    return before + after + inside


def _garble(draw: st.DrawFn, text: str) -> str:
    before, _, after = _cut(draw, text)
    return before + draw(st.text(max_size=20)) + after


_Change = Callable[[st.DrawFn, str], str]
_CHANGES: tuple[_Change, ...] = (_insert, _leave_out, _repeat, _encode, _mark, _move, _garble)
