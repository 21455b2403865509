"""Every field of both answers is in the tree once; changed ones are found, organizations by id."""

import pytest
from hypothesis import given, settings

from inspector_app.session.analyzed_answer import analyze_document
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.comparison.value_pairs import Difference
from inspector_app.session.interruption import WorkInterruptedError, interruptible
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonDocument
from tests.session.answers import CREDENTIAL, SUCCESS, changed, exchange
from tests.session.comparison.compared import session, side, with_organizations
from tests.session.documents import documents, leaves


def tree_of(a, b, is_same_user=None):
    return pair_answers(a.analyzed, b.analyzed, is_same_user)


def rows_below(node, rows=None):
    rows = [] if rows is None else rows
    for child in node.list_children():
        rows.append(child)
        rows_below(child, rows)
    return rows


def fields_of(root):
    return [row for row in rows_below(root) if not row.is_group and not row.child_count]


def changed_rows(a, b, is_same_user=None):
    root = build_compared_root(tree_of(a, b, is_same_user), RowFilter.CHANGED)
    return {
        str(row.label): (row.a and row.a.value, row.b and row.b.value)
        for group in root.list_children()
        if not group.is_folded
        for row in rows_below(group)
    }


@settings(max_examples=150, deadline=None)
@given(documents(), documents())
def test_every_value_of_both_is_there_once(first, second):
    """J4: told by its path, which is not told where a credential is a name in it."""
    a, b = (analyze_document(exchange(b"{}"), JsonDocument(root)) for root in (first, second))
    rows = rows_below(build_compared_root(pair_answers(a, b, None), RowFilter.ALL))

    for found, root in (([row.a for row in rows], first), ([row.b for row in rows], second)):
        shown = [one.path for one in found if one is not None and not one.child_count]
        expected = [path for path, _ in leaves(root)]
        assert len(shown) == len(expected)
        assert {*shown} - {None} <= {*expected}


def test_a_value_against_a_list_is_a_change():
    assert "session.x" in changed_rows(session(x=5), session(x=[None]))
    assert "session.x" in changed_rows(session(x=[None]), session(x=5))
    assert changed_rows(session(x=[None]), session(x=None)) == {}


@pytest.mark.parametrize("size", [63, 64, 65, 200])
def test_large_parts_that_only_one_answer_has_are_told_apart(size):
    """Their pairs are kept from when they were counted."""
    sizes = {"p": size + 9, "q": size, "r": size + 4}
    parts = {part: {f"{part}{n}": n for n in range(count)} for part, count in sizes.items()}
    for both in ((session(), session(**parts)), (session(**parts), session())):
        for rows in RowFilter:
            found = [
                str(row.label)
                for row in rows_below(build_compared_root(tree_of(*both), rows))
                if (row.a or row.b) and not row.child_count
            ]
            for part, members in parts.items():
                assert [one for one in found if one in members] == list(members), (part, rows)


def test_items_are_matched_by_id_where_all_of_both_lists_have_one_and_else_by_place():
    known, other, bare = {"id": "a", "n": 1}, {"id": "b", "n": 2}, {"n": 3}
    assert pairs_of_n([known], [other, known]) == {("1", "1"), (None, "2")}
    assert pairs_of_n([known], [other, bare]) == {("1", "2"), (None, "3")}
    assert pairs_of_n([bare], [other, known]) == {("3", "2"), (None, "1")}
    assert pairs_of_n([known, bare], [other]) == {("1", "2"), ("3", None)}
    assert pairs_of_n([bare], [bare, known]) == {("3", "3"), (None, "1")}
    assert pairs_of_n([known, other], []) == {("1", None), ("2", None)}


def pairs_of_n(first, second):
    root = build_compared_root(tree_of(session(x=first), session(x=second)), RowFilter.ALL)
    found = [row for row in rows_below(root) if str(row.label) == "n"]
    return {(row.a and row.a.value, row.b and row.b.value) for row in found}


@pytest.mark.parametrize(
    ("changes", "label", "values"),
    [
        ({"user.state": 1}, "state", ("0", "1")),
        ({"expires": 4800}, "expires", ("7200", "4800")),
        ({"workingOrganization.name": "North"}, "name", ("Head Office", "North")),
        ({"new": 7}, "session.new", (None, "7")),
        ({"user.mfaType": 2}, "mfaType", ("null", "2")),
    ],
)
def test_a_changed_field_stands_there_with_both_values(changes, label, values):
    assert changed_rows(session(), session(**changes))[label] == values


@pytest.mark.parametrize(
    "changes",
    [
        {"user.state": 0.0},
        {"user.state": "0"},
        {"user.phone": None},
        {"user.password_strength": "medium"},
        {"user.guestOrganizations": []},
    ],
)
def test_what_is_meant_by_another_spelling_did_not_change(changes):
    assert changed_rows(session(), session(**changes), is_same_user=True) == {}


def test_a_field_under_its_other_documented_name_is_the_same_field():
    gone = ("session.user.password_state",)
    b = side(changed("success", {"session.user.passwordState": 0}, gone))
    assert changed_rows(session(), b, is_same_user=True) == {}


def test_of_several_sessions_the_others_are_there_too():
    several = [SUCCESS["session"], {"id": "x", "expires": 5}]
    rows = changed_rows(session(), side(changed("success", {"session": several})))
    assert rows["session[1]"] == (None, "")
    assert rows["expires"] == (None, "5")


