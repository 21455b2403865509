"""The one place of this room where a token is unmasked."""

from inspector_app.gateway.authorization import format_authorization
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.session.token import Token


def test_both_forms_hold_the_token_byte_for_byte():
    every_sign = "".join(chr(code) for code in range(0x21, 0x7F))
    token = Token(every_sign)
    assert format_authorization(token, AuthorizationScheme.BEARER) == f"Bearer {every_sign}"
    assert format_authorization(token, AuthorizationScheme.BARE) == every_sign
