"""The answers of the calls beside session info: about organizations, each with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import ApiCall, Exchange, Failure
from inspector_app.session.http_status import FIRST_ERROR_STATUS
from inspector_app.session.parsing import answer_codes, answer_parser, strict_json
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.organization_info import (
    OrganizationInfo,
    OrganizationList,
    parse_organization_info,
    parse_organization_list,
)
from inspector_app.session.parsing.parse_errors import BodyParseError
from inspector_app.session.parsing.parsed_answer import AnswerOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.path import Path

COMPANIONS_NAME: Final = "companions"
"""The first step of every path into a companion's answer: the name of their part of an export."""

_HTTP_SUCCESS: Final = 200
_NO_CREDENTIALS: Final = Credentials()


class CompanionKind(Enum):
    """What a call beside session info was about. The values are public."""

    WORKING_ORGANIZATION = "working_organization"
    HOME_ORGANIZATION = "home_organization"
    ORGANIZATION_LIST = "organization_list"

    @property
    def call(self) -> ApiCall:
        """The documented call that answers it."""
        return _CALLS[self]

    @property
    def path(self) -> Path:
        """What leads to its answer, before the path within."""
        return (COMPANIONS_NAME, self.value)


_CALLS: Final[Mapping[CompanionKind, ApiCall]] = MappingProxyType(
    {
        CompanionKind.WORKING_ORGANIZATION: ApiCall.ORGANIZATION,
        CompanionKind.HOME_ORGANIZATION: ApiCall.ORGANIZATION,
        CompanionKind.ORGANIZATION_LIST: ApiCall.ORGANIZATION_LIST,
    }
)


class CompanionOutcome(Enum):
    """What became of a call beside session info."""

    ANSWERED = "answered"
    REFUSED = "refused"
    FAILED = "failed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Companion:
    """The answer of one call beside session info, or why there is none.

    ``organization`` or ``organizations`` is set where it answered, by its kind. Their paths begin
    with those of the kind, ``document`` is the answer alone.
    """

    kind: CompanionKind
    call_result: Exchange | Failure
    outcome: CompanionOutcome
    document: JsonDocument | None = field(default=None, repr=False)
    parsed: ParsedAnswer | None = field(default=None, repr=False)
    organization: OrganizationInfo | None = None
    organizations: OrganizationList | None = field(default=None, repr=False)
    credentials: Credentials = _NO_CREDENTIALS


def analyze_companion(kind: CompanionKind, answer: Exchange | Failure) -> Companion:
    """Parse the answer of a call beside session info. Never raises, whatever was sent.

    Raises:
        WorkInterruptedError: if it was cancelled or takes too long.
    """
    if isinstance(answer, Failure):
        found = credentials.find_in_address(answer.detail or "")
        return Companion(kind, answer, CompanionOutcome.FAILED, credentials=found)
    try:
        document = strict_json.parse_document(answer.body)
    except BodyParseError:
        found = credentials.find_in_text(answer.body.decode(errors="replace"))
        is_error = answer.status >= FIRST_ERROR_STATUS
        outcome = CompanionOutcome.REFUSED if is_error else CompanionOutcome.UNREADABLE
        found |= credentials.find_in_headers(answer.headers)
        return Companion(kind, answer, outcome, credentials=found)
    return analyze_companion_document(kind, answer, document)


def analyze_companion_document(
    kind: CompanionKind, answer: Exchange, document: JsonDocument
) -> Companion:
    """The same where the body is parsed already: ``document`` is of it."""
    found = credentials.find_in_document(document.root, answer.body.decode(errors="replace"))
    found |= credentials.find_in_headers(answer.headers)
    return read_companion(kind, answer, document, found)


def read_companion(
    kind: CompanionKind,
    answer: Exchange,
    document: JsonDocument,
    found: Credentials = _NO_CREDENTIALS,
) -> Companion:
    """What the document of such an answer says; ``found`` are the credentials in it."""
    parsed = answer_parser.parse_answer(document, answer.status)
    organization = organizations = None
    outcome = _compute_outcome(parsed, answer)
    if outcome is CompanionOutcome.ANSWERED:
        root = document.root if isinstance(document.root, JsonObject) else JsonObject()
        if kind.call is ApiCall.ORGANIZATION:
            organization = parse_organization_info(root, kind.path)
        else:
            organizations = parse_organization_list(root, kind.path)
        if organization is None and organizations is None:
            outcome = CompanionOutcome.UNREADABLE
    return Companion(kind, answer, outcome, document, parsed, organization, organizations, found)


def _compute_outcome(parsed: ParsedAnswer, answer: Exchange) -> CompanionOutcome:
    """It answered only where nothing in it says otherwise: code, flags and HTTP status."""
    if answer.call is ApiCall.APPLICATION or answer.status >= FIRST_ERROR_STATUS:
        return CompanionOutcome.REFUSED
    if parsed.outcome is AnswerOutcome.CONTRADICTORY:
        return CompanionOutcome.UNREADABLE
    if parsed.code.value not in {None, answer_codes.SUCCESS, _HTTP_SUCCESS}:
        return CompanionOutcome.REFUSED
    if any(not signal.is_success for signal in parsed.signals):
        return CompanionOutcome.REFUSED
    return CompanionOutcome.ANSWERED
