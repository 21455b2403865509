import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.token import MAX_TOKEN_LENGTH, Token
from inspector_app.vault.errors import DamagedSecretError
from inspector_app.vault.record import (
    MAX_RECORD_LENGTH,
    TokenRecord,
    parse_record,
    serialize_record,
)

tokens = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=200)


@settings(deadline=None, max_examples=200)
@given(host=st.text(max_size=100), token=tokens)
def test_every_token_and_host_come_back_as_they_went(host, token):
    record = TokenRecord(host, Token(token))
    assert parse_record(serialize_record(record)) == record


@settings(deadline=None, max_examples=100)
@given(host=st.text(max_size=100), token=tokens)
def test_the_text_is_ascii_whatever_the_host(host, token):
    text = serialize_record(TokenRecord(host, Token(token)))
    assert text.isascii()
    assert text.isprintable()


@settings(deadline=None, max_examples=100)
@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["host", "token"]), inner),
    ).map(json.dumps)
)
def test_anything_else_is_damaged_or_a_record_and_never_a_crash(text):
    with contextlib.suppress(DamagedSecretError):
        assert isinstance(parse_record(text), TokenRecord)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "IAM_S_bare",
        "[]",
        "{}",
        "null",
        '{"host": "a"}',
        '{"host": 1, "token": "x"}',
        '{"host": "a", "token": ""}',
        '{"host": "a", "token": "two words"}',
        "[" * 100_000,
    ],
)
def test_damage_is_told_without_a_word_of_the_text(text):
    with pytest.raises(DamagedSecretError) as caught:
        parse_record(text)
    assert caught.value.args == ()
    assert caught.value.__context__ is None


def test_the_longest_token_with_an_ordinary_host_is_within_the_longest_text():
    """K4"""
    text = serialize_record(TokenRecord("h" * 253, Token("\\" * MAX_TOKEN_LENGTH)))
    assert len(text) <= MAX_RECORD_LENGTH


def test_the_end_comes_back_in_whole_seconds_and_needs_to_be_a_number():
    record = TokenRecord("gateway.example.com", Token("t" * 20), expires_at=1_700_000_000.4)
    assert parse_record(serialize_record(record)).expires_at == 1_700_000_000
    for odd in ('"soon"', "true", "1.5", "[]"):
        with pytest.raises(DamagedSecretError):
            parse_record('{"host": "h", "token": "t", "until": %s}' % odd)  # noqa: UP031  # braces


def test_the_form_is_the_same_in_every_version():
    """K4: a token that an earlier version kept is read, and the other way round."""
    token = Token("t" * 20)
    text = '{"host": "gateway.example.com", "token": "tttttttttttttttttttt"}'
    assert serialize_record(TokenRecord("gateway.example.com", token)) == text
    assert parse_record(text) == TokenRecord("gateway.example.com", token, None)
    text = text[:-1] + ', "until": 1700000000}'
    record = TokenRecord("gateway.example.com", token, 1_700_000_000)
    assert serialize_record(record) == text
    assert parse_record(text) == record
    assert "tttt" not in repr(record)
