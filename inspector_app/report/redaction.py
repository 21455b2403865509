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
from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, Credentials
from inspector_app.session.exchange import Failure
from inspector_app.session.judging.observer_effect import RefreshEffect, compare_answers
from inspector_app.session.reading import reader
from inspector_app.session.reading.document import (
    Json,
    JsonArray,
    JsonDocument,
    JsonNumber,
    JsonObject,
    dump_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.examination import AnalyzedAnswer
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


def redact(document: JsonDocument, redaction: Redaction) -> JsonDocument:
    """The document without secrets and, at the default level, without personal data.

    Numbers, order and repeated names are kept as sent wherever nothing is removed.
    """
    found = credentials.find_in_document(document.root, dump_json(document.root, None))
    return _redact(document, found | redaction.credentials, redaction)[0]


def redacted(examination: AnalyzedAnswer, redaction: Redaction) -> AnalyzedAnswer:
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
    answer = examination.call_result
    if isinstance(answer, Failure):
        return replace(examination, call_result=around.of_failure(answer), credentials=_NONE)
    answer = around.of_exchange(answer)
    if document is None:
        return replace(examination, call_result=answer, credentials=_NONE)
    answer = replace(answer, body=b"")
    inspection = reader.parse_answer(document, answer.status)
    return replace(
        examination,
        call_result=answer,
        document=document,
        parsed=inspection,
        lifetimes=lifetimes.compute_lifetimes(inspection, answer),
        credentials=_NONE,
    )


def redacted_earlier(
    earlier: AnalyzedAnswer | None, later: AnalyzedAnswer, redaction: Redaction
) -> AnalyzedAnswer | None:
    """The earlier answer redacted, for comparison; None where comparing is inconclusive.

    That must be decided before: once masked, the session IDs of any two answers look the same.
    """
    if earlier is None:
        return None
    seen = compare_answers(earlier, later)
    if seen.effect is RefreshEffect.CANNOT_TELL and seen.supported_expiry is None:
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
        return CREDENTIAL_PLACEHOLDER
    return text


def _as_they_are_hidden(text: str, known: Credentials) -> str:
    return known.mask_text(text) if known.has_match(text) else text  # checking first is much faster


def masked(value: Json, path: Path, known: Credentials) -> Json:
    """The part of an answer at ``path``, without secrets."""
    plain = _without_secrets(value, partial(_as_they_are_hidden, known=known), path)
    if not holds_credential(dump_json(plain, None).encode(), known):
        return plain
    return _without_secrets(plain, partial(hidden, known=known), path)  # it contains an encoded one


def _redact(
    document: JsonDocument, known: Credentials, redaction: Redaction
) -> tuple[JsonDocument, PersonalData | None]:
    """The redacted document, and the redactor of its personal data where the level removes them."""
    root = masked(document.root, (), known)
    notices = [one.map_strings(partial(hidden, known=known)) for one in document.notices]
    if redaction.level is not Level.PERSONAL:
        return JsonDocument(root, tuple(notices)), None
    personal = PersonalData(root, redaction.key)
    notices = [one.map_strings(personal.free_text) for one in notices]
    return JsonDocument(personal.removed(), tuple(notices)), personal


def _without_secrets(value: Json, hide: Callable[[str], str], path: Path) -> Json:
    if credentials.is_secret_path(path) and not isinstance(value, bool | None) and value != "":
        return (
            credentials.mask_credential(value) if isinstance(value, str) else CREDENTIAL_PLACEHOLDER
        )
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
            return value if hide(text) == text else CREDENTIAL_PLACEHOLDER
        case str():
            return hide(value)
        case _:
            return value
