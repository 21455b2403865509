"""Builds headers and bodies that contain secrets: the only module here that reveals them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final, assert_never
from urllib.parse import unquote

from inspector_app.session.authorization_scheme import AuthorizationScheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.gateway.application import Application
    from inspector_app.gateway.connection import ManualProxy
    from inspector_app.session.token import Token

ACCESS_TOKEN_HEADER: Final = "apim-accesstoken"  # noqa: S105  # a header's name
"""EnOS documentation of the APIM token service: the header that carries an access token."""


def format_authorization(token: Token, form: AuthorizationScheme) -> str:
    """The value of the ``Authorization`` header.

    EnOS documentation 2.1-2.4: the header holds "the session ID (or bearer token)"; the vendor's
    samples show both forms.
    """
    match form:
        case AuthorizationScheme.BEARER:
            return f"{form.value} {_reveal_secret(token)}"
        case AuthorizationScheme.BARE:
            return _reveal_secret(token)
        case _:
            assert_never(form)


def build_access_token_request(application: Application, now: float) -> bytes:
    """The request body for the token service.

    EnOS documentation of the APIM token service: ``encryption`` is the lower-case hexadecimal
    SHA-256 of AccessKey, timestamp in milliseconds and SecretKey, one after the other.
    """
    timestamp = round(now * 1000)
    signed_text = f"{application.access_key}{timestamp}{_reveal_secret(application.secret_key)}"
    request = {
        "appKey": application.access_key,
        "encryption": hashlib.sha256(signed_text.encode()).hexdigest(),
        "timestamp": timestamp,
    }
    return json.dumps(request, separators=(",", ":")).encode()


def build_signature_headers(
    application: Application, access_token: Token, now: float, parameters: bytes = b""
) -> Mapping[str, str]:
    """The headers of a signed call.

    EnOS documentation of the APIM token service: SHA-256 of access token, parameters (names and
    values of the query, sorted, and then the exact body), timestamp in milliseconds and SecretKey,
    one after the other.
    """
    timestamp = str(round(now * 1000))
    access_token_text = _reveal_secret(access_token)
    after_body = timestamp + _reveal_secret(application.secret_key)
    signed_text = access_token_text.encode() + parameters + after_body.encode()
    return {
        ACCESS_TOKEN_HEADER: access_token_text,
        "apim-timestamp": timestamp,
        "apim-signature": hashlib.sha256(signed_text).hexdigest(),
    }


def format_proxy_login(choice: ManualProxy) -> str | None:
    """``user:password`` for the proxy; None where no user is configured."""
    if not choice.user:
        return None
    password = "" if choice.password is None else unquote(_reveal_secret(choice.password))
    return f"{choice.user}:{password}"


def reveal_certificate_password(password: Token | None) -> str:
    """The password of a client certificate's key; empty where there is none."""
    return "" if password is None else unquote(_reveal_secret(password))


def _reveal_secret(secret: Token) -> str:
    """The secret in clear text: nothing else of the app but the vault reveals one."""
    return secret.reveal()
