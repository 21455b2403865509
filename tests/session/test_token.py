import copy
import json
import logging
import pickle
import random
import string
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.token import MAX_TOKEN_LENGTH, Token, TokenKind

BODY = "".join(random.Random(7).choices(string.ascii_letters + string.digits, k=120))
SECRET = "IAM_S_" + BODY
VISIBLE_ASCII = st.text(st.sampled_from([chr(code) for code in range(0x21, 0x7F)]), min_size=1)


def logged(token):
    record = logging.LogRecord("token", logging.INFO, "", 0, "%s %r", (token, token), None)
    return logging.Formatter().format(record)


@pytest.mark.parametrize(
    "show",
    [
        str,
        repr,
        lambda token: f"{token} {token!r} {token!s} {token!a} {token:>40} {token:.300}",
        lambda token: "%s %r %a" % (token, token, token),  # noqa: UP031 - the form under test
        lambda token: "{} {!r}".format(token, token),  # noqa: UP032 - the form under test
        lambda token: str([token, {token: token}, (token,)]),
        logged,
        Token.format_masked,
        lambda token: token.fingerprint,
        lambda token: str(token.kind),
        lambda token: str(hash(token)),
        lambda token: json.dumps(token, default=str),
    ],
)
def test_a_token_never_shows_its_value(show):
    """A2: shown as its prefix and a fixed number of dots."""
    assert BODY[:12] not in show(Token(SECRET))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("IAM_S_" + "a" * 9, "IAM_S_••••••••••••"),
        ("IAM_S_" + "a" * 900, "IAM_S_••••••••••••"),
        ("APP_PORTAL_S_abc", "APP_PORTAL_S_••••••••••••"),
        ("eyJhbGciOi.x.y", "eyJ••••••••••••"),
        ("a", "••••••••••••"),
    ],
)
def test_the_mask_tells_the_kind_and_not_the_length(text, shown):
    """A2: never its length."""
    assert str(Token(text)) == shown
    assert repr(Token(text)) == f"<Token {shown}>"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("IAM_S_x", TokenKind.SESSION),
        ("APP_PORTAL_S_x", TokenKind.PORTAL),
        ("eyJx", TokenKind.JWT),
        ("iam_s_x", TokenKind.OPAQUE),
        ("x", TokenKind.OPAQUE),
    ],
)
def test_the_prefix_suggests_the_kind(text, kind):
    assert Token(text).kind is kind


@pytest.mark.parametrize("copier", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_token_is_not_copied_into_other_forms(copier):
    with pytest.raises(TypeError) as refused:
        copier(Token(SECRET))
    assert BODY[:12] not in "".join(traceback.format_exception(refused.value))


def test_a_token_has_no_open_attributes():
    token = Token(SECRET)
    assert not hasattr(token, "__dict__")
    with pytest.raises(AttributeError):
        token.__value  # noqa: B018 - the access is what is tested
    with pytest.raises(TypeError):
        json.dumps(token)


def test_the_value_comes_out_by_reveal_alone():
    assert Token(SECRET).reveal() == SECRET


@pytest.mark.parametrize("length", [1, 134, 1279, 1280, 1281, 2560, MAX_TOKEN_LENGTH])
def test_lengths_that_are_tokens(length):
    """K4: 1 to 8192 characters."""
    assert Token("x" * length).reveal() == "x" * length


@pytest.mark.parametrize(
    "text",
    ["", "x" * (MAX_TOKEN_LENGTH + 1),
     SECRET + "\n", SECRET + "\r\nHost: x", " " + SECRET, SECRET + "é",
     SECRET + "\x00", SECRET + "\x7f", SECRET + "\ud800", SECRET + "\u200b", SECRET + "\uff11"],
)  # fmt: skip
def test_what_is_no_token_is_refused_without_being_repeated(text):
    """N2, K4: no message contains the value."""
    with pytest.raises(ValueError, match="a token") as refused:
        Token(text)
    assert BODY[:12] not in "".join(traceback.format_exception(refused.value))
    assert "xxxx" not in str(refused.value)


@settings(deadline=None)
@given(VISIBLE_ASCII, VISIBLE_ASCII)
def test_tokens_are_equal_when_their_values_are(one, other):
    assert (Token(one) == Token(other)) == (one == other)
    assert hash(Token(one)) == hash(Token(one))
    assert Token(one) != one


def test_the_fingerprint_is_the_same_on_every_computer():
    assert Token("a").fingerprint == "e07d6e9d"
    assert Token("a").fingerprint == Token("a").fingerprint != Token("b").fingerprint
    assert len(Token(SECRET).fingerprint) == 8


def test_tokens_are_the_same_only_where_all_of_them_is(monkeypatch):
    """A fingerprint is short enough that two tokens may have the same."""
    monkeypatch.setattr(Token, "fingerprint", "e07d6e9d")
    assert Token("a" * 40) != Token("a" * 39 + "b")
    assert Token("a" * 40) == Token("a" * 40)
