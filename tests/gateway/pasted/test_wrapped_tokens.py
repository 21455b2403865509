"""However programs wrap a token: it comes back whole, or it is refused."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.gateway.token_text import read
from tests.gateway.pasted.wrappers import (
    WRAPPERS,
    make_jwt,
    make_portal_token,
    make_session,
)

MAKERS = (
    make_session,
    lambda chance: make_session(chance, 32),
    make_jwt,
    make_portal_token,
)


def wrap(token, names, chance):
    for name in names:
        token = WRAPPERS[name](token, chance)
    return token


@pytest.mark.parametrize("name", WRAPPERS)
def test_what_one_program_wraps_is_read(name):
    """N2: what is refused has several programs behind it, but for a JWT broken by width."""
    for maker in MAKERS:
        chance = random.Random(name)
        token = maker(chance)
        reading = read(wrap(token, [name], chance))
        assert reading.token is not None, token
        assert reading.token.reveal() == token


def check_chains(seed, count):
    chance = random.Random(seed)
    refused = 0
    for _ in range(count):
        names = [chance.choice(list(WRAPPERS)) for _ in range(chance.randint(1, 4))]
        token = chance.choice(MAKERS)(chance)
        reading = read(wrap(token, names, chance))
        got = reading.token.reveal() if reading.token else None
        refused += got is None
        assert got in {None, token}, f"changed by {names}"
    return refused


BETWEEN_PIECES = [
    *("\u2026", "...", "[...]", "(...)", "<...>", "[snip]", "[cut]", "(truncated)", "\u22ef"),
    *("\u3002\u3002\u3002", " [truncated] ", "\n[10:01] Mei: ", "\n10:22 ", "\n+", "\n// ", "-\n"),
    *("\n    at ", "\n127.0.0.1 - - ", " (cont.) ", "(continued)\n", "\n\nPage 2\n\n", "\u21b5\n"),
    *(" 1/2\n2/2 ", "\n--- \n", "}\n{", "><", ", ", '", "', "&shy;", "&amp;", "<em>x</em>", "|"),
    *('" + "', "' + '", '"\n  + "', "<wbr>", "\n2031-02-01 10:00:00 ", "=20\n", "\u4e2d"),
]
CONTEXTS = [
    *("@", "token: @", "Authorization: Bearer @", "here it is @ thanks", "| token | @ |"),
    "curl -H 'Authorization: Bearer @' https://apim.example.com/x",
]


@pytest.mark.parametrize("between", BETWEEN_PIECES, ids=ascii)
def test_a_piece_is_never_sent_for_the_whole(between):
    """N2: whatever programs and people put between two pieces."""
    chance = random.Random(between)
    for context, at in itertools.product(CONTEXTS, (20, 40, 70)):
        token = make_session(chance)
        reading = read(context.replace("@", f"{token[:at]}{between}{token[at:]}"))
        got = reading.token.reveal() if reading.token else None
        assert got in {None, token, f"{token[:at]}{between}{token[at:]}"}, (context, at)


@pytest.mark.parametrize("seed", range(4))
def test_a_wrapped_token_is_whole_or_refused(seed):
    """N2: chains of up to four; refusals are the exception."""
    assert check_chains(seed, 250) < 30


@pytest.mark.timing  # for its length: it runs alone, behind the others
def test_a_wrapped_token_is_whole_or_refused_in_ten_thousand_chains():
    """N2: never changed."""
    assert check_chains("ten thousand", 10_000) < 1000


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(list(WRAPPERS)), max_size=4), st.text(max_size=40), st.integers())
def test_nothing_is_sent_that_is_not_in_the_text(names, text, seed):
    """N2: a text without a token, wrapped: whatever is taken stands in it."""
    wrapped = wrap(text, names, random.Random(seed))
    reading = read(wrapped)
    if reading.token is not None and reading.token.kind.value:
        pytest.fail("a token was made of nothing")
