"""The answer of a call beside session info is told by its members, and nothing that is like it."""

import json

import pytest

from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.companion_recognition import (
    get_recognized_type,
    recognize_companion,
)
from inspector_app.session.parsing.field_spec import ObjectType

ORGANIZATION = {"id": "o1", "name": "Head Office", "state": 0, "ownerId": "u1"}
APPLICATION = {"id": "a1", "identifier": "asset-monitor", "displayName": "Asset Monitor"}
USER = {"id": "u1", "name": "mara", "nickName": "Mara", "joinTime": 1_700_000_000}


def to_json(value):
    return strict_json.parse_document(json.dumps(value).encode()).root


def portal(code=0, **data):
    return {"code": code, "message": "OK", "data": data}


ANSWERS = {
    ApiCall.ORGANIZATION: [
        {"status": 0, "organization": ORGANIZATION},
        {"success": True, "organization": {"id": "o1", "approvalState": 1, "type": 2}},
    ],
    ApiCall.ORGANIZATION_LIST: [
        {"status": 0, "organizations": [ORGANIZATION, {"id": "o2", "name": "Wind Farm"}]},
        {"status": 0, "success": True, "organizations": []},
    ],
    ApiCall.PORTAL_USER: [portal(**USER), portal(200, id="u1", email="a@example.com", phone="1")],
    ApiCall.PORTAL_ORGANIZATION_LIST: [
        portal(organizations=[{"id": "o1", "name": "Head Office"}]),
        portal(200, organizations=[]),
    ],
    ApiCall.APPLICATION_LIST: [portal(apps=[APPLICATION]), portal(200, apps=[])],
    ApiCall.APPLICATION_ACCESS: [
        portal(menus=[], permissions=[]),
        portal(menus=[{"id": "m1", "name": "Home"}], permissions=[{"id": "p1"}]),
    ],
}
OTHERS = [
    {"status": 0, "organization": {"id": "o1"}},
    {"status": 0, "organization": {"id": "o1", "members": 3, "city": "Basel"}},
    {"status": 0, "organization": "Head Office"},
    {"organization": ORGANIZATION},
    {"status": 30404, "success": False, "organization": ORGANIZATION},
    {"status": 0, "organization": ORGANIZATION, "session": {"id": "x"}},
    {"status": 0, "organizations": ["o1", "o2"]},
    {"status": 0, "organizations": [{"city": "Basel"}]},
    {"code": 31403, "data": {"apps": [APPLICATION]}},
    {"data": {"apps": [APPLICATION]}},
    portal(apps=[{"name": "x"}]),
    portal(menus=[]),
    portal(id="u1", name="mara"),
    portal(userId="u1", userName="mara", currentOrgId="o1"),
    {"code": 0, "data": [APPLICATION]},
    [],
    None,
]


@pytest.mark.parametrize(
    ("call", "answer"), [(call, one) for call, answers in ANSWERS.items() for one in answers]
)
def test_it_is_told_by_its_members(call, answer):
    assert recognize_companion(to_json(answer)) is call
    is_iam = call in {ApiCall.ORGANIZATION, ApiCall.ORGANIZATION_LIST}
    expected = ObjectType.COMPANION if is_iam else ObjectType.PORTAL_COMPANION
    assert get_recognized_type(to_json(answer)) is expected


@pytest.mark.parametrize("answer", OTHERS)
def test_what_only_looks_like_it_is_not_told(answer):
    assert recognize_companion(to_json(answer)) is None
    assert get_recognized_type(to_json(answer)) is None
