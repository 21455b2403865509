import json

from hypothesis import given

from inspector_app.report.formats import normalized_session
from inspector_app.session.parsing import answer_parser
from inspector_app.session.parsing.json_document import JsonDocument, dump_json
from inspector_app.session.parsing.strict_json import parse_document
from tests.report.answers import answer_of
from tests.session.documents import documents

OLD = {
    "id": "u1",
    "name": "mara",
    "type": 2,
    "state": "0",
    "password_state": 1.0,
    "password_strength": "MEDIUM",
    "password_expire_time": 1.601192046e12,
    "emailVerified": 1,
    "createTime": "2019-05-14 08:33:19.0",
}
NEW = {
    "id": "u1",
    "name": "mara",
    "type": 2,
    "state": 0,
    "passwordState": 1,
    "passwordStrength": 0,
    "passwordExpireTime": 1601192046000,
    "emailVerified": True,
    "createTime": "2019-05-14 08:33:19.0",
}


def session_of(user, **session):
    parsed = answer_parser.parse_answer(
        parse_document(json.dumps(answer_of(user, "masked", **session)).encode()), 200
    )
    assert parsed.session is not None
    return json.loads(dump_json(normalized_session.build_session(parsed.session)))


def test_every_release_is_told_under_the_same_names():
    old, new = session_of(OLD), session_of(NEW)
    assert old == new
    user = new["user"]
    assert (user["type"], user["state"], user["password_state"]) == (2, 0, 1)
    assert user["password_strength"] == 0
    assert user["password_expire_time"] == {"epoch": 1601192046, "iso": "2020-09-27T07:34:06Z"}
    assert user["create_time"]["iso"] == "2019-05-14T08:33:19Z"
    assert user["email_verified"] is True
    assert user["mfa_type"] is None


def test_times_and_organizations_stand_where_they_are_looked_for():
    told = session_of(NEW)
    assert told["create_time"]["iso"] == "2027-01-15T07:48:20Z"
    assert told["expires"] == 7200
    assert told["working_organization"] == {"name": "Wind North", "id": "o2", "domain": "db_north"}
    assert told["home_organization"]["domain"] is None
    alone = session_of(NEW, workingOrganization="Wind North")["working_organization"]
    assert alone == {"name": "Wind North", "id": None, "domain": None}


def test_guest_organizations_are_a_list_whatever_was_sent():
    for sent, names in (
        (None, []),
        ("o7", ["o7"]),
        (["o7", {"id": "o8", "name": "East"}], ["o7", "East"]),
        ({"id": "o8"}, ["o8"]),
        ([[], 7], ["", "7"]),
    ):
        answer = json.dumps(answer_of({**NEW, "guestOrganizations": sent}, "masked")).encode()
        parsed = answer_parser.parse_answer(parse_document(answer), 200)
        assert parsed.session is not None
        assert list(normalized_session.iter_guest_names(parsed.session)) == names
        told = session_of({**NEW, "guestOrganizations": sent})["guest_organizations"]
        assert len(told) == len(names)


def test_what_cannot_be_meant_is_null_and_unknown_codes_stay():
    told = session_of({**NEW, "state": "on", "passwordExpireTime": -1}, expires="long")
    assert told["user"]["state"] == "on"
    assert told["user"]["password_expire_time"] is None
    assert told["expires"] is None


def test_a_camel_case_name_becomes_a_snake_case_one():
    assert normalized_session.to_snake_case("passwordExpireTime") == "password_expire_time"
    assert normalized_session.to_snake_case("id") == "id"


@given(documents())
def test_any_document_can_be_told(root):
    session = answer_parser.parse_answer(JsonDocument(root), 200).session
    if session is not None:
        assert dump_json(normalized_session.build_session(session))
