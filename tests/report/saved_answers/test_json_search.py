"""An object counts as an answer where it stands in the place of one, or is unmistakable."""

import json

import pytest

from inspector_app.report.saved_answers.found_answer import AnswerContext
from inspector_app.report.saved_answers.json_search import _is_conclusive, find_format
from inspector_app.session.parsing.answer_parser import detect_format
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.strict_json import parse_document

ELSEWHERE = AnswerContext(is_plain=False)
PLACES = {
    "plain": AnswerContext(),
    "call": AnswerContext(is_plain=False, is_session_call=True),
    "status": AnswerContext(is_plain=False, status=200),
    "elsewhere": ELSEWHERE,
    "amid text": AnswerContext(is_amid_text=True, status=200, is_session_call=True),
}
COMPANION = {
    "status": 0,
    "organization": {"id": "o1", "name": "One", "state": 1, "type": 2, "approvalState": 1},
}
KNOWN = "plain call status"


def build(value):
    root = parse_document(json.dumps(value).encode()).root
    assert isinstance(root, JsonObject)
    return root


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"session": {}}, KNOWN),
        ({"session": {}, "success": True}, KNOWN),
        ({"session": {}, "success": True, "fail": False}, f"{KNOWN} elsewhere amid_text"),
        ({"successful": True, "failed": False}, f"{KNOWN} elsewhere amid_text"),
        ({"status": 30401}, f"{KNOWN} elsewhere amid_text"),
        ({"code": "30401"}, f"{KNOWN} elsewhere amid_text"),
        ({"status": 30000}, f"{KNOWN} elsewhere amid_text"),
        ({"status": 30999}, f"{KNOWN} elsewhere amid_text"),
        ({"status": 29999, "session": {}}, KNOWN),
        ({"status": 31000, "session": {}}, KNOWN),
        ({"status": 0, "session": {}}, KNOWN),
        ({"message": "no"}, "status"),
        ({"code": 1, "msg": "no"}, KNOWN),
        ({"apim_status": 1}, KNOWN),
        ({"business": "x", "status": 1}, KNOWN),
        (COMPANION, KNOWN),
        ({"a": 1}, ""),
    ],
)
def test_what_is_an_answer_depends_on_where_it_stands(value, places):
    found = {name for name, place in PLACES.items() if find_format(build(value), place) is not None}
    assert found == {one.replace("_", " ") for one in places.split()}
    told = {find_format(build(value), one) for one in PLACES.values()} - {None}
    assert told <= {detect_format(build(value))}


@pytest.mark.parametrize(
    ("value", "is_sure"),
    [
        ({"apim_status": 1}, True),
        ({"session": {"id": "x"}}, True),
        ({"session": {"success": True}}, True),
        ({"session": {"success": True, "fail": False}}, False),
        ({"session": [{"success": True, "fail": False}]}, True),
        ({"session": None, "status": 0, "success": True}, False),
        ({"status": 0, "success": True}, False),
        ({"status": 200, "success": True}, False),
        ({"status": None, "success": True, "fail": False}, False),
        ({"status": 1, "success": True}, True),
        ({"status": 0, "code": 1, "success": True}, True),
        ({"status": 0, "success": False}, True),
        ({"status": 0, "successful": "false"}, True),
        ({"status": 0, "fail": True}, True),
        ({"status": 0, "failed": True}, True),
        ({"status": 0, "fail": False}, False),
        ({"code": 0, "msg": "OK"}, False),
        ({"code": 1, "msg": "no"}, True),
        ({"code": 200, "status": 7, "msg": "OK"}, False),
    ],
)
def test_an_answer_that_says_how_it_ended_wraps_no_other(value, is_sure):
    found = build(value)
    assert _is_conclusive(found, detect_format(found)) is is_sure
