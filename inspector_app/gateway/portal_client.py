"""Requests what the Application Portal tells of a portal token: calls that only read.

EnOS documentation of the Application Portal: each call has one path from release 2.4 on, and an
older one before. The older is asked where the gateway has no route of the newer.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.gateway.rejection import has_no_route
from inspector_app.gateway.request_runner import CallContext, HttpMethod
from inspector_app.gateway.token_requests import TokenCall, TokenRequests
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import (
    APPLICATION_ACCESS_PATHS,
    APPLICATION_LIST_PATHS,
    PORTAL_ORGANIZATION_LIST_PATHS,
    PORTAL_SESSION_PATHS,
    PORTAL_USER_PATHS,
    ApiCall,
    Exchange,
    Failure,
)

if TYPE_CHECKING:
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions
    from inspector_app.session.token import Token

_ACCESS_KEY: Final = "accessKey"
_PATHS: Final = {
    ApiCall.PORTAL_SESSION: PORTAL_SESSION_PATHS,
    ApiCall.PORTAL_USER: PORTAL_USER_PATHS,
    ApiCall.PORTAL_ORGANIZATION_LIST: PORTAL_ORGANIZATION_LIST_PATHS,
    ApiCall.APPLICATION_LIST: APPLICATION_LIST_PATHS,
    ApiCall.APPLICATION_ACCESS: APPLICATION_ACCESS_PATHS,
}


def fetch_portal_session(
    address: GatewayAddress,
    token: Token,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests the session of a portal token; blocks, and never raises.

    It is bound, signed and cancelled as ``client.fetch_session_info`` is. The token is sent as a
    bearer token, which alone is documented, unless the connection names the form.
    """
    return fetch_from_portal(
        ApiCall.PORTAL_SESSION, address, token, connection=connection, cancellation=cancellation
    )


def fetch_application_access(
    address: GatewayAddress,
    token: Token,
    access_key: str,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests what the user has in the application of that AccessKey, likewise."""
    context = CallContext(address, connection, time.monotonic(), cancellation)
    return _fetch(ApiCall.APPLICATION_ACCESS, context, token, ((_ACCESS_KEY, access_key),))


def fetch_from_portal(
    call: ApiCall,
    address: GatewayAddress,
    token: Token,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests one of the portal's calls that ask nothing but the token, likewise."""
    context = CallContext(address, connection, time.monotonic(), cancellation)
    return _fetch(call, context, token)


def _fetch(
    call: ApiCall, context: CallContext, token: Token, query: tuple[tuple[str, str], ...] = ()
) -> Exchange | Failure:
    form = context.connection.authorization or AuthorizationScheme.BEARER
    newer, older = (
        TokenCall(call, path, method=HttpMethod.GET, query=query) for path in _PATHS[call]
    )
    answer = TokenRequests(context, token, newer).send_in_form(form)
    if not isinstance(answer, Exchange) or not has_no_route(answer):
        return answer
    second = TokenRequests(context, token, older).send_in_form(form)
    return replace(second, was_token_sent_before=True) if isinstance(second, Failure) else second
