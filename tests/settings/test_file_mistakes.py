"""Each mistake in a file that an administrator writes is told with its place, line and words."""

import json

import pytest

from inspector_app.settings import environment_mistakes, file_mistakes
from inspector_app.settings.environment_mistakes import find_environment_mistakes
from inspector_app.settings.file_mistakes import Mistake, ValueRule, find_mistakes, format_mistake
from inspector_app.settings.policies import FILE_RULE as POLICIES
from inspector_app.settings.policies import find_policy_mistakes

SECRET = "A secret does not belong here: everybody on this computer can read it."
SAME_NAME = "Another environment has this name."
CONFIRM = "1 environments[0].confirm_calls"
AUTHORIZATION = "1 environments[0].connection.authorization"
ONE = {"name": "One", "address": "one.example.com"}


def tell(mistakes):
    """Line, place, words, and whether the file is used all the same."""
    return [
        f"{one.line} {one.place}: {one.message}{'' if one.is_fatal else ' (used)'}"
        for one in mistakes
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"version": 1}', []),
        ("", ["1 : This is not JSON, or nested too deeply."]),
        ("\n\n{", ["3 : This is not JSON, or nested too deeply."]),
        ("[]", ["1 : It must be an object in braces."]),
        ('"x"', ["1 : It must be an object in braces."]),
        ("{}", ["1 version: It is missing."]),
        ('{\n"version": 2}', ["2 version: It must be one of: 1."]),
        ('{"version": true}', ["1 version: It must be a whole number."]),
        ('{"version": 1.0}', ["1 version: It must be a whole number."]),
        ('{"version": 1, "$schema": 1}', ["1 $schema: It must be a text in quotes."]),
        (
            '{"version": 1,\n"forced": {"memory_only": null,\n"idle_minutes": "4"}}',
            [
                "2 forced.memory_only: It must be true or false.",
                "3 forced.idle_minutes: It must be a whole number or null.",
            ],
        ),
        (
            '{"version": 1, "forced": {"clipboard_seconds": 3, "language": "de"}}',
            [
                "1 forced.clipboard_seconds: It must be one of: 10, 20, 30, 60, 120, 300, null.",
                "1 forced.language: It must be one of: system, en, zh_CN.",
            ],
        ),
        (
            '{"version": 1,\n"version": 1}',
            ["2 version: It stands here a second time, and the last one counts. (used)"],
        ),
        (
            '{"version": 1, "later": 1, "a b": 1, "forced": {"x-1": 1}}',
            [
                "1 later: There is no member of this name, so it has no effect. (used)",
                "1 …: There is no member of this name, so it has no effect. (used)",
                "1 forced.x-1: There is no member of this name, so it has no effect. (used)",
            ],
        ),
        *(
            (
                f'{{"version": 1, "{name}": 1}}',
                [f"1 {name}: {SECRET} (used)"],
            )
            for name in ("my_Secret", "password", "PASSWD", "token", "credentials", "session_id")
        ),
        (  # can be forced, and is no secret where it stands
            '{"version": 1, "default": {"reveal_credential": false, "copy_credential": null}}',
            [
                f"1 default.{name}: There is no member of this name, so it has no effect. (used)"
                for name in ("reveal_credential", "copy_credential")
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is(text, told):
    found = find_policy_mistakes(text.encode())
    assert tell(found) == told


@pytest.mark.parametrize(
    ("environments", "told"),
    [
        ([], []),
        ([ONE], []),
        ({}, ["1 environments: It must be a list in brackets."]),
        ([1], ["1 environments[0]: It must be an object in braces."]),
        ([ONE, {"name": "Two"}], ["1 environments[1].address: It is missing."]),
        ([{"address": "a"}], ["1 environments[0].name: It is missing."]),
        ([{**ONE, "name": "  "}], ["1 environments[0].name: It must not be empty."]),
        ([{**ONE, "name": "n" * 100}], []),
        ([{**ONE, "name": " " + "n" * 100}], []),
        (
            [{**ONE, "name": "n " * 50 + "n"}],
            ["1 environments[0].name: It may have at most 100 characters."],
        ),
        (
            [{**ONE, "name": "n" * 101}],
            ["1 environments[0].name: It may have at most 100 characters."],
        ),
        ([ONE, {**ONE, "name": "Two"}], []),
        ([ONE, {**ONE, "name": " ONE "}], [f"1 environments[1].name: {SAME_NAME}"]),
        (
            [{**ONE, "id": "x"}, {**ONE, "name": "Two", "id": "x"}],
            ["1 environments[1].id: Another environment has this id."],
        ),
        ([{**ONE, "id": "x"}, {**ONE, "name": "Two", "id": "X"}], []),
        ([{**ONE, "id": ""}, {**ONE, "name": "Two", "id": ""}], []),
        ([{**ONE, "confirm_calls": 1}], [f"{CONFIRM}: It must be true or false."]),
        (
            [{**ONE, "connection": {"proxy": "x", "authorization": "x", "ca_file": None}}],
            [
                "1 environments[0].connection.proxy: It must be one of: system, none, manual.",
                "1 environments[0].connection.authorization: It must be one of: Bearer, bare.",
                "1 environments[0].connection.ca_file: It must be a text in quotes.",
            ],
        ),
        ([{**ONE, "connection": {"authorization": None, "accepted": None}}], []),
        (
            [{**ONE, "connection": {"authorization": 1}}],
            [
                f"{AUTHORIZATION}: It must be a text in quotes or null."
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_environments_is_told(environments, told):
    data = json.dumps({"version": 1, "environments": environments}).encode()
    assert tell(find_environment_mistakes(data)) == told


@pytest.mark.parametrize(
    "name",
    ["id", "address", "tier", "more_about_user", "ca_file", "proxy_address", "proxy_user",
     "access_key", "client_certificate", "client_key"],
)  # fmt: skip
def test_each_text_of_an_environment_is_known_and_is_a_text(name):
    is_own = name in {"id", "address", "tier", "more_about_user"}
    place = "environments[0]" + ("" if is_own else ".connection") + f".{name}"
    fine = {"tier": "production", "more_about_user": "always"}.get(name, "x")
    for value, told in ((fine, []), (1, [f"1 {place}: It must be a text in quotes."])):
        one = {**ONE, name: value} if is_own else {**ONE, "connection": {name: value}}
        data = json.dumps({"version": 1, "environments": [one]}).encode()
        assert tell(find_environment_mistakes(data)) == told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("\n", 2), ("nul", 1), ("[1\n2]", 2), ("[1,\n\n]x", 3), ('{"a"\n1}', 2),
        ('{"a": 1\n"b": 1}', 2), ("{1: 2}", 1), ('{"a": \n}', 2), ("[1] 2", 1), ("{\n", 2),
        ("[" * 64 + "]" * 64, None), ("[" * 65 + "]" * 65, 1), ('["a\nb"]', 1),
        ("\ufeff[1]", None), (' \t\r\n[ 1 , "\u00e4" , {} , [] ] \n', None), ('{"a": tru}', 1),
    ],
)  # fmt: skip
def test_a_text_that_is_no_json_is_told_with_its_line(text, line):
    document, mistakes = find_mistakes(text.encode(), ValueRule((list, dict)))
    assert [one.line for one in mistakes] == ([] if line is None else [line])
    assert (document is None) is (line is not None)


def test_a_text_that_is_not_in_utf_8_is_told_with_its_line():
    _, (mistake,) = find_mistakes(b'["a",\n"\xff"]', ValueRule((list,)))
    assert (mistake.line, mistake.place) == (2, "")


def test_no_more_mistakes_are_told_than_a_person_reads():
    """J5."""
    rule = ValueRule((list,), items=ValueRule((int,)))
    _, found = find_mistakes(json.dumps(["x"] * 150).encode(), rule)
    assert len(found) == 100
    assert found[-1].place == "[99]"


def test_a_mistake_is_one_line_of_words():
    (mistake,) = find_policy_mistakes(b'{"version": 2}')
    assert str(format_mistake(mistake)) == "Line 1, version: It must be one of: 1."
    (whole,) = find_policy_mistakes(b"[]")
    assert str(format_mistake(whole)) == "Line 1: It must be an object in braces."
    assert Mistake("", 1, mistake.message).is_fatal


def test_members_and_items_are_of_objects_and_lists_alone():
    document, _ = find_mistakes(b'{"a": [1, 2], "b": {"x": 1}, "c": [7], "a": [3]}', POLICIES)
    assert document is not None
    members = file_mistakes.get_members(document)
    assert list(members) == ["a", "b", "c"]
    assert [one.value for one in file_mistakes.get_items(members["a"])] == [3]
    assert file_mistakes.get_items(members["b"]) == ()
    assert file_mistakes.get_members(members["c"]) == {}
    assert file_mistakes.get_items(file_mistakes.get_items(members["a"])[0]) == ()
    assert file_mistakes.get_members(file_mistakes.get_items(members["a"])[0]) == {}
    assert environment_mistakes.FILE_VERSION == 1
