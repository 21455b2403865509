"""Tokens in JSON: by the name of the member, by their form, and in the texts that strings hold."""

import json

import pytest

from inspector_app.gateway import token_text
from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Weight
from inspector_app.gateway.pasted.readers import json_text
from inspector_app.gateway.pasted.readers.json_text import find_tokens

TOKEN = "IAM_S_" + "Nv3zPd8x" * 16
OPAQUE = "Tk7wQs2bYh5mLf9cJr4xGv8nDz3pAe6t"


def find(value, read_string=lambda text: []):
    return find_tokens(json.dumps(value), read_string)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        *((name, "JSON text") for name in (
            "global_id", "sessionId", "session_id", "token", "access_token", "accessToken",
            "bearerToken", "bearer_token", "TOKEN",
        )),
        *((name, "storage") for name in ("dtv_access_token", "access_token_key")),
        ("Authorization", "Authorization header"),
    ],
)  # fmt: skip
def test_a_member_is_one_by_its_name(name, place):
    for value in ({name: OPAQUE}, [[{"a": {name: OPAQUE}}]], {"name": name, "value": OPAQUE}):
        (found,) = find(value)
        assert isinstance(found, Candidate)
        assert found.value == OPAQUE
        assert place in str(found.place)


def test_the_id_of_a_session_is_one_and_comes_before_all_others():
    answer = {"id": "o1", "session": {"id": OPAQUE, "user": {"id": "u1"}}, "token": TOKEN}
    assert OPAQUE in [one.value for one in find(answer)]
    assert "u1" not in [one.value for one in find(answer)]
    assert "pasted answer" in str(find({"session": {"id": OPAQUE}})[0].place)


@pytest.mark.parametrize("name", ["refresh_token", "refreshToken", "id_token", "idToken"])
def test_another_secret_is_told_as_what_it_is(name):
    (found,) = find({name: OPAQUE})
    assert isinstance(found, Complaint)
    assert found.weight is Weight.OTHER_SECRET
    assert found.value == OPAQUE


@pytest.mark.parametrize("key", ["name", "key"])
@pytest.mark.parametrize(
    "name", ["refresh_token", "id_token", "token", "Authorization", "access_token_key", "x"]
)
def test_a_name_with_its_value_beside_it_is_read_as_a_member_of_that_name_and_once(name, key):
    for value in (TOKEN, OPAQUE):
        assert find([{key: name, "value": value}]) == find({name: value})


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (TOKEN, True),
        ("eyJhbGciOiJI.eyJzdWIiOiJ.c2ln", True),
        (f"Bearer {OPAQUE}", True),
        (f"{TOKEN} and words", False),
        (OPAQUE, False),
    ],
)
def test_a_string_is_one_by_its_form(value, is_one):
    found = find({"note": value})
    assert [one.value for one in found if isinstance(one, Candidate)] == ([value] if is_one else [])


def test_what_is_no_object_or_list_is_left_to_others():
    for text in ("", " ", '"a"', "7", "{", "[1", "{} x", TOKEN):
        assert find_tokens(text, lambda inner: []) is None
    for text in ("{}", " []", "\n[{}]"):
        found_or_none = find_tokens(text, lambda inner: [])
        assert found_or_none is not None
        (found,) = found_or_none
        assert isinstance(found, Complaint)
        assert "no token in this JSON" in str(found.problem)


def test_an_answer_of_the_token_service_is_told_as_one():
    (found,) = find({"business": "apim-token-service", "data": {"accessToken": OPAQUE}})
    assert "token service" in str(found.problem)


def test_a_string_that_hints_at_a_token_is_read_and_no_other():
    """J5: others are most of a large text, and cost nothing of what may be read."""
    read = []

    def read_string(text):
        read.append(text)
        return [Candidate(OPAQUE, None)]

    hint = f"curl -H 'Authorization: Bearer {OPAQUE}' https://gateway.example.com"
    find(["a long text of any kind " * 4000, hint, "nothing"], read_string)
    assert read == [hint]


def test_after_enough_strings_with_hints_only_known_tokens_are_looked_for():
    """J5."""
    read: list[str] = []

    def read_string(text):
        read.append(text)
        return []

    long = f"authorization: {'x' * (64 * 1024)}"
    find([long, f"cookie: global_id={OPAQUE}"], read_string)
    assert read == [long]
    cut = f"{TOKEN[:30]}\u2026"
    found = find([long, f"see {TOKEN} there", f"and {cut} which was cut"], lambda text: [])
    assert [one.value for one in found] == [TOKEN]


@pytest.mark.parametrize("count", [0, 1, 8192, 8193, 20_000])
def test_an_object_of_many_members_has_each_of_them_and_the_last_of_a_name(count):
    pairs = [(f"n{place % 15_000}", place) for place in range(count)]
    assert json_text._build_object(list(pairs)) == dict(pairs)


@pytest.mark.parametrize("prefix", ["IAM_S_", "APP_PORTAL_S_"])
@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_underscores_that_are_escaped_are_read_however_deep_the_text_is_in_others(prefix, depth):
    value = prefix + "Nv3zPd8x" * 4
    text = json.dumps({"token": value}).replace("_", "\\u005f")
    for _ in range(depth):
        text = json.dumps({"log": text})
    found = token_text.read(text).token
    assert found is not None
    assert found.reveal() == value
