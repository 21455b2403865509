"""The answers of the calls beside session info: about organizations, each with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials
from inspector_app.session.contrary_fields import has_cache_header
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import ApiCall, Exchange, Failure
from inspector_app.session.http_status import FIRST_ERROR_STATUS
from inspector_app.session.parsing import answer_codes, answer_parser, strict_json
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.organization_info import (
    ORGANIZATIONS_MEMBER,
    OrganizationInfo,
    OrganizationList,
    parse_organization_info,
    parse_organization_list,
)
from inspector_app.session.parsing.parse_errors import BodyParseError
from inspector_app.session.parsing.parsed_answer import AnswerOutcome
from inspector_app.session.parsing.portal_applications import (
    ApplicationAccess,
    ApplicationList,
    find_data,
    parse_application_access,
    parse_application_list,
)
from inspector_app.session.parsing.portal_user import PortalUser, parse_portal_user

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.path import Path

COMPANIONS_NAME: Final = "companions"
"""The first step of every path into a companion's answer: the name of their part of an export."""

_HTTP_SUCCESS: Final = 200
_UNKNOWN_STATUS: Final = 0
_NO_CREDENTIALS: Final = Credentials()


class CompanionKind(Enum):
    """What a call beside session info was about. The values are public."""

    WORKING_ORGANIZATION = "working_organization"
    HOME_ORGANIZATION = "home_organization"
    ORGANIZATION_LIST = "organization_list"
    PORTAL_USER = "portal_user"
    PORTAL_ORGANIZATION_LIST = "portal_organization_list"
    APPLICATION_LIST = "application_list"
    APPLICATION_ACCESS = "application_access"

    @property
    def call(self) -> ApiCall:
        """The documented call that answers it."""
        return _CALLS[self]

    @property
    def path(self) -> Path:
        """What leads to its answer, before the path within."""
        return (COMPANIONS_NAME, self.value)

    @property
    def is_of_portal(self) -> bool:
        """Whether the Application Portal answers it, for a portal token."""
        return self not in _IAM_KINDS

    @property
    def is_about_applications(self) -> bool:
        """Whether it is about what the user may open."""
        return self in {CompanionKind.APPLICATION_LIST, CompanionKind.APPLICATION_ACCESS}


_CALLS: Final[Mapping[CompanionKind, ApiCall]] = MappingProxyType(
    {
        CompanionKind.WORKING_ORGANIZATION: ApiCall.ORGANIZATION,
        CompanionKind.HOME_ORGANIZATION: ApiCall.ORGANIZATION,
        CompanionKind.ORGANIZATION_LIST: ApiCall.ORGANIZATION_LIST,
        CompanionKind.PORTAL_USER: ApiCall.PORTAL_USER,
        CompanionKind.PORTAL_ORGANIZATION_LIST: ApiCall.PORTAL_ORGANIZATION_LIST,
        CompanionKind.APPLICATION_LIST: ApiCall.APPLICATION_LIST,
        CompanionKind.APPLICATION_ACCESS: ApiCall.APPLICATION_ACCESS,
    }
)
_KINDS: Final = MappingProxyType({kind.call: kind for kind in reversed(CompanionKind)})
"""The kind of each call; of an organization the working one."""

_IAM_KINDS: Final = frozenset(
    {
        CompanionKind.WORKING_ORGANIZATION,
        CompanionKind.HOME_ORGANIZATION,
        CompanionKind.ORGANIZATION_LIST,
    }
)


