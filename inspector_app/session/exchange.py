"""The result of one call: an HTTP answer with what was observed of the call, or a failure.

Every HTTP answer is an ``Exchange``, whatever its status: a refusal is an answer too. A
``Failure`` means that no complete answer arrived.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from inspector_app.session.authorization_scheme import AuthorizationScheme

SESSION_INFO_PATH: Final = "/enos-iam-service/v2.0/session/info"
"""EnOS documentation 2.1-2.4: the call's path, the same in all of them."""

ORGANIZATION_INFO_PATH: Final = "/enos-iam-service/v2.0/organization/info"
"""EnOS documentation 2.1-2.4: what is known of one organization, which the body names by its id."""

ORGANIZATION_LIST_PATH: Final = "/enos-iam-service/v2.0/user/organization/list"
"""EnOS documentation 2.1-2.4: every organization of the token's user; the body is empty."""

PORTAL_SESSION_PATHS: Final = (
    "/app-portal-service/v2.2/session/info",
    "/app-portal-service/v2.1/session/info",
)
PORTAL_USER_PATHS: Final = (
    "/app-portal-service/v2.2/user/info",
    "/app-portal-service/v2.0/user/info",
)
PORTAL_ORGANIZATION_LIST_PATHS: Final = (
    "/app-portal-service/v2.2/user/organization/list",
    "/app-portal-service/v2.0/user/organization/list",
)
APPLICATION_LIST_PATHS: Final = (
    "/app-portal-service/v2.2/user/app/list",
    "/app-portal-service/v2.0/user/app/list",
)
APPLICATION_ACCESS_PATHS: Final = (
    "/app-portal-service/v2.2/user/app/resource/info",
    "/app-portal-service/v2.1/user/app/resource/info",
)
"""EnOS documentation of the Application Portal: the path from release 2.4 on, and before it."""

AUTHORIZATION_HEADER: Final = "Authorization"
"""EnOS documentation 2.1-2.4: the header that carries the token."""

MEDIA_TYPE: Final = "application/json"
"""EnOS documentation 2.1-2.4, sample request: what the call accepts and says that it sends."""

MAX_BODY_SIZE: Final = 8 * 1024 * 1024
"""Bytes a body may have, on the wire, decoded and in a file: a session has a few thousand."""

MAX_SUBJECT_LENGTH: Final = 200
"""Characters of the name, identifier or AccessKey by which a person asks about an application."""


class TimeSource(Enum):
    """The source of the times of an exchange: a saved answer may not tell when it was taken."""

    OBSERVED = "observed"  # by this computer's clock, while the call was made
    RECORDED = "noted"  # by this computer's clock, but nothing else of the call was saved
    DATE_HEADER = "by_gateway"  # by the answer's own Date
    FILE_DATE = "by_file"  # by its file's date: it was taken then or at any time before


class ApiCall(Enum):
    """Which of the documented calls it was about; all of them only read."""

    SESSION = "session"
    APPLICATION = "application"  # the token service: an access token for an application
    ORGANIZATION = "organization"  # what is known of one organization
    ORGANIZATION_LIST = "organization_list"  # the organizations of the user
    PORTAL_SESSION = "portal_session"  # the session of a portal token
    PORTAL_USER = "portal_user"  # its user
    PORTAL_ORGANIZATION_LIST = "portal_organization_list"  # the organizations of its user
    APPLICATION_LIST = "application_list"  # the applications of the current organization
    APPLICATION_ACCESS = "application_access"  # what the user has in one of them

    @property
    def method(self) -> str:
        """The documented HTTP method: the portal's calls are GET, all others POST."""
        return "GET" if self in _PORTAL_CALLS else "POST"


_PORTAL_CALLS: Final = frozenset(
    {
        ApiCall.PORTAL_SESSION,
        ApiCall.PORTAL_USER,
        ApiCall.PORTAL_ORGANIZATION_LIST,
        ApiCall.APPLICATION_LIST,
        ApiCall.APPLICATION_ACCESS,
    }
)


@dataclass(frozen=True, slots=True)
class PhaseDurations:
    """Where the time of a call went, in seconds; None where a phase did not take place."""

    resolve: float | None = None
    connect: float | None = None
    tls: float | None = None
    wait: float | None = None
    read: float | None = None
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class TlsInfo:
    """What was agreed and presented in the TLS handshake."""

    version: str
    cipher: str
    subject: str
    issuer: str
    not_before: str
    not_after: str


