"""The portal's list of applications, and what a user has in one of them."""

import json

import pytest

from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.portal_applications import (
    find_data,
    parse_application_access,
    parse_application_list,
)
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.provenance import Provenance

BASE = ("companions", "application_list")


def object_of(answer):
    root = parse_document(json.dumps(answer).encode()).root
    assert isinstance(root, JsonObject)
    return root


def listed(*rows, envelope=lambda apps: {"code": 0, "data": {"apps": apps}}):
    found = parse_application_list(object_of(envelope(list(rows))), BASE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "envelope", [lambda apps: {"apps": apps}, lambda apps: {"data": {"apps": apps}}]
)
def test_the_list_is_read_from_the_data_or_the_envelope(envelope):
    assert listed({"name": "Fleet"}, envelope=envelope).find_all("fleet")[0].name == "Fleet"


@pytest.mark.parametrize("name", ["data", "envelope"])
def test_a_list_that_speaks_of_other_pages_is_not_whole(name):
    """No page is documented: an application that is missing may stand on the next."""

    def around(apps, total=2):
        pages = {"pagination": {"total": total}}
        data = {"apps": apps, **(pages if name == "data" else {})}
        return {"data": data, **(pages if name == "envelope" else {})}

    assert not listed({"name": "Fleet"}, envelope=around).is_whole
    assert listed({"name": "Fleet"}, {"name": "Map"}, envelope=around).is_whole


@pytest.mark.parametrize(
    "body",
    [
        '{"data": {"apps": [{"name": "a"}], "apps": [{"name": "b"}]}}',
        '{"data": {"apps": [{"name": "a"}]}, "data": {"apps": [{"name": "b"}]}}',
    ],
)
def test_of_two_lists_in_one_answer_neither_is_read(body):
    root = parse_document(body.encode()).root
    assert isinstance(root, JsonObject)
    assert parse_application_list(root, BASE) is None
    access = parse_document(body.replace("apps", "menus").encode()).root
    assert isinstance(access, JsonObject)
    assert parse_application_access(access, BASE) is None


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ({"data": {"apps": 1}}, ("data",)),
        ({"data": {"apps": 1}, "apps": 2}, ("data",)),
        ({"data": {"total": 1}}, ("data",)),
        ({"data": {}}, ("data",)),
        ({"data": {"total": 1}, "apps": 2}, ()),
        ({"data": {}, "apps": 2}, ()),
        ({"data": [{"apps": 1}]}, ()),
        ({"apps": 2}, ()),
        ({}, ()),
    ],
)
def test_the_envelope_is_read_where_it_alone_has_what_is_sought(answer, path):
    root = object_of(answer)
    assert find_data(root, frozenset({"apps"})) == (path, root.get("data") if path else root)


def test_an_application_is_found_by_any_of_its_names_and_keys():
    found = listed(
        {"id": "a1", "code": "c1", "identifier": "fleet-1", "name": "f", "displayName": "Fleet"}
    )

    for text in ("a1", "c1", "fleet-1", "F", " FLEET "):
        assert [one.title for one in found.find_all(text)] == ["Fleet"], text
    for text in ("A1", "fleet-2", "", " "):
        assert found.find_all(text) == (), text
    found = listed({"name": "x"}, {"displayName": "Fleet"})
    assert [one.title for one in found.find_all("X")] == ["x"]
    assert found.find_all("") == ()


def test_a_key_goes_before_a_name():
    found = listed({"identifier": "x", "name": "one"}, {"identifier": "y", "name": "x"})

    assert [one.row for one in found.find_all("x")] == [0]


@pytest.mark.parametrize(
    ("status", "is_on", "provenance"),
    [
        (True, True, Provenance.DOCUMENTED),
        (False, False, Provenance.DOCUMENTED),
        (1, True, Provenance.INFERRED),
        (0, False, Provenance.INFERRED),
        (2, None, Provenance.INFERRED),
        (None, None, Provenance.INFERRED),
        ("enabled", None, Provenance.DOCUMENTED),
    ],
)
def test_a_status_is_read_as_far_as_it_says_something(status, is_on, provenance):
    (application,) = listed({"name": "Fleet", "status": status}).applications

    assert application.is_switched_on is is_on
    assert application.provenance is provenance


def test_a_row_that_has_no_name_makes_the_list_unsure():
    assert listed({"name": "Fleet"}).is_whole
    for row in ({}, {"name": ""}, "Fleet", None):
        assert not listed({"name": "Fleet"}, row).is_whole


def test_menus_are_counted_at_every_depth():
    menu = {"id": "1", "children": [{"id": "2", "children": [{"id": "3"}]}, {"id": "4"}]}
    answer = {"data": {"menus": [menu], "permissions": [{}, {}]}}
    access = parse_application_access(object_of(answer), BASE)

    assert access is not None
    assert (access.menus, access.permissions, access.path) == (4, 2, (*BASE, "data"))


@pytest.mark.parametrize("data", [{}, {"menus": None}, {"menus": {}}, [], None])
def test_without_either_list_nothing_is_said_of_access(data):
    assert parse_application_access(object_of({"code": 0, "data": data}), BASE) is None
