"""Verdict rule for the page of a web server that got no client certificate.

A server refuses in the handshake, which is a failure of the call, or answers and refuses there: so
does nginx (``ssl_verify_client``), whose page has these words since its first release with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.failure_templates import FAILURE_TEXTS
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.exchange import FailureKind
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext

_NO_CERTIFICATE_STATUSES: Final = {400, 496}
_NO_CERTIFICATE_PAGE: Final = b"<center>No required SSL certificate was sent</center>"
_MAX_PAGE_LENGTH: Final = 4096
"""Bytes of the page that are looked at; nginx's own has some hundreds."""


def check_client_certificate(context: RuleContext) -> Verdict | None:
    """The verdict where a server's page says that it got no client certificate."""
    body = context.exchange.body if context.exchange is not None else b""
    is_page = _NO_CERTIFICATE_PAGE in body[:_MAX_PAGE_LENGTH]
    if context.http_status not in _NO_CERTIFICATE_STATUSES or not is_page:
        return None
    words = FAILURE_TEXTS[FailureKind.CLIENT_CERTIFICATE_REQUIRED]
    return Verdict(
        VerdictCode.TLS_REFUSED,
        Severity.BAD,
        words.title,
        tr(
            "It asked for a certificate of this computer, got none, and refused the call "
            "(HTTP {status}).",
            status=context.http_status,
        ),
        (),
        words.next_step,
        action=SuggestedAction.CHECK_CONNECTION,
    )
