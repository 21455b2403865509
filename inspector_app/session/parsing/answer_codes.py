"""Documented error codes of EnOS and its gateway, with meaning and source.

A number means different things in different services, so there is one table per service.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector_app.session.http_status import FIRST_ERROR_STATUS, SERVER_ERROR_STATUSES
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """The documented meaning of a code, and the documentation that states it."""

    text: Text
    source: Text


_SOURCE_EARLY_RELEASES: Final = tr("EnOS documentation 2.1, 2.2")
_SOURCE_LATER_RELEASES: Final = tr("EnOS documentation 2.3+")
_SOURCE_LOGIN: Final = tr("EnOS documentation of the login call")
_SOURCE_TOKEN_SERVICE: Final = tr("EnOS documentation of the token service")
_SOURCE_GENERAL: Final = tr("EnOS documentation, general codes")
_SOURCE_GATEWAY: Final = tr("EnOS documentation of the gateway")

SUCCESS: Final = 0
TOKEN_NOT_VALID: Final = (30401, 401)  # in the documentation 2.1 and 2.2, and in the later ones
SESSION_NOT_FOUND: Final = (30404, 404)  # likewise
LATE_SESSION_CODES: Final = frozenset({401, 404})  # HTTP's too: any framework may send them
NO_PERMISSION: Final = 99403
INTERNAL_ERROR: Final = 99500
SIGNATURE_REFUSED: Final = (497, 498, 4011, 4012)
TOKEN_SERVICE_CODES: Final = range(1001, 1205)
REQUEST_REPEATED: Final = 1001
UNKNOWN_APPLICATION: Final = 1002
APPLICATION_SIGNATURE_NOT_VALID: Final = 1003
ACCESS_TOKEN_EXPIRED: Final = (4011, 1203)  # the gateway's code for it, and the token service's

_SESSION_CODES: Final = {
    SUCCESS: CodeMeaning(tr("success"), tr("EnOS documentation 2.1 to 2.4")),
    30401: CodeMeaning(tr("the bearer token is not valid"), _SOURCE_EARLY_RELEASES),
    30404: CodeMeaning(tr("session information is not found"), _SOURCE_EARLY_RELEASES),
    401: CodeMeaning(tr("the bearer token is not valid"), _SOURCE_LATER_RELEASES),
    404: CodeMeaning(tr("session expired, or organization not found"), _SOURCE_LATER_RELEASES),
}
_OTHER_SERVICE_CODES: Final = {
    30400: CodeMeaning(tr("wrong account or password, or wrong LDAP mapping"), _SOURCE_LOGIN),
    30410: CodeMeaning(tr("password expired"), _SOURCE_LOGIN),
    30429: CodeMeaning(tr("too many failed logins"), _SOURCE_LOGIN),
    30511: CodeMeaning(tr("account or LDAP login disabled"), _SOURCE_LOGIN),
    99400: CodeMeaning(tr("invalid parameter"), _SOURCE_GENERAL),
    NO_PERMISSION: CodeMeaning(tr("no permission"), _SOURCE_GENERAL),
    99404: CodeMeaning(tr("not found"), _SOURCE_GENERAL),
    INTERNAL_ERROR: CodeMeaning(tr("internal error"), _SOURCE_GENERAL),
    REQUEST_REPEATED: CodeMeaning(tr("repeated request"), _SOURCE_TOKEN_SERVICE),
    UNKNOWN_APPLICATION: CodeMeaning(
        tr("the application's key does not exist"), _SOURCE_TOKEN_SERVICE
    ),
    APPLICATION_SIGNATURE_NOT_VALID: CodeMeaning(
        tr("the application's signature is not valid"), _SOURCE_TOKEN_SERVICE
    ),
    1004: CodeMeaning(tr("invalid parameter"), _SOURCE_TOKEN_SERVICE),
    1005: CodeMeaning(tr("internal error"), _SOURCE_TOKEN_SERVICE),
    1202: CodeMeaning(tr("a parameter is empty"), _SOURCE_TOKEN_SERVICE),
    1203: CodeMeaning(tr("the application's access token has expired"), _SOURCE_TOKEN_SERVICE),
    1204: CodeMeaning(
        tr("the application's access token was not refreshed"), _SOURCE_TOKEN_SERVICE
    ),
}
_HTTP_STATUSES: Final = {
    400: CodeMeaning(tr("the gateway cannot read the request"), _SOURCE_GATEWAY),
    401: CodeMeaning(tr("invalid authentication credentials"), _SOURCE_GATEWAY),
    403: CodeMeaning(tr("your IP address is not allowed"), _SOURCE_GATEWAY),
    413: CodeMeaning(tr("the request is too large"), _SOURCE_GATEWAY),
    429: CodeMeaning(tr("too many requests"), _SOURCE_GATEWAY),
    500: CodeMeaning(tr("an unexpected error occurred"), _SOURCE_GATEWAY),
    503: CodeMeaning(tr("the service is unavailable"), _SOURCE_GATEWAY),
}
_IAM_PREFIX: Final = 30
_TRANSIENT_ERRORS: Final = (429, 500, 503)  # as last three digits
_GUESSED_MEANINGS: Final = {
    400: tr("invalid request"),
    401: tr("not authenticated"),
    403: tr("not allowed"),
    404: tr("not found"),
    409: tr("conflict"),
    429: tr("too many requests"),
    500: tr("internal error"),
    503: tr("service unavailable"),
}


def find_meaning(code: int) -> CodeMeaning | None:
    """Find the meaning of a code in a body; None where it is not documented."""
    return _SESSION_CODES.get(code) or _OTHER_SERVICE_CODES.get(code)


def guess_meaning(code: int) -> Text | None:
    """Guess an undocumented IAM code's meaning by its last three digits, which resemble HTTP's.

    Inferred from the documented ones (30401, 30404, 30429): to be shown as a guess only.
    """
    return _GUESSED_MEANINGS.get(code % 1000) if code // 1000 == _IAM_PREFIX else None


def find_http_meaning(http_status: int) -> CodeMeaning | None:
    """Find the documented meaning of an HTTP status that the gateway itself sets."""
    return _HTTP_STATUSES.get(http_status)


def get_severity(code: int) -> Severity:
    """The severity of an HTTP status, or of a code in a body, whose last digits resemble one.

    Transient errors, too many calls or an error of the gateway's own, are warnings.
    """
    if code < FIRST_ERROR_STATUS:
        return Severity.PLAIN
    passes = code in SERVER_ERROR_STATUSES or code % 1000 in _TRANSIENT_ERRORS
    return Severity.WARNING if passes else Severity.BAD
