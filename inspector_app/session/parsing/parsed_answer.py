"""The parsed answer: its format, its session or refusal, its deviations from the schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from inspector_app.session.parsing import answer_codes

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import JsonDocument, JsonObject
    from inspector_app.session.parsing.timestamps import Instant
    from inspector_app.session.path import Path
    from inspector_app.session.translatable_text import Text

T = TypeVar("T")


class AnswerFormat(Enum):
    """The family of answers to which a document belongs, detected by its outer fields."""

    IAM = "iam"  # {status, message, success ..., session}
    TOKEN_SERVICE = "token service"  # noqa: S105 - {status, msg, business, data}: a name, no secret
    PORTAL = "portal"  # {code, message, data} of the Application Portal
    GENERAL = "general"  # {code, msg, requestId, data}
    APIM = "apim"  # {apim_status ...}
    GATEWAY = "gateway"  # {message}
    OTHER = "other"


class AnswerOutcome(Enum):
    """What the answer says of itself, by its status, its flags and its content together."""

    SUCCESS = "success"
    REFUSAL = "refusal"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


class SchemaDeviation(Enum):
    """How an answer deviates from the documented schema."""

    MISSING = "missing"
    NULL = "null"
    WRONG_TYPE = "wrong type"
    UNKNOWN = "unknown"
    CONTRADICTORY = "contradictory"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class SchemaNote:
    """One deviation from the documented schema; ``path`` leads to it, or to where it is missing."""

    deviation: SchemaDeviation
    path: Path
    message: Text


@dataclass(frozen=True, slots=True)
class ParsedField(Generic[T]):
    """A field as it was parsed.

    ``path`` is None where the field was not sent; ``value`` is None where it was not sent, is
    null, or holds nothing that can be meant.
    """

    path: Path | None = None
    value: T | None = None

    @property
    def evidence(self) -> tuple[Path, ...]:
        """The path, as evidence for a sentence; empty where the field was not sent."""
        return () if self.path is None else (self.path,)


@dataclass(frozen=True, slots=True)
class OutcomeSignal:
    """A part of the answer that says success or refusal."""

    path: Path
    is_success: bool


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization in the session."""

    path: Path
    id: ParsedField[str]
    name: ParsedField[str]

    @property
    def display_name(self) -> str:
        """Its name, else its id, else nothing."""
        return self.name.value or self.id.value or ""

    def is_named(self, id_or_name: str) -> bool:
        """Whether this is its id, or its name in any case."""
        wanted, name = id_or_name.strip(), (self.name.value or "").strip()
        return bool(wanted) and (wanted == self.id.value or wanted.casefold() == name.casefold())


ENOS_AUTH_TYPE: Final = 0
"""The ``authType`` of an account that signs in with its EnOS password."""

LDAP_AUTH_TYPE: Final = 1
"""The ``authType`` of an account whose password is in LDAP."""

SSO_AUTH_TYPE: Final = 2
"""The ``authType`` of an account of an identity provider: its password fields are unused."""

SYSTEM_USER_ID: Final = "0"
"""The ``createdByUserId`` of accounts that no person created (inferred from samples)."""


@dataclass(frozen=True, slots=True)
class User:
    """The user of the session; numbers as in ``documented_fields``."""

    path: Path
    id: ParsedField[str]
    organization_id: ParsedField[str]
    name: ParsedField[str]
    type: ParsedField[int]
    state: ParsedField[int]
    auth_type: ParsedField[int]
    mfa_type: ParsedField[int]
    password_state: ParsedField[int]
    password_expires: ParsedField[Instant]
    email: ParsedField[str]
    email_verified: ParsedField[bool]
    phone: ParsedField[str]
    phone_verified: ParsedField[bool]


class SessionKind(Enum):
    """Where a session is from, and so what is known of it."""

    IAM = "iam"
    PORTAL = "portal"  # the Application Portal's: user and organization, no end and no state
    PORTAL_PAGE = "portal_page"  # what the portal's own page is answered: not documented


@dataclass(frozen=True, slots=True)
class Session:
    """The session; ``expires`` is its lifetime in seconds.

    ``is_mfa_completed`` is told by the portal's page alone.
    """

    path: Path
    content: JsonObject = field(repr=False)
    created: ParsedField[Instant]
    refreshed: ParsedField[Instant]
    expires: ParsedField[float]
    status: ParsedField[int]
    sso_login: ParsedField[bool]
    user: User | None
    working_organization: Organization | None
    resident_organization: Organization | None
    kind: SessionKind = SessionKind.IAM
    is_mfa_completed: ParsedField[bool] = ParsedField()

    @property
    def is_of_portal(self) -> bool:
        """Whether a portal token stands for it."""
        return self.kind is not SessionKind.IAM

    @property
    def evidence(self) -> tuple[Path, ...]:
        """The path, as evidence that it came; of one that is the whole answer, its id."""
        return (self.path or ("id",),)

    @property
    def has_switched_organization(self) -> bool | None:
        """Whether the working organization is not the home one; None where it is unknown."""
        if self.working_organization is None or self.resident_organization is None:
            return None
        working, resident = self.working_organization.id.value, self.resident_organization.id.value
        return working != resident if working and resident else None

    @property
    def has_external_sign_in(self) -> bool:
        """Whether EnOS's password is not what its user signs in with: LDAP, or an SSO login."""
        by_ldap = self.user is not None and self.user.auth_type.value == LDAP_AUTH_TYPE
        return by_ldap or self.has_sso_sign_in

    @property
    def has_sso_sign_in(self) -> bool:
        """Whether the user signs in by SSO: by the session, or by the kind of account."""
        by_sso = self.user is not None and self.user.auth_type.value == SSO_AUTH_TYPE
        return by_sso or self.sso_login.value is True

    @property
    def has_password_sign_in(self) -> bool:
        """Whether the user is known to sign in with EnOS's password; other kinds are unknown."""
        by_password = self.user is not None and self.user.auth_type.value == ENOS_AUTH_TYPE
        return by_password and not self.has_external_sign_in


@dataclass(frozen=True, slots=True)
class ParsedAnswer:
    """A document that was parsed as far as it can be; nothing of it is lost.

    ``code`` is the number by which the answer names its outcome, ``message`` its text,
    ``signals`` every part that says success or refusal. ``http_status`` is that of the answer.
    ``has_iam_envelope`` where it has the IAM service's status and its four flags: a framework's own
    error may have one or two of them.
    """

    document: JsonDocument = field(repr=False)
    http_status: int
    answer_format: AnswerFormat
    outcome: AnswerOutcome
    code: ParsedField[int]
    message: ParsedField[str]
    signals: tuple[OutcomeSignal, ...]
    session: Session | None = None
    notes: tuple[SchemaNote, ...] = ()
    has_iam_envelope: bool = False

    @property
    def has_foreign_code(self) -> bool:
        """Whether its code is one of the session call's, but in an envelope that is not IAM's."""
        return self.code.value in answer_codes.LATE_SESSION_CODES and not self.has_iam_envelope

    def has_session_code(self, codes: tuple[int, int]) -> bool:
        """Whether ``code`` is the early or the late one of these codes of the session call.

        The late ones, 401 and 404, mean this only in the IAM service's documented envelope.
        """
        early, late = codes
        return self.code.value == early or (self.code.value == late and self.has_iam_envelope)
