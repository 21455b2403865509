"""Rows of odd values, in ranges, searched and looked up; and labels placed side by side.

After a change that was meant, ``python -m tests.session.presentation.test_pinned_odd_rows`` writes
``odd_rows.json`` anew.
"""

from __future__ import annotations

from datetime import UTC
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.presentation.label_layout import LabelRequest, place_labels
from inspector_app.session.presentation.outline_builder import build_outline, build_report_outline
from inspector_app.session.presentation.outline_lookup import list_candidate_rows
from inspector_app.session.presentation.outline_rows import MAX_ROWS, split_into_ranges
from inspector_app.session.presentation.outline_search import OutlineSearch
from inspector_app.session.presentation.unset_fields import is_missed, name_first
from inspector_app.session.time_format import TimeContext
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import CREDENTIAL, NOW, changed, exchange

FILE = Path(__file__).parent / "odd_rows.json"
VIEW = TimeContext(NOW + 9, UTC)
ROW = {"id": "o15578227985571", "name": "North", "state": 1}
MANY = [{"id": f"o155782279855{n:04}", "name": f"Site {n}"} for n in range(MAX_ROWS + 2)]
CHANGES: dict[str, Any] = {
    "named": {"session.user.guestOrganizations": [ROW, {**ROW, "name": 5}, {"name": ""}, "o1", 7]},
    "nested": {"session.x": {"a": [1, [2, {"b": None}], True], "seenAt": "2019-07-11 12:55:46"}},
    "secret": {
        "session.token": {"a": "abcdefgh", "b": [None, "", True, 7]},
        "session.note": f"with {CREDENTIAL} in it",
        f"session.{CREDENTIAL}": {"x": {CREDENTIAL: 1}},
        "session.apiKey": 12345678,
    },
    "unset": dict.fromkeys(("message", "session.user.email", "session.user.phone", "session.y")),
    "empty": {"session.user": {}, "session.workingOrganization": {}, "session.z": [[], {}, ""]},
    "strange": {
        "session.user.description": "\u202edetrevni",
        "session.a\u200bb": "w" * 10_001,
        "session.user.email": "a@example.com",
        "session.user.emailVerified": True,
        "session.user.phone": "1",
        "session.user.mfaType": 9,
    },
    "single sign-on": {
        "session.user.authType": 2,
        "session.user.password_expire_time": 0,
        "session.user.password_state": 1,
        "session.user.createdByUserId": "0",
        "session.user.emailVerifiedAt": "1970-01-01 08:00:00",
        "session.user.phoneVerifiedAt": 0,
    },
    "later": {"session.refreshTime": NOW + 60, "session.createTime": NOW - 10},
    "over": {"session.expires": 60, "session.user.password_expire_time": 1562000000000},
    "created alone": {"session.refreshTime": None},
    "no span": {"session.expires": -5},
    "other than IAM": {"code": 30404, "apim_status": 4011},
}
COMPANIONS = {
    CompanionKind.WORKING_ORGANIZATION: {"organization": {**ROW, "approvalState": 9}, "status": 0},
    CompanionKind.ORGANIZATION_LIST: {"organizations": [ROW, {**ROW, "state": 2}, {"state": "0"}]},
    CompanionKind.APPLICATION_LIST: {
        "code": 0,
        "data": {"apps": [{"name": "a", "status": s} for s in (False, 0, 0.0, 1, True, "x", None)]},
    },
}
MIDDLES = ((0, 0, 0), (10, 50, 90), (50, 50, 140), (300, -20, 130), (20, 60, 100, 140))
WORDS = ("o155", "north", "removed", "•", "created", "fields", "entries", "\\u202e", "not set", "7")


def describe(node):
    said = (str(node.label), node.render_value(str)[:90], str(node.format_meaning(VIEW)))
    marks = (node.kind.value, node.severity.value, node.provenance.value, node.icon, node.is_folded)
    raw = f"{node.raw[:60]} {len(node.raw)} {node.is_secret} {node.records is not None} {node.path}"
    return f"{' | '.join(said)} {marks} {raw} {node.source}"


