"""Names the place in a text where a token was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.readers import (
    commands,
    free_text,
    har,
    headers,
    json_text,
    source_code,
)
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.gateway.pasted.found_token import FoundToken

_PLACES: Final[dict[Text, Text]] = {
    headers.FROM_AUTHORIZATION: tr("Authorization header"),
    headers.FROM_COOKIE: tr("cookie global_id"),
    source_code.FROM_STORAGE: tr("the browser's storage or a page's address"),
    source_code.FROM_SESSION_ID: tr("a value that is named as a session ID"),
    json_text.FROM_ANSWER: tr("the session of an answer"),
    json_text.FROM_JSON: tr("JSON text"),
    har.FROM_HAR: tr("HAR recording"),
    commands.FROM_CURL: tr("cURL command"),
    commands.OTHER_COMMANDS["wget"]: tr("wget command"),
    commands.OTHER_COMMANDS["http"]: tr("HTTPie command"),
    source_code.FROM_PROGRAM: tr("program text"),
    free_text.FROM_TEXT: tr("in the text"),
}
"""What each reader says of the place, as a name of it; the most telling first."""


def describe_place(found: FoundToken) -> Text:
    """Where it stands in the text, in a few words: line, header, host and time where known."""
    said = (*found.notes, found.place)
    where = next((name for place, name in _PLACES.items() if place in said), tr("in the text"))
    if found.host is not None:
        where = tr("{place}, sent to {host}", place=where, host=found.host)
    if found.time is not None:
        where = tr("{place}, {time}", place=where, time=found.time.words)
    if found.line is None:
        return where
    return tr("Line {line}: {place}", line=found.line, place=where)
