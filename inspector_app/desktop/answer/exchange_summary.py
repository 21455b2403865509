"""Short summary of an HTTP exchange for the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.authorization_scheme import AuthorizationScheme


def format_exchange_summary(result: InspectionResult) -> str:
    """HTTP status, duration, TLS version and authorization form; empty for a failure."""
    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.session.exchange import ApiCall, Failure, TimeSource

    answer = result.analyzed.call_result
    if isinstance(answer, Failure):
        return ""
    parts = [translate("HTTP {status}", status=answer.status)] if answer.status else []
    if answer.time_source is TimeSource.OBSERVED:
        parts.append(translate("{duration} ms", duration=round(answer.phases.total * 1000)))
    if answer.tls is not None:
        parts.append(answer.tls.version)
    if answer.call is ApiCall.SESSION and answer.authorization is AuthorizationScheme.BARE:
        parts.append(translate("sent without “Bearer”"))
    return "   ".join(parts)


def get_accepted_authorization(result: InspectionResult) -> AuthorizationScheme | None:
    """The authorization form that the gateway accepted; None where it returned no session."""
    from inspector_app.session.exchange import Failure

    answer, parsed = result.analyzed.call_result, result.analyzed.parsed
    if isinstance(answer, Failure) or parsed is None or parsed.session is None:
        return None
    return answer.authorization
