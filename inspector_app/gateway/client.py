"""The gateway client: requests the session info of a token and what belongs to it, in bounded time.

All that this program can ask is in this module: calls that only read.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import application as applications
from inspector_app.gateway.authorization import (
    build_access_token_request,
    build_signature_headers,
    format_authorization,
)
from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.gateway.rejection import (
    get_identity_status,
    is_access_token_expired,
    is_token_rejected,
)
from inspector_app.gateway.request_runner import CallContext, RequestSpec, send_request
from inspector_app.session.exchange import (
    AUTHORIZATION_HEADER,
    ORGANIZATION_INFO_PATH,
    ORGANIZATION_LIST_PATH,
    SESSION_INFO_PATH,
    ApiCall,
    AuthorizationScheme,
    Exchange,
    Failure,
    FailureKind,
)
from inspector_app.session.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.application import Application
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions

_OTHER_FORM: Final = {
    AuthorizationScheme.BEARER: AuthorizationScheme.BARE,
    AuthorizationScheme.BARE: AuthorizationScheme.BEARER,
}


@dataclass(frozen=True, slots=True)
class _TokenCall:
    """A documented call that is made with the user's token: which, where, and its exact body."""

    call: ApiCall
    path: str
    body: bytes = b""


_SESSION_INFO: Final = _TokenCall(ApiCall.SESSION, SESSION_INFO_PATH)
_ORGANIZATION_LIST: Final = _TokenCall(ApiCall.ORGANIZATION_LIST, ORGANIZATION_LIST_PATH)


def fetch_session_info(
    address: GatewayAddress,
    token: Token,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests the session info of the token from the gateway; blocks, and never raises.

    Returns at the latest when the connection's deadline has passed, and at once when cancelled.
    The token is sent once, and once more in the other form where it was refused in the first and
    the connection leaves the form open. Where the connection names an application, the call is
    signed with its access token, which is renewed once if the gateway does not take it any more;
    an answer of the token service that issues none is the answer, and the token is not sent.
    """
    context = CallContext(address, connection, time.monotonic(), cancellation)
    call = _TokenRequests(context, token, _SESSION_INFO)
    first_form = connection.authorization or connection.first_form
    answer = call.send_in_form(first_form)
    if connection.authorization is not None or not _is_rejected(answer):
        return answer
    second_answer = call.send_in_form(_OTHER_FORM[first_form])
    if isinstance(second_answer, Failure):
        sent = replace(second_answer, was_token_sent_before=True)
        return sent if sent.kind is FailureKind.CANCELLED else answer
    if get_identity_status(second_answer) is None or is_token_rejected(second_answer):
        return answer
    return second_answer


def fetch_organization(
    address: GatewayAddress,
    token: Token,
    organization_id: str,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests what is known of one organization; blocks, and never raises.

    It is bound as ``fetch_session_info`` is. The token is sent in the connection's first form only:
    that in which the gateway took it for the session.
    """
    body = json.dumps({"id": organization_id}, separators=(",", ":")).encode()
    described = _TokenCall(ApiCall.ORGANIZATION, ORGANIZATION_INFO_PATH, body)
    return _fetch_in_first_form(address, token, described, connection, cancellation)


def fetch_organization_list(
    address: GatewayAddress,
    token: Token,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests the organizations of the token's user, as ``fetch_organization`` does one."""
    return _fetch_in_first_form(address, token, _ORGANIZATION_LIST, connection, cancellation)


def _fetch_in_first_form(
    address: GatewayAddress,
    token: Token,
    call: _TokenCall,
    connection: ConnectionOptions,
    cancellation: Cancellation | None,
) -> Exchange | Failure:
    context = CallContext(address, connection, time.monotonic(), cancellation)
    return _TokenRequests(context, token, call).send_in_form(connection.first_form)


def _is_rejected(answer: Exchange | Failure) -> bool:
    return isinstance(answer, Exchange) and is_token_rejected(answer)


class _TokenRequests:
    """The requests of one documented call; renews the access token at most once."""

    def __init__(self, context: CallContext, token: Token, call: _TokenCall) -> None:
        self._context = context
        self._token = token
        self._call = call
        self._can_renew = True

    def send_in_form(self, form: AuthorizationScheme) -> Exchange | Failure:
        """Sends the token in this form and returns the answer."""
        application = self._context.connection.application
        if application is None:
            return self._send_token(form)
        access_token = self._obtain_access_token(application)
        if not isinstance(access_token, Token):
            return access_token
        answer = self._send_token(form, self._build_signer(application, access_token))
        if not (
            self._can_renew and isinstance(answer, Exchange) and is_access_token_expired(answer)
        ):
            return answer
        self._can_renew = False
        self._context.connection.access_tokens.remove_token(self._context.address, application)
        access_token = self._obtain_access_token(application)
        if not isinstance(access_token, Token):
            return replace(access_token, was_token_sent_before=True)
        again = self._send_token(form, self._build_signer(application, access_token))
        return again if isinstance(again, Exchange) else replace(again, was_token_sent_before=True)

    def _send_token(
        self, form: AuthorizationScheme, signature: Callable[[], Mapping[str, str]] = dict
    ) -> Exchange | Failure:
        def build_headers() -> Mapping[str, str]:
            return {AUTHORIZATION_HEADER: format_authorization(self._token, form), **signature()}

        call = self._call
        return send_request(
            self._context,
            RequestSpec(call.path, build_headers, lambda: call.body, form=form, call=call.call),
        )

    def _build_signer(
        self, application: Application, access_token: Token
    ) -> Callable[[], Mapping[str, str]]:
        """Signs a request as it is sent: the time is signed along."""
        body = self._call.body
        return lambda: build_signature_headers(application, access_token, time.time(), body)

    def _obtain_access_token(self, application: Application) -> Token | Exchange | Failure:
        """From the cache, else the token service; its answer or failure where it issues none."""
        address, cache = self._context.address, self._context.connection.access_tokens
        requested_at = time.time()
        cached = cache.find_token(address, application, requested_at)
        if cached is not None:
            return cached
        answer = send_request(
            self._context,
            RequestSpec(
                applications.APIM_PATH,
                content=lambda: build_access_token_request(application, time.time()),
                call=ApiCall.APPLICATION,
            ),
        )
        if isinstance(answer, Failure):
            return answer
        issued = applications.parse_access_token(answer)
        if issued is None:
            return answer
        cache.store_token(address, application, issued, requested_at)
        return issued.value
