"""Of several tokens none is taken in silence."""

import pytest

from inspector_app.gateway.pasted.every_token import read_every
from inspector_app.gateway.token_text import read
from inspector_app.session.token import Token, TokenKind

FIRST = "IAM_S_" + "Wq8nTz5c" * 16
SECOND = "IAM_S_" + "Vr3hYb9s" * 16
PORTAL = "APP_PORTAL_S_" + "Gn6eJu2p" * 4


def test_several_sessions_are_counted_and_offered():
    """N2: each with what tells it apart, and none of them in the words."""
    reading = read(
        f"curl 'https://a.example.com/x' -H 'Authorization: Bearer {FIRST}'\n\n"
        f"curl 'https://b.example.com/x' -H 'Authorization: Bearer {SECOND}'"
    )
    assert reading.token is None
    assert "more than one token" in str(reading.problem)
    assert "2" in str(reading.problem)
    assert [one.token for one in reading.candidates] == [Token(FIRST), Token(SECOND)]
    assert [one.host for one in reading.candidates] == ["a.example.com", "b.example.com"]
    assert [one.line for one in reading.candidates] == [1, 3]
    assert {one.kind for one in reading.candidates} == {TokenKind.SESSION}
    assert reading.candidates[0].fingerprint == Token(FIRST).fingerprint
    assert all(one.place is not None for one in reading.candidates)
    assert FIRST not in repr(reading)


def test_one_session_beside_another_kind_is_taken_with_a_note():
    reading = read(f"portal {PORTAL}\nsession {FIRST}")
    assert reading.token == Token(FIRST)
    assert any("other tokens" in str(note) for note in reading.notes)


def test_the_same_session_twice_is_one():
    reading = read(f"Authorization: Bearer {FIRST}\nCookie: global_id={FIRST}")
    assert reading.token == Token(FIRST)
    assert len(reading.candidates) == 1


def test_the_note_says_from_where_and_for_which_host():
    text = f"**curl** 'https://a.example.com/x' -H 'Authorization: Bearer {FIRST}'"
    notes = " ".join(map(str, read(text).notes))
    assert "Authorization header" in notes
    assert "for a.example.com" in notes


def test_what_was_undone_is_told():
    escaped = FIRST.replace("_", "\\_")
    notes = " ".join(map(str, read(f"the session is {escaped} here").notes))
    assert "Markdown" in notes


def test_a_damaged_token_with_look_alikes_has_a_hint():
    reading = read("Authorization: Bearer IAM_S_0Ol1IoKd7mQx\u2026")
    assert reading.token is None
    assert any("read from a picture" in str(note) for note in reading.notes)


def test_look_alikes_alone_are_no_reason_to_refuse():
    assert read("Authorization: Bearer IAM_S_" + "0Ol1IoKd" * 4).token is not None


def test_another_length_is_no_reason_to_refuse():
    """N2: lengths are hints."""
    assert read(f"Authorization: Bearer {FIRST[:51]}").token == Token(FIRST[:51])


def test_another_length_is_refused_where_it_may_be_a_part():
    assert read(f"the token is {FIRST[:51]}\n{FIRST[51:77]} I think").token is None


HOSTED = "IAM_S_" + "Hq7Wm2Zx" * 4
OTHER_HOSTED = "IAM_S_" + "Hb9Rt4Ls" * 4
SECRET_HOSTS = (
    f"{HOSTED[6:30].lower()}.example.com",
    f"x{HOSTED[8:26].lower()}9.example.com",
    f"a.{HOSTED[6:18].lower()}-{HOSTED[18:30].lower()}.example.com",
)


@pytest.mark.parametrize("host", SECRET_HOSTS)
def test_a_host_with_a_part_of_a_token_is_not_told(host):
    """A1: it stands in the notes, and beside each token of a list."""
    alone = read(f"POST /x HTTP/1.1\nHost: {host}\nAuthorization: Bearer {HOSTED}\n")
    assert alone.token == Token(HOSTED)
    assert alone.host is None
    assert host not in " ".join(map(str, alone.notes))
    every = read_every(
        f"curl -H 'Authorization: {OTHER_HOSTED}' https://{host}/x\n"
        f"curl -H 'Authorization: {HOSTED}' https://apim.example.com/x\n"
    )
    assert [one.host for one in every.tokens] == [None, "apim.example.com"]
