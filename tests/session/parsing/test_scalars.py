from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject


@pytest.mark.parametrize("sent", [JsonNumber("2"), JsonNumber("2.0"), JsonNumber("0.2E1"), "2"])
def test_a_number_is_the_same_however_it_is_sent(sent):
    assert scalars.parse_integer(sent) == 2


@pytest.mark.parametrize(
    "sent",
    [
        *(None, True, False, "", "two", "\uff12", " 2", "0x2", "1_000", "nan", "inf", "1e"),
        *(JsonNumber("1E400"), JsonNumber("1" * 400), JsonArray(), JsonObject()),
    ],
)
def test_what_can_be_no_number_of_enos_is_none(sent):
    """J6."""
    assert scalars.parse_number(sent) is None
    assert scalars.parse_integer(sent) is None


def test_a_fraction_is_no_whole_number():
    assert scalars.parse_integer(JsonNumber("2.5")) is None
    assert scalars.parse_number(JsonNumber("2.5")) == Decimal("2.5")


@pytest.mark.parametrize(
    ("sent", "truth"),
    [
        *((True, True), (False, False), ("true", True), ("False", False)),
        *((JsonNumber("1"), True), (JsonNumber("0.0"), False)),
        *((JsonNumber("2"), None), ("yes", None), (None, None), ("", None)),
    ],
)
def test_flags(sent, truth):
    assert scalars.parse_boolean(sent) is truth


def test_text_is_kept_and_a_number_in_its_place_is_its_digits():
    assert scalars.parse_text("o1") == "o1"
    assert scalars.parse_text(JsonNumber("1.50")) == "1.50"
    assert scalars.parse_text(None) is None


@given(st.integers(-(10**29), 10**29))
def test_every_integer_is_read_exactly(value):
    assert scalars.parse_integer(JsonNumber(str(value))) == value
