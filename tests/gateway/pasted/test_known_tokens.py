"""Tokens that are known by their form are found inside of other text, and their damage is seen."""

from random import Random

import pytest

from inspector_app.gateway.pasted.known_tokens import SOILED, TORN, find_known_tokens
from tests.gateway.pasted.wrappers import make_jwt

JWT = "eyJ" + "a" * 20 + "." + "b" * 20 + "." + "c" * 20
SESSION = "IAM_S_" + "m" * 32


def find_values(text):
    return [one.value for one in find_known_tokens(text) if one.damage is None]


@pytest.mark.parametrize("before", ["", "see ", "token=", "x-", "a-eyJ-", "-eyJ-", "-", "a.eyJb-"])
def test_a_jwt_is_found_wherever_it_begins(before):
    """Trap 20: it is looked for once in a word, from the first place where it may begin."""
    (found,) = find_values(f"so: {before}{JWT} end")
    assert found.endswith(JWT)


@pytest.mark.parametrize("text", [f"x-{SESSION}-{JWT}", f"{SESSION}-eyJ", f"-eyJ-{SESSION}"])
def test_a_session_id_beside_the_beginning_of_a_jwt_is_found(text):
    assert SESSION in find_values(f"so: {text} end")


@pytest.mark.parametrize("is_dump", [True, False])
def test_what_is_shorter_than_documented_is_a_piece_where_a_dump_tears_what_stands_in_it(is_dump):
    value = "IAM_S_" + "k7Wm" * 5
    line = f"0010  50 4f 53 54 20 2f 65 6e 6f 73 2d 69 61 6d 2d 73   POST /enos-iam-s\n{value} end"
    text = line if is_dump else f"so: {value} end"
    assert (find_values(text) == []) is is_dump
    assert [one.value for one in find_known_tokens(text)] == [value]


@pytest.mark.parametrize("mark", ["_", "-"])
@pytest.mark.parametrize("before", ["", "*", "."])
def test_a_sign_that_is_escaped_behind_a_token_is_its_own(before, mark):
    """N2: Markdown writes a stroke of the token so, and what is left of it is no whole one."""
    (found,) = find_known_tokens("so: IAM_S_" + "k7Wm" * 7 + f"{before}\\{mark}others")
    assert found.damage is SOILED
    (found,) = find_known_tokens("so: IAM_S_" + "k7Wm" * 7 + f"{before}\\others")
    assert found.damage is None
    if before == "*":
        (found,) = find_known_tokens("so: **IAM_S_" + "k7Wm" * 7 + f"**{mark}others")
        assert found.damage is None, "it is bold"


@pytest.mark.parametrize("form", ["{}", "so: {} end", "{}_", "so: {}__ end", "*{}*"])
@pytest.mark.parametrize("token", [make_jwt(Random("places")), SESSION], ids=["jwt", "session"])
def test_each_is_told_where_it_stands(form, token):
    text = form.format(token)
    (found,) = find_known_tokens(text)
    assert text[found.start : found.end] == found.value


@pytest.mark.parametrize("offset", ["0010: ", "0x0010: ", "00000010  47 "])
def test_a_token_at_the_end_of_a_dumps_line_may_go_on_in_the_next(offset):
    """N2."""
    (found,) = find_known_tokens(f"so {SESSION}\n{offset}45 54")
    assert found.damage is TORN
    (found,) = find_known_tokens(f"so {SESSION}\n{offset[:3]}")
    assert found.damage is not TORN


@pytest.mark.parametrize("before", ["", "so ", "x"])
def test_no_token_is_meant_in_the_place_of_a_host(before):
    """N2."""
    assert list(find_known_tokens(f"{before}://{SESSION}/path")) == []
    assert len(list(find_known_tokens(f"{before}//{SESSION}/path"))) == 1


@pytest.mark.parametrize("token", [SESSION[:6] + "k7Wm" * 32, JWT, f"{JWT}k7WmQ2xvP9"])
def test_a_whole_token_has_no_rest_further_on(token):
    """N2: whatever stands there."""
    (found,) = find_known_tokens(f"so: {token} was sent with Rt5xQ2vmK9Lp3Wd8 and Rt5xQ2vmK9Lp")
    assert found.damage is None


@pytest.mark.parametrize("length", range(1, 10))
def test_what_is_long_enough_to_be_a_beginning_has_its_rest_further_on(length):
    """N2: a shorter one is how somebody writes of tokens."""
    letters = "Rt5xQ2vmK9Lp3Wd8Zs6nHc4jBf7yGg2q"
    text = f"so: IAM_S_{letters[:length]} means more {letters[length:]} end"
    (found,) = find_known_tokens(text)
    assert (found.damage is None) is (length < 6)


@pytest.mark.parametrize("behind", ["=\n", "=\r\n.", "=\n (end)"])
def test_a_soft_break_behind_a_token_that_is_not_whole_tears_it(behind):
    """N2: whatever follows it, or nothing."""
    (found,) = find_known_tokens(f"so: IAM_S_{'k7Wm' * 6}{behind}")
    assert found.damage is TORN
    (found,) = find_known_tokens(f"so: {SESSION}{behind}")
    assert found.damage is None


@pytest.mark.parametrize("length", [20, 32, 33, 90])
def test_what_is_as_long_as_a_short_one_may_be_the_beginning_of_a_long_one(length):
    """N2: session IDs of 32 and of 128 letters and digits are documented."""
    letters = "Rt5xQ2vmK9Lp3Wd8Zs6nHc4jBf7yGg2q" * 4
    for rest, is_whole in ((letters[length:], False), ("no more", True)):
        (found,) = find_known_tokens(f"so: IAM_S_{letters[:length]} and further {rest} end")
        assert (found.damage is None) is is_whole


@pytest.mark.parametrize(
    "form", ["%{:02X}", "%{:02x}", "\\u{:04x}", "\\x{:02X}", "&#x{:x};", "&#{};"]
)
def test_a_sign_that_is_encoded_behind_a_token_is_read(form):
    """N2: a letter, or what may be one of the token's, soils it; what ends it does not."""
    for code in range(33, 127):
        (found,) = find_known_tokens(f"so: {SESSION}{form.format(code)} end")
        is_soiled = chr(code).isalnum() or chr(code) in "_-=%"
        assert (found.damage is SOILED) is is_soiled, chr(code)
