"""What is taken out of an answer before it leaves: secrets always, personal data by default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import holds_credential
from inspector_app.report.personal_data import Kind, PersonalData, pseudonym
from inspector_app.session import credentials, lifetimes, reader
from inspector_app.session.credentials import Credentials
from inspector_app.session.document import (
    Document,
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    written,
)
from inspector_app.session.exchange import Exchange, Failure
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.session.examination import Examination
    from inspector_app.session.outline import Path
    from inspector_app.session.wording import Value

_HEADERS_THAT_MAY_LEAVE: Final = frozenset(
    {"date", "age", "content-type", "retry-after", "location"}
)
_REMOVED: Final = "[credential removed]"


class Level(Enum):
    """What is removed. The credential itself is in neither."""

    PERSONAL = "personal"
    SECRETS = "secrets"


@dataclass(frozen=True, slots=True)
class Redaction:
    """How to redact.

    ``key`` is this installation's own: the same person gets the same label in each of its reports,
    and nobody without it can guess whose label it is. ``credentials`` are known from elsewhere:
    the token that was sent.
    """

    key: bytes = field(repr=False)
    level: Level = Level.PERSONAL
    credentials: tuple[str, ...] = field(default=(), repr=False)


def redact(document: Document, redaction: Redaction) -> Document:
    """The document without secrets and, at the default level, without personal data.

    Numbers, order and repeated names stay as they were sent, wherever nothing is removed.
    """
    found = credentials.of_document(document.root, written(document.root, None)).values
    known = longest_first((*found, *redaction.credentials))
    root = masked(document.root, (), known)
    notices = [_each_value(one, partial(hidden, known=known)) for one in document.notices]
    if redaction.level is Level.PERSONAL:
        personal = PersonalData(root, redaction.key)
        root = personal.removed()
        notices = [_each_value(one, personal.free_text) for one in notices]
    return Document(root, tuple(notices))


def redacted(examination: Examination, redaction: Redaction) -> Examination:
    """The examination as if the gateway had sent the redacted document.

    Whatever is made of it, verdict, tree or report, can say no more than that document does.
    """
    known = longest_first(all_credentials(examination, redaction))
    answer = examination.answer
    if isinstance(answer, Failure):
        detail = None if answer.detail is None else _address(answer.detail, known, redaction.level)
        return replace(examination, answer=replace(answer, detail=detail), secrets=Credentials())
    answer = _bare(answer, known, redaction.level)
    if examination.document is None:
        return replace(examination, answer=answer, secrets=Credentials())
    answer = replace(answer, body=b"")
    document = redact(examination.document, redaction)
    inspection = reader.read(document, answer.status)
    return replace(
        examination,
        answer=answer,
        document=document,
        inspection=inspection,
        lifetimes=lifetimes.lifetimes(inspection, answer),
        secrets=Credentials(),
    )


def organization_label(organization_id: str, redaction: Redaction) -> str:
    """How an organization is called in a document of this redaction."""
    if redaction.level is Level.SECRETS:
        return organization_id
    return pseudonym(Kind.ORGANIZATION, organization_id, redaction.key)


def all_credentials(examination: Examination, redaction: Redaction) -> tuple[str, ...]:
    """Every credential known: those in the answer and those known from elsewhere."""
    return (*examination.credentials, *redaction.credentials)


def hidden(text: str, known: Credentials) -> str:
    """The text with every credential masked; removed whole where one is in it encoded."""
    text = _as_they_are_hidden(text, known)
    if holds_credential(text.encode(errors="surrogatepass"), known.values):
        return _REMOVED
    return text


def _as_they_are_hidden(text: str, known: Credentials) -> str:
    return known.hidden(text) if known.are_in(text) else text  # asking first is much quicker


def masked(value: Json, path: Path, known: Credentials) -> Json:
    """A part of an answer, which stands at ``path``, without secrets."""
    plain = _without_secrets(value, partial(_as_they_are_hidden, known=known), path)
    if not holds_credential(written(plain, None).encode(), known.values):
        return plain
    return _without_secrets(plain, partial(hidden, known=known), path)  # one is in it encoded


def longest_first(values: Iterable[str]) -> Credentials:
    """These as one value, ordered so that none is masked as a part of another."""
    return Credentials(tuple(sorted(dict.fromkeys(values), key=len, reverse=True)))


def _bare(answer: Exchange, known: Credentials, level: Level) -> Exchange:
    page = b"" if level is Level.PERSONAL else answer.body  # a page may greet a person
    return replace(
        answer,
        body=hidden(page.decode(errors="replace"), known).encode(),
        headers=tuple(
            (name, _address(value, known, level))
            for name, value in answer.headers
            if name.lower() in _HEADERS_THAT_MAY_LEAVE
        ),
    )


def _address(text: str, known: Credentials, level: Level) -> str:
    """The text, which may be an address, without the part of it that may name a person."""
    if level is Level.PERSONAL:
        text = text.partition("?")[0].partition("#")[0]
    return hidden(text, known)


def _without_secrets(value: Json, hide: Callable[[str], str], path: Path) -> Json:
    if credentials.is_secret_place(path) and not isinstance(value, bool | None) and value != "":
        return credentials.mask(value) if isinstance(value, str) else _REMOVED
    match value:
        case JsonObject(members):
            return JsonObject(
                tuple(
                    (hide(name), _without_secrets(member, hide, (*path, name)))
                    for name, member in members
                )
            )
        case JsonArray(items):
            return JsonArray(
                tuple(
                    _without_secrets(item, hide, (*path, place)) for place, item in enumerate(items)
                )
            )
        case JsonNumber(text):
            return value if hide(text) == text else _REMOVED
        case str():
            return hide(value)
        case _:
            return value


def _each_value(text: Text, change: Callable[[str], str]) -> Text:
    return Text(text.template, tuple((name, _one(value, change)) for name, value in text.values))


def _one(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, Text):
        return _each_value(value, change)
    return change(value) if isinstance(value, str) else value
