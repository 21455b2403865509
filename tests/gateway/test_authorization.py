"""The one place of this room where a token is unmasked."""

import hashlib

import pytest

from inspector_app.gateway.application import Application
from inspector_app.gateway.authorization import (
    build_access_token_request,
    build_signature_headers,
    format_authorization,
    format_proxy_login,
    reveal_certificate_password,
)
from inspector_app.gateway.connection import ManualProxy
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.token import Token

SECRET = "s" + "Wd6nQ2xk" * 3
APPLICATION = Application("key", Token(SECRET))


def test_both_forms_hold_the_token_byte_for_byte():
    every_sign = "".join(chr(code) for code in range(0x21, 0x7F))
    token = Token(every_sign)
    assert format_authorization(token, AuthorizationScheme.BEARER) == f"Bearer {every_sign}"
    assert format_authorization(token, AuthorizationScheme.BARE) == every_sign


def test_an_access_token_is_asked_for_with_what_the_documentation_says():
    """A7: the SecretKey goes into the hash alone."""
    body = build_access_token_request(APPLICATION, 1_800_000_000.1234)
    signed = f"key1800000000123{SECRET}"
    assert (
        body
        == (
            '{"appKey":"key","encryption":"'
            f'{hashlib.sha256(signed.encode()).hexdigest()}","timestamp":1800000000123}}'
        ).encode()
    )


def test_a_call_is_signed_as_the_documentation_says():
    """A7: access token, parameters, time and SecretKey, one after the other."""
    access_token = Token("access-token")
    for parameters in (b"", b"accessKeyx{}"):
        headers = build_signature_headers(APPLICATION, access_token, 1.0005, parameters)
        signed = b"access-token" + parameters + f"1000{SECRET}".encode()
        assert dict(headers) == {
            "apim-accesstoken": "access-token",
            "apim-timestamp": "1000",
            "apim-signature": hashlib.sha256(signed).hexdigest(),
        }
    assert build_signature_headers(APPLICATION, access_token, 1.0) == build_signature_headers(
        APPLICATION, access_token, 1.0, b""
    )


@pytest.mark.parametrize(
    ("user", "password", "login"),
    [
        ("", None, None),
        ("", Token("p"), None),
        ("mara", None, "mara:"),
        ("mara", Token("p%3A%20q"), "mara:p: q"),
    ],
)
def test_a_login_at_a_proxy_is_user_and_password(user, password, login):
    assert format_proxy_login(ManualProxy("proxy.example.com", user, password)) == login


def test_the_password_of_a_certificate_may_have_any_sign():
    assert reveal_certificate_password(None) == ""
    assert reveal_certificate_password(Token("a%20b%25")) == "a b%"
