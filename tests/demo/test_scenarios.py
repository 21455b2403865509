import json
import re
from itertools import groupby
from typing import Any

import pytest

from inspector_app.demo.scenario import Scenario, ScenarioGroup
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.system import resources

NOW = 1_800_000_000.25
HOUR, DAY = 3600, 86_400


def scenario(name: str) -> Scenario:
    return next(one for one in list_scenarios() if one.id == name)


def body(name: str) -> Any:
    return json.loads(scenario(name).build_response(NOW).body)


def test_they_are_offered_in_the_order_of_the_lesson():
    assert [one.id for one in list_scenarios()] == [
        "valid",
        "newer_valid",
        "about_to_expire",
        "other_organization",
        "sign_in_half_done",
        "account_disabled",
        "password_change_required",
        "password_expired",
        "organization_disabled",
        "organization_quit",
        "not_a_member",
        "organization_not_approved",
        "organization_disapproved",
        "organization_gone",
        "companions_refused",
        "clocks_disagree",
        "contradictory",
        "unproven",
        "token_not_valid",
        "session_not_found",
        "newer_token_not_valid",
        "unauthenticated",
        "newer_session_not_found",
        "organization_not_found",
        "no_permission",
        "unknown_refusal",
        "portal_valid",
        "portal_older",
        "portal_not_signed_in",
        "portal_signed_in_elsewhere",
        "portal_expired",
        "portal_no_organization",
        "portal_over",
        "portal_denied",
        "gateway_refuses",
        "gateway_refuses_application",
        "signature_refused",
        "api_not_allowed",
        "rate_limited",
        "gateway_error",
        "slow",
        "silent",
        "proxy_page",
        "proxy_login",
        "other_call",
        "wrong_path",
        "redirected",
        "cut_short",
        "too_large",
        "long_names",
        "chinese_names",
        "many_organizations",
    ]


def test_those_of_one_part_stand_together():
    parts = [part for part, _ in groupby(list_scenarios(), lambda one: one.group)]
    assert parts == list(ScenarioGroup)


def test_every_file_belongs_to_a_scenario():
    assert {f"{one.id}.json" for one in list_scenarios()} == set(
        resources.list_names("scenarios")
    ), "inspector_app/demo/scenarios.py lists each file of resources/scenarios"


def test_titles_and_descriptions_are_one_line_each():
    for one in list_scenarios():
        assert 0 < len(str(one.title)) < 40
        assert 0 < len(str(one.description)) < 90
        assert "\n" not in str(one.description)


def test_tokens_have_the_documented_form_and_never_change():
    tokens = [one.token for one in list_scenarios()]
    form = r"IAM_S_[A-Za-z0-9]{128}|APP_PORTAL_S_[A-Za-z0-9]{32}"
    assert all(re.fullmatch(form, token) for token in tokens)
    assert len(set(tokens)) == len(tokens)
    assert tokens == [one.token for one in list_scenarios()]


@pytest.mark.parametrize("one", list_scenarios(), ids=lambda one: one.id)
def test_an_answer_is_complete_and_depends_on_the_moment_alone(one):
    answer = one.build_response(NOW)
    assert answer == one.build_response(NOW)
    assert b'"$' not in answer.body
    assert (len(answer.body) < 8 * 1024 * 1024) == (one.id != "too_large")
    if answer.content_type.startswith("application/json") and one.id != "cut_short":
        session = json.loads(answer.body).get("session")
        assert session is None or session["id"] == one.token


@pytest.mark.parametrize("one", list_scenarios(), ids=lambda one: one.id)
def test_everyone_in_it_is_invented(one):
    text = one.build_response(NOW).body.decode()
    assert all(host.endswith("example.com") for host in re.findall(r"(?:@|//)([\w.-]+)", text))


def test_a_valid_session_has_time_left():
    session = body("valid")["session"]
    assert session["refreshTime"] + session["expires"] - NOW > HOUR
    assert isinstance(session["createTime"], int)
    assert session["residentOrganization"]["id"] == session["workingOrganization"]["id"]
    assert session["user"]["password_expire_time"] > NOW * 1000
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.0", session["user"]["createTime"])


def test_about_to_expire_leaves_three_minutes():
    session = body("about_to_expire")["session"]
    assert session["refreshTime"] + session["expires"] - int(NOW) == 180


def test_another_organization_is_another_id():
    session = body("other_organization")["session"]
    assert session["residentOrganization"]["id"] != session["workingOrganization"]["id"]


def test_accounts_and_passwords_are_as_titled():
    assert body("account_disabled")["session"]["user"]["state"] == 1
    assert body("password_expired")["session"]["user"]["password_expire_time"] < NOW * 1000


@pytest.mark.parametrize(
    ("name", "http_status", "status"),
    [
        ("token_not_valid", 200, 30401),
        ("session_not_found", 200, 30404),
        ("newer_token_not_valid", 401, 401),
        ("newer_session_not_found", 404, 404),
    ],
)
def test_refusals_carry_their_code(name, http_status, status):
    assert scenario(name).build_response(NOW).status == http_status
    assert body(name)["status"] == status
    assert body(name)["session"] is None


def test_the_newer_form_has_the_newer_fields():
    session = body("newer_valid")["session"]
    assert (session["status"], session["ssoLogin"]) == (1, True)
    assert session["user"]["passwordState"] == 0
    assert body("sign_in_half_done")["session"]["status"] == 0


def test_only_two_make_one_wait_and_one_of_them_too_long():
    assert {
        one.id: one.build_response(NOW).delay_seconds
        for one in list_scenarios()
        if one.build_response(NOW).delay_seconds
    } == {
        "slow": 6.0,
        "silent": 60.0,
    }


def test_a_gateways_clock_is_right_but_for_one():
    wrong = {one.id: one.build_response(NOW).clock_offset for one in list_scenarios()}
    assert {name: ahead for name, ahead in wrong.items() if ahead} == {"clocks_disagree": 10_800}


def test_what_is_not_from_enos_is_not():
    page = scenario("proxy_page").build_response(NOW)
    assert (page.status, page.content_type) == (200, "text/html; charset=utf-8")
    assert page.body.startswith(b"<!DOCTYPE html>")
    assert scenario("gateway_refuses").build_response(NOW).status == 403
    assert list(body("gateway_refuses")) == ["message"]


def test_names_are_long_and_chinese():
    assert len(body("long_names")["session"]["user"]["description"]) > 1000
    assert body("chinese_names")["session"]["user"]["name"] == "王小明"


def test_a_hundred_thousand_organizations_are_all_different():
    organizations = body("many_organizations")["session"]["user"]["guestOrganizations"]
    assert len({one["id"] for one in organizations}) == 100_000
    assert len({one["name"] for one in organizations}) == 100_000
