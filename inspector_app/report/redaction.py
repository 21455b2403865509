"""Redacts answers for reports: secrets always, personal data by default."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.report.companion_redaction import (
    find_organization_label,
    get_document_type,
    list_organization_labels,
    mask_companion,
    redact_companion,
)
from inspector_app.report.exchange_redactor import ExchangeRedactor
from inspector_app.report.personal_data import PersonalDataRedactor
from inspector_app.report.pseudonyms import (
    PseudonymKind,
    PseudonymRegistry,
    compute_long_pseudonym,
    compute_pseudonym,
)
from inspector_app.session import credentials, lifetimes
from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, Credentials
from inspector_app.session.diagnosis.observer_effect import RefreshEffect, compare_answers
from inspector_app.session.exchange import Failure
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import answer_parser
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonDocument,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.system import heap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.companion import Companion
    from inspector_app.session.parsing.parsed_answer import Organization
    from inspector_app.session.path import Path


_NO_CREDENTIALS: Final = Credentials()


class RedactionLevel(Enum):
    """What is removed. No level keeps the credential itself."""

    PERSONAL = "personal"
    SECRETS = "secrets"


@dataclass(frozen=True, slots=True)
class Redaction:
    """The options of a redaction.

    ``key`` is this installation's own: the same person gets the same label in each of its reports,
    and nobody without it can guess whose label it is. ``credentials`` are known besides those of
    the answer: the token that was sent. ``pseudonyms`` are those of answers that are shown beside
    it, so that two people never have one label.
    """

    key: bytes = field(repr=False)
    level: RedactionLevel = RedactionLevel.PERSONAL
    credentials: Credentials = _NO_CREDENTIALS
    pseudonyms: PseudonymRegistry | None = None


def redact_document(document: JsonDocument, redaction: Redaction) -> JsonDocument:
    """The document without secrets and, at the default level, without personal data.

    Numbers, order and repeated names are kept as sent wherever nothing is removed.
    """
    found = credentials.find_in_document(document.root, dump_json(document.root, None))
    masked = _mask_document(document, found | redaction.credentials)
    return _redact_personal_data(masked, _create_redactor(masked, redaction))


def redact_analyzed_answer(analyzed: AnalyzedAnswer, redaction: Redaction) -> AnalyzedAnswer:
    """The analyzed answer as if the gateway had sent the redacted document.

    Whatever is derived from it, verdict, tree or report, can reveal no more than that document.
    """
    known = analyzed.credentials | redaction.credentials
    document = analyzed.document
    companions: tuple[Companion, ...] = ()
    if document is not None:
        document = _mask_document(document, known)
        companions = tuple(
            mask_companion(one, lambda root: mask_json(root, (), known))
            for one in analyzed.companions
        )
    return heap.make_and_release(
        lambda: _create_redactor(document, redaction, companions),
        lambda personal: _redact_masked(analyzed, known, document, companions, personal),
    )


def _redact_masked(
    analyzed: AnalyzedAnswer,
    known: Credentials,
    document: JsonDocument | None,
    companions: Sequence[Companion],
    personal: PersonalDataRedactor | None,
) -> AnalyzedAnswer:
    """The answer with what is left of its document and its companions, which have no secrets."""
    around = ExchangeRedactor(
        partial(mask_credentials, known=known), None if personal is None else personal.redact_text
    )
    answer = analyzed.call_result
    if isinstance(answer, Failure):
        return replace(
            analyzed, call_result=around.redact_failure(answer), credentials=_NO_CREDENTIALS
        )
    if document is None:
        answer = around.redact_exchange(answer)
        return replace(analyzed, call_result=answer, credentials=_NO_CREDENTIALS)
    document = _redact_personal_data(document, personal)
    answer = around.redact_exchange(replace(answer, body=b""))  # the document stands for it
    parsed = answer_parser.parse_answer(document, answer.status)
    return replace(
        analyzed,
        call_result=answer,
        document=document,
        parsed=parsed,
        lifetimes=lifetimes.compute_lifetimes(parsed, answer),
        credentials=_NO_CREDENTIALS,
        companions=tuple(redact_companion(one, around, personal) for one in companions),
    )


def redact_earlier_answer(
    earlier: AnalyzedAnswer | None, later: AnalyzedAnswer, redaction: Redaction
) -> AnalyzedAnswer | None:
    """The earlier answer redacted, for comparison; None where comparing is inconclusive.

    That must be decided before: once masked, the session IDs of any two answers look the same. Only
    where the later one has no session, the earlier one's times say how early it ended.
    """
    if earlier is None:
        return None
    if later.lifetimes is None and earlier.lifetimes is not None:
        return redact_analyzed_answer(earlier, redaction)
    seen = compare_answers(earlier, later)
    if seen.effect is RefreshEffect.CANNOT_TELL and seen.supported_expiry is None:
        return None
    return redact_analyzed_answer(earlier, redaction)


def get_organization_label(organization_id: str, redaction: Redaction) -> str:
    """The name of an organization in a document of this redaction."""
    if redaction.level is RedactionLevel.SECRETS:
        return organization_id
    return compute_pseudonym(PseudonymKind.ORGANIZATION, organization_id, redaction.key)


def label_expected_organization(
    expected: str, original: AnalyzedAnswer, redacted: AnalyzedAnswer, redaction: Redaction
) -> str:
    """What the expected organization, typed as id or name, is called in the redacted answer.

    That it is the user's, or that it is not, is decided before: by short labels alone, one of
    65,536 organizations would pass for another.
    """
    if redaction.level is RedactionLevel.SECRETS or not expected:
        return expected
    labels = _list_organizations(redacted)
    for organization, label in zip(_list_organizations(original), labels, strict=True):
        if organization is not None and label is not None and organization.is_named(expected):
            return label.id.value or label.name.value or ""
    listed = find_organization_label(original.companions, redacted.companions, expected)
    if listed is not None:
        return listed
    taken = {label.id.value for label in labels if label is not None}
    taken |= list_organization_labels(redacted.companions)
    label_of_none = get_organization_label(expected, redaction)
    if label_of_none not in taken:
        return label_of_none
    return compute_long_pseudonym(PseudonymKind.ORGANIZATION, expected, redaction.key)


def _list_organizations(analyzed: AnalyzedAnswer) -> tuple[Organization | None, ...]:
    session = None if analyzed.parsed is None else analyzed.parsed.session
    if session is None:
        return ()
    return (session.working_organization, session.resident_organization)


def mask_credentials(text: str, known: Credentials) -> str:
    """The text with every credential masked; replaced entirely if it contains an encoded one."""
    return known.mask_text(text)


def mask_json(value: Json, path: Path, known: Credentials) -> Json:
    """The part of an answer at ``path``, without secrets."""
    return _SecretMasker(value, known).mask(value, path)


def _mask_document(document: JsonDocument, known: Credentials) -> JsonDocument:
    notices = [one.map_strings(partial(mask_credentials, known=known)) for one in document.notices]
    return JsonDocument(mask_json(document.root, (), known), tuple(notices))


def _create_redactor(
    document: JsonDocument | None, redaction: Redaction, companions: Sequence[Companion] = ()
) -> PersonalDataRedactor | None:
    """The redactor of personal data, or None where the level keeps them.

    It knows the identities of all the documents: the same person has the same label in each.
    """
    if redaction.level is not RedactionLevel.PERSONAL:
        return None
    roots = [
        (get_document_type(one.kind), one.document.root)
        for one in companions
        if one.document is not None
    ]
    root = None if document is None else document.root
    return PersonalDataRedactor(root, redaction.key, roots, redaction.pseudonyms)


def _redact_personal_data(
    document: JsonDocument, personal: PersonalDataRedactor | None
) -> JsonDocument:
    if personal is None:
        return document
    notices = [one.map_strings(personal.redact_text) for one in document.notices]
    return JsonDocument(personal.redact_document(), tuple(notices))


class _SecretMasker:
    """Masks a part of an answer; its texts are searched together, which is much the quickest."""

    def __init__(self, value: Json, known: Credentials) -> None:
        self._known = known
        texts = _collect_texts(value)
        self._matches = known.find_matches(texts)
        self._coded = credentials.find_coded(value, known, texts)
        self._place = 0  # among all numbers and texts, where some of them are codes
        self._secret_names: dict[str, bool] = {}

    def mask(self, value: Json, path: Path) -> Json:
        """The value at this path, masked."""
        return self._mask_value(value, path, is_secret=credentials.is_secret_path(path))

    def _mask_value(self, value: Json, path: Path, *, is_secret: bool = False) -> Json:
        if is_secret and not isinstance(value, bool | None) and value != "":
            self._place += len(credentials.list_leaves(value)) if self._coded else 0
            return (
                credentials.mask_credential(value)
                if isinstance(value, str)
                else CREDENTIAL_PLACEHOLDER
            )
        match value:
            case str() | JsonNumber():
                return self._mask_leaf(value)
            case JsonObject(members):
                check_interruption()
                # What has no secret in it is not copied: most of a large answer.
                masked = [self._mask_member(member, path) for member in members]
                is_same = all(map(operator.is_, masked, members))
                return value if is_same else JsonObject(tuple(masked))
            case JsonArray(items):
                check_interruption()
                found = [self._mask_value(item, (*path, row)) for row, item in enumerate(items)]
                is_same = all(map(operator.is_, found, items))
                return value if is_same else JsonArray(tuple(found))
            case _:
                return value

    def _mask_member(self, member: tuple[str, Json], path: Path) -> tuple[str, Json]:
        name, value = member
        inner = (*path, name)
        is_secret = self._secret_names.get(name)
        if is_secret is None:
            check_interruption()
            is_secret = self._secret_names[name] = credentials.is_secret_path((name,))
        if not is_secret and name == "id":
            is_secret = credentials.is_secret_path(inner)
        shown, masked = self._hide(name), self._mask_value(value, inner, is_secret=is_secret)
        return member if shown is name and masked is value else (shown, masked)

    def _mask_leaf(self, value: str | JsonNumber) -> Json:
        if self._coded and self._is_coded():
            return CREDENTIAL_PLACEHOLDER
        if isinstance(value, str):
            return self._hide(value)
        return value if value.text not in self._matches else CREDENTIAL_PLACEHOLDER

    def _is_coded(self) -> bool:
        """Whether the next number or text stands for a character of a credential."""
        self._place += 1
        return self._place - 1 in self._coded

    def _hide(self, text: str) -> str:
        return self._known.mask_text(text) if text in self._matches else text


def _collect_texts(root: Json) -> set[str]:
    """All names, texts and numbers of a part of an answer."""
    texts: set[str] = set()
    waiting: list[Json] = [root]
    while waiting:
        check_interruption()
        match waiting.pop():
            case str(text) | JsonNumber(text):
                texts.add(text)
            case JsonObject(members):
                for name, member in members:
                    texts.add(name)
                    if isinstance(member, str):
                        texts.add(member)
                    elif not isinstance(member, bool | None):
                        waiting.append(member)
            case JsonArray(items):
                waiting += items
            case _:
                pass
    return texts
