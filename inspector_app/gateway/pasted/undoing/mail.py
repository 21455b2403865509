"""Undoes what mail does to a text in its source form: quoted-printable, base64, parts."""

from __future__ import annotations

import email
import quopri
import re
from typing import Final

from inspector_app.session.interruption import check_interruption

_ENCODING_LINE: Final = re.compile(
    r"^Content-Transfer-Encoding:[ \t]*(quoted-printable|base64)", re.IGNORECASE | re.MULTILINE
)
_MAIL_START: Final = re.compile(
    r"\A(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*+\n(?>(?:[ \t][^\n]*+\n){0,1000})){2}", re.IGNORECASE
)
_ESCAPE: Final = re.compile(r"=[0-9A-F]{2}")
_SOFT_BREAK: Final = re.compile(r"=[ \t]*+\r?$", re.MULTILINE)
_INVALID: Final = re.compile(r"=(?![0-9A-F]{2}|[ \t]*+\r?$)", re.MULTILINE)
_LONG_LINE: Final = re.compile(r"^[^\n]{60,79}=[ \t]*+\r?$", re.MULTILINE)
_TORN_TOKEN: Final = re.compile(
    r"(?:_S_[A-Za-z0-9]++|(?<![\w.-])eyJ[\w.-]++)="
    r"[ \t]*+\r?\n[ \t>]*+[A-Za-z0-9]"
)
_QUOTED_BREAK: Final = re.compile(r"=[ \t]*+\r?\n(?:[ \t]?>)++[ \t]?")
"""A line that was wrapped before it was quoted in an answer."""

_WRITTEN_EQUALS: Final = "=3D"


def undo_mail(text: str) -> str:
    """The text of a mail's source, or a part of it; the text itself without evidence of that."""
    if _ENCODING_LINE.search(text):
        if _MAIL_START.match(text):
            return _read_parts(text) or text
        return _undo_quoted_printable(text)
    return _undo_quoted_printable(text) if _is_quoted_printable(text) else text


def _is_quoted_printable(text: str) -> bool:
    """Each = begins an escape or ends a line, and more than one odd line shows it."""
    if _TORN_TOKEN.search(text):
        return True
    if _WRITTEN_EQUALS in text and (_SOFT_BREAK.search(text) or not _INVALID.search(text)):
        return True
    if _INVALID.search(text):
        return False
    return bool(_LONG_LINE.search(text) or _ESCAPE.search(text))


def _undo_quoted_printable(text: str) -> str:
    text = _QUOTED_BREAK.sub("=\n", text)
    data = quopri.decodestring(text.encode(errors="surrogatepass"))
    return data.decode(errors="replace")


def _read_parts(text: str) -> str:
    message = email.message_from_string(text)  # by its own policy: others import much
    pieces = []
    for part in message.walk():
        check_interruption()
        if part.get_content_maintype() != "text":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            pieces.append(payload.decode(errors="replace"))
    return "\n\n".join(pieces)
