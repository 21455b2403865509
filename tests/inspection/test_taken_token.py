"""What is told of a token that was taken out of a text."""

import pytest

from inspector_app.gateway.token_text import choose_candidate, read
from inspector_app.inspection.taken_token import describe_taken
from inspector_app.session.token import Token

TOKEN = "IAM_S_" + "Xm9bGk4u" * 4


def say(text):
    return " ".join(map(str, describe_taken(read(text))))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"\n\nthe token {TOKEN} is here", "line 3. Took the token out of the text around it."),
        (
            f"curl https://apim.example.com/x -H 'Authorization: Bearer {TOKEN}'",
            "line 1. It was for apim.example.com. Took the token from the Authorization header.",
        ),
        (f"Bearer {TOKEN}", "line 1. Left out the word Bearer."),
        (
            f"Cookie: global_id={TOKEN}; a=b",
            "line 1. Took the token from the cookie global_id.",
        ),
        (
            "Authorization: Bearer " + TOKEN.replace("_", "%5F"),
            "Left out the word Bearer. Undid the percent-encoding.",
        ),
    ],
)
def test_token_place_and_what_was_undone_are_told(text, said):
    words = say(text)
    assert words.startswith(f"Session token {Token(TOKEN).fingerprint}")
    assert said in words
    assert words.count("It was for ") == ("curl" in text)


def test_of_a_token_alone_and_of_none_nothing_more_is_told():
    assert say(TOKEN) == ""
    assert say("no token here") == " ".join(map(str, read("no token here").notes))


def test_of_several_tokens_the_one_that_is_sent_is_named():
    other = "IAM_S_" + "Wt4gXc9p" * 4
    several = read(f"the first {TOKEN}\nthe second {other}")
    for sent, line in ((TOKEN, 1), (other, 2)):
        chosen = choose_candidate(several, Token(sent).fingerprint)
        words = " ".join(map(str, describe_taken(chosen)))
        assert words.startswith(f"Session token {Token(sent).fingerprint}, line {line}.")
