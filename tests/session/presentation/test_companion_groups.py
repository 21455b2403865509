"""The groups of what was asked beside session info."""

from __future__ import annotations

import json
import time
from datetime import UTC

import pytest

from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW
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
    assert group.child_count == 101
    assert group.get_child(99).get_child(999).value == "Office 99999"
    assert spent < 1.0
