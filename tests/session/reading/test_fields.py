import pytest

from inspector_app.session.reading.document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.documented_field import Form, Place, Presence, form_of
from inspector_app.session.reading.fields import field, fields
from tests.session.answers import SUCCESS

PLACES = {
    Place.ENVELOPE: SUCCESS,
    Place.SESSION: SUCCESS["session"],
    Place.USER: SUCCESS["session"]["user"],
    Place.ORGANIZATION: SUCCESS["session"]["workingOrganization"],
}


@pytest.mark.parametrize("place", PLACES)
def test_every_field_of_the_documented_sample_is_known(place):
    assert [name for name in PLACES[place] if field(place, name) is None] == []


@pytest.mark.parametrize("place", PLACES)
def test_what_is_expected_is_in_the_sample(place):
    expected = [one for one in fields(place) if one.presence is Presence.EXPECTED]

    assert [one.name for one in expected if PLACES[place].keys().isdisjoint(one.names)] == []


def test_both_spellings_lead_to_one_field():
    assert field(Place.USER, "passwordState") is field(Place.USER, "password_state")
    assert field(Place.USER, "passwordstate") is None
    assert field(Place.ELSEWHERE, "status") is None


def test_a_status_means_different_things_in_envelope_and_session():
    assert field(Place.SESSION, "status") is not field(Place.ENVELOPE, "status")
    known = field(Place.SESSION, "status")
    word = known.word(JsonNumber("1")) if known else None
    assert str(word and word.words) == "normal"


@pytest.mark.parametrize(
    ("value", "form"),
    [
        *((None, None), (True, Form.FLAG), ("", Form.TEXT), (JsonNumber("1"), Form.NUMBER)),
        *((JsonArray(), Form.LIST), (JsonObject(), Form.OBJECT)),
    ],
)
def test_the_json_type_of_a_value(value, form):
    assert form_of(value) is form
