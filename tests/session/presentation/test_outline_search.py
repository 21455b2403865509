from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation import outline_builder
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_search import OutlineSearch
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import tr
from tests.session.answers import CREDENTIAL, NOW, changed, exchange

VIEW = TimeContext(NOW, UTC)


def found(root, sought):
    return [way for way in OutlineSearch(root).iter_matches(sought, VIEW) if way is not None]


def at(root, way):
    for row in way:
        root = root.get_child(row)
    return root


def answer(**changes):
    return outline_builder.build_outline(analyze_answer(exchange(changed("success", changes))))


@pytest.mark.parametrize(
    ("sought", "label"),
    [
        ("AUTHTYPE", "authType"),
        ("portal.test01@", "email"),
        ("LDAP account", "authType"),
        ("2019-07-11 12:55:46", "createTime"),
    ],
)
def test_fields_values_meanings_and_dates_are_found_in_any_case(sought, label):
    root = answer(**{"session.user.authType": 1})
    ways = found(root, sought)
    assert label in [at(root, way).label for way in ways]


def test_ways_come_from_top_to_bottom():
    ways = found(answer(), "o15578227985571")
    assert len(ways) > 2
    assert ways == sorted(ways)


def test_every_row_is_told_of_so_that_one_may_stop():
    leaf = Node("a", "b")
    root = Node("", child_count=3, get_child=lambda row: leaf)
    rows = OutlineSearch(root).iter_matches("nothing", VIEW)
    assert list(rows) == [None, None, None]


def test_a_credential_is_not_found_by_any_part_of_it():
    copies = {"message": f"as {CREDENTIAL}", f"session.{CREDENTIAL}": 1, "session.copy": CREDENTIAL}
    root = answer(**copies)
    assert found(root, "message")
    for start in range(6, len(CREDENTIAL) - 8):
        assert found(root, CREDENTIAL[start : start + 8]) == []


def test_the_last_of_many_thousands_is_found_inside_of_its_range():
    many = [{"id": f"o{number}", "name": f"Site {number:05}"} for number in range(5_000)]
    root = answer(**{"session.user.guestOrganizations": many})
    object_way, name_way = found(root, "site 04999")
    assert at(root, name_way).value == "Site 04999"
    assert name_way[:-1] == object_way
    assert object_way[-2:] == (4, 999)


def test_the_numbers_of_a_range_are_not_looked_through():
    inner = Node("3", "x")
    part = Node("0 … 999", kind=NodeKind.RANGE, child_count=1, get_child=lambda row: inner)
    assert found(Node("", child_count=1, get_child=lambda row: part), "999") == []


def test_labels_of_ours_are_sought_as_they_are_shown():
    group = Node(tr("Organizations"), kind=NodeKind.GROUP)
    root = Node("", child_count=1, get_child=lambda row: group)
    spoken = list(
        OutlineSearch(root, lambda text: "Organisationen").iter_matches("organisationen", VIEW)
    )
    assert spoken == [(0,)]
