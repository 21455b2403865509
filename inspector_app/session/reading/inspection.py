"""The parsed answer: its format, its session or refusal, its deviations from the schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from inspector_app.session.moment import Instant
    from inspector_app.session.path import Path
    from inspector_app.session.reading.document import Document, JsonObject
    from inspector_app.session.wording import Text

T = TypeVar("T")


class Shape(Enum):
    """The family of answers to which a document belongs, detected by its outer fields."""

    IAM = "iam"  # {status, message, success ..., session}
    TOKEN_SERVICE = "token service"  # noqa: S105 - {status, msg, business, data}: a name, no secret
    GENERAL = "general"  # {code, msg, requestId, data}
    APIM = "apim"  # {apim_status ...}
    GATEWAY = "gateway"  # {message}
    OTHER = "other"


class Outcome(Enum):
    """What the answer says of itself, by its status, its flags and its content together."""

    SUCCESS = "success"
    REFUSAL = "refusal"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


class Drift(Enum):
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

    drift: Drift
    path: Path
    sentence: Text


@dataclass(frozen=True, slots=True)
class Sent(Generic[T]):
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
class Vote:
    """A part of the answer that says success or refusal."""

    path: Path
    success: bool


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization in the session."""

    path: Path
    id: Sent[str]
    name: Sent[str]

    @property
    def known_as(self) -> str:
        """Its name, else its id, else nothing."""
        return self.name.value or self.id.value or ""


LDAP: Final = 1
"""The ``authType`` of an account whose password is in LDAP."""


@dataclass(frozen=True, slots=True)
class User:
    """The user of the session; numbers as in ``documented_fields``."""

    path: Path
    name: Sent[str]
    type: Sent[int]
    state: Sent[int]
    auth_type: Sent[int]
    mfa_type: Sent[int]
    password_state: Sent[int]
    password_expires: Sent[Instant]
    email: Sent[str]
    email_verified: Sent[bool]
    phone: Sent[str]
    phone_verified: Sent[bool]


@dataclass(frozen=True, slots=True)
class Session:
    """The session; ``expires`` is its lifetime in seconds."""

    path: Path
    content: JsonObject = field(repr=False)
    created: Sent[Instant]
    refreshed: Sent[Instant]
    expires: Sent[float]
    status: Sent[int]
    sso_login: Sent[bool]
    user: User | None
    working: Organization | None
    resident: Organization | None

    @property
    def works_elsewhere(self) -> bool | None:
        """Whether the working organization is not the home one; None where it is unknown."""
        if self.working is None or self.resident is None:
            return None
        working, resident = self.working.id.value, self.resident.id.value
        return working != resident if working and resident else None

    @property
    def signs_in_elsewhere(self) -> bool:
        """Whether EnOS's password is not what its user signs in with: LDAP, or an SSO login."""
        by_ldap = self.user is not None and self.user.auth_type.value == LDAP
        return by_ldap or self.sso_login.value is True


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document that was parsed as far as it can be; nothing of it is lost.

    ``code`` is the number by which the answer names its outcome, ``message`` its text,
    ``signals`` every part that says success or refusal. ``http_status`` is that of the answer.
    """

    document: Document = field(repr=False)
    http_status: int
    shape: Shape
    outcome: Outcome
    code: Sent[int]
    message: Sent[str]
    votes: tuple[Vote, ...]
    session: Session | None = None
    notes: tuple[SchemaNote, ...] = ()
