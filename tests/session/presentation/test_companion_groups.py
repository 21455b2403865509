"""The groups of what was asked beside session info."""

from __future__ import annotations

import copy
import json
import time
from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW, SUCCESS, exchange
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

VIEW = TimeContext(NOW, UTC)
COMPANIONS = [name for name in SCENARIOS if name.startswith("companion-")]


def groups_of(scenario):
    outline = build_outline(analyzed_of(scenario))
    return {str(node.label): node for node in outline.list_children()}


def iter_paths(node):
    for child in node.list_children():
        if child.path is not None:
            yield child.path
        yield from iter_paths(child)


def iter_json_paths(value, path):
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from iter_json_paths(inner, (*path, step))


@pytest.mark.parametrize("name", COMPANIONS)
def test_every_value_of_every_companion_is_in_the_outline_exactly_once(name):
    scenario = SCENARIOS[name]
    analyzed = analyzed_of(scenario)
    outline = build_outline(analyzed)
    containers = {
        one.kind.value: read.path
        for one in analyzed.companions
        if (read := one.organization or one.organizations) is not None
    }

    shown = sorted(map(str, (path for path in iter_paths(outline) if path[:1] == ("companions",))))
    sent = [
        str(path)
        for kind, one in scenario["companions"].items()
        if "answer" in one
        for path in iter_json_paths(one["answer"], ("companions", kind))
        if path != containers.get(kind)  # which the group itself stands for
    ]
    assert shown == sorted(sent)


@pytest.mark.parametrize(
    "body", [b"\xff", b"gone \xe9t\xe9 <b>", "无".encode("gbk"), b"{\xc3", b"\x80\x00<p>"]
)
@pytest.mark.parametrize("kind", CompanionKind)
def test_an_answer_in_no_known_encoding_is_shown_as_far_as_it_can_be_read(kind, body):
    odd = analyze_companion(kind, exchange(body, 502))
    outline = build_outline(add_companions(analyze_answer(exchange(SUCCESS)), (odd,)))
    (shown,) = (
        str(row.value)
        for group in outline.list_children()
        for row in group.list_children()
        if str(row.label) == "body"
    )
    assert shown == escape_invisible(body.decode(errors="replace"))
    assert "\ufffd" in shown


def test_the_groups_are_named_by_what_they_are_about():
    groups = groups_of(SCENARIOS["companion-home-quit-and-disabled"])

    assert list(groups)[-3:] == [
        "Working organization",
        "Home organization",
        "All organizations (2)",
    ]
    working = groups["Working organization"]
    assert working.value == "Head Office"
    assert str(working.format_meaning(VIEW)) == "the organization is disabled"
    meanings = {str(row.label): str(row.format_meaning(VIEW)) for row in working.list_children()}
    assert meanings["state"] == "the organization is disabled"
    assert meanings["approvalState"] == "approved"
    assert meanings["certificationState"] == "certified"
    assert meanings["type"] == "enterprise"
    assert meanings["ownerId"].startswith("the user who owns the organization")
    assert "read as UTC" in meanings["createTime"]
    assert meanings["createdByUserId"] == "the system, inferred from the 0"


def test_a_refusal_and_a_failure_say_so_in_the_group():
    groups = groups_of(SCENARIOS["companion-missing"])

    said = {label: str(node.format_meaning(VIEW)) for label, node in groups.items()}
    assert said["Working organization"] == "no answer came"
    assert said["All organizations"] == "the answer has no documented form"
    refused = groups_of(SCENARIOS["companion-30404-open"])["Working organization"]
    assert str(refused.format_meaning(VIEW)) == "refused"
    (status,) = [row for row in refused.list_children() if row.label == "status"]
    assert "the message alone tells which" in str(status.format_meaning(VIEW))


ORGANIZATION = {"id": "o1", "name": "Head Office", "state": 1, "approvalState": 1, "ownerId": "u1"}
LISTED = [
    ORGANIZATION,
    {"id": "o2", "name": "Wind Farm", "state": 0},
    {"id": "o3", "name": "Old", "state": 2},
]
APPLICATION = {"id": "a1", "identifier": "asset-monitor", "displayName": "Asset", "status": 0}
MENUS = [{"id": "m1", "name": "Home", "children": [{"id": "m2", "name": "Sites"}]}]
LONE_ANSWERS = {
    "organization": {"status": 0, "organization": ORGANIZATION},
    "organizations": {"status": 0, "message": "", "organizations": LISTED},
    "user": {"code": 0, "data": {"id": "u1", "name": "mara", "nickName": "M", "joinTime": 17e8}},
    "portal organizations": {"code": 0, "data": {"organizations": LISTED[1:2]}},
    "applications": {"code": 0, "message": "OK", "data": {"apps": [APPLICATION]}},
    "access": {"code": 0, "data": {"menus": MENUS, "permissions": [{"id": "p1"}]}},
}


def lone_group_of(answer):
    outline = build_outline(analyzed_of({"answer": answer}))
    (group,) = outline.list_children()
    return group


@pytest.mark.parametrize(
    ("name", "label", "value", "meaning"),
    [
        ("organization", "Organization", "Head Office", "the organization is disabled"),
        ("organizations", "All organizations (3)", "", ""),
        ("user", "User in the portal", "mara", ""),
        ("portal organizations", "All organizations (1)", "", ""),
        ("applications", "Applications (1)", "", ""),
        ("access", "Access to an application", "", "menus: 2, permissions: 1"),
    ],
)
def test_an_answer_that_was_opened_alone_is_named_by_what_it_is_about(name, label, value, meaning):
    """It may be about any organization or application, so none is called the working one."""
    group = lone_group_of(LONE_ANSWERS[name])

    said = (str(group.label), group.value, str(group.format_meaning(VIEW)))
    assert said == (label, value, meaning)