class CompanionOutcome(Enum):
    """What became of a call beside session info."""

    ANSWERED = "answered"
    REFUSED = "refused"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class Companion:
    """The answer of one call beside session info, or why there is none.

    Of ``organization`` and what follows it, one is set where it answered, by its kind; their paths
    begin with ``path``, ``document`` is the answer alone. ``subject`` is the application
    that the person asked about, as it was typed: of the list the one that is looked for, of an
    access the one that was asked for. One that is not in the list was asked by its AccessKey.
    ``is_alone`` says that it stands beside no session: its paths begin with nothing, and which
    organization of a session it is about is not known, whatever the kind says.
    """

    kind: CompanionKind
    call_result: Exchange | Failure
    outcome: CompanionOutcome
    document: JsonDocument | None = field(default=None, repr=False)
    parsed: ParsedAnswer | None = field(default=None, repr=False)
    organization: OrganizationInfo | None = None
    organizations: OrganizationList | None = field(default=None, repr=False)
    user: PortalUser | None = field(default=None, repr=False)
    applications: ApplicationList | None = field(default=None, repr=False)
    access: ApplicationAccess | None = field(default=None, repr=False)
    credentials: Credentials = _NO_CREDENTIALS
    subject: str = ""
    is_alone: bool = False

    @property
    def path(self) -> Path:
        """What leads to its document."""
        return () if self.is_alone else self.kind.path

    @property
    def code(self) -> int | None:
        """The number by which the answer names its outcome."""
        return None if self.parsed is None else self.parsed.code.value


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
        is_error = answer.status >= FIRST_ERROR_STATUS or answer.call is ApiCall.APPLICATION
        outcome = CompanionOutcome.REFUSED if is_error else CompanionOutcome.UNREADABLE
        found |= credentials.find_in_headers(answer.headers)
        return _check_stored(Companion(kind, answer, outcome, credentials=found))
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
    outcome = _compute_outcome(parsed, answer)
    companion = Companion(kind, answer, outcome, document, parsed, credentials=found)
    return _check_stored(_read_answered(companion))


def mark_stored(companion: Companion) -> Companion:
    """The companion without what its answer says, which is older than the call."""
    return Companion(
        companion.kind,
        companion.call_result,
        CompanionOutcome.STORED,
        companion.document,
        companion.parsed,
        credentials=companion.credentials,
        subject=companion.subject,
    )


def _check_stored(companion: Companion) -> Companion:
    answer = companion.call_result
    is_stored = isinstance(answer, Exchange) and has_cache_header(answer.headers)
    return mark_stored(companion) if is_stored else companion


def read_lone_companion(call: ApiCall, answer: Exchange, parsed: ParsedAnswer) -> Companion:
    """What an answer to such a call says that was opened alone, as ``parsed`` tells its document.

    Raises:
        KeyError: if the call is none beside session info.
    """
    kind, outcome = _KINDS[call], _compute_outcome(parsed, answer)
    return _read_answered(Companion(kind, answer, outcome, parsed.document, parsed, is_alone=True))


def _read_answered(companion: Companion) -> Companion:
    """The companion with what its document holds, where it answered."""
    document = companion.document
    if companion.outcome is not CompanionOutcome.ANSWERED or document is None:
        return companion
    root = document.root if isinstance(document.root, JsonObject) else JsonObject()
    read = _read_content(companion, root)
    return replace(companion, outcome=CompanionOutcome.UNREADABLE) if read is None else read


def _read_content(companion: Companion, root: JsonObject) -> Companion | None:
    """The companion with what it holds; None where that is not there."""
    path = companion.path
    match companion.kind.call:
        case ApiCall.ORGANIZATION:
            read = replace(companion, organization=parse_organization_info(root, path))
        case ApiCall.ORGANIZATION_LIST:
            read = replace(companion, organizations=parse_organization_list(root, path))
        case ApiCall.PORTAL_ORGANIZATION_LIST:
            step, content = find_data(root, frozenset({ORGANIZATIONS_MEMBER}))
            listed = parse_organization_list(content, (*path, *step), root)
            read = replace(companion, organizations=listed)
        case ApiCall.PORTAL_USER:
            read = replace(companion, user=parse_portal_user(root, path))
        case ApiCall.APPLICATION_LIST:
            read = replace(companion, applications=parse_application_list(root, path))
        case _:
            read = replace(companion, access=parse_application_access(root, path))
    contents = (
        *(read.organization, read.organizations),
        *(read.user, read.applications, read.access),
    )
    return None if all(one is None for one in contents) else read


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
    is_usual = answer.status in {_HTTP_SUCCESS, _UNKNOWN_STATUS}
    return CompanionOutcome.ANSWERED if is_usual else CompanionOutcome.UNREADABLE
