"""Finds in code and logs which host a request goes to, and to which request a token belongs.

A proxy, a referer, an origin, a callback, a link in a sentence or a signature is no such host: an
address counts only where a method, a name such as ``url``, or a call stands before it.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from inspector_app.gateway.pasted.hosts import GATEWAY_NAME, HOST_PATTERN, parse_host
from inspector_app.session.interruption import check_interruption

_URL: Final = r"(?P<{name}>(?i:https?)://[^\s\"'<>`|\\()\]}},;]++)"
_METHODS: Final = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"
_NAMES: Final = (
    "(?:request[ _-]?|(?:api|base|service|target|full|http|effective|curlopt)_?)?ur[li]"
    f"|endpoint|(?:base_?)?address|gateway|server|path|{GATEWAY_NAME}"
)
_OTHER_NAMES: Final = "redirect|callback|refer+er|origin|proxy|avatar|image|home|return|logout"
_ANCHOR: Final = re.compile(
    r"(?P<line>\b[A-Z]{3,7} /[^\s\"']*+ HTTP/[0-9.]+)"
    rf"|\b(?:{_METHODS}|(?:Http)?[Mm]ethod[.:]{{1,2}}[A-Za-z]{{3,7}})\b"
    r"[\"'`]?[ \t]?[,:)\]]?[ \t]{0,4}"
    rf"[\"'`<(\[]{{0,2}}{_URL.format(name='method_url')}"
    rf"|(?<!\w)(?<!\w-)(?i:{_NAMES})[\"'`\])]{{0,2}}\s{{0,8}}(?:=>|:=|[:=,]|\s)\s{{0,8}}"
    r"(?:value[\"'`]?[ \t]{0,4}[:=][ \t]{0,4})?"
    r"(?:new\s[\w.]{1,40}\(|[\w.]{1,40}\()?[@$frb]?[\"'`<(\[]{0,2}"
    rf"{_URL.format(name='named_url')}"
    r"|(?<![\w.$:>-])(?P<call>[\w.$:>-]{1,80}+)\??\([ \t\r\n]{0,16}"
    r"(?:string:\s?|url:\s?)?[@$frb]?[\"'`]"
    rf"{_URL.format(name='call_url')}"
    rf"|(?P<objc>(?:URL|string)WithString):\s?@\"{_URL.format(name='objc_url')}"
    rf"|\bstream for {_URL.format(name='stream_url')}"
    r"|(?P<pool_url>(?i:https?)://[^\s\"'<>`|\\()\]},;]{1,255}+) \"[A-Z]{3,7} /"
    rf"|^(?P<vhost>{HOST_PATTERN}) [0-9a-fA-F.:]{{3,45}} \S{{1,64}} \S{{1,64}} "
    r"\[[^\]\n]{1,64}\] \"[A-Z]"
    r"|(?<![\w-])(?i:(?P<host_name>:?authority|(?:remote|d)?host(?:_?name)?|server_name)"
    r"(?:[\"'`]?[ \t]{0,4}(?:=>|[:=,(])[ \t]{0,4}@?[\"'`]"
    r"|[\"'`\]]{0,2}(?::[ \t]{0,4}|=\[?)(?=[\w\[]))"
    rf"(?P<host>{HOST_PATTERN})(?![\w@/-]))"
    # The documented call's address counts wherever it stands: no page and no picture has such one.
    r"|(?P<service_url>(?i:https?)://[^\s\"'<>/?#]{1,255}+/[a-z-]{2,40}-service/v[0-9]"
    r"[^\s\"'<>`|\\]*+)"
    r"|(?:HTTP(?:Connection|SConnection(?:Pool)?|\.(?:new|start))|HttpHost)\(\s?"
    rf"(?:host=)?[\"'](?P<connection>{HOST_PATTERN})",
    re.MULTILINE,
)
_NO_REQUEST: Final = re.compile(
    r"proxy|refer+er|origin|redirect|callback|log|print|puts|echo|require|import|href|navigate|goto"
    r"|assert|replace|header|add|link|console|equal",
    re.IGNORECASE,
)
_OTHER_NAME_BEFORE: Final = re.compile(
    rf"(?:{_OTHER_NAMES})[\w\"'` ]{{0,12}}[:=,>(]*\s?[\"'`]?$", re.IGNORECASE
)
_REQUEST_WORDS: Final = re.compile(
    rf"\b(?:method|path|uri|url|port|request|:method|{_METHODS})\b", re.IGNORECASE
)
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_WINDOW: Final = 400
_FAR: Final = 4096
"""Characters of one call, or of a line in a log."""

_BRACKETS: Final = {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}


class AnchorKind(Enum):
    """What an address in the text is."""

    REQUEST = "a request begins here, and this is its host"
    LINE = "a request begins here, and its host stands elsewhere"
    BARE = "an address that stands alone; the token may be a part of it"
    HOST = "the host of the request around it"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An address in a text that a request may go to."""

    kind: AnchorKind
    start: int
    end: int
    host: str | None


