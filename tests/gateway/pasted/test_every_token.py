"""Every token of a text: of lists, tables, recordings and logs, each once and in its place."""

import json
import random

import pytest

from inspector_app.gateway.pasted import every_token
from inspector_app.gateway.pasted.every_token import MAX_TOKENS, read_every
from inspector_app.session.token import Token

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz"


def create_tokens(count, length=128, seed=31, prefix="IAM_S_"):
    letters = random.Random(seed)
    return [prefix + "".join(letters.choices(ALPHABET, k=length)) for _ in range(count)]


def values(every):
    """The fingerprints, as the values themselves are nowhere to be read."""
    return [one.fingerprint for one in every.tokens]


def expected(tokens):
    return [Token(one).fingerprint for one in tokens]


TOKENS = create_tokens(200)
CURL = "curl -X POST 'https://apim-{}.example.com/x' -H 'Authorization: Bearer {}'"
SHAPES = {
    "a list": "\n".join(TOKENS),
    "a list from Windows": "\r\n".join(TOKENS),
    "a list with blank lines and quotes": "\n\n".join(f'"{one}",' for one in TOKENS),
    "a column of a spreadsheet": "user\tsession\tnote\n"
    + "\n".join(f"user.{number}\t{one}\tok" for number, one in enumerate(TOKENS)),
    "comma-separated values": "user,session,note\n"
    + "\n".join(f'user.{number},"{one}","a, b"' for number, one in enumerate(TOKENS)),
    "semicolons": "user;session\n"
    + "\n".join(f"u{number};{one}" for number, one in enumerate(TOKENS)),
    "a log": "\n".join(
        f"2026-11-26 08:{number // 60:02}:{number % 60:02} INFO user={number} session={one} ok=1"
        for number, one in enumerate(TOKENS)
    ),
    "headers": "\n".join(f"Authorization: Bearer {one}" for one in TOKENS),
    "a JSON array": json.dumps(TOKENS),
    "JSON objects": json.dumps([{"user": "x", "sessionId": one} for one in TOKENS], indent=2),
    "JSON lines": "\n".join(json.dumps({"user": "x", "token": one}) for one in TOKENS),
    "commands": "\n".join(CURL.format(1, one) for one in TOKENS),
    "a recording": json.dumps(
        {
            "log": {
                "entries": [
                    {
                        "request": {
                            "url": "https://apim-1.example.com/x",
                            "headers": [{"name": "Authorization", "value": f"Bearer {one}"}],
                        },
                        "response": {"content": {"text": "{}"}},
                    }
                    for one in TOKENS
                ]
            }
        }
    ),
    "percent-encoded addresses": "\n".join(
        f"https%3A%2F%2Fx.example.com%2F%3FaccessToken%3D{one}%26a%3D1" for one in TOKENS
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_all_tokens_are_found_in_their_order(name):
    every = read_every(SHAPES[name])
    assert every.problem is None
    assert values(every) == expected(TOKENS)
    assert every.damaged == ()


@pytest.mark.parametrize("name", ["a list", "a column of a spreadsheet", "a log", "headers"])
def test_each_says_in_which_line_it_stands(name):
    first = 2 if name == "a column of a spreadsheet" else 1
    lines = [one.line for one in read_every(SHAPES[name]).tokens]
    assert lines == list(range(first, first + len(TOKENS)))


@pytest.mark.parametrize("name", ["a recording", "commands"])
def test_each_names_the_host_that_it_was_sent_to(name):
    """N3."""
    assert {one.host for one in read_every(SHAPES[name]).tokens} == {"apim-1.example.com"}


def test_hosts_that_differ_stay_apart():
    """N3."""
    text = "\n".join(CURL.format(number, one) for number, one in enumerate(TOKENS))
    hosts = [one.host for one in read_every(text).tokens]
    assert hosts == [f"apim-{number}.example.com" for number in range(len(TOKENS))]


def test_one_that_stands_there_several_times_is_taken_once():
    every = read_every("\n".join([*TOKENS, *TOKENS[::-1]]))
    assert values(every) == expected(TOKENS)


def test_kinds_stand_side_by_side():
    portal = create_tokens(1, 32, prefix="APP_PORTAL_S_")[0]
    jwt = f"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.{create_tokens(1, 43, prefix='')[0]}"
    every = read_every(f"{TOKENS[0]}\n{portal}\n{jwt}\n")
    assert values(every) == expected([TOKENS[0], portal, jwt])


def test_damaged_ones_are_told_with_their_lines_and_do_not_hide_the_others():
    lines = list(TOKENS)
    lines[3], lines[70] = lines[3][:30] + "…", lines[70][:40] + "••••"
    every = read_every("\n".join(lines))
    assert [one.line for one in every.damaged] == [4, 71]
    assert values(every) == expected([one for one in lines if len(one) == len(TOKENS[0])])


def test_tokens_of_a_form_that_nobody_knows_are_taken_from_a_list_of_nothing_else():
    opaque = create_tokens(12, 40, prefix="")
    assert values(read_every("\n".join(opaque))) == expected(opaque)
    spaced = "\n \n".join([*opaque[:6], '""', *opaque[6:]])
    assert values(read_every(spaced)) == expected(opaque)
    assert read_every("\n".join([*opaque, "and some words"])).tokens == ()


def test_of_unknown_forms_the_first_name_alone_counts():
    """N3, A1: the values of others may be secrets of another kind, and would be sent."""
    session, cookie, other = create_tokens(3, 40, prefix="")
    text = f"Authorization: Bearer {session}\nglobal_id={cookie}\nAuthorization: Bearer {other}\n"
    assert values(read_every(text)) == expected([session, other])


@pytest.mark.parametrize(("length", "is_taken"), [(15, False), (16, True), (17, True)])
def test_a_token_of_a_list_has_16_characters_at_least(length, is_taken):
    short = create_tokens(1, length, prefix="")
    opaque = create_tokens(2, 40, prefix="")
    assert values(read_every("\n".join([*opaque, *short]))) == (
        expected([*opaque, *short]) if is_taken else []
    )


@pytest.mark.parametrize(("length", "is_taken"), [(1 << 14, True), ((1 << 14) + 1, False)])
def test_a_line_of_a_list_is_no_longer_than_a_token_and_what_is_around_it(length, is_taken):
    opaque = create_tokens(2, 40, prefix="")
    padded = opaque[1] + " " * (length - 40)
    assert values(read_every(f"{opaque[0]}\n{padded}")) == (expected(opaque) if is_taken else [])


def test_a_list_of_unknown_forms_has_its_limit_too(monkeypatch):
    monkeypatch.setattr(every_token, "MAX_TOKENS", 5)
    opaque = create_tokens(6, 40, prefix="")
    assert values(read_every("\n".join(opaque[:-1]))) == expected(opaque[:-1])
    every = read_every("\n".join(opaque))
    assert (every.tokens, "5" in str(every.problem)) == ((), True)


@pytest.mark.parametrize("text", ["", "hello", "{}", "[]", "a,b\n1,2\n", "\n" * 1000])
def test_a_text_without_tokens_has_none(text):
    every = read_every(text)
    assert (every.tokens, every.problem) == ((), None)


def test_more_than_can_be_asked_about_are_refused_as_a_whole(monkeypatch):
    """J5: 10,000, which take a second to read."""
    assert MAX_TOKENS == 10_000
    assert every_token._MAX_SEEN == 100_000
    monkeypatch.setattr(every_token, "MAX_TOKENS", 50)
    tokens = create_tokens(51, 32)
    every = read_every("\n".join(tokens))
    assert every.tokens == ()
    assert "50" in str(every.problem)
    assert len(read_every("\n".join(tokens[:-1])).tokens) == 50


def test_no_value_is_in_what_is_printed():
    """A1."""
    printed = repr(read_every(SHAPES["a list"]))
    assert not any(one[6:] in printed for one in TOKENS)


@pytest.mark.parametrize(("room", "is_read"), [(0, True), (1, True), (-1, False)])
def test_a_text_that_is_too_long_is_refused_as_a_whole(monkeypatch, room, is_read):
    """J5."""
    text = f"see IAM_S_{'7kQm' * 8}"
    monkeypatch.setattr(every_token, "MAX_LENGTH", len(text) + room)
    found = read_every(text)
    assert (len(found.tokens) == 1) is is_read
    assert (found.problem is None) is is_read
