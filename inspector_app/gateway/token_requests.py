"""The requests of one documented call with the user's token, signed for a named application."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.gateway import application as applications
from inspector_app.gateway.authorization import (
    build_access_token_request,
    build_signature_headers,
    format_authorization,
)
from inspector_app.gateway.rejection import is_access_token_expired
from inspector_app.gateway.request_runner import (
    CallContext,
    HttpMethod,
    RequestSpec,
    send_request,
)
from inspector_app.session.exchange import AUTHORIZATION_HEADER, ApiCall, Exchange, Failure
from inspector_app.session.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.gateway.application import Application
    from inspector_app.session.authorization_scheme import AuthorizationScheme


@dataclass(frozen=True, slots=True)
class TokenCall:
    """A documented call that is made with the user's token.

    Which, where, by which method, and its exact query and body.
    """

    call: ApiCall
    path: str
    body: bytes = b""
    method: HttpMethod = HttpMethod.POST
    query: tuple[tuple[str, str], ...] = ()

    @property
    def signed_parameters(self) -> bytes:
        """What is signed along: names and values of the query, sorted, and the body."""
        words = (f"{name}{value}" for name, value in sorted(self.query))
        return "".join(words).encode() + self.body


class TokenRequests:
    """The requests of one documented call; renews the access token at most once."""

    def __init__(self, context: CallContext, token: Token | None, call: TokenCall) -> None:
        """Without a token the header that would carry it is not sent."""
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
        call, token = self._call, self._token

        def build_headers() -> Mapping[str, str]:
            if token is None:
                return signature()
            return {AUTHORIZATION_HEADER: format_authorization(token, form), **signature()}

        return send_request(
            self._context,
            RequestSpec(
                call.path,
                call.query,
                call.method,
                build_headers,
                lambda: call.body,
                form=form,
                call=call.call,
            ),
        )

    def _build_signer(
        self, application: Application, access_token: Token
    ) -> Callable[[], Mapping[str, str]]:
        """Signs a request as it is sent: the time is signed along."""
        signed = self._call.signed_parameters
        return lambda: build_signature_headers(application, access_token, time.time(), signed)

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
