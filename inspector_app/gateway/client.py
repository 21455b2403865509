"""The gateway client: requests the session info of a token, in bounded time."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import application as applications
from inspector_app.gateway.address import PATH
from inspector_app.gateway.attempt import Message, Trip, attempt
from inspector_app.gateway.authorization import (
    application_request,
    application_signature,
    authorization,
)
from inspector_app.gateway.connection import STANDARD
from inspector_app.gateway.refusal import identity_status, refuses_access_token, refuses_token
from inspector_app.session.exchange import (
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
    from inspector_app.gateway.connection import Connection

_OTHER: Final = {
    AuthorizationScheme.BEARER: AuthorizationScheme.BARE,
    AuthorizationScheme.BARE: AuthorizationScheme.BEARER,
}


def inspect(
    address: GatewayAddress,
    token: Token,
    *,
    connection: Connection = STANDARD,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Requests the session info of the token from the gateway; blocks, and never raises.

    Returns at the latest when the connection's deadline has passed, and at once when cancelled.
    The token is sent once, and once more in the other form where it was refused in the first and
    the connection leaves the form open. Where the connection names an application, the call is
    signed with its access token, which is renewed once if the gateway does not take it any more;
    an answer of the token service that issues none is the answer, and the token is not sent.
    """
    asking = _Asking(Trip(address, connection, time.monotonic(), cancellation), token)
    first = connection.authorization or connection.first_form
    answer = asking.in_form(first)
    if connection.authorization is not None or not _was_refused(answer):
        return answer
    other = asking.in_form(_OTHER[first])
    if isinstance(other, Failure):
        return other if other.kind is FailureKind.CANCELLED else answer
    settled = identity_status(other) is not None and not refuses_token(other)
    return other if settled else answer


def _was_refused(answer: Exchange | Failure) -> bool:
    return isinstance(answer, Exchange) and refuses_token(answer)


class _Asking:
    """The requests of one inspection; renews the access token at most once."""

    def __init__(self, trip: Trip, token: Token) -> None:
        self._trip = trip
        self._token = token
        self._may_renew = True

    def in_form(self, form: AuthorizationScheme) -> Exchange | Failure:
        """Sends the token in this form and returns the answer."""
        application = self._trip.connection.application
        if application is None:
            return self._ask(form)
        access = self._access_token(application)
        if not isinstance(access, Token):
            return access
        answer = self._ask(form, partial(_signature, application, access))
        if not (self._may_renew and isinstance(answer, Exchange) and refuses_access_token(answer)):
            return answer
        self._may_renew = False
        self._trip.connection.access_tokens.drop(self._trip.address, application)
        access = self._access_token(application)
        if not isinstance(access, Token):
            return access
        return self._ask(form, partial(_signature, application, access))

    def _ask(
        self, form: AuthorizationScheme, signature: Callable[[], Mapping[str, str]] = dict
    ) -> Exchange | Failure:
        def headers() -> Mapping[str, str]:
            return {"Authorization": authorization(self._token, form), **signature()}

        return attempt(self._trip, Message(PATH, headers, form=form))

    def _access_token(self, application: Application) -> Token | Exchange | Failure:
        """From the cache, else the token service; its answer or failure where it issues none."""
        address, kept = self._trip.address, self._trip.connection.access_tokens
        asked_at = time.time()
        found = kept.find(address, application, asked_at)
        if found is not None:
            return found
        answer = attempt(
            self._trip,
            Message(
                applications.PATH,
                content=lambda: application_request(application, time.time()),
                call=ApiCall.APPLICATION,
            ),
        )
        if isinstance(answer, Failure):
            return answer
        given = applications.given(answer)
        if given is None:
            return answer
        kept.keep(address, application, given, asked_at)
        return given.value


def _signature(application: Application, access_token: Token) -> Mapping[str, str]:
    return application_signature(application, access_token, time.time())
