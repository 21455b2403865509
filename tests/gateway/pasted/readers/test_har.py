"""What a recording of a browser says of its answers, where no request has a token."""

import json

import pytest

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