MANY = LISTED[1:2] * 1_001
LONG_LISTS = [
    ({"status": 0, "organizations": MANY}, "organizations"),
    ({"code": 0, "data": {"organizations": MANY}}, "organizations"),
    ({"code": 0, "data": {"apps": [APPLICATION] * 1_001}}, "apps"),
]


@pytest.mark.parametrize(("answer", "name"), LONG_LISTS)
def test_a_long_list_is_one_row_that_can_be_searched(answer, name):
    """R3: the rows of a group are made one by one where somebody searches."""
    shorter = copy.deepcopy(answer)
    del shorter.get("data", shorter)[name][0]
    shown = {
        path[path.index(name) :] for path in iter_paths(lone_group_of(shorter)) if name in path
    }
    assert (name,) not in shown
    assert {(name, number) for number in range(1_000)} <= shown
    group = lone_group_of(answer)
    listed = group.get_child(0)

    assert (listed.label, listed.child_count) == (name, 2)
    assert listed.records is not None
    assert len(listed.records.items) == 1_001
    labels = [row.label for row in group.list_children()]
    assert labels.count(name) == 1


@pytest.mark.parametrize("name", LONE_ANSWERS)
def test_every_value_of_a_lone_answer_is_in_its_group_exactly_once(name):
    """By the paths of the answer itself, to which evidence and the JSON page lead."""
    answer = LONE_ANSWERS[name]
    group = lone_group_of(answer)

    sent = dict.fromkeys(iter_json_paths(answer, ()))
    shown = [*iter_paths(group)]
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(sent)
    missing = set(sent) - set(shown)  # what the group itself stands for
    assert all(any(path[: len(one)] == one for path in shown) for one in missing)


def test_the_organizations_of_a_list_say_which_of_them_nobody_can_work_in():
    rows = lone_group_of(LONE_ANSWERS["organizations"]).list_children()[:3]

    said = [(row.value, str(row.format_meaning(VIEW)), row.severity) for row in rows]
    assert said == [
        ("Head Office", "the organization is disabled", Severity.BAD),
        ("Wind Farm", "fields: 3", Severity.PLAIN),
        ("Old", "the organization has quit", Severity.BAD),
    ]


@pytest.mark.parametrize(
    ("status", "meaning", "provenance"),
    [
        (0, "perhaps switched off in the organization", Provenance.INFERRED),
        (0.0, "perhaps switched off in the organization", Provenance.INFERRED),
        (False, "perhaps switched off in the organization", Provenance.INFERRED),
        ("0", "perhaps switched off in the organization", Provenance.INFERRED),
        (1, "fields: 4", Provenance.DOCUMENTED),
        (True, "fields: 4", Provenance.DOCUMENTED),
        (None, "fields: 4", Provenance.DOCUMENTED),
        ([0], "fields: 4", Provenance.DOCUMENTED),
    ],
)
def test_the_applications_of_a_list_are_called_as_they_are_shown(status, meaning, provenance):
    application = {**APPLICATION, "status": status}
    answer = {"code": 0, "message": "OK", "data": {"apps": [application]}}
    row = lone_group_of(answer).get_child(0)

    said = (row.value, str(row.format_meaning(VIEW)), row.provenance)
    assert said == ("Asset", meaning, provenance)


@pytest.mark.parametrize(
    "near",
    [
        {"status": 0, "organization": {"id": "o1", "members": 3}},
        {"status": 30404, "success": False, "organization": ORGANIZATION},
        {"code": 31403, "data": {"apps": [APPLICATION]}},
    ],
)
def test_what_is_no_such_answer_is_shown_as_it_was_sent(near):
    assert str(lone_group_of(near).label) == "Answer"


@pytest.mark.timing
def test_100000_organizations_are_grouped_at_once():
    """R3: the window asks for the rows that it shows."""
    organizations = [{"id": f"o{10**12 + row}", "name": f"Office {row}"} for row in range(100_000)]
    body = json.dumps({"organizations": organizations, "status": 0})
    analyzed = analyzed_of({"like": "success", "companions": {"organization_list": {"text": body}}})
    begun = time.process_time()
    outline = build_outline(analyzed)
    spent = time.process_time() - begun
    group = outline.get_child(outline.child_count - 1)

    assert str(group.label) == "All organizations (100000)"
    listed = group.get_child(0)
    assert (listed.label, listed.child_count) == ("organizations", 100)
    assert listed.records is not None
    assert len(listed.records.items) == 100_000
    assert listed.get_child(99).get_child(999).value == "Office 99999"
    assert spent < 1.0


def test_the_name_beside_a_group_hides_nothing():
    """J2."""
    name = "North\u202ehtroN"
    body = {"organization": {"id": "o1", "name": name, "state": 0}, "status": 0}
    companion = analyze_companion(CompanionKind.WORKING_ORGANIZATION, exchange(body))
    outline = build_outline(add_companions(analyze_answer(exchange(SUCCESS)), (companion,)))
    values = [one.value for one in outline.list_children()]
    assert name not in values
    assert "North\\u202ehtroN" in values


@pytest.mark.parametrize(
    ("user", "shown"),
    [({"id": "u1", "name": "Mara"}, "Mara"), ({"id": "u1", "type": 0}, "u1"), ({"name": 17}, "17")],
)
def test_a_portal_user_is_called_by_name_or_else_by_id(user, shown):
    answer = exchange({"code": 0, "message": "OK", "data": user})
    beside = analyze_companion(CompanionKind.PORTAL_USER, answer)
    analyzed = add_companions(analyze_answer(exchange(SUCCESS)), (beside,))
    group = build_outline(analyzed).list_children()[-1]
    assert group.value == shown
