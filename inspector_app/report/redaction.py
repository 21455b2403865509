"""Redacts answers for reports: secrets always, personal data by default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import holds_credential
from inspector_app.report.forms.surroundings import Surroundings
from inspector_app.report.personal_data import PersonalData
from inspector_app.report.pseudonyms import Kind, pseudonym
from inspector_app.session import credentials, lifetimes
from inspector_app.session.credentials import REMOVED, Credentials
from inspector_app.session.exchange import Failure
from inspector_app.session.judging.observer_effect import Effect, compare
from inspector_app.session.reading import reader
from inspector_app.session.reading.document import (
    Document,
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.examination import Examination
    from inspector_app.session.path import Path


_NONE: Final = Credentials()


class Level(Enum):
    """What is removed. No level keeps the credential itself."""

    PERSONAL = "personal"
    SECRETS = "secrets"


@dataclass(frozen=True, slots=True)
class Redaction:
    """The options of a redaction.

    ``key`` is this installation's own: the same person gets the same label in each of its reports,
    and nobody without it can guess whose label it is. ``credentials`` are known besides those of
    the answer: the token that was sent.
    """

    key: bytes = field(repr=False)
    level: Level = Level.PERSONAL
    credentials: Credentials = _NONE


def redact(document: Document, redaction: Redaction) -> Document:
    """The document without secrets and, at the default level, without personal data.

    Numbers, order and repeated names are kept as sent wherever nothing is removed.
    """
    found = credentials.of_document(document.root, written(document.root, None))
    return _redact(document, found | redaction.credentials, redaction)[0]


def redacted(examination: Examination, redaction: Redaction) -> Examination:
    """The analyzed answer as if the gateway had sent the redacted document.

    Whatever is derived from it, verdict, tree or report, can reveal no more than that document.
    """
    known = examination.credentials | redaction.credentials
    personal = None
    document = examination.document
    if document is not None:
        document, personal = _redact(document, known, redaction)
    elif redaction.level is Level.PERSONAL:
        personal = PersonalData(None, redaction.key)
    around = Surroundings(
        partial(hidden, known=known), None if personal is None else personal.free_text
    )
    answer = examination.answer
    if isinstance(answer, Failure):
        return replace(examination, answer=around.of_failure(answer), credentials=_NONE)
    answer = around.of_exchange(answer)
    if document is None:
        return replace(examination, answer=answer, credentials=_NONE)
    answer = replace(answer, body=b"")
    inspection = reader.read(document, answer.status)
    return replace(
        examination,
        answer=answer,
        document=document,
        inspection=inspection,
        lifetimes=lifetimes.lifetimes(inspection, answer),
        credentials=_NONE,
    )


def redacted_earlier(
    earlier: Examination | None, later: Examination, redaction: Redaction
) -> Examination | None:
    """The earlier answer redacted, for comparison; None where comparing is inconclusive.

    That must be decided before: once masked, the session IDs of any two answers look the same.
    """
    if earlier is None:
        return None
    seen = compare(earlier, later)
    if seen.effect is Effect.CANNOT_TELL and seen.supports is None:
        return None
    return redacted(earlier, redaction)


def organization_label(organization_id: str, redaction: Redaction) -> str:
    """The name of an organization in a document of this redaction."""
    if redaction.level is Level.SECRETS:
        return organization_id
    return pseudonym(Kind.ORGANIZATION, organization_id, redaction.key)


def hidden(text: str, known: Credentials) -> str:
    """The text with every credential masked; replaced entirely if it contains an encoded one."""
    text = _as_they_are_hidden(text, known)
    if holds_credential(text.encode(errors="surrogatepass"), known):
        return REMOVED
    return text


def _as_they_are_hidden(text: str, known: Credentials) -> str:
    return known.hidden(text) if known.are_in(text) else text  # checking first is much faster


def masked(value: Json, path: Path, known: Credentials) -> Json:
    """The part of an answer at ``path``, without secrets."""
    plain = _without_secrets(value, partial(_as_they_are_hidden, known=known), path)
    if not holds_credential(written(plain, None).encode(), known):
        return plain
    return _without_secrets(plain, partial(hidden, known=known), path)  # it contains an encoded one


def _redact(
    document: Document, known: Credentials, redaction: Redaction
) -> tuple[Document, PersonalData | None]:
    """The redacted document, and the redactor of its personal data where the level removes them."""
    root = masked(document.root, (), known)
    notices = [one.with_each(partial(hidden, known=known)) for one in document.notices]
    if redaction.level is not Level.PERSONAL:
        return Document(root, tuple(notices)), None
    personal = PersonalData(root, redaction.key)
    notices = [one.with_each(personal.free_text) for one in notices]
    return Document(personal.removed(), tuple(notices)), personal


def _without_secrets(value: Json, hide: Callable[[str], str], path: Path) -> Json:
    if credentials.is_secret_place(path) and not isinstance(value, bool | None) and value != "":
        return credentials.mask(value) if isinstance(value, str) else REMOVED
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
            return value if hide(text) == text else REMOVED
        case str():
            return hide(value)
        case _:
            return value
