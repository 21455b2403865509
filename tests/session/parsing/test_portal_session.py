"""Which answers are the portal's, and which only look like it."""

import json

import pytest

from inspector_app.session.parsing.answer_parser import parse_answer
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parsed_answer import AnswerFormat, SessionKind
from inspector_app.session.parsing.portal_session import find_session_content
from inspector_app.session.parsing.strict_json import parse_document

DATA = {"userId": "u1", "userName": "ann", "currentOrgId": "o1", "currentOrgName": "Head Office"}
PAGE = {"id": "APP_PORTAL_S_" + "v5Rk" * 8, "expires": 60, "user": {"id": "u1"}, "isSsoLogin": True}


def parsed(answer):
    return parse_answer(parse_document(json.dumps(answer).encode()), 200)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"code": 0, "message": "OK", "data": DATA}, SessionKind.PORTAL),
        ({"code": 200, "data": DATA}, SessionKind.PORTAL),
        ({"code": 0, "msg": "OK", "data": {"currentOrgId": "o1"}}, SessionKind.PORTAL),
        ({"code": 0, "data": PAGE}, SessionKind.PORTAL_PAGE),
        (PAGE, SessionKind.PORTAL_PAGE),
        ({**PAGE, "id": "opaque", "MFACompleted": False}, SessionKind.PORTAL_PAGE),
    ],
)
def test_a_session_of_the_portal_is_read(answer, kind):
    session = parsed(answer).session

    assert session is not None
    assert session.kind is kind
    assert session.is_of_portal


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"code": 31401, "message": "please log in first"}, AnswerFormat.PORTAL),
        ({"code": "31512"}, AnswerFormat.PORTAL),
        ({"code": 88201, "data": None}, AnswerFormat.PORTAL),
        ({"code": 30999, "message": "x"}, AnswerFormat.IAM),
        ({"code": 32000, "message": "x"}, AnswerFormat.GENERAL),
        ({"code": 88202, "message": "x"}, AnswerFormat.GENERAL),
        ({"code": 0, "message": "OK", "data": {"userName": "ann"}}, AnswerFormat.GENERAL),
        ({"data": DATA}, AnswerFormat.OTHER),
        ({"id": PAGE["id"], "name": "x"}, AnswerFormat.OTHER),
        ({"id": "IAM_S_x", "expires": 60, "user": {"id": "u1"}}, AnswerFormat.OTHER),
    ],
)
def test_an_answer_of_another_family_is_not_taken_for_one(answer, expected):
    found = parsed(answer)

    assert found.answer_format is expected
    assert found.session is None


def test_the_documented_session_has_user_and_organization_and_nothing_else():
    session = parsed({"code": 0, "message": "OK", "data": DATA}).session

    assert session.user.id.value == "u1"
    assert session.user.name.path == ("data", "userName")
    assert session.working_organization.display_name == "Head Office"
    assert (session.expires.path, session.created.path, session.user.state.path) == (None,) * 3


def test_an_empty_object_holds_no_session():
    assert find_session_content(JsonObject()) is None
