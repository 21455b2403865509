"""Names the files that hold no answer which is read here, and what to do instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import MAX_BODY_SIZE
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.translatable_text import Text

_ARCHIVE: Final = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_CAPTURE: Final = (b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\xc3\xd4", b"\x0a\x0d\x0d\x0a", b"M<\xb2\xa1")
_PICTURE: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"%PDF")
_CONTAINER: Final = re.compile(
    rb'\A\s*+[\[{][\s\[{]*+"(?:schema|log|entries|startedDateTime|_[a-z]|har|info|collection'
    rb"|version|results|summary|status|resources|iterationIndex|pageref|connection|cache)"
)
_MAX_PARTS: Final = 3_000_000
"""Brackets and commas of a large file: each object takes some hundred bytes of memory."""


def name_foreign_file(data: bytes) -> Text | None:
    """What a file is that is no text, and what to do; None where it may be an answer."""
    if data.startswith(_ARCHIVE):
        return tr("This file is an archive: unpack it, and open the answer that is in it.")
    if data.startswith(_CAPTURE):
        return tr("This file is a network capture. Save the answer itself, as text or as a HAR.")
    if data.startswith(_PICTURE):
        return tr("This file is a picture or a PDF: copy the answer as text instead.")
    return None


def is_container(data: bytes) -> bool:
    """Whether the bytes begin like an export or a recording, which may be larger than an answer."""
    return _CONTAINER.match(data) is not None


def has_too_many_parts(data: bytes) -> bool:
    """Whether a text in JSON has more values than there is memory for."""
    if len(data) <= MAX_BODY_SIZE:
        return False
    return sum(map(data.count, (b"{", b"[", b","))) > _MAX_PARTS


def name_json_without_answer(root: Json) -> Text:
    """What a file in JSON is, and what to do, where no answer was found in it."""
    names = root.names if isinstance(root, JsonObject) else frozenset[str]()
    log = root.get("log") if isinstance(root, JsonObject) else None
    if isinstance(log, JsonObject) and isinstance(log.get("entries"), JsonArray):
        return tr(
            "This recording holds no answer to /session/info. Record again while the call is made."
        )
    if "__meta__" in names:
        return tr(
            "This is a session file of HTTPie: it holds the login, not the answer. Save what "
            "“http” prints instead."
        )
    if names & {"_postman_id", "_postman_variable_scope", "__export_format"} or (
        "info" in names and "item" in names
    ):
        return tr(
            "This is an export of an API client without an answer in it. Save the response itself "
            "to a file."
        )
    return tr("This file is JSON, but neither an export of this app nor a session answer.")
