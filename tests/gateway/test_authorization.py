"""The one place of this room where a token is unmasked."""

import ast
from pathlib import Path

import inspector_app.gateway
from inspector_app.gateway.authorization import authorization
from inspector_app.session.exchange import AuthorizationForm
from inspector_app.session.token import Token


def test_both_forms_hold_the_token_byte_for_byte():
    every_sign = "".join(chr(code) for code in range(0x21, 0x7F))
    token = Token(every_sign)
    assert authorization(token, AuthorizationForm.BEARER) == f"Bearer {every_sign}"
    assert authorization(token, AuthorizationForm.BARE) == every_sign


def test_a_secret_is_unmasked_by_those_alone_that_send_or_sign_with_it():
    room = Path(inspector_app.gateway.__file__).parent
    callers = [
        file.name
        for file in room.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "reveal"
    ]
    assert set(callers) == {"authorization.py", "application.py", "proxies.py"}
