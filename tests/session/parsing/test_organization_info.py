"""A list of organizations tells what is not in it only where it is all of it."""

import json

import pytest

from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.organization_info import (
    parse_organization_info,
    parse_organization_list,
)

ORGANIZATION = '{"id": "o1", "state": 1, "approvalState": 1, "ownerId": "u1"}'
ROWS = [{"id": "o1", "name": "North", "state": 0}, {"id": "o2", "name": "South", "state": 2}]


def parse(rows, **beside):
    root = strict_json.parse_document(json.dumps({"organizations": rows, **beside}).encode()).root
    assert isinstance(root, JsonObject)
    listed = parse_organization_list(root, ())
    assert listed is not None
    return listed


@pytest.mark.parametrize(
    ("beside", "is_whole"),
    [
        ({}, True),
        ({"status": 0, "message": "", "accountType": 1}, True),
        ({"total": 2}, True),
        ({"totalCount": "2", "pageNo": 1, "pageSize": 10}, True),
        ({"hasMore": False, "nextToken": None, "cursor": ""}, True),
        ({"total": 50}, False),
        ({"count": None}, False),
        ({"hasMore": True}, False),
        ({"nextToken": "x"}, False),
        ({"page": 1}, False),
        ({"pagination": {"totalSize": 9, "pageNo": 1}}, False),
        ({"pagination": {"totalSize": 2, "pageNo": 1}}, True),
    ],
)
def test_a_list_that_speaks_of_other_pages_is_not_whole(beside, is_whole):
    """No page is documented: what is missing may stand on the next."""
    assert parse(ROWS, **beside).is_whole is is_whole


def test_what_is_disabled_or_has_quit_is_told_and_gives_way_to_its_namesake():
    rows = [{"id": "o0", "name": "South", "state": "1"}, *ROWS, {"id": "o3", "name": "south"}]
    listed = parse(rows)
    assert listed.unusable_rows == {0, 2}
    assert (listed.find_row("South"), listed.find_row("o0")) == (3, 0)


@pytest.mark.parametrize(("again", "state"), [("", 1), (', "state": 1', 1), (', "state": 0', None)])
def test_a_field_that_came_twice_says_only_what_both_say(again, state):
    body = f'{{"organization": {ORGANIZATION[:-1]}{again}}}}}'
    root = strict_json.parse_document(body.encode()).root
    assert isinstance(root, JsonObject)
    info = parse_organization_info(root, ())
    assert info is not None
    assert (info.state.value, info.id.value, info.owner_id.value) == (state, "o1", "u1")


@pytest.mark.parametrize("name", ["organization", "organizations"])
def test_of_two_answers_in_one_neither_is_read(name):
    value = ORGANIZATION if name == "organization" else f"[{ORGANIZATION}]"
    root = strict_json.parse_document(f'{{"{name}": {value}, "{name}": {value}}}'.encode()).root
    assert isinstance(root, JsonObject)
    assert parse_organization_info(root, ()) is None
    assert parse_organization_list(root, ()) is None
