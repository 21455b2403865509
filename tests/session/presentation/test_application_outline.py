"""The page of the applications: what each row says, masked, in bounded time and size."""

import json
import time
from dataclasses import replace
from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.portal_applications import iter_entry_names
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.presentation.application_outline import (
    ApplicationNode,
    build_application_outline,
    find_asked_row,
)
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW, exchange
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

SESSION = {"userId": "u1", "userName": "ann", "currentOrgId": "o1", "currentOrgName": "Head Office"}
TOKEN = "APP_PORTAL_S_" + "z5Hp" * 8
VIEW = TimeContext(NOW, UTC)


def analyzed_with(apps, access=None, subject=""):
    answers = {CompanionKind.APPLICATION_LIST: {"apps": apps}}
    if access is not None:
        answers[CompanionKind.APPLICATION_ACCESS] = access
    companions = tuple(
        replace(analyze_companion(kind, exchange({"code": 0, "data": data})), subject=subject)
        for kind, data in answers.items()
    )
    session = analyze_answer(exchange({"code": 0, "message": "OK", "data": SESSION}))
    return add_companions(session, companions)


def words_of(node):
    return str(node.format_meaning(VIEW))


def iter_all(node):
    for child in node.list_children():
        yield child
        yield from iter_all(child)


def test_each_application_is_a_row_with_what_is_known_of_it():
    rows = build_application_outline(analyzed_of(SCENARIOS["portal-app-no-access"])).list_children()

    assert [(one.label, one.value) for one in rows] == [
        ("Fleet Overview", "fleet-overview"),
        ("Asset Monitor", "asset-monitor"),
    ]
    fleet, asset = rows
    assert isinstance(asset, ApplicationNode)
    assert (words_of(fleet), words_of(asset)) == ("not asked", "none: 31403")
    assert (str(asset.type_label), str(asset.switch_label)) == ("web", "yes")
    assert (fleet.severity, asset.severity) == (Severity.PLAIN, Severity.BAD)
    assert asset.path == ("companions", "application_list", "data", "apps", 1)


def test_the_access_unfolds_to_menus_and_permissions():
    (asset,) = build_application_outline(
        analyzed_of(SCENARIOS["portal-app-access"])
    ).list_children()
    menus, permissions = asset.list_children()
    (alarms,) = menus.list_children()

    assert (str(menus.label), words_of(menus)) == ("Menus (2)", "Alarms")
    assert (alarms.label, alarms.value, words_of(alarms)) == (
        *("Alarms", "alarms"),
        "/alarms, 1 below it",
    )
    assert [one.label for one in alarms.list_children()] == ["Open"]
    assert [one.label for one in permissions.list_children()] == ["Read alarms"]
    for part, name in ((menus, "menus"), (permissions, "permissions")):
        assert part.path is not None
        assert (*part.path[:2], part.path[-1]) == ("companions", "application_access", name)


def test_an_entry_without_a_name_is_called_by_its_identifier():
    entries = [{"identifier": "alarms", "id": "7"}, {"name": "Sites", "id": "8"}, {"id": "9"}]
    access = {"menus": entries, "permissions": []}
    root = build_application_outline(analyzed_with([], access, "asset"))
    found = [(str(one.label), one.value) for one in iter_all(root)]
    assert {("alarms", "alarms"), ("Sites", "8"), ("9", "9")} <= set(found)
    menus = next(one for one in iter_all(root) if str(one.label) == "Menus (3)")
    assert words_of(menus) == "alarms, Sites, 9"


def test_one_that_is_in_no_list_has_a_row_of_its_own():
    analyzed = analyzed_of(SCENARIOS["portal-app-no-access-unlisted"])
    first, *others = build_application_outline(analyzed).list_children()

    assert (first.label, words_of(first)) == ("3f1c-key9", "none: 31403")
    assert [one.label for one in others] == ["Fleet Overview"]
    assert find_asked_row(analyzed) == (0,)


@pytest.mark.parametrize("name", [one for one in SCENARIOS if one.startswith("portal-")])
def test_every_answer_has_such_an_outline(name):
    analyzed = analyzed_of(SCENARIOS[name])
    nodes = list(iter_all(build_application_outline(analyzed)))
    assert all(get_at(analyzed, one.path) for one in nodes if one.path)


def get_at(analyzed, path):
    """What stands at a path of the answers beside the session's."""
    if path == ("companions",):
        return True
    (companion,) = (one for one in analyzed.companions if one.path == path[:2])
    found = json.loads(companion.call_result.body)
    for step in path[2:]:
        found = found[step]
    return found


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_credential_in_any_of_it_is_masked_and_nothing_hides(is_listed):
    """A1, J2."""
    said = f"x {TOKEN} \u202ey"
    entry = {"id": said, "name": said, "identifier": said, "url": said}
    access = {"menus": [{**entry, "children": [entry]}], "permissions": [entry]}
    listed = {**entry, "displayName": said} if is_listed else {"name": "another"}
    nodes = [*iter_all(build_application_outline(analyzed_with([listed], access, said)))]

    assert any("\\u202ey" in str(node.label) for node in nodes)
    for node in nodes:
        shown = f"{node.label} {node.value} {words_of(node)}"
        assert TOKEN[13:] not in f"{shown} {node.raw}"
        assert "\u202e" not in shown


def test_very_many_stand_in_ranges_and_the_asked_one_is_found_at_once():
    apps = [{"identifier": f"app-{number}"} for number in range(2500)]
    analyzed = analyzed_with(apps, subject="app-2100")
    root = build_application_outline(analyzed)

    assert root.child_count == 3
    assert find_asked_row(analyzed) == (2, 100)
    assert root.get_child(2).get_child(100).label == "app-2100"


def test_a_long_name_above_many_is_not_repeated_whole():
    """R3: memory and time, which a name times its children would take without limit."""
    menu = {"name": "n" * 1_000_000, "children": [{"name": "c"} for _ in range(20_000)]}
    root = parse_document(json.dumps({"data": {"menus": [menu]}}).encode()).root
    assert isinstance(root, JsonObject)

    begun = time.process_time()
    lengths = [len(one) for one in iter_entry_names(root, "menus")]
    assert time.process_time() - begun < 1.0
    assert len(lengths) == 20_001
    assert max(lengths) < 250
