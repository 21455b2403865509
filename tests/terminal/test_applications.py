"""``--applications`` and ``--application``: the demo's portal, asked as a person would."""

import json

import pytest

from tests.terminal.console import enos


def ask(gateway, given, *more):
    return enos("inspect", "--gateway", gateway.origin, "--token-stdin", *more, given=given)


@pytest.mark.parametrize(
    ("scenario", "code", "words"),
    [
        ("portal_valid", 0, "Portal token valid"),
        ("portal_older", 0, "Portal token valid"),
        ("portal_not_signed_in", 1, "The portal does not take this token"),
        ("portal_signed_in_elsewhere", 1, "Perhaps the account was signed in elsewhere"),
        ("portal_expired", 1, "Perhaps the portal token has expired"),
        ("portal_no_organization", 1, "The user has not chosen an organization yet"),
        ("portal_over", 1, "The portal token is over"),
        ("portal_denied", 3, "The Application Portal denied the call"),
    ],
)
def test_a_portal_token_is_inspected(gateway, token, scenario, code, words):
    ended = ask(gateway, token(scenario))

    assert ended.out.decode().startswith(words)
    assert ended.code == code
    assert "GET http://127.0.0.1" in ended.out.decode()


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("Asset Monitor", 1, "The user has no access to “Asset Monitor”"),
        ("asset-monitor", 1, "The user has no access to “Asset Monitor”"),
        ("Fleet Overview", 0, "The user has access to “Fleet Overview” (menus: 5, permissions: 8)"),
        ("Energy Reports", 1, "“Energy Reports” is switched off in the organization"),
        ("Parts Catalogue", 1, "The organization has not purchased “Parts Catalogue”"),
        ("Night Shift", 1, "The user has neither a menu nor a permission in “Night Shift”"),
        ("Grid Trader", 1, "Perhaps “Grid Trader” is switched off in the organization"),
        ("Nothing Known", 1, "“Nothing Known” is not among the applications"),
    ],
)
def test_an_application_gets_one_sentence_and_its_exit_code(gateway, token, name, code, words):
    ended = ask(gateway, token("portal_valid"), "--application", name, "--level", "secrets")

    assert ended.out.decode().startswith(words)
    assert ended.code == code


def test_the_conditions_and_the_tree_of_the_access_are_printed(gateway, token):
    out = ask(
        gateway, token("portal_valid"), "--application", "Fleet Overview", "--level", "secrets"
    ).out.decode()

    assert "An organization is chosen: yes (Head Office)\n" in out
    assert "Menus (5): Overview, Alarms, Alarms > Open, Alarms > Closed, Reports\n" in out
    assert "Permissions (8): alarm read, " in out


def test_the_list_is_printed_alone(gateway, token):
    out = ask(gateway, token("portal_valid"), "--applications", "--level", "secrets").out.decode()

    assert out.startswith("Portal token valid")
    assert "Field Service: field-service, mobile, switched on\n" in out
    assert "Grid Trader: grid-trader, web, perhaps switched off\n" in out


def test_without_the_option_no_application_is_asked_about(gateway, token):
    """The near miss."""
    ended = ask(gateway, token("portal_valid"), "--format", "json")
    assert json.loads(ended.out)["companions"] is None


def test_more_about_a_portals_user_asks_the_portal(gateway, token):
    ended = ask(gateway, token("portal_valid"), "--more", "--format", "json")
    found = json.loads(ended.out)["companions"]

    assert set(found) == {"portal_user", "portal_organization_list"}
    assert {one["outcome"] for one in found.values()} == {"answered"}


def test_an_export_opens_again_with_the_question_in_it(gateway, token, tmp_path):
    file = tmp_path / "answer.json"
    given = ("--application", "Asset Monitor", "--format", "json", "--output", str(file))
    asked = ask(gateway, token("portal_valid"), *given)
    read = enos("read", str(file))

    assert asked.code == read.code == 1
    assert "The user has no access to “app#" in read.out.decode()
    assert "Access of this user: no (none: 31403)" in read.out.decode()


def test_a_session_of_another_kind_has_no_applications(gateway, token):
    ended = ask(gateway, token("valid"), "--applications")

    assert ended.code == 0
    assert "only with a portal token" in ended.err


def test_one_that_the_portal_refused_has_none_either(gateway, token):
    ended = ask(gateway, token("portal_expired"), "--application", "Asset Monitor")

    assert ended.code == 1
    assert "only with a portal token" in ended.err
