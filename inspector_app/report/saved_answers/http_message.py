"""Parses raw HTTP answers, as ``curl -i`` saves them: any number of heads, then the last body."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session import http_status
from inspector_app.session.interruption import check_interruption, has_match, iter_matches
from inspector_app.session.parsing import answer_parser, strict_json
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text

_STATUS_LINE: Final = re.compile(
    rb"(?:(?<![^\n])|(?<=>))HTTP/[0-9.]{1,5} ([0-9]{3})(?: [^\r\n]*+)?\r?\n"
)
_HEADER_LINE: Final = re.compile(
    rb"(?<![^\n])(:?[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}+)[ \t]*+:[ \t]*+([^\r\n]*+)\r?\n"
)
_FOLDED_LINE: Final = re.compile(rb"(?<![^\n])[ \t]++([^\s][^\r\n]*+)\r?\n")
_OTHER_LINE: Final = re.compile(rb"(?<![^\n])[^\r\n{\[<\xef][^\r\n]*+\r?\n")
_BLANK_LINE: Final = re.compile(rb"(?<![^\n])[ \t]*+\r?\n")
_BLANK_LINES: Final = re.compile(rb"(?<![^\n])(?:[ \t]*+\r?\n)*+")
_BODY_START: Final = (b"{", b"[", b"<", codecs.BOM_UTF8)
# A head in the middle of something else: a status line needs a header, or an empty line, behind it.
# What stands before it comes second, so that the search goes from HTTP to HTTP.
_LATER_HEAD: Final = re.compile(
    rb"HTTP/(?:(?<![^\n]HTTP/)|(?<=>HTTP/))[0-9.]{1,5} [0-9]{3}(?: [^\r\n]{0,200}+)?+\r?\n"
    rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}+:|\r?\n)"
)
_MAX_LATER_HEAD: Final = 512
"""Bytes that tell such a head: its first line, and the name of its first field."""

_NOT_ANSWERS: Final = frozenset({AnswerFormat.OTHER, AnswerFormat.GATEWAY})


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """The last answer of several that one command was given.

    ``passed`` are the statuses of those before: a proxy's, redirects that were followed, logins
    that were asked for.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    passed: tuple[int, ...] = ()

    def get_header(self, name: str) -> str | None:
        """The first header of this lower-case name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def is_http_message(data: bytes) -> bool:
    """Whether the bytes begin with the head of an HTTP answer."""
    return _STATUS_LINE.match(data) is not None


def has_later_message(data: bytes) -> bool:
    """Whether there is another HTTP answer somewhere in these bytes."""
    return has_match(_LATER_HEAD, data, _MAX_LATER_HEAD)


def parse_http_message(data: bytes) -> HttpMessage:
    """The last answer in the bytes, which must be ``is_http_message``.

    Raises:
        UnreadableFileError: if a head is cut off, or several are answers on their own.
    """
    at = 0
    passed: list[int] = []
    while True:
        check_interruption()
        status, headers, at = _parse_head(data, at)
        following = _find_next_head(data, at, status, headers)
        if following is None:
            return HttpMessage(status, headers, data[at:], tuple(passed))
        passed.append(status)
        at = following


def _parse_head(data: bytes, at: int) -> tuple[int, tuple[tuple[str, str], ...], int]:
    line = _STATUS_LINE.match(data, at)
    assert line is not None  # noqa: S101 - the caller has looked
    status, at = int(line[1]), line.end()
    headers: list[tuple[str, str]] = []
    while not (end := _BLANK_LINE.match(data, at)):
        if header := _HEADER_LINE.match(data, at):
            value = header[2].decode("latin-1").strip()
            headers.append((header[1].decode("latin-1"), value))
        elif headers and (header := _FOLDED_LINE.match(data, at)):
            name, value = headers[-1]
            headers[-1] = name, f"{value} {header[1].decode('latin-1').strip()}"
        elif headers and data.startswith(_BODY_START, at):
            return status, tuple(headers), at  # copied without the empty line
        elif not (header := _OTHER_LINE.match(data, at)):
            raise UnreadableFileError(
                tr("The headers in this file are cut off: save the answer with its body.")
            )
        at = header.end()
    return status, tuple(headers), end.end()


def _find_next_head(
    data: bytes, at: int, status: int, headers: tuple[tuple[str, str], ...]
) -> int | None:
    """Where the head of the answer to the same command's next request begins.

    An answer without a body, before another one, is none that anybody waited for. With a body, it
    is one where it asks for the next request: a redirect, a login.
    """
    blank = _BLANK_LINES.match(data, at)
    start = at if blank is None else blank.end()
    if _STATUS_LINE.match(data, start):
        return start
    later = next(iter_matches(_LATER_HEAD, data, _MAX_LATER_HEAD, at), None)
    if later is None:
        return None
    body = data[at : later.start()]
    if _wants_another_request(status, headers) and not _is_answer(body):
        return later.start()
    raise UnreadableFileError(describe_several_answers())  # no text in JSON has line ends


def _wants_another_request(status: int, headers: tuple[tuple[str, str], ...]) -> bool:
    names = {name.lower() for name, _ in headers}
    return (
        status in http_status.REDIRECT_STATUSES
        or status == http_status.PROXY_AUTHENTICATION_REQUIRED
        or (status == http_status.UNAUTHORIZED and "www-authenticate" in names)
    )


def _is_answer(body: bytes) -> bool:
    try:
        root = strict_json.parse_document(body).root
    except BodyParseError:
        return False
    return isinstance(root, JsonObject) and answer_parser.detect_format(root) not in _NOT_ANSWERS


def describe_several_answers() -> Text:
    """That the file holds more answers than one, and what to do."""
    return tr("This file holds several answers. Save the one that is meant in a file of its own.")
