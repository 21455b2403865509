import json
from typing import Any

import pytest

from inspector_app.report.json_page import _truncate_value, build_json_page
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, changed, exchange

TOKEN = Token(CREDENTIAL)


def page(answer, limit=1_000_000):
    return build_json_page(analyze_answer(exchange(answer), TOKEN), limit)


def test_the_answer_is_written_line_by_line_with_its_credential_masked():
    made = page(SUCCESS)
    assert made.is_json
    assert made.is_complete
    shown = json.loads(made.text)
    assert shown["session"].pop("id") == TOKEN.format_masked()
    expected = changed("success", {}, ("session.id",))
    assert shown == expected
    assert made.text.startswith('{\n  "fail": false,\n')


def test_letters_of_every_script_are_shown_and_what_hides_is_escaped():
    name = {"session.user.name": "王小明 \u202e\u200b", "message": "Grüße 🔑"}
    made = page(changed("success", name))
    assert '"Grüße 🔑"' in made.text
    assert "\u202e" not in made.text
    assert json.loads(made.text)["session"]["user"]["name"] == "王小明 \u202e\u200b"


def test_numbers_stay_as_they_were_sent():
    assert "1.601192046E12" in page(b'{"status": 1.601192046E12}').text


@pytest.mark.parametrize("limit", [50, 300, 700])
def test_what_does_not_fit_is_left_out_and_that_is_told(limit):
    whole = page(SUCCESS).text
    made = page(SUCCESS, limit)
    assert whole.startswith(made.text + "\n")
    assert limit - 80 <= len(made.text) <= limit
    assert not made.is_complete


def test_what_fits_exactly_is_whole():
    whole = page(SUCCESS).text
    assert page(SUCCESS, len(whole)).text == whole
    assert page(SUCCESS, len(whole)).is_complete
    assert not page(SUCCESS, len(whole) - 1).is_complete


@pytest.mark.parametrize("depth", [0, 1, 10])
@pytest.mark.parametrize(
    ("value", "length"),
    [(JsonNumber("7"), 1), (JsonNumber("1.25e9"), 6), ("word", 4), (True, 1), (None, 1)],
)
@pytest.mark.parametrize("name", [None, "ab"])
@pytest.mark.parametrize("is_outer_named", [False, True])
def test_no_more_of_an_answer_is_written_than_the_page_has_room_for(
    depth, value, length, name, is_outer_named
):
    """R4: a line has its indentation, its name and its value."""
    kept: Any
    inner = JsonArray((value,) * 1_000)
    root: Json = inner if name is None else JsonObject(((name, value),) * 1_000)
    for _ in range(depth):
        root = JsonObject((("", root),)) if is_outer_named else JsonArray((root,))
    kept, left = _truncate_value(root, 1_000, 0, Credentials())
    for _ in range(depth):
        ((_, kept),) = kept.members if is_outer_named else [("", kept.items[0])]
    room, line = 1_000 - depth * (depth + 1), 2 * depth + 2 + len(name or "") + length
    count = -(-room // line)
    assert len(kept.items if name is None else kept.members) == count
    assert left == room - count * line - sum(2 * outer + 2 for outer in range(depth + 1))


@pytest.mark.parametrize("before", range(960, 1_000, 3))
def test_no_part_of_a_credential_is_left_where_a_long_text_is_shortened(before):
    text = "x " * (before // 2) + CREDENTIAL + "y " * 5_000
    made = page({"status": 0, "message": text, text: 1})
    assert "… (+" in made.text
    assert CREDENTIAL[6:12] not in made.text


@pytest.mark.parametrize("before", range(0, 20_000, 997))
def test_no_part_of_a_credential_is_left_where_a_text_is_cut(before):
    made = page(b"{" + b"x\n" * (before // 2) + CREDENTIAL.encode() * 2_000, 1_000)
    assert not made.is_complete
    assert CREDENTIAL[6:12] not in made.text


@pytest.mark.parametrize("more", [0, 1, 4_000])
def test_a_long_text_is_shortened_and_says_by_how_much(more):
    shown = json.loads(page({"status": 0, "message": "x" * (1_000 + more)}).text)["message"]
    assert shown == "x" * 1_000 + (f"… (+{more})" if more else "")


@pytest.mark.parametrize(
    "body",
    [
        f"<html>\n<p>{CREDENTIAL}</p>\u202e".encode(),
        f'{{"status": 0, "session": {{"id": "{CREDENTIAL}"'.encode(),
        b"\xff\xfe" + CREDENTIAL.encode(),
    ],
)
def test_what_is_no_json_is_shown_as_text(body):
    made = page(body)
    assert not made.is_json
    assert CREDENTIAL not in made.text
    assert TOKEN.format_masked() in made.text
    assert "\u202e" not in made.text


def test_a_failure_has_no_text():
    failure = Failure(FailureKind.TIMED_OUT, Route("h.example.com"), NOW)
    assert build_json_page(analyze_answer(failure)).text == ""