@dataclass(frozen=True, slots=True)
class Route:
    """How the gateway was reached: its host, the proxy, and the trust store.

    ``ignored_proxy_script`` is a proxy script (PAC) that the system's settings name, which this app
    does not run.
    """

    host: str
    proxy: str | None = None
    trust_store: str | None = None
    ignored_proxy_script: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A complete HTTP answer.

    ``sent_at`` and ``headers_at`` are this computer's wall clock in epoch seconds, when the
    request left and when the answer's headers were in: between them lies the gateway's ``Date``.
    Unless ``time_source`` says otherwise: then both are the one time that is known. ``status`` is
    0 where a saved answer does not tell it.
    ``call`` is ``APPLICATION`` only where the token service gave no access token, so that the
    session was never asked for, unless ``was_token_sent_before``: in an earlier request of the same
    inspection. ``path`` is what was asked, without a query; empty where that is not known.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sent_at: float
    headers_at: float
    route: Route
    phases: PhaseDurations = PhaseDurations()
    tls: TlsInfo | None = None
    authorization: AuthorizationScheme = AuthorizationScheme.BEARER
    call: ApiCall = ApiCall.SESSION
    time_source: TimeSource = TimeSource.OBSERVED
    was_token_sent_before: bool = False
    path: str = ""

    @property
    def was_token_sent(self) -> bool:
        """Whether the token went out, in this request or in an earlier one."""
        return self.was_token_sent_before or self.call is not ApiCall.APPLICATION

    def get_header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


class FailureKind(Enum):
    """Why no complete answer arrived: one closed list."""

    HOST_NOT_FOUND = "host_not_found"
    CONNECTION_REFUSED = "connection_refused"
    NETWORK_UNREACHABLE = "network_unreachable"
    CONNECTION_RESET = "connection_reset"
    NO_ANSWER = "no_answer"  # the other side closed the connection without an answer
    ANSWER_TRUNCATED = "answer_cut_short"
    NOT_HTTP = "not_http"
    UNKNOWN_ENCODING = "unknown_encoding"
    PROXY_FAILED = "proxy_failed"
    PROXY_AUTHENTICATION_REQUIRED = "proxy_wants_login"
    PROXY_LOGIN_UNSUPPORTED = "proxy_wants_other_login"  # NTLM, Negotiate and their like alone
    PROXY_SETTING_UNUSABLE = "proxy_setting_unusable"
    CA_FILE_UNUSABLE = "ca_file_unusable"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_OUT_OF_DATE = "certificate_out_of_date"  # Windows does not say in which way
    CERTIFICATE_HOSTNAME_MISMATCH = "certificate_for_other_host"
    CERTIFICATE_SELF_SIGNED = "certificate_self_signed"
    CERTIFICATE_NOT_TRUSTED = "certificate_not_trusted"
    CERTIFICATE_WRONG_PURPOSE = "certificate_wrong_purpose"
    CERTIFICATE_TOO_WEAK = "certificate_too_weak"
    TLS_VERSION_TOO_OLD = "tls_version_too_old"
    NOT_TLS = "not_tls"  # the other side does not speak TLS on this port
    TLS_FAILED = "tls_failed"
    CLIENT_CERTIFICATE_REQUIRED = "client_certificate_required"
    CLIENT_CERTIFICATE_REFUSED = "client_certificate_refused"
    CLIENT_CERTIFICATE_UNUSABLE = "client_certificate_unusable"  # it was not even shown
    REDIRECTED = "redirected"
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    UNEXPECTED = "unexpected"


class Phase(Enum):
    """The part of the call in which it failed."""

    RESOLVE = "resolve"
    CONNECT = "connect"
    TLS = "tls"
    WAIT = "wait"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer: what kind of failure, where, and when (epoch seconds).

    ``detail`` is a fact a person can use (the redirect's target, the proxy's status, seconds
    waited), never the text of an exception.
    """

    kind: FailureKind
    route: Route
    failed_at: float
    phase: Phase | None = None
    detail: str | None = None
    phases: PhaseDurations = PhaseDurations()
    call: ApiCall = ApiCall.SESSION
    was_token_sent_before: bool = False
    path: str = ""

    @property
    def may_have_written_token(self) -> bool:
        """Whether a byte of this request may have been written, and the token is in it."""
        return self.call is not ApiCall.APPLICATION and self.phase in {Phase.WAIT, Phase.READ}

    @property
    def may_have_sent_token(self) -> bool:
        """Whether the token may have gone out, in this request or in an earlier one."""
        return self.was_token_sent_before or self.may_have_written_token
