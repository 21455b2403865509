"""Verdict rules for the Application Portal: what it says of a portal token."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.diagnosis.verdict_model import (
    Finding,
    FindingCode,
    SuggestedAction,
    Verdict,
    VerdictCode,
)
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing import portal_session
from inspector_app.session.parsing.parsed_answer import AnswerFormat, AnswerOutcome, SessionKind
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.diagnosis.rule_context import RuleContext

_SUCCESS_CODES: Final = frozenset({0, 200})
"""EnOS documentation of the Application Portal: 0 from release 2.4 on, 200 before."""

NOT_SIGNED_IN: Final = 31401
PERHAPS_ELSEWHERE: Final = 31409
PERHAPS_EXPIRED: Final = 31410
NO_ORGANIZATION: Final = 31512
"""Codes of the Application Portal; the second and the third are inferred from the common list."""


class _Refusal(NamedTuple):
    """What a code of the portal means for the user."""

    code: VerdictCode
    sentence: Text
    detail: Text
    next_step: Text
    provenance: Provenance = Provenance.DOCUMENTED
    action: SuggestedAction | None = None


_SIGN_IN_AGAIN: Final = tr("Ask the user to sign in to the portal again and to send the new token.")
_REFUSALS: Final[Mapping[int, _Refusal]] = MappingProxyType(
    {
        NOT_SIGNED_IN: _Refusal(
            VerdictCode.TOKEN_NOT_VALID,
            tr("The portal does not take this token"),
            tr(
                "{code}: “please log in first”. It is not whole, has ended, or is of another "
                "environment, which cannot be told apart."
            ),
            tr("Check that it is whole and of this environment, or ask the user for a new one."),
            action=SuggestedAction.FORGET_TOKEN,
        ),
        PERHAPS_ELSEWHERE: _Refusal(
            VerdictCode.SIGNED_IN_ELSEWHERE,
            tr("Perhaps the account was signed in elsewhere since"),
            tr("{code}: so inferred from the vendor's common list of codes."),
            tr("Ask the user whether the account is in use elsewhere, and to sign in again."),
            Provenance.INFERRED,
        ),
        PERHAPS_EXPIRED: _Refusal(
            VerdictCode.SESSION_NOT_FOUND,
            tr("Perhaps the portal token has expired"),
            tr("{code}: so inferred from the vendor's common list of codes."),
            _SIGN_IN_AGAIN,
            Provenance.INFERRED,
        ),
        NO_ORGANIZATION: _Refusal(
            VerdictCode.ORGANIZATION_NOT_CHOSEN,
            tr("The user has not chosen an organization yet"),
            tr("{code}: the portal answers only after that."),
            tr("Ask the user to choose an organization in the portal, then inspect again."),
        ),
        portal_session.TOKEN_OVER: _Refusal(
            VerdictCode.SESSION_NOT_FOUND,
            tr("The portal token is over"),
            tr("{code}: public clients of the portal take it so; it is not documented."),
            _SIGN_IN_AGAIN,
            Provenance.OBSERVED,
        ),
        portal_session.CALL_DENIED: _Refusal(
            VerdictCode.NO_PERMISSION,
            tr("The Application Portal denied the call"),
            tr(
                "{code}: public clients of the portal take it so; it is not documented. Whether "
                "the token is valid cannot be told."
            ),
            tr("Ask an administrator of the organization which permission is missing."),
            Provenance.OBSERVED,
        ),
    }
)


def check_portal_refusal(context: RuleContext) -> Verdict | None:
    """The verdict on a portal's refusal by a code of its own."""
    parsed = context.parsed
    if parsed is None or parsed.answer_format is not AnswerFormat.PORTAL:
        return None
    known = _REFUSALS.get(parsed.code.value or 0)
    if known is None or parsed.outcome is not AnswerOutcome.REFUSAL:
        return None
    detail = Text(known.detail.template, (("code", parsed.code.value or 0),))
    return Verdict(
        known.code,
        Severity.BAD,
        known.sentence,
        context.with_message(detail),
        context.code_and_message_evidence,
        known.next_step,
        action=known.action,
        provenance=known.provenance,
    )


