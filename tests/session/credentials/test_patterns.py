"""What looks like a credential of EnOS is found, whatever stands around it."""

import pytest

from inspector_app.session.credentials.normalization import normalize
from inspector_app.session.credentials.patterns import (
    find_pattern_matches,
    find_pattern_spans,
    has_disguised_pattern_match,
    has_pattern_match,
    has_pattern_match_in_bytes,
)
from inspector_app.session.token import CREDENTIAL_PREFIXES

SESSION = "IAM_S_" + "w4Rt" * 8
PORTAL = "APP_PORTAL_S_" + "u7Ye" * 8
STEP = 1 << 18
"""Characters that are searched at once."""

JWT = "eyJhbGciOiJ.eyJzdWIiOiJx.c2lnbmF0dXJ_-x"


@pytest.mark.parametrize("one", [SESSION, PORTAL, JWT, "eyJ12345.12345.", "IAM_S_12345678"])
@pytest.mark.parametrize("before", ["", "token=", "see xeyJ ", "eyJ.", "Bearer ", "会话", "x"])
def test_it_is_found_whole(one, before):
    """A1."""
    for behind in ("", ".", " and so on", '"', "，"):
        text = before + one + behind
        (found,) = find_pattern_matches(text)
        assert found in {one, f"{one}."} or before + one == found
        assert has_pattern_match(text), text
        for codec in ("utf-8", "utf-16-le", "utf-16-be"):
            assert has_pattern_match_in_bytes(text.encode(codec)), text


def test_beside_every_beginning_of_one_it_is_found_with_look_alikes_in_it():
    """A1."""
    text = f"{SESSION[:9]}\u00ad{SESSION[9:]} " + " ".join(CREDENTIAL_PREFIXES)
    assert has_disguised_pattern_match(text, normalize(text))


@pytest.mark.parametrize("one", [SESSION, PORTAL])
def test_it_is_found_with_characters_in_it_that_nobody_sees_or_tells_apart(one):
    """A1: a web page puts soft hyphens and spaces without width into what is copied from it."""
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in one[:4]) + one[4:]
    apart = (f"{one[:9]}{hidden}{one[9:]}" for hidden in ("\u00ad", "\u200b", "\u2060", "\u0301"))
    for text in (wide, *apart):
        assert has_disguised_pattern_match(f"see {text} 会话", normalize(text)), ascii(text)
    for harmless in (
        f"{one[:8]}\u00ad",
        "IAM_S_\u00e9t\u00e9",
        "IAM_S_会话会话会话会话",
        f"{one[:9]}—{one[9:12]}",
    ):
        assert not has_disguised_pattern_match(harmless, normalize(harmless)), ascii(harmless)


def test_several_are_found_in_their_order():
    text = f"{JWT},{SESSION} {PORTAL};{SESSION}"
    assert list(find_pattern_matches(text)) == [JWT, SESSION, PORTAL, SESSION]
    assert has_pattern_match_in_bytes(text.encode())


@pytest.mark.parametrize(
    "text",
    ["IAM_S_1234567", "eyJ1234.12345.", "eyJ12345.1234.", "eyJ12345", "eyJ" * 100, "eyJ.eyJ."],
)
def test_what_is_shorter_is_none(text):
    assert not has_pattern_match(text)
    assert not has_pattern_match_in_bytes(text.encode())


@pytest.mark.parametrize("one", [SESSION, PORTAL, JWT])
@pytest.mark.parametrize("shift", [-len(JWT), -8, -1, 0, 1])
def test_it_is_found_across_every_edge_of_what_is_searched_at_once(one, shift):
    """A1."""
    for steps in (1, 2):
        start = steps * STEP + shift
        text = "." * start + one + " " + "x" * STEP
        assert find_pattern_spans(text) == [(start, start + len(one))]
        assert has_pattern_match(text)
        assert not has_pattern_match(text.replace(one, "z" * len(one)))


def test_the_longest_is_found_whole():
    long = "IAM_S_" + "w4Rt" * (STEP // 2)
    assert find_pattern_spans(f"see {long} {SESSION}") == [
        (4, 4 + len(long)),
        (5 + len(long), 5 + len(long) + len(SESSION)),
    ]
