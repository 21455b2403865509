"""What people paste out of other programs: the right token, the right host, or a true sentence."""

import json
from pathlib import Path

import pytest

from inspector_app.gateway.pasted.whole_text import MAX_TEXT_LENGTH
from inspector_app.gateway.token_text import read

SAMPLES = json.loads(Path(__file__).with_name("samples.json").read_text(encoding="utf-8"))
GATEWAY = "https://apim.example.com/event-service/v2.1/active-alerts"
STAND_INS = [
    *("undefined", "null", "None", "nil", "NaN", "[object Object]", "REDACTED", "[REDACTED]"),
    *("<redacted>", "***", "deleted", "<token>", "{{token}}", "${TOKEN}", "yourBearerToken", "%s"),
    *("{token}", "[Filtered]", "$token", "{0}", "(null)", "<hidden>", "YOUR_ACCESS_TOKEN"),
    *("<your-token>", "\u2022\u2022\u2022\u2022\u2022\u2022", "IAM_S_xxxxxxxxxxxx"),
]
PLACES = {
    "header": "Authorization: Bearer @",
    "cookie": "Cookie: lang=en; global_id=@; theme=dark",
    "curl": f"curl '{GATEWAY}' \\\n  -H 'Authorization: Bearer @'",
    "code": f"requests.get('{GATEWAY}', headers={{'Authorization': 'Bearer @'}})",
    "json": '{"headers": {"Authorization": "Bearer @"}}',
    "answer": '{"session": {"id": "@"}}',
    "storage": "dtv_access_token: @",
}


def get_texts(reading):
    return " ".join(map(str, (reading.problem, *reading.notes)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_what_programs_make_of_a_token_is_read_or_refused(sample):
    """N2, N3: the whole token, the host of the request that carries it, or neither."""
    reading = read(sample["text"])
    assert (reading.token.reveal() if reading.token else None) == sample["token"]
    if sample["token"] is not None:
        assert reading.host == sample["host"]
        assert sample["token"] not in get_texts(reading)
    assert sample.get("says", "") in get_texts(reading)
    assert (reading.problem is None) == (reading.token is not None)


@pytest.mark.parametrize("word", STAND_INS)
def test_what_stands_in_a_tokens_place_is_never_sent(word):
    """N2: words of programs, of loggers and of instructions."""
    for place, text in PLACES.items():
        reading = read(text.replace("@", word))
        assert reading.token is None, place
        assert reading.problem is not None, place


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("undefined", "word for no value"),
        ("null", "word for no value"),
        ("REDACTED", "removed"),
        ("deleted", "sign-out"),
        ("{{token}}", "placeholder"),
        ("******", "covered"),
    ],
)
def test_what_stands_in_its_place_is_named(word, said):
    assert said in str(read(f"Authorization: Bearer {word}").problem)


def test_a_complaint_is_told_only_where_nobody_found_a_token():
    token = "IAM_S_" + "Kd7mQx4t" * 16
    text = f"curl '{GATEWAY}' -H 'accept: */*'\n\nThe session ID is {token}"
    assert "no token in this command" in str(read(text.replace(token, "missing")).problem)
    reading = read(text)
    assert reading.token is not None
    assert reading.token.reveal() == token
    assert reading.host is None


@pytest.mark.parametrize("length", [0, MAX_TEXT_LENGTH])
@pytest.mark.parametrize("depth", range(5))
def test_a_text_in_a_text_is_read_down_to_the_third(depth, length):
    opaque = "Tk7wQs2bYh5mLf9cJr4xGv8nDz3pAe6t"
    text = json.dumps({"Authorization": f"Bearer {opaque}"})
    for _ in range(depth):
        text = json.dumps({"log": text})
    found = read(json.dumps({**json.loads(text), "more": " " * length})).token
    assert (found is not None) is (depth <= 3)
    assert found is None or found.reveal() == opaque
