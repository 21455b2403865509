"""A session that is gone before its estimated end: how long before, and what may have happened.

The answer tells no reason. The possibilities are those of EnOS's documentation, in its order: they
are never stated as facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext

POSSIBLE_REASONS: Final = (
    (
        FindingCode.PERHAPS_SIGNED_IN_ELSEWHERE,
        tr("Perhaps signed in elsewhere, if the environment allows one login at a time"),
    ),
    (FindingCode.PERHAPS_SIGNED_OUT, tr("Perhaps the user signed out")),
    (
        FindingCode.PERHAPS_OWNERSHIP_TRANSFERRED,
        tr("Perhaps the ownership of the organization was transferred"),
    ),
    (FindingCode.PERHAPS_ACCOUNT_CHANGED, tr("Perhaps the account was changed")),
)
"""In the order in which they are documented to be likely."""


def compute_time_before_end(context: RuleContext) -> float | None:
    """Seconds between this answer and the estimated end of the session in the earlier one.

    None where no earlier answer had a session, where its end cannot be estimated, and where the
    clocks cannot tell that the end was still to come.
    """
    if context.exchange is None or context.earlier is None or context.earlier.lifetimes is None:
        return None
    before = context.earlier.lifetimes
    if before.ends is None:
        return None
    clock = context.analyzed.clock if context.analyzed.clock.skew is not None else before.clock
    left = before.ends - clock.to_gateway_time(context.exchange.headers_at)
    return left if left > clock.margin else None


def list_possible_reasons(context: RuleContext) -> tuple[Finding, ...]:
    """What may have happened to a session that is gone too early; nothing for any other."""
    if compute_time_before_end(context) is None:
        return ()
    return tuple(
        Finding(code, Severity.NOTICE, sentence, provenance=Provenance.INFERRED)
        for code, sentence in POSSIBLE_REASONS
    )