def check_portal_content(context: RuleContext) -> Verdict | None:
    """A success of the portal that holds no session: it says nothing of a user."""
    exchange, parsed = context.exchange, context.parsed
    if exchange is None or exchange.call is not ApiCall.PORTAL_SESSION or parsed is None:
        return None
    is_success = parsed.code.value in _SUCCESS_CODES and not context.is_http_error
    if context.session is not None or not is_success:
        return None
    if parsed.answer_format is not AnswerFormat.GENERAL:
        return None
    return Verdict(
        VerdictCode.UNPROVEN,
        Severity.WARNING,
        tr("Accepted, but this does not prove a valid session"),
        tr("The answer lacks the documented user and organization."),
        parsed.code.evidence,
        tr("Inspect it again. If it stays so, tell the gateway's administrators."),
        action=SuggestedAction.TRY_AGAIN,
    )


def check_portal_mfa(context: RuleContext) -> Verdict | None:
    """A session of the portal's page in which the second factor is still to come."""
    session = context.session
    if session is None or session.is_mfa_completed.value is not False:
        return None
    return Verdict(
        VerdictCode.VALID_LIMITED,
        Severity.WARNING,
        tr("Perhaps the sign-in to the portal is not finished"),
        tr("“MFACompleted” is false; what follows from that is not documented."),
        session.is_mfa_completed.evidence,
        tr("Ask the user to finish signing in, or to sign in again."),
        provenance=Provenance.INFERRED,
    )


def check_portal_organization(context: RuleContext) -> Verdict | None:
    """A session of the portal without an organization; documented is a code of its own for it."""
    session = context.session
    if session is None or session.kind is not SessionKind.PORTAL:
        return None
    working = session.working_organization
    if working is None or working.display_name.strip() or not working.id.path:
        return None
    return Verdict(
        VerdictCode.ORGANIZATION_NOT_CHOSEN,
        Severity.WARNING,
        tr("Perhaps the user has not chosen an organization yet"),
        tr("The portal took the token, but names no current organization."),
        working.id.evidence,
        tr("Ask the user to choose an organization in the portal, then inspect again."),
        provenance=Provenance.INFERRED,
    )


def check_portal_valid(context: RuleContext) -> Verdict | None:
    """The verdict where the portal took the token: it tells no end."""
    session = context.session
    if session is None or session.kind is not SessionKind.PORTAL:
        return None
    is_elsewhere = context.unexpected_organization is not None
    return Verdict(
        VerdictCode.VALID,
        Severity.WARNING if is_elsewhere else Severity.GOOD,
        tr("Portal token valid, but not in the organization expected")
        if is_elsewhere
        else tr("Portal token valid"),
        tr("When it ends cannot be told: the portal sends no end and no state of the account."),
        session.evidence,
        tr("If an application does not open, ask why: Applications tells it."),
    )


def find_portal_end(context: RuleContext) -> Finding | None:
    """Why no end is shown beside a portal token."""
    session = context.session
    if session is None or session.kind is not SessionKind.PORTAL:
        return None
    if context.parsed is None or context.parsed.outcome is not AnswerOutcome.SUCCESS:
        return None
    return Finding(
        FindingCode.PORTAL_HAS_NO_END,
        Severity.PLAIN,
        tr("A portal token comes without an end, so none is shown"),
        session.evidence,
    )


PORTAL_SESSION_RULES: Final[
    tuple[tuple[Callable[[RuleContext], Verdict | None], FindingCode], ...]
] = (
    (check_portal_mfa, FindingCode.VALID_LIMITED),
    (check_portal_organization, FindingCode.ORGANIZATION_NOT_CHOSEN),
)
"""In order of priority, as ``SESSION_RULES``."""
