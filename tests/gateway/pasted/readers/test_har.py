"""What a recording of a browser says of its answers, where no request has a token."""

import json

import pytest

from inspector_app.gateway.pasted.every_token import read_every
from inspector_app.gateway.token_text import read

TOKEN = "IAM_S_" + "Xk4wQd8e" * 4


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("Set-Cookie", f"global_id={TOKEN[:20]}\u2026", "was cut"),
        ("Authorization", f"Bearer {TOKEN[:20]}\u2026", "was cut"),
        ("Authorization", "Basic YWJjOmRlZg==", "user name and password"),
        ("Set-Cookie", "JSESSIONID=abc", "No token was found"),  # an answer need have none
    ],
)
def test_a_header_of_an_answer_is_told_of_where_something_is_there(name, value, words):
    response = {"headers": [{"name": name, "value": value}], "content": {"text": "{}"}}
    request = {"url": "https://a.example.com/x", "headers": []}
    recording = {"log": {"entries": [{"request": request, "response": response}]}}
    assert words in str(read(json.dumps(recording)).problem)


def test_of_the_cookies_of_a_request_the_sessions_alone_is_looked_at():
    other = "IAM_S_" + "Qp7sYt3m" * 4
    headers = [{"name": "Authorization", "value": f"Bearer {TOKEN}"}]
    for name, told in (("theme", 1), ("global_id", 2)):
        cookies = [{"name": name, "value": other}]
        request = {"url": "https://a.example.com/x", "headers": headers, "cookies": cookies}
        recording = {"log": {"entries": [{"request": request, "response": {}}]}}
        assert len(read_every(json.dumps(recording)).tokens) == told


@pytest.mark.parametrize(
    "body",
    [
        {"text": f"sessionId={TOKEN}"},
        {"params": [{"name": "lang"}, {"name": "sessionId", "value": TOKEN}]},
        {"text": "", "params": [{"name": "x", "value": "1"}, {"name": "s", "value": TOKEN}]},
    ],
)
def test_what_a_request_sent_is_looked_at_as_text_and_field_by_field(body):
    """A form's fields stand beside its text, or alone."""
    request = {"url": "https://a.example.com/x", "headers": [], "postData": body}
    found = read(json.dumps({"log": {"entries": [{"request": request, "response": {}}]}}))
    assert found.token is not None
    assert found.host == "a.example.com"
    assert found.token.reveal() == TOKEN


@pytest.mark.parametrize("body", [None, "x", [], {"text": 7}, {"params": {"name": "a"}}])
def test_a_body_that_is_none_holds_nothing(body):
    request = {"url": "https://a.example.com/x", "headers": [], "postData": body}
    recording = {"log": {"entries": [{"request": request, "response": {}}]}}
    assert read(json.dumps(recording)).token is None