class Addresses:
    """The addresses of a text, to be asked for the host of the token at a place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anchors = [one for one in map(self._build_anchor, _ANCHOR.finditer(text)) if one]
        self._begins = [one for one in self._anchors if one.kind is not AnchorKind.HOST]
        self._starts = [one.start for one in self._begins]
        self._hosts = [one for one in self._anchors if one.kind is AnchorKind.HOST]
        self._host_starts = [one.start for one in self._hosts]
        self._paragraphs = [one.start() for one in _BLANK_LINE.finditer(text)]

    def find_host(self, start: int, *, is_named: bool) -> str | None:
        """The host of the request that carries what stands at ``start``.

        ``is_named`` says that it is a header's, a variable's or a member's value, and no word of a
        sentence: only such a one belongs to a request beyond a blank line.
        """
        if not self._anchors:
            return None
        place = bisect.bisect_right(self._starts, start)
        before = self._begins[place - 1] if place else None
        after = self._begins[place] if place < len(self._begins) else None
        if before is not None and before.kind is AnchorKind.BARE and start < before.end:
            return None
        on_line = self._find_on_line(before, after, start)
        if on_line is not None:
            return on_line
        named = self._find_host_header(before, after, start)
        if named is not None:
            return named
        if before is not None and before.kind is AnchorKind.LINE:
            return None
        return self._choose(before, after, start, is_named=is_named)

    def _choose(
        self, before: Anchor | None, after: Anchor | None, start: int, *, is_named: bool
    ) -> str | None:
        follows = before is not None and self._is_near(before.end, start)
        precedes = after is not None and self._is_near(start, after.start)
        if before is not None and (follows or self._is_inside(before.end, start)):
            return before.host
        if after is not None and is_named and (precedes or before is None):
            return after.host
        return before.host if before is not None and is_named else None

    def _find_on_line(self, before: Anchor | None, after: Anchor | None, start: int) -> str | None:
        if before is not None and self._is_on_line(before.end, start):
            return before.host
        if before is None and after is not None and self._is_on_line(start, after.start):
            return after.host
        return None

    def _find_host_header(
        self, before: Anchor | None, after: Anchor | None, start: int
    ) -> str | None:
        low = bisect.bisect_left(self._host_starts, before.start if before else 0)
        high = bisect.bisect_left(self._host_starts, after.start if after else len(self._text))
        if low >= high:
            return None
        place = bisect.bisect_left(self._host_starts, start, low, high)
        near = [self._hosts[one] for one in (place - 1, place) if low <= one < high]
        return min(near, key=lambda one: (abs(one.start - start), one.start)).host

    def _is_on_line(self, start: int, end: int) -> bool:
        return end - start <= _FAR and "\n" not in self._text[start:end]

    def _is_near(self, start: int, end: int) -> bool:
        """Whether no blank line lies between."""
        return bisect.bisect_left(self._paragraphs, start) == bisect.bisect_left(
            self._paragraphs, end
        )

    def _is_inside(self, start: int, end: int) -> bool:
        """Whether the call that begins before ``start`` is still open at ``end``."""
        depth = 0
        if end - start > _FAR:
            return False
        for one in self._text[start:end]:
            depth += _BRACKETS.get(one, 0)
            if depth < 0:
                return False
        return depth > 0

    def _build_anchor(self, match: re.Match[str]) -> Anchor | None:
        check_interruption()
        span = match.span()
        if match["line"]:
            return Anchor(AnchorKind.LINE, *span, None)
        if match["host"]:
            is_one = self._is_host_of_request(match)
            host = parse_host(f"//{match['host']}")
            return Anchor(AnchorKind.HOST, *span, host) if host and is_one else None
        bare = match["vhost"] or match["connection"]
        if bare:
            host = parse_host(f"//{bare}")
        elif match["call"] and _NO_REQUEST.search(match["call"]):
            return None
        else:
            url = next(match[name] for name in _URL_GROUPS if match[name])
            before = self._text[max(0, span[0] - 24) : span[0]]
            host = None if _OTHER_NAME_BEFORE.search(before) else parse_host(url)
        kind = AnchorKind.BARE if match["service_url"] else AnchorKind.REQUEST
        return Anchor(kind, *span, host) if host else None

    def _is_host_of_request(self, match: re.Match[str]) -> bool:
        """Whether it is a header's line or an option of a request, and no machine of a log."""
        name = match["host_name"]
        start, end = match.span()
        if name.lower().endswith("authority"):
            return True
        if self._text[match.start("host") - 1] not in "\"'`":
            if name == "Host" or (name.lower() == "host" and "=" not in match[0]):
                return True  # a line of a head, or a header in a map
            if self._text[end : end + 1] in {",", ";", ")"}:
                return False  # rather a variable
        return bool(_REQUEST_WORDS.search(self._text, max(0, start - _WINDOW), end + _WINDOW))


_URL_GROUPS: Final = (
    "method_url", "named_url", "call_url", "objc_url", "stream_url", "pool_url",
    "service_url",
)  # fmt: skip


class NearAddresses:
    """The addresses around a place of a text, found where they are asked for.

    Of a long text only the part around a token is looked at: its request does not begin further
    away than ``_BEFORE`` characters.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = 0
        self._addresses = Addresses("")

    def find_host(self, start: int, *, is_named: bool) -> str | None:
        """As ``Addresses.find_host``."""
        is_inside = self._start + _MARGIN <= start or self._start == 0
        if not (is_inside and start + _MARGIN <= self._end):
            self._start = max(0, start - _BEFORE)
            self._end = start + _AFTER
            self._addresses = Addresses(self._text[self._start : self._end])
        return self._addresses.find_host(start - self._start, is_named=is_named)


_MARGIN: Final = 4096
_BEFORE: Final = 12 * 1024
_AFTER: Final = 24 * 1024
