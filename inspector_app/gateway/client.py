"""The gateway client: requests the session info of a token and what belongs to it, in bounded time.

All that this program can ask is in this module and in ``portal_client``: calls that only read.
"""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.gateway.rejection import get_identity_status, is_token_rejected
from inspector_app.gateway.request_runner import CallContext
from inspector_app.gateway.token_requests import TokenCall, TokenRequests
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import (
    ORGANIZATION_INFO_PATH,
    ORGANIZATION_LIST_PATH,
    SESSION_INFO_PATH,
    ApiCall,
    Exchange,
    Failure,
    FailureKind,
)

if TYPE_CHECKING:
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions
    from inspector_app.session.token import Token

_OTHER_FORM: Final = {
    AuthorizationScheme.BEARER: AuthorizationScheme.BARE,
    AuthorizationScheme.BARE: AuthorizationScheme.BEARER,
}


_SESSION_INFO: Final = TokenCall(ApiCall.SESSION, SESSION_INFO_PATH)
_ORGANIZATION_LIST: Final = TokenCall(ApiCall.ORGANIZATION_LIST, ORGANIZATION_LIST_PATH)


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
    call = TokenRequests(context, token, _SESSION_INFO)
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


def probe_gateway(
    address: GatewayAddress,
    *,
    connection: ConnectionOptions = DEFAULT_OPTIONS,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests the session info without a token, to see who answers; blocks, and never raises.

    It is bound as ``fetch_session_info`` is, and signed where the connection names an application.
    """
    context = CallContext(address, connection, time.monotonic(), cancellation)
    return TokenRequests(context, None, _SESSION_INFO).send_in_form(connection.first_form)


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
    described = TokenCall(ApiCall.ORGANIZATION, ORGANIZATION_INFO_PATH, body)
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
    call: TokenCall,
    connection: ConnectionOptions,
    cancellation: Cancellation | None,
) -> Exchange | Failure:
    context = CallContext(address, connection, time.monotonic(), cancellation)
    return TokenRequests(context, token, call).send_in_form(connection.first_form)


def _is_rejected(answer: Exchange | Failure) -> bool:
    return isinstance(answer, Exchange) and is_token_rejected(answer)
