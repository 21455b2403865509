"""All that is said of the differences between labelled answers.

After a change of words or rows, ``python -m tests.session.comparison.test_pinned_comparisons``
writes ``comparisons.json`` anew; what then differs is what the change has done.
"""

from __future__ import annotations

import itertools
import zlib
from datetime import UTC
from pathlib import Path
from typing import Any

from inspector_app.session.comparison.compare import compare_sides, swap_sides
from inspector_app.session.comparison.compared_search import search_compared
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.comparison.comparison_model import ComparedSide
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    build_short_form,
    format_value,
)
from inspector_app.session.time_format import TimeContext
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import NOW
from tests.session.comparison.compared import session
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, judge_labelled

FILE = Path(__file__).parent / "comparisons.json"
BASES = ("companion-disabled-and-left", "valid-guests")
OTHERS = ("valid-documented", "companion-owner", "disabled-limited-and-change", "portal-valid")
VIEW = TimeContext(NOW + 9, UTC)


GUESTS: list[Any] = [
    *({"id": "o1", "name": "A"}, {"name": " b "}, "o3", 7, {}, [], {"id": "o1"}, {"name": ""}),
]
VARIED: dict[str, dict[str, Any]] = {
    "as documented": {},
    "other state": {"user.state": 5, "user.mfaType": 1, "user.type": None},
    "disabled": {"user.state": 1, "user.emailVerified": False, "user.phoneVerified": "true"},
    "unknown access": {"status": 3},
    "limited": {"status": 0},
    "by SSO": {"ssoLogin": True},
    "of SSO": {"user.authType": 2, "user.password_state": 1},
    "of LDAP": {"user.authType": 1},
    "password over": {"user.password_expire_time": 1562000000000},
    "password to be changed": {"user.password_state": 1},
    "guests": {"user.guestOrganizations": GUESTS},
    "other guests": {"user.guestOrganizations": [*GUESTS[3:], {"id": "o9", "name": "Z"}]},
    "one guest": {"user.guestOrganizations": [{"id": "o1", "name": "A"}]},
    "guest without a name": {"user.guestOrganizations": [{"id": "o1"}]},
    "many guests": {"user.guestOrganizations": [{"id": f"o{n}", "name": "G"} for n in range(30)]},
    "renamed": {"workingOrganization.name": "Main Office"},
    "without id": {"workingOrganization.id": None, "workingOrganization.name": " HEAD Office "},
    "elsewhere": {"workingOrganization": {"id": "o8", "name": "North"}},
    "no organization": {"workingOrganization": None},
    "other user": {"user.id": "u9", "user.name": "ann", "createTime": 1562849000},
    "no user": {"user": None},
    "longer": {"expires": 9000, "refreshTime": 1562850100},
    "list": {"x": [1, {"id": "a"}, {"id": "b", "n": [1, 2]}], "user.roles": ["a", "b"]},
    "other list": {"x": [{"id": "b", "n": [2]}, 1, {"id": "c"}], "user.roles": ["b"]},
}


def build_varied(name):
    return session(**VARIED[name])


def build_side(name):
    return ComparedSide(analyzed_of(SCENARIOS[name]), judge_labelled(SCENARIOS[name]))


def list_lines(first, second, filters=(RowFilter.CHANGED,)):
    comparison = compare_sides(first, second)
    yield f"{comparison.is_comparable} {comparison.is_same_user} {build_headline(comparison)}"
    yield f"swapped: {build_headline(swap_sides(comparison))}"
    for row in (*comparison.rows, *swap_sides(comparison).rows):
        values = (
            f"{one.text}; {format_value(one, VIEW)} {one.path} "
            f"{one.severity.value} {one.provenance.value}"
            for one in (row.a, row.b)
        )
        yield f"{row.aspect.value} {row.is_different} {row.severity.value}: {' | '.join(values)}"
        if row.is_different:
            yield f"{build_short_form(row)}: {build_sentence(row, VIEW)}"
            yield f"{row.only_a} {row.only_b}"
    yield f"{[row.aspect.value for row in comparison.differences]}"
    yield f"{[row.aspect.value for row in comparison.same_rows]}"
    tree = pair_answers(first.analyzed, second.analyzed, comparison.is_same_user)
    yield f"{tree.counts}"
    for rows in filters:
        root = build_compared_root(tree, rows)
        yield from list_rows(root)
        for word in ("o155", "disabled", "head"):
            yield f"{word}: {list(search_compared(root, word, VIEW))}"


def list_rows(node, depth=0):
    for row in node.list_children():
        sides = (
            one and f"{one.render_value(str)} ({one.format_meaning(VIEW)}) {one.path}"
            for one in (row.a, row.b)
        )
        marks = f"{row.difference.value} {row.icon} {row.is_group} {row.is_folded} {row.counts}"
        yield f"{'. ' * depth}{row.label} {row.caption} {' | '.join(map(str, sides))} {marks}"
        yield from list_rows(row, depth + 1)


def pin_all():
    names = list(VARIED)
    pairs = [("as documented", name) for name in names] + list(itertools.pairwise(names))
    varied = [
        (f"{first}, {second}", list_lines(build_varied(first), build_varied(second)))
        for first, second in pairs
    ]
    return pin_lines(varied) | pin_lines(
        (
            f"{BASES[chance % 2]} {name}",
            list_lines(build_side(BASES[chance % 2]), build_side(name), RowFilter),
        )
        for name in SCENARIOS
        if (chance := zlib.crc32(name.encode()) % 40) == 0 or name in OTHERS
    )


def test_every_difference_is_told_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
