"""The JSON Schemas in docs/, by which editors help administrators, are what the readers accept."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.settings import environment
from inspector_app.settings.environment import (
    CompanionMode,
    ConnectionSettings,
    create_environment,
)
from inspector_app.settings.environment_mistakes import FILE_RULE as ENVIRONMENTS_RULE
from inspector_app.settings.environment_mistakes import find_environment_mistakes
from inspector_app.settings.file_mistakes import ValueRule
from inspector_app.settings.located_json import MAX_DEPTH, JsonSyntaxError, parse_located
from inspector_app.settings.policies import FILE_RULE as POLICIES_RULE
from inspector_app.settings.policies import find_policy_mistakes

DOCS = Path(__file__).parents[2] / "docs"
FILES = {
    "environments": (ENVIRONMENTS_RULE, find_environment_mistakes),
    "policies": (POLICIES_RULE, find_policy_mistakes),
}


def read_schema(name):
    return json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8"))


def list_members(rule: ValueRule, place: str = "") -> set[str]:
    found = {f"{place}.{name}" for name in rule.members}
    for name, inner in rule.members.items():
        found |= list_members(inner, f"{place}.{name}")
    return found | (list_members(rule.items, f"{place}[]") if rule.items else set())


def list_properties(schema: dict[str, Any], place: str = "") -> set[str]:
    found = set()
    for name, inner in schema.get("properties", {}).items():
        found |= {f"{place}.{name}"} | list_properties(inner, f"{place}.{name}")
    return found | (list_properties(schema["items"], f"{place}[]") if "items" in schema else set())


@pytest.mark.parametrize("name", FILES)
def test_each_member_of_a_file_is_in_its_schema_and_no_other(name):
    assert list_members(FILES[name][0]) == list_properties(read_schema(name))


def test_whatever_an_environment_can_hold_may_stand_in_the_file():
    written = environment.to_json(create_environment("a", "b", ConnectionSettings()))
    one = ENVIRONMENTS_RULE.members["environments"].items
    assert one is not None
    assert written.keys() <= one.members.keys()
    of_connection = {field.name for field in dataclasses.fields(ConnectionSettings)} - {"unknown"}
    assert of_connection <= one.members["connection"].members.keys()


def draw_value(rule: ValueRule) -> st.SearchStrategy[Any]:
    """Values that fit the rule, and values that do not."""
    fitting: list[st.SearchStrategy[Any]] = [st.sampled_from([None, True, 0, 1, 4, "", " ", "a"])]
    if rule.choices:
        fitting.append(st.sampled_from(rule.choices))
    if rule.members:
        members = {key: draw_value(inner) for key, inner in rule.members.items()}
        must = {key: members.pop(key) for key in rule.required}
        fitting += [st.fixed_dictionaries(must, optional={**members, "x": st.none()})] * 3
    if rule.items:
        fitting.append(st.lists(draw_value(rule.items), max_size=2))
    return st.one_of(fitting)


@pytest.mark.parametrize("name", FILES)
def test_the_schema_and_the_reader_say_the_same_of_each_file(name):
    rule, find = FILES[name]
    validate = fastjsonschema.compile(read_schema(name))

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
    @given(draw_value(rule))
    def compare(document):
        mistakes = find(json.dumps(document).encode())
        # That two are alike is beyond a schema.
        alike = [one for one in mistakes if "Another environment" in one.message.template]
        try:
            validate(document)
            is_valid = True
        except fastjsonschema.JsonSchemaException:
            is_valid = False
        assert is_valid == (len(mistakes) == len(alike)), mistakes

    compare()


@pytest.mark.parametrize(("length", "is_fine"), [(1, True), (100, True), (101, False), (0, False)])
def test_a_name_has_its_limits_in_the_reader_too(length, is_fine):
    one = {"name": "n" * length, "address": "https://a.example.com"}
    data = json.dumps({"version": 1, "environments": [one]}).encode()
    assert (find_environment_mistakes(data) == []) is is_fine


@pytest.mark.parametrize("member", ["tier", "more_about_user"])
@pytest.mark.parametrize("value", ["prod", "demo", "", "Always"])
def test_a_choice_that_is_not_known_is_told_and_the_environment_is_used(member, value):
    one = {"name": "n", "address": "https://a.example.com", member: value}
    data = json.dumps({"version": 1, "environments": [one]}).encode()
    (mistake,) = find_environment_mistakes(data)
    assert (mistake.place, mistake.is_fatal) == (f"environments[0].{member}", False)
    read = environment.from_json({**one, "id": "a"})
    assert (read.chosen_tier, read.companion_mode) == (None, CompanionMode.ON_DEMAND)


@pytest.mark.parametrize(("deeper", "is_read"), [(0, True), (1, False)])
def test_a_file_is_read_as_deep_as_it_may_be(deeper, is_read):
    """J1."""
    depth = MAX_DEPTH - 1 + deeper
    for begin, end in ((b"[", b"]"), (b'{"a":', b"}")):
        data = begin * depth + b"1" + end * depth
        if is_read:
            assert parse_located(data) is not None
        else:
            with pytest.raises(JsonSyntaxError):
                parse_located(data)
