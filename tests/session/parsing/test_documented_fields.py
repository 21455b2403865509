import pytest

from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import JsonType, ObjectType, Presence, get_json_type
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from tests.session.answers import SUCCESS

PLACES = {
    ObjectType.ENVELOPE: SUCCESS,
    ObjectType.SESSION: SUCCESS["session"],
    ObjectType.USER: SUCCESS["session"]["user"],
    ObjectType.ORGANIZATION: SUCCESS["session"]["workingOrganization"],
}


@pytest.mark.parametrize("place", PLACES)
def test_every_field_of_the_documented_sample_is_known(place):
    unknown = [name for name in PLACES[place] if find_field(place, name) is None]
    assert unknown == [], "inspector_app/session/parsing/documented_fields.py has each"


@pytest.mark.parametrize("place", PLACES)
def test_what_is_expected_is_in_the_sample(place):
    expected = [one for one in list_fields(place) if one.presence is Presence.EXPECTED]

    assert [one.name for one in expected if PLACES[place].keys().isdisjoint(one.names)] == []


def test_both_spellings_lead_to_one_field():
    assert find_field(ObjectType.USER, "passwordState") is find_field(
        ObjectType.USER, "password_state"
    )
    assert find_field(ObjectType.USER, "passwordstate") is None
    assert find_field(ObjectType.OTHER, "status") is None


def test_a_status_means_different_things_in_envelope_and_session():
    assert find_field(ObjectType.SESSION, "status") is not find_field(ObjectType.ENVELOPE, "status")
    known = find_field(ObjectType.SESSION, "status")
    word = known.find_meaning(JsonNumber("1")) if known else None
    assert str(word and word.text) == "normal"


@pytest.mark.parametrize(
    ("value", "form"),
    [
        *(
            (None, None),
            (True, JsonType.BOOLEAN),
            ("", JsonType.STRING),
            (JsonNumber("1"), JsonType.NUMBER),
        ),
        *((JsonArray(), JsonType.ARRAY), (JsonObject(), JsonType.OBJECT)),
    ],
)
def test_the_json_type_of_a_value(value, form):
    assert get_json_type(value) is form
