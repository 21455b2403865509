"""Where a path can be in the outline is told without making the rows of a long list."""

import pytest

from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_lookup import list_candidate_rows
from inspector_app.session.presentation.outline_rows import list_range_rows, split_into_ranges

BASE = ("session", "items")


def split(count, steps=None):
    """A long list in ranges, and the numbers of the rows that were made of it."""
    made = []

    def build(row):
        made.append(row)
        return Node(str(row), path=(*BASE, row if steps is None else steps[row]))

    ranges, child = split_into_ranges(count, build)
    return [child(row) for row in range(ranges)], made


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ((*BASE, 2_500), [(2, range(500, 501))]),
        ((*BASE, 2_500, "name"), [(2, range(500, 501))]),
        ((*BASE, 0), [(0, range(1))]),
        ((*BASE, 3_499), [(3, range(499, 500))]),
        ((*BASE, 3_500), []),
        ((*BASE, -1), []),
        ((*BASE, "name"), []),
        (("session", "other", 2_500), []),
        (BASE, []),
        ((), []),
    ],
)
def test_of_a_long_list_one_row_is_looked_at(path, rows):
    parts, made = split(3_500)
    candidates = [(part, list_candidate_rows(node, path)) for part, node in enumerate(parts)]

    assert [(part, found) for part, found in candidates if found] == rows
    assert len(made) == 2 * len(parts)


@pytest.mark.parametrize("item", [0, 999, 1_000, 999_999, 1_000_000, 2_345_678, 2_999_999])
def test_of_millions_the_ranges_are_in_ranges_and_one_row_of_each_is_looked_at(item):
    """R3: no more than a thousand rows are ever made at once."""
    made = []

    def build(row):
        made.append(row)
        return Node(str(row), path=(*BASE, row))

    count, child = split_into_ranges(3_000_000, build)
    assert count == 3
    outer = [child(row) for row in range(count)]
    assert [one.label for one in outer][1] == "1000000 … 1999999"
    found = next(
        (row, inner)
        for row, one in enumerate(outer)
        for inner in list_candidate_rows(one, (*BASE, item))
    )
    rows = list(found)
    node = outer[found[0]].get_child(found[1])
    assert node.label == f"{item // 1000 * 1000} … {item // 1000 * 1000 + 999}"
    rows += list_candidate_rows(node, (*BASE, item))
    assert rows == list(list_range_rows(item, 3_000_000))
    assert node.get_child(rows[-1]).path == (*BASE, item)
    assert len(made) <= 4 * count


@pytest.mark.parametrize("count", [1, 1_000, 1_001, 1_000_000, 1_000_001, 1_234_567])
def test_the_rows_that_lead_to_an_item_lead_to_it(count):
    for number in {0, 1, count // 2, count - 1} & set(range(count)):
        rows, child = split_into_ranges(count, lambda row: Node(str(row), path=(*BASE, row)))
        assert rows <= 1_000
        node = Node("nothing")
        for row in list_range_rows(number, count):
            node = child(row)
            assert node.child_count <= 1_000
            child = node.get_child
        assert node.path == (*BASE, number)


def test_the_members_of_a_large_object_are_all_looked_at():
    names = [f"field {row}" for row in range(1_500)]
    parts, _ = split(1_500, names)

    assert [list_candidate_rows(one, (*BASE, "field 7")) for one in parts] == [
        range(1_000),
        range(500),
    ]


def test_the_rows_of_anything_else_are_all_looked_at():
    group = Node("Group", kind=NodeKind.GROUP, child_count=3, get_child=lambda row: Node(str(row)))

    assert list_candidate_rows(group, ("x",)) == range(3)
    assert list_candidate_rows(Node("leaf"), ("x",)) == range(0)