def list_rows(node, depth=0):
    for row in node.list_children():
        yield f"{depth} {describe(row)}"
        yield from list_rows(row, depth + 1)


def list_answer(analyzed):
    root = build_outline(analyzed)
    yield from list_rows(root)
    yield from (str(one.label) for one in build_report_outline(analyzed).list_children())
    searching = OutlineSearch(root)
    for word in WORDS:
        found = [way for way in searching.iter_matches(word, VIEW) if way is not None]
        yield f"{word}: {found}"


def list_long_list():
    root = build_outline(
        analyze_answer(exchange(changed("success", {"session.user.guestOrganizations": MANY})))
    )
    searching = OutlineSearch(root)
    for word in ("site 999", "site 1000", "o1557822798551001", "… 1001"):
        yield f"{word}: {[way for way in searching.iter_matches(word, VIEW) if way is not None]}"
    every = (one for group in root.list_children() for one in group.list_children())
    guests = next(one for one in every if str(one.label).startswith("guestOrganizations"))
    for part in guests.list_children():
        yield f"{part.label} {part.child_count} {describe(part.get_child(0))}"
        for number in (-1, 0, 999, 1000, 1001, 1002):
            path = ("session", "user", "guestOrganizations", number)
            yield f"{number}: {list_candidate_rows(part, path)}"


def list_layouts():
    for width, gap, above in product((100.0, 260.0), (0.0, 6.0), (False, True)):
        for middles in MIDDLES:
            labels = [LabelRequest(float(one), 40.0, above) for one in middles]
            yield f"{width} {gap} {middles} {place_labels(labels, width, gap)}"
        labels = [LabelRequest(50.0, 300.0, above), LabelRequest(50.0, 30.0, not above)]
        yield f"{place_labels(labels, width, gap)}"


def list_unset():
    for count in (0, 1, 3, 4):
        yield f"{name_first(['a', 'b', 'c'][:count], count)} {name_first(['a'], count)}"
    for name, value in product(("email", "mfaType", "id", "x"), (None, "")):
        yield f"{name} {value} {is_missed(ObjectType.USER, name, value)}"


def pin_all():
    parts: list[tuple[str, Any]] = [
        (name, list_answer(analyze_answer(exchange(changed("success", changes)))))
        for name, changes in CHANGES.items()
    ]
    of_session = analyze_answer(exchange(changed("success", {})))
    beside = tuple(analyze_companion(kind, exchange(one)) for kind, one in COMPANIONS.items())
    parts.append(("companions", list_answer(add_companions(of_session, beside))))
    for status, answer in ((200, [1, {"a": 2}]), (404, {"message": "x", "y": None}), (200, "text")):
        parts.append((f"{status} {answer}", list_answer(analyze_answer(exchange(answer, status)))))
    parts += [("ranges", list_long_list()), ("layouts", list_layouts()), ("unset", list_unset())]
    return pin_lines(parts)


def test_each_odd_value_is_shown_as_it_was():
    assert_pinned(pin_all(), FILE)


@pytest.mark.parametrize("count", [0, 1, MAX_ROWS - 1, MAX_ROWS, MAX_ROWS + 1, 2 * MAX_ROWS])
def test_children_are_in_ranges_only_where_they_are_many(count):
    def build(row):
        raise AssertionError(row)

    ranges, child = split_into_ranges(count, build)
    if count <= MAX_ROWS:
        assert (ranges, child) == (count, build)
        return
    assert ranges == (2 if count <= 2 * MAX_ROWS else 3)
    for outside in (-1, ranges):
        with pytest.raises(IndexError):
            child(outside)
    last = child(ranges - 1)
    assert last.child_count == count - (ranges - 1) * MAX_ROWS
    for outside in (-1, last.child_count):
        with pytest.raises(IndexError):
            last.get_child(outside)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
