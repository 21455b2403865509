"""A token in base64 is read as what it stands for, or refused: base64 is never sent for it."""

import base64
import json
import random

import pytest

from inspector_app.gateway.pasted.undoing.base64_text import undo_base64
from inspector_app.gateway.token_text import read
from tests.gateway.pasted.wrappers import make_jwt, make_portal_token, make_session

CHANCE = random.Random("base64")
TOKENS = {
    "long": make_session(CHANCE),
    "short": make_session(CHANCE, 32),
    "portal": make_portal_token(CHANCE),
    "jwt": make_jwt(CHANCE),
}


def encode(text):
    return base64.b64encode(text.encode()).decode()


PLACES = {
    "alone": encode,
    "header": lambda token: encode(f"Authorization: Bearer {token}"),
    "login": lambda token: f"Authorization: Basic {encode(f'mara:{token}')}",
    "secret": lambda token: f"kind: Secret\ndata:\n  ENOS_TOKEN: {encode(token)}\n  A: YWJj\n",
    "json": lambda token: json.dumps({"auth": encode(f"Bearer {token}")}),
    "lines": lambda token: base64.encodebytes(
        f"GET /a HTTP/1.1\nAuth: {token}\n".encode()
    ).decode(),
    "of addresses": lambda token: base64.urlsafe_b64encode(f"\u00ff?~{token}".encode()).decode(),
    "sentence": lambda token: f"the header is {encode(f'x {token}')}, ok?",
}


@pytest.mark.parametrize("kind", TOKENS)
@pytest.mark.parametrize("place", PLACES)
def test_what_base64_stands_for_is_read(place, kind):
    """N2: and it is told."""
    reading = read(PLACES[place](TOKENS[kind]))
    assert reading.token is not None
    assert reading.token.reveal() == TOKENS[kind]
    assert "Undid base64." in map(str, reading.notes)


@pytest.mark.parametrize("kind", TOKENS)
def test_what_is_encoded_again_is_refused(kind):
    """N2."""
    reading = read(f"Authorization: Bearer {encode(encode(TOKENS[kind]))}")
    assert reading.token is None
    assert "base64" in str(reading.problem)


def test_what_stands_in_a_jwt_is_not_taken_for_the_token():
    head, _, signature = TOKENS["jwt"].split(".")
    claims = encode(json.dumps({"sid": TOKENS["long"]})).rstrip("=")
    reading = read(f"Authorization: Bearer {head}.{claims}.{signature}")
    assert reading.token is not None
    assert reading.token.reveal() == f"{head}.{claims}.{signature}"


@pytest.mark.parametrize(
    "text", ["", "aGVsbG8gd29ybGQsIGhvdyBhcmUgeW91", "SUFNX1Nf", f"!{'SUFNX1Nf' * 9}\u20ac"]
)
def test_other_base64_stays_as_it_is(text):
    assert undo_base64(text) in {text, f"!{'IAM_S_' * 9}\u20ac"}


@pytest.mark.parametrize("kind", TOKENS)
def test_beside_a_token_other_base64_stays_as_it_is(kind):
    other = encode("nothing but a long sentence")
    assert undo_base64(f"{other} {encode(TOKENS[kind])}") == f"{other} {TOKENS[kind]}"
