"""The last look at bytes before they leave: is a credential still in them, however written?"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from inspector_app.session.credentials import of_text
from inspector_app.session.token import LONGEST
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.credentials import Credentials

_LENGTHENED: Final = 32
"""Times its own length that a credential may have in any writing that is undone here."""

_ROUNDS: Final = 3
"""How often escapes are undone: JSON in a JSON string in an address is still found."""

_JSON_ESCAPES: Final = re.compile(rb"(?:\\u[0-9A-Fa-f]{4})+|\\[\"\\/bfnrt]")
_BLANKS: Final = b"\0\t\n\r "


class CredentialFound(Exception):  # noqa: N818 - the name says what happened
    """What was to leave the app still holds a credential; it must not leave.

    Attributes:
        words: what happened and what to do next, for a person.
    """

    def __init__(self) -> None:
        self.words = tr(
            "A credential was still in what was to leave the app, so nothing was handed out. "
            "Copy single values instead."
        )
        super().__init__(self.words)


def checked(data: bytes, credentials: Credentials) -> bytes:
    """The same bytes, if no credential is in them.

    Raises:
        CredentialFound: if one is.
    """
    if holds_credential(data, credentials):
        raise CredentialFound
    return data


def holds_credential(data: bytes, credentials: Credentials) -> bool:
    """Whether one of these, or anything that looks like one of EnOS, is in the bytes.

    Found as it is, quoted for addresses, in base64 at any alignment and in both alphabets, in hex,
    escaped for JSON or HTML, wrapped into lines, and all of that in UTF-8 as well as UTF-16.
    Credentials of fewer than eight characters are not looked for: those stand everywhere.
    """
    sought = credentials.writings()
    views = (view for piece in _pieces(data, sought.longest) for view in _views(piece))
    return any(sought.are_in(view) or of_text(view.decode("latin-1")) for view in views)


def _pieces(data: bytes, longest: int) -> Iterator[bytes]:
    """The bytes in pieces that overlap by more than any writing of a credential is long.

    A search through megabytes at once would hold up every other thread until it is over.
    """
    overlap = _LENGTHENED * max(longest, LONGEST)
    step = 2 * overlap  # even, as the pairs of UTF-16 are
    for start in range(0, max(1, len(data) - overlap), step):
        yield data[start : start + step + overlap]


def _views(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, without blanks and NULs, and with escapes undone in any order."""
    seen = {data, data.translate(None, _BLANKS)}
    newest = list(seen)
    for _ in range(_ROUNDS):
        yield from newest
        newest = [after for before in newest for after in _undone(before) if after not in seen]
        seen.update(newest)
    yield from newest


def _undone(data: bytes) -> set[bytes]:
    """Each way to undo one kind of escape, also without the line ends that were escaped."""
    plain = set(_unescaped(data))
    return plain | {one.translate(None, _BLANKS) for one in plain}


def _unescaped(data: bytes) -> Iterator[bytes]:
    """The bytes with the escapes of JSON, of addresses or of HTML undone, one kind at a time."""
    if b"\\" in data:
        yield _JSON_ESCAPES.sub(_without_escapes, data)
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"&" in data:
        yield html.unescape(data.decode("latin-1")).encode(errors="surrogatepass")


def _without_escapes(escapes: re.Match[bytes]) -> bytes:
    text: str = json.loads(b'"' + escapes[0] + b'"')
    return text.encode(errors="surrogatepass")
