"""Data model of the diagnosis: verdict, findings and the enumerations of their codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from inspector_app.session.provenance import Provenance

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.answering_party import PartyJudgement
    from inspector_app.session.diagnosis.step_model import Reply, Step
    from inspector_app.session.path import Path
    from inspector_app.session.severity import Severity
    from inspector_app.session.translatable_text import Text


class VerdictCode(Enum):
    """Why the user can or cannot work: a closed enumeration."""

    VALID = "valid"
    VALID_LIMITED = "valid_limited"
    ACCOUNT_DISABLED = "account_disabled"
    PASSWORD_CHANGE_REQUIRED = "password_change_required"  # noqa: S105 - a code, no password
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105 - a code, no password
    ORGANIZATION_DISABLED = "organization_disabled"
    NOT_A_MEMBER = "not_a_member"
    ORGANIZATION_NOT_APPROVED = "organization_not_approved"
    CLOCKS_DISAGREE = "clocks_disagree"
    CONTRADICTORY = "contradictory"
    UNPROVEN = "unproven"
    TOKEN_NOT_VALID = "token_not_valid"  # noqa: S105 - a code, no token
    SESSION_NOT_FOUND = "session_not_found"
    ORGANIZATION_NOT_FOUND = "organization_not_found"
    ORGANIZATION_NOT_CHOSEN = "organization_not_chosen"
    SIGNED_IN_ELSEWHERE = "signed_in_elsewhere"
    APPLICATION_NOT_LISTED = "application_not_listed"
    APPLICATION_SWITCHED_OFF = "application_switched_off"
    APPLICATION_NOT_PURCHASED = "application_not_purchased"
    NO_ACCESS_TO_APPLICATION = "no_access_to_application"
    GATEWAY_REFUSED_APPLICATION = "gateway_refused_application"
    GATEWAY_REFUSED_ADDRESS = "gateway_refused_address"
    NO_PERMISSION = "no_permission"
    RATE_LIMITED = "rate_limited"
    GATEWAY_ERROR = "gateway_error"
    WRONG_PATH = "wrong_path"
    OTHER_CALL = "other_call"
    NOT_ENOS = "not_enos"
    UNREADABLE = "unreadable"
    REDIRECTED = "redirected"
    TOO_LARGE = "too_large"
    TLS_REFUSED = "tls_refused"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    UNKNOWN_REFUSAL = "unknown_refusal"


class FindingCode(Enum):
    """Kinds of further findings: a closed enumeration."""

    ACCOUNT_DISABLED = "account_disabled"
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105 - a code, no password
    PASSWORD_CHANGE_REQUIRED = "password_change_required"  # noqa: S105 - a code, no password
    VALID_LIMITED = "valid_limited"
    ORGANIZATION_DISABLED = "organization_disabled"
    NOT_A_MEMBER = "not_a_member"
    ORGANIZATION_NOT_APPROVED = "organization_not_approved"
    CLOCKS_DISAGREE = "clocks_disagree"
    OTHER_SESSION = "other_session"
    SEVERAL_SESSIONS = "several_sessions"
    FIELDS_DISAGREE = "fields_disagree"
    CONTRARY_WORDS = "contrary_words"
    FROM_CACHE = "from_cache"
    UNUSUAL_STATUS = "unusual_status"
    SUCCESS_UNCLEAR = "success_unclear"
    SESSION_INCOMPLETE = "session_incomplete"
    UNKNOWN_STATE = "unknown_state"
    WORKS_ELSEWHERE = "works_elsewhere"
    OTHER_THAN_EXPECTED = "other_than_expected"
    SESSION_ENDS_SOON = "session_ends_soon"
    PASSWORD_EXPIRES_SOON = "password_expires_soon"  # noqa: S105 - a code, no password
    PASSWORD_DATE_PASSED = "password_date_passed"  # noqa: S105 - a code, no password
    PASSWORD_DATE_UNCLEAR = "password_date_unclear"  # noqa: S105 - a code, no password
    TIMES_CONTRADICT = "times_contradict"
    EXPIRY_SLIDES = "expiry_slides"
    OBSERVER_EFFECT = "observer_effect"
    GATEWAY_CLOCK_DIFFERS = "gateway_clock_differs"
    CLOCKS_AGREE = "clocks_agree"
    EMAIL_NOT_VERIFIED = "email_not_verified"
    PHONE_NOT_VERIFIED = "phone_not_verified"
    MFA_OFF = "mfa_off"
    SSO_LOGIN = "sso_login"
    LDAP_ACCOUNT = "ldap_account"
    SSO_ACCOUNT = "sso_account"
    ROLE_UNSETTLED = "role_unsettled"
    USER_IS_OWNER = "user_is_owner"
    USER_IS_NOT_OWNER = "user_is_not_owner"
    EXPECTED_ORGANIZATION_LISTED = "expected_organization_listed"
    EXPECTED_ORGANIZATION_NOT_LISTED = "expected_organization_not_listed"
    ORGANIZATION_NOT_FOUND = "organization_not_found"
    PORTAL_HAS_NO_END = "portal_has_no_end"
    ORGANIZATION_NOT_CHOSEN = "organization_not_chosen"
    APPLICATION_UNCLEAR = "application_unclear"
    COMPANION_REFUSED = "companion_refused"
    COMPANION_MISSING = "companion_missing"
    PERHAPS_SIGNED_IN_ELSEWHERE = "perhaps_signed_in_elsewhere"
    PERHAPS_SIGNED_OUT = "perhaps_signed_out"
    PERHAPS_OWNERSHIP_TRANSFERRED = "perhaps_ownership_transferred"
    PERHAPS_ACCOUNT_CHANGED = "perhaps_account_changed"
    TOKEN_OF_OTHER_KIND = "token_of_other_kind"  # noqa: S105 - a code, no token
    TOKEN_LOOKS_CUT = "token_looks_cut"  # noqa: S105 - a code, no token
    TOKEN_LOOKS_COMPLETE = "token_looks_complete"  # noqa: S105 - a code, no token
    SENT_WITHOUT_BEARER = "sent_without_bearer"
    NEW_FIELDS = "new_fields"
    CHANGED_FIELDS = "changed_fields"
    UNUSUAL_JSON = "unusual_json"


class SuggestedAction(Enum):
    """A next step that the app itself can perform."""

    TRY_AGAIN = "try again"
    SWITCH_ENVIRONMENT = "switch environment"
    CHECK_ADDRESS = "check address"
    CHECK_CONNECTION = "check connection"
    FORGET_TOKEN = "forget token"  # noqa: S105 - an action, no token


@dataclass(frozen=True, slots=True)
class Finding:
    """A further observation on the answer, the document paths that prove it, and what to do."""

    code: FindingCode
    severity: Severity
    sentence: Text
    evidence: tuple[Path, ...] = ()
    provenance: Provenance = Provenance.DOCUMENTED
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The diagnosis: a headline sentence, its explanation, and what to do next.

    ``evidence`` are paths of the document, empty where the evidence lies outside of it (the HTTP
    status, the transport). ``action`` is a next step that the app itself can perform.
    ``provenance`` is what the sentence rests on. ``party`` is who answered; None where nobody did.
    ``steps`` are those of the verdict and of all that hinders, in order; ``reply`` is for the user.
    """

    code: VerdictCode
    severity: Severity
    sentence: Text
    detail: Text
    evidence: tuple[Path, ...]
    next_step: Text
    findings: tuple[Finding, ...] = ()
    action: SuggestedAction | None = None
    provenance: Provenance = Provenance.DOCUMENTED
    party: PartyJudgement | None = None
    steps: tuple[Step, ...] = ()
    reply: Reply | None = None

    @property
    def has_next_step_in_steps(self) -> bool:
        """Whether the steps say all of the next step: they are general, it may name a value."""
        return bool(self.steps) and not self.next_step.values
