"""What stands beside a list says whether there is more of it than was sent."""

import json

import pytest

from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.listed_members import has_other_pages
from inspector_app.session.parsing.strict_json import parse_document


@pytest.mark.parametrize(
    ("beside", "has_more"),
    [
        ({}, False),
        ({"id": "o1"}, False),
        ({"next": ""}, False),
        ({"next": None, "hasMore": False}, False),
        ({"next": "o7"}, True),
        ({"hasMore": True}, True),
        ({"pageNo": 1}, True),
        ({"pageNo": 1, "total": 2}, False),
        ({"pagination": {"totalCount": 2}}, False),
        ({"pagination": {"totalCount": 3}}, True),
        ({"country": 44, "discount": 7}, False),
    ],
)
def test_a_list_of_two_has_other_pages_where_its_answer_says_so(beside, has_more):
    root = parse_document(json.dumps(beside).encode()).root
    assert isinstance(root, JsonObject)
    assert has_other_pages((root,), 2) is has_more