def test_organizations_are_matched_by_their_ids():
    rows = [{"id": f"o{one}", "name": f"Plant {one}", "state": 0} for one in range(5)]
    moved = [rows[4], {**rows[0], "state": 1}, *rows[1:3], {"id": "o9", "name": "New"}]
    root = build_compared_root(
        tree_of(with_organizations(*rows), with_organizations(*moved)), RowFilter.CHANGED
    )
    (group,) = root.list_children()
    fields = [
        (row.a and row.a.path[3:], row.b and row.b.path[3:], row.difference)
        for row in fields_of(group)
    ]
    assert ((0, "state"), (1, "state"), Difference.CHANGED) in fields
    assert ((3, "name"), None, Difference.CHANGED) in fields
    assert (None, (4, "name"), Difference.CHANGED) in fields
    assert len([one for one in fields if one[2] is Difference.CHANGED]) == 6


def test_what_always_differs_stands_apart_and_folded():
    b = session(**{"user.id": "u9", "createTime": 1562849000, "user.state": 1})
    root = build_compared_root(tree_of(session(), b, is_same_user=False), RowFilter.CHANGED)
    *groups, last = root.list_children()
    assert [str(one.label) for one in groups] == ["User"]
    assert str(last.label) == "Always different (2)"
    assert last.is_folded
    assert {str(one.label) for one in last.list_children()} == {"id", "createTime"}
    heads = [
        (one.difference, str(one.caption), one.icon, one.is_group, one.is_folded)
        for one in (*groups, last)
    ]
    user, always = heads
    assert user == (Difference.CHANGED, "1 of 24 fields changed", "user", True, False)
    words = "ids, names, times of creation and refresh"
    assert always == (Difference.ALWAYS, words, "circle-minus", True, True)
    whole = build_compared_root(tree_of(session(), session()), RowFilter.ALL)
    assert (whole.difference, whole.is_group) == (Difference.SAME, True)
    assert {(one.difference, one.is_folded) for one in whole.list_children()} == {
        (Difference.SAME, True)
    }
    assert build_compared_root(tree_of(session(), session()), RowFilter.CHANGED).child_count == 0


def test_many_organizations_come_in_ranges():
    rows = [{"id": f"o{one}", "name": f"Plant {one}"} for one in range(2500)]
    others = [{**one, "name": "Renamed"} for one in rows]
    root = build_compared_root(
        tree_of(with_organizations(*rows), with_organizations(*others)), RowFilter.CHANGED
    )
    (group,) = root.list_children()
    content = group.get_child(0)
    (listed,) = content.list_children()
    ranges = [str(one.label) for one in listed.list_children()]
    assert {(one.difference, one.child_count) for one in listed.list_children()} == {
        (Difference.SAME, 250)
    }
    assert listed.difference is Difference.CHANGED
    for outside in (-1, 10):
        with pytest.raises(IndexError):
            listed.get_child(outside)
    assert (ranges[0], ranges[-1], len(ranges)) == ("0 … 249", "2250 … 2499", 10)
    last = listed.get_child(9).get_child(249).get_child(0)
    assert last.a is not None
    assert last.b is not None
    assert (last.a.value, last.b.value) == ("Plant 2499", "Renamed")


@pytest.mark.parametrize(("count", "labels"), [(250, None), (251, ["0 … 249", "250 … 250"])])
def test_so_many_rows_stand_side_by_side_and_no_more(count, labels):
    rows = [{"id": f"o{one}", "name": "a"} for one in range(count)]
    others = [{**one, "name": "b"} for one in rows]
    root = build_compared_root(
        tree_of(with_organizations(*rows), with_organizations(*others)), RowFilter.CHANGED
    )
    (listed,) = root.get_child(0).get_child(0).list_children()
    found = listed.list_children()
    if labels is None:
        assert len(found) == count
        assert all(one.difference is Difference.CHANGED for one in found)
    else:
        assert [str(one.label) for one in found] == labels


def test_no_row_shows_a_credential():
    """A1."""
    a = session(**{"token": {"inner": "nobody-would-know-this-1"}, "user.extra": CREDENTIAL})
    b = session(**{"token": {"inner": "nobody-would-know-this-2"}, "user.extra": "other"})
    for rows in RowFilter:
        shown = repr(
            [
                (row.label, row.a and (row.a.value, row.a.raw), row.b and (row.b.value, row.b.raw))
                for row in rows_below(build_compared_root(tree_of(a, b), rows))
            ]
        )
        assert CREDENTIAL not in shown
        assert "nobody-would-know" not in shown


@pytest.mark.parametrize("is_in_b", [False, True])
def test_no_name_of_a_field_shows_a_credential_or_hides_anything(is_in_b):
    """A1: in an answer that was sent with it, or names it anywhere."""
    full = session(**{"user.extra": CREDENTIAL, f"user.of {CREDENTIAL}": 1, "user.a\u202eb": 2})
    pair = (session(), full) if is_in_b else (full, session())
    for rows in RowFilter:
        found = rows_below(build_compared_root(tree_of(*pair), rows))
        labels = [str(row.label) for row in found]
        assert not any(CREDENTIAL in one for one in labels)
        assert any(one.startswith("of ") for one in labels)
        assert "a\\u202eb" in labels


def test_it_can_be_cancelled_and_tells_how_far_it_is():
    rows = [{"id": f"o{one}", "name": f"Plant {one}"} for one in range(3000)]
    one = with_organizations(*rows)
    told: list[int] = []
    pair_answers(one.analyzed, one.analyzed, is_same_user=True, report_progress=told.append)
    assert told == sorted(told)
    assert len(told) >= 5

    with interruptible(lambda: len(told) > 7), pytest.raises(WorkInterruptedError):
        pair_answers(one.analyzed, one.analyzed, is_same_user=True, report_progress=told.append)


def test_names_that_are_repeated_very_often_take_no_square():
    body = b"{" + b",".join([b'"a":1'] * 20_000) + b"}"
    one = analyze_document(exchange(body), strict_json.parse_document(body))
    assert pair_answers(one, one, None).counts == (20_000, 0, 0)
