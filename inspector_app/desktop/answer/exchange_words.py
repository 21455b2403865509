"""Short summary of an HTTP exchange for the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.look.words import say
from inspector_app.session.exchange import ApiCall, AuthorizationScheme, Failure, TimeSource

if TYPE_CHECKING:
    from inspector_app.inspecting.order import InspectionResult


def exchange_words(outcome: InspectionResult) -> str:
    """HTTP status, duration, TLS version and authorization form; empty for a failure."""
    answer = outcome.analyzed.call_result
    if isinstance(answer, Failure):
        return ""
    parts = [say("HTTP {status}", status=answer.status)] if answer.status else []
    if answer.time_source is TimeSource.OBSERVED:
        parts.append(say("{duration} ms", duration=round(answer.phases.total * 1000)))
    if answer.tls is not None:
        parts.append(answer.tls.version)
    if answer.call is ApiCall.SESSION and answer.authorization is AuthorizationScheme.BARE:
        parts.append(say("sent without “Bearer”"))
    return "   ".join(parts)


def accepted_form(outcome: InspectionResult) -> AuthorizationScheme | None:
    """The authorization form that the gateway accepted; None where it returned no session."""
    answer, inspection = outcome.analyzed.call_result, outcome.analyzed.parsed
    if isinstance(answer, Failure) or inspection is None or inspection.session is None:
        return None
    return answer.authorization
