import json
import time

import pytest

from inspector_app.session.parsing.json_document import (
    JsonArray,
    JsonDocument,
    JsonNumber,
    JsonObject,
    dump_json,
)

ONE, TWO = JsonNumber("1"), JsonNumber("2")


def test_a_member_is_found_by_its_name():
    user = JsonObject((("name", "portal_test01"), ("email", None)))
    assert user.get("name") == "portal_test01"
    assert user.get("phone") is None


def test_null_and_missing_can_be_told_apart():
    user = JsonObject((("email", None),))
    assert "email" in user.names
    assert "phone" not in user.names


def test_of_a_repeated_name_the_last_counts_and_all_are_kept():
    """J1: duplicate keys are kept."""
    twice = JsonObject((("a", ONE), ("b", None), ("a", TWO)))
    assert twice.get("a") == TWO
    assert twice.members == (("a", ONE), ("b", None), ("a", TWO))
    assert twice.list_repeated_names() == ("a",)


def test_names_that_stand_once_are_not_repeated():
    assert JsonObject().list_repeated_names() == ()
    assert JsonObject((("a", ONE), ("b", ONE))).list_repeated_names() == ()


def test_objects_are_equal_by_their_members_in_order():
    ab = JsonObject((("a", ONE), ("b", TWO)))
    assert ab == JsonObject((("a", ONE), ("b", TWO)))
    assert hash(ab) == hash(JsonObject((("a", ONE), ("b", TWO))))
    assert ab != JsonObject((("b", TWO), ("a", ONE)))
    assert ab != JsonObject((("a", TWO), ("a", ONE), ("b", TWO)))


def test_numbers_are_equal_only_digit_for_digit():
    assert JsonNumber("1.0") != JsonNumber("1.00")


def test_a_document_cannot_be_changed():
    with pytest.raises(AttributeError):
        JsonDocument(ONE).root = TWO  # type: ignore[misc]  # the refusal is what is tested


def test_a_name_is_found_as_fast_in_a_big_object():
    big = JsonObject(tuple((f"name {place}", ONE) for place in range(100_000)))
    start = time.process_time()
    for place in range(100_000):
        assert big.get(f"name {place}") == ONE
    assert time.process_time() - start < 5


SESSION = JsonObject(
    (
        ("status", JsonNumber("0")),
        ("password_expire_time", JsonNumber("1.601192046E12")),
        ("tags", JsonArray(("风", "\ud800", "\u202e", '"\\\n', True, False, None))),
        ("empty", JsonArray((JsonObject(), JsonArray(), ""))),
        ("status", JsonNumber("-0.0")),
    )
)


def test_a_value_is_written_with_its_digits_and_repeated_names():
    assert dump_json(SESSION, indent=None) == (
        '{"status": 0, "password_expire_time": 1.601192046E12, '
        r'"tags": ["\u98ce", "\ud800", "\u202e", "\"\\\n", true, false, null], '
        '"empty": [{}, [], ""], "status": -0.0}'
    )


def test_levels_are_indented():
    value = JsonObject((("a", JsonArray((ONE, JsonObject((("b", None),))))), ("c", JsonArray())))
    assert dump_json(value) == (
        '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": []\n}'
    )


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 4])
def test_the_layout_is_that_of_the_standard_library(indent):
    plain = {"a": [1, {"b": None, "c": "x"}, [], {}, ""], "d": {"e": True, "f": False}, "g": 0.5}
    value = JsonObject(
        (
            (
                "a",
                JsonArray(
                    (ONE, JsonObject((("b", None), ("c", "x"))), JsonArray(), JsonObject(), "")
                ),
            ),
            ("d", JsonObject((("e", True), ("f", False)))),
            ("g", JsonNumber("0.5")),
        )
    )
    assert dump_json(value, indent) == json.dumps(plain, indent=indent)
