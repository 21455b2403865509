"""Scans output for credentials, plain or encoded, as the last check before it is handed out."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from inspector_app.session.credentials import find_in_text
from inspector_app.session.token import MAX_TOKEN_LENGTH
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.credentials import Credentials

_MAX_ENCODING_GROWTH: Final = 32
"""Maximum factor by which an encoding that is decoded here lengthens a credential."""

_MAX_DECODING_ROUNDS: Final = 3
"""Maximum nesting of escapes: JSON in a JSON string in a URL is still found."""

_JSON_ESCAPES: Final = re.compile(rb"(?:\\u[0-9A-Fa-f]{4})+|\\[\"\\/bfnrt]")
_WHITESPACE_AND_NUL: Final = b"\0\t\n\r "


class CredentialLeakError(Exception):
    """Output still contains a credential and must not be handed out.

    Attributes:
        message: what happened and what to do next, for the user.
    """

    def __init__(self) -> None:
        self.message = tr(
            "A credential was still in what was to leave the app, so nothing was handed out. "
            "Copy single values instead."
        )
        super().__init__(self.message)


def ensure_no_credentials(data: bytes, credentials: Credentials) -> bytes:
    """The same bytes, if they contain no credential.

    Raises:
        CredentialLeakError: if they contain one.
    """
    if has_credential(data, credentials):
        raise CredentialLeakError
    return data


def has_credential(data: bytes, credentials: Credentials) -> bool:
    """Whether the bytes contain one of these, or anything that looks like an EnOS credential.

    Found as it is, percent-encoded, in base64 at any alignment and in both alphabets, in hex,
    escaped for JSON or HTML, wrapped into lines, and all of that in UTF-8 as well as UTF-16.
    Credentials of fewer than eight characters are not searched for: those occur everywhere.
    """
    sought = credentials.to_encodings()
    views = (
        view
        for piece in _iter_chunks(data, sought.max_length)
        for view in _iter_decoded_views(piece)
    )
    return any(sought.has_match(view) or find_in_text(view.decode("latin-1")) for view in views)


def _iter_chunks(data: bytes, longest: int) -> Iterator[bytes]:
    """The bytes in chunks that overlap by more than the longest encoding of a credential.

    A search through megabytes at once would block every other thread until it is over.
    """
    overlap = _MAX_ENCODING_GROWTH * max(longest, MAX_TOKEN_LENGTH)
    step = 2 * overlap  # even, as UTF-16 code units have two bytes
    for start in range(0, max(1, len(data) - overlap), step):
        yield data[start : start + step + overlap]


def _iter_decoded_views(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, without whitespace and NULs, and unescaped in any order."""
    seen = {data, data.translate(None, _WHITESPACE_AND_NUL)}
    newest = list(seen)
    for _ in range(_MAX_DECODING_ROUNDS):
        yield from newest
        newest = [after for before in newest for after in _decode_once(before) if after not in seen]
        seen.update(newest)
    yield from newest


def _decode_once(data: bytes) -> set[bytes]:
    """The results of decoding one kind of escape, also without the line ends that were escaped."""
    plain = set(_iter_unescaped(data))
    return plain | {one.translate(None, _WHITESPACE_AND_NUL) for one in plain}


def _iter_unescaped(data: bytes) -> Iterator[bytes]:
    """The bytes unescaped from JSON, from percent-encoding or from HTML, one kind at a time."""
    if b"\\" in data:
        yield _JSON_ESCAPES.sub(_decode_json_escapes, data)
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"&" in data:
        yield html.unescape(data.decode("latin-1")).encode(errors="surrogatepass")


def _decode_json_escapes(escapes: re.Match[bytes]) -> bytes:
    text: str = json.loads(b'"' + escapes[0] + b'"')
    return text.encode(errors="surrogatepass")
