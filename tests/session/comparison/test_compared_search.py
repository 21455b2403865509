"""A compared tree is searched in its fields, both values and what they mean."""

from datetime import UTC

import pytest

from inspector_app.session.comparison.compared_search import search_compared
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.time_format import TimeContext
from tests.session.answers import CREDENTIAL, NOW
from tests.session.comparison.compared import session

VIEW = TimeContext(NOW, UTC)


def build(a, b, rows=RowFilter.ALL):
    return build_compared_root(pair_answers(a.analyzed, b.analyzed, None), rows)


def find_labels(root, sought):
    found = []
    for way in search_compared(root, sought, VIEW):
        if way is not None:
            node = root
            for row in way:
                node = node.get_child(row)
            found.append(str(node.label))
    return found


@pytest.mark.parametrize(
    ("sought", "label"),
    [("STATE", "state"), ("disabled", "state"), ("enabled", "state"), ("4800", "expires")],
)
def test_a_field_is_found_by_its_name_the_value_of_a_side_and_their_meanings(sought, label):
    root = build(session(**{"user.state": 0}), session(**{"user.state": 1, "expires": 4800}))
    assert label in find_labels(root, sought)


def test_only_rows_that_the_tree_has_are_found():
    a, b = session(**{"user.state": 0}), session(**{"user.state": 1})
    assert "authType" in find_labels(build(a, b), "authType")
    assert find_labels(build(a, b, RowFilter.CHANGED), "authType") == []


def test_a_credential_is_not_found_by_its_letters():
    """C1."""
    same = session(id=CREDENTIAL)
    assert find_labels(build(same, same), CREDENTIAL[8:20]) == []


def test_ranges_are_not_found_themselves_but_what_is_in_them():
    rows = [{"id": f"o{number}", "name": f"Plant {number}"} for number in range(600)]
    side = session(**{"user.guestOrganizations": rows})
    root = build(side, side)
    assert find_labels(root, "…") == []
    assert find_labels(root, "plant 599") == ["599", "name"]


def test_each_row_is_told_so_that_a_search_can_pause_there():
    root = build(session(), session())
    assert sum(1 for _ in search_compared(root, "nothing like it", VIEW)) > 30
