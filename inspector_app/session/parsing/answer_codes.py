"""Documented error codes of EnOS and its gateway, with meaning and source.

A number means different things in different services, so there is one table per service. Codes of
five digits are a service's prefix and three digits of the vendor's common list (seen in its public
code): what no table has is guessed so, and shown as a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector_app.session.http_status import FIRST_ERROR_STATUS, SERVER_ERROR_STATUSES
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """The documented meaning of a code, and the documentation that states it."""

    text: Text
    source: Text
    provenance: Provenance = Provenance.DOCUMENTED


_SOURCE_EARLY_RELEASES: Final = tr("EnOS documentation 2.1, 2.2")
_SOURCE_LATER_RELEASES: Final = tr("EnOS documentation 2.3+")
_SOURCE_LOGIN: Final = tr("EnOS documentation of the login call")
_SOURCE_TOKEN_SERVICE: Final = tr("EnOS documentation of the token service")
_SOURCE_GENERAL: Final = tr("EnOS documentation, general codes")
_SOURCE_GATEWAY: Final = tr("EnOS documentation of the gateway")
_SOURCE_PORTAL: Final = tr("EnOS documentation of the Application Portal")
_SOURCE_COMMON: Final = tr("the vendor's common list of codes")
_SOURCE_COMMON_PORTAL: Final = tr("inferred from the vendor's common list of codes")
_SOURCE_PORTAL_CLIENTS: Final = tr("seen in public clients of the Application Portal")

SUCCESS: Final = 0
TOKEN_NOT_VALID: Final = (30401, 401)  # in the documentation 2.1 and 2.2, and in the later ones
SESSION_NOT_FOUND: Final = (30404, 404)  # likewise
LATE_SESSION_CODES: Final = frozenset({401, 404})  # HTTP's too: any framework may send them
NO_PERMISSION: Final = 99403
INTERNAL_ERROR: Final = 99500
APPLICATION_SIGNATURE_REFUSED: Final = 497
APPLICATION_NOT_ALLOWED: Final = 498
SIGNATURE_REFUSED: Final = (APPLICATION_SIGNATURE_REFUSED, APPLICATION_NOT_ALLOWED, 4011, 4012)
UNAUTHENTICATED_MESSAGE: Final = "authenticated."
"""The documented message of 401, in lower case: a slip for "Unauthenticated.", no success."""

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
_PORTAL_CODES: Final = {
    31400: CodeMeaning(tr("the application's AccessKey is missing"), _SOURCE_PORTAL),
    31401: CodeMeaning(tr("please log in first"), _SOURCE_PORTAL),
    31403: CodeMeaning(tr("the user has no access to the application"), _SOURCE_PORTAL),
    31404: CodeMeaning(tr("the application does not exist, or was not purchased"), _SOURCE_PORTAL),
    31409: CodeMeaning(
        tr("perhaps signed in elsewhere"), _SOURCE_COMMON_PORTAL, Provenance.INFERRED
    ),
    31410: CodeMeaning(
        tr("perhaps the token has expired"), _SOURCE_COMMON_PORTAL, Provenance.INFERRED
    ),
    31512: CodeMeaning(tr("no organization was chosen"), _SOURCE_PORTAL),
    31520: CodeMeaning(tr("the organization has not purchased the application"), _SOURCE_PORTAL),
    88201: CodeMeaning(tr("the portal token is over"), _SOURCE_PORTAL_CLIENTS, Provenance.OBSERVED),
    88203: CodeMeaning(
        tr("the Application Portal denied the call"), _SOURCE_PORTAL_CLIENTS, Provenance.OBSERVED
    ),
}
_COMMON_MEANINGS: Final = {
    400: tr("invalid argument"),
    401: tr("not authenticated"),
    403: tr("permission denied"),
    404: tr("not found"),
    409: tr("exists already"),
    413: tr("too large"),
    415: tr("out of range"),
    429: tr("exhausted: too many requests"),
    497: tr("the application's timestamp or signature was refused"),
    498: tr("the application may not use this API"),
    499: tr("an error of the client"),
    500: tr("internal error"),
    503: tr("service unavailable"),
    504: tr("the service did not answer in time"),
    601: tr("not supported for this resource"),
}
_SERVICE_NAMES: Final = {
    30: tr("IAM"),
    31: tr("Application Portal"),
    80: tr("time series"),
    99: tr("any service"),
}
_TRANSIENT_ERRORS: Final = (429, 500, 503)  # as last three digits
_FIVE_DIGITS: Final = range(10_000, 100_000)


def find_meaning(code: int) -> CodeMeaning | None:
    """Find the meaning of a code in a body; None where it is known from nowhere."""
    known = _SESSION_CODES.get(code) or _OTHER_SERVICE_CODES.get(code) or _PORTAL_CODES.get(code)
    if known is not None:
        return known
    common = _COMMON_MEANINGS.get(code)
    return None if common is None else CodeMeaning(common, _SOURCE_COMMON, Provenance.OBSERVED)


def list_meanings() -> tuple[CodeMeaning, ...]:
    """Every meaning of every table."""
    return tuple(
        meaning
        for table in (_SESSION_CODES, _OTHER_SERVICE_CODES, _PORTAL_CODES, _HTTP_STATUSES)
        for meaning in table.values()
    )


def guess_meaning(code: int) -> Text | None:
    """Guess what a code of five digits means: by its service's prefix and the common list.

    To be shown as a guess only, beside a word that says so.
    """
    if code not in _FIVE_DIGITS:
        return None
    service, words = _SERVICE_NAMES.get(code // 1000), _COMMON_MEANINGS.get(code % 1000)
    if service is None:
        return words
    if words is None:
        return tr("a code of the service {service}", service=service)
    return tr("{words} ({service})", service=service, words=words)


def find_http_meaning(http_status: int) -> CodeMeaning | None:
    """Find the meaning of an HTTP status that the gateway itself sets."""
    known = _HTTP_STATUSES.get(http_status)
    if known is None and http_status in SIGNATURE_REFUSED:
        return find_meaning(http_status)
    return known


def get_severity(code: int) -> Severity:
    """The severity of an HTTP status, or of a code in a body, whose last digits resemble one.

    Transient errors, too many calls or an error of the gateway's own, are warnings.
    """
    if code < FIRST_ERROR_STATUS:
        return Severity.PLAIN
    passes = code in SERVER_ERROR_STATUSES or code % 1000 in _TRANSIENT_ERRORS
    return Severity.WARNING if passes else Severity.BAD
