"""Tokens inside of other text: where each was found, at which place, and whether it was named."""

import pytest

from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Weight
from inspector_app.gateway.pasted.readers.free_text import find_tokens

TOKEN = "IAM_S_" + "Rg6hYc2v" * 16
OPAQUE = "Wd4kXn8sVb1jTz6qMf3pLh7rGc2yKe5u"


def find(text, **most):
    return list(find_tokens(text, lambda place, is_named: f"{place} {is_named}", **most))


@pytest.mark.parametrize(
    ("text", "place", "host"),
    [
        (TOKEN, "out of the text", "0 False"),
        (f"see {TOKEN}.", "out of the text", "4 False"),
        (f"{TOKEN} ... ", "out of the text", "0 False"),
        (f"(token) {TOKEN}, see", "out of the text", "8 False"),
        (f"a, {TOKEN}", "out of the text", "3 True"),
        (f"x={TOKEN}", "out of the text", "2 True"),
        (f'token: "{TOKEN}"', "out of the text", "8 True"),
        (f"Authorization: {TOKEN}", "the Authorization header", "15 True"),
        (f"Authorization: Bearer {OPAQUE}", "the Authorization header", "15 True"),
        (f"authorization=>'{TOKEN}'", "the Authorization header", "16 True"),
        (f"global_id={TOKEN}; a", "the cookie global_id", "10 True"),
        (f'dtv_access_token = "{TOKEN}"', "the browser's storage", "20 True"),
        (f"accessToken: {TOKEN}", "the browser's storage", "13 True"),
        (f"Bearer {OPAQUE}", "out of the text", "0 True"),
        (f"Bearer%20{OPAQUE}", "out of the text", "0 True"),
        (f"see bearer {OPAQUE}, then", "out of the text", "4 True"),
    ],
)
def test_a_token_is_told_with_its_place_and_whether_a_name_stands_before_it(text, place, host):
    """N3: by the name it is decided whether a host beside it is its own."""
    (found,) = find(text)
    assert isinstance(found, Candidate)
    assert found.value in {TOKEN, OPAQUE}
    assert place in str(found.place)
    assert found.host == host


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        (f"refresh_token={TOKEN}", Weight.OTHER_SECRET),
        (f'"refreshToken": "{TOKEN}"', Weight.OTHER_SECRET),
        (f"{TOKEN[:40]} and more words", Weight.DAMAGED),
    ],
)
def test_what_is_none_to_ask_with_is_told_as_what_it_is(text, weight):
    (found,) = find(text)
    assert isinstance(found, Complaint)
    assert found.weight is weight


@pytest.mark.parametrize("text", ["Bearer abcdefgh", f"unbearer {OPAQUE}", "nothing", "", OPAQUE])
def test_a_word_behind_bearer_is_none_unless_nobody_would_choose_it(text):
    assert find(text) == []


@pytest.mark.parametrize("count", [1, 3, 4])
def test_no_more_are_looked_at_than_were_asked_for(count):
    """J5: a text may be full of them."""
    text = "\n".join(f"see IAM_S_{number:032}" for number in range(4))
    assert [one.value[-1] for one in find(text, most=count)] == list("0123"[:count])
    assert len(find("\n".join(f"a IAM_S_{number:032}" for number in range(70)))) == 64
