"""The answer of a call beside session info opens from a file of its own, as far as it goes."""

import json

import pytest

from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.saved_answers.models import UnreadableFileError

NOW = 1_780_000_000.0
ORGANIZATION = {"id": "o1", "name": "Head Office", "state": 0, "ownerId": "u1"}
APPLICATION = {"id": "a1", "identifier": "asset-monitor", "displayName": "Asset Monitor"}
FLAGS = {"success": True, "successful": True, "fail": False, "failed": False}
ANSWERS = {
    "organization": {"organization": ORGANIZATION, "status": 0},
    "organization with flags": {**FLAGS, "organization": ORGANIZATION, "status": 0, "message": ""},
    "organizations": {"organizations": [ORGANIZATION, ORGANIZATION], "status": 0},
    "no organizations": {"organizations": [], "status": 0},
    "portal user": {"code": 0, "data": {"id": "u1", "nickName": "Ann", "joinTime": 1_700_000_000}},
    "portal organizations": {"code": 0, "data": {"organizations": [{"id": "o1", "name": "H"}]}},
    "applications": {"code": 0, "message": "OK", "data": {"apps": [APPLICATION]}},
    "applications with addresses": {  # each looks like a call that was recorded
        "code": 0,
        "data": {"apps": [{**APPLICATION, "url": "https://x.example.com/a", "status": 1}] * 2},
    },
    "access": {"code": 0, "message": "OK", "data": {"menus": [], "permissions": []}},
}
AROUND = {
    "bare": lambda body: json.dumps(body, ensure_ascii=False),
    "indented": lambda body: json.dumps(body, indent=2),
    "wrapped": lambda body: json.dumps({"response": body}),
    "as text": lambda body: json.dumps({"body": json.dumps(body)}),
    "with its head": lambda body: "HTTP/1.1 200 OK\r\nVia: kong/3\r\n\r\n" + json.dumps(body),
}


def code_of(text):
    return analyze_saved_data(text.encode(), NOW).judge(NOW).code.value


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("name", ANSWERS)
def test_it_opens_whatever_is_around_it_and_is_no_session(name, around):
    assert code_of(AROUND[around](ANSWERS[name])) == "other_call"


@pytest.mark.parametrize(
    "near",
    [
        {"organization": {"id": "o1", "members": 3}, "status": 0},
        {"organization": ORGANIZATION},
        {"organizations": [{"city": "Basel"}], "status": 0},
        {"data": {"apps": [APPLICATION]}},
        {"organization": "Head Office", "status": 0},
    ],
)
def test_what_only_looks_like_one_is_still_no_answer(near):
    with pytest.raises(UnreadableFileError):
        code_of(json.dumps(near))


def test_amid_other_text_it_is_not_guessed_at():
    with pytest.raises(UnreadableFileError):
        code_of("what the page showed:\n" + json.dumps(ANSWERS["organization"]))
