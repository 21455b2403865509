"""What the app makes of each invented session, asked for over a real socket."""

import time

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.gateway import address, client, portal_client
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import ConnectionOptions
from inspector_app.inspection import connection_secrets
from inspector_app.inspection.application_inspection import inspect_applications
from inspector_app.inspection.companion_inspection import inspect_companions
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    run_inspection,
)
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, Environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault

CODES = {
    "valid": VerdictCode.VALID,
    "newer_valid": VerdictCode.VALID,
    "about_to_expire": VerdictCode.VALID,
    "other_organization": VerdictCode.VALID,
    "sign_in_half_done": VerdictCode.VALID_LIMITED,
    "account_disabled": VerdictCode.ACCOUNT_DISABLED,
    "password_change_required": VerdictCode.PASSWORD_CHANGE_REQUIRED,
    "password_expired": VerdictCode.PASSWORD_EXPIRED,
    "organization_disabled": VerdictCode.VALID,
    "organization_quit": VerdictCode.VALID,
    "not_a_member": VerdictCode.VALID,
    "organization_not_approved": VerdictCode.VALID,
    "organization_disapproved": VerdictCode.VALID,
    "organization_gone": VerdictCode.VALID,
    "companions_refused": VerdictCode.VALID,
    "clocks_disagree": VerdictCode.CLOCKS_DISAGREE,
    "contradictory": VerdictCode.CONTRADICTORY,
    "unproven": VerdictCode.UNPROVEN,
    "token_not_valid": VerdictCode.TOKEN_NOT_VALID,
    "session_not_found": VerdictCode.SESSION_NOT_FOUND,
    "newer_token_not_valid": VerdictCode.TOKEN_NOT_VALID,
    "unauthenticated": VerdictCode.TOKEN_NOT_VALID,
    "newer_session_not_found": VerdictCode.SESSION_NOT_FOUND,
    "organization_not_found": VerdictCode.ORGANIZATION_NOT_FOUND,
    "no_permission": VerdictCode.NO_PERMISSION,
    "unknown_refusal": VerdictCode.UNKNOWN_REFUSAL,
    "portal_valid": VerdictCode.VALID,
    "portal_older": VerdictCode.VALID,
    "portal_not_signed_in": VerdictCode.TOKEN_NOT_VALID,
    "portal_signed_in_elsewhere": VerdictCode.SIGNED_IN_ELSEWHERE,
    "portal_expired": VerdictCode.SESSION_NOT_FOUND,
    "portal_no_organization": VerdictCode.ORGANIZATION_NOT_CHOSEN,
    "portal_over": VerdictCode.SESSION_NOT_FOUND,
    "portal_denied": VerdictCode.NO_PERMISSION,
    "gateway_refuses": VerdictCode.GATEWAY_REFUSED_ADDRESS,
    "gateway_refuses_application": VerdictCode.GATEWAY_REFUSED_APPLICATION,
    "signature_refused": VerdictCode.GATEWAY_REFUSED_APPLICATION,
    "api_not_allowed": VerdictCode.GATEWAY_REFUSED_APPLICATION,
    "rate_limited": VerdictCode.RATE_LIMITED,
    "gateway_error": VerdictCode.GATEWAY_ERROR,
    "silent": VerdictCode.TIMED_OUT,
    "other_call": VerdictCode.OTHER_CALL,
    "proxy_page": VerdictCode.NOT_ENOS,
    "proxy_login": VerdictCode.UNREACHABLE,
    "wrong_path": VerdictCode.WRONG_PATH,
    "redirected": VerdictCode.REDIRECTED,
    "cut_short": VerdictCode.UNREADABLE,
    "too_large": VerdictCode.TOO_LARGE,
    "long_names": VerdictCode.VALID,
    "chinese_names": VerdictCode.VALID,
    "many_organizations": VerdictCode.VALID,
}
CODES_OF_MORE = {
    "valid": VerdictCode.VALID,
    "other_organization": VerdictCode.VALID,
    "account_disabled": VerdictCode.ACCOUNT_DISABLED,
    "organization_disabled": VerdictCode.ORGANIZATION_DISABLED,
    "organization_quit": VerdictCode.ORGANIZATION_DISABLED,
    "organization_disapproved": VerdictCode.ORGANIZATION_NOT_APPROVED,
    "organization_gone": VerdictCode.VALID,
    "not_a_member": VerdictCode.NOT_A_MEMBER,
    "organization_not_approved": VerdictCode.ORGANIZATION_NOT_APPROVED,
    "companions_refused": VerdictCode.VALID,
    "many_organizations": VerdictCode.VALID,
}
"""Once the calls about its organizations were made too."""

OUTCOMES_OF_MORE = {
    "companions_refused": {"refused"},
    "organization_gone": {"refused", "answered"},
}
FINDINGS_OF_MORE = {
    "organization_gone": {FindingCode.ORGANIZATION_NOT_FOUND, FindingCode.COMPANION_REFUSED},
    "companions_refused": {FindingCode.COMPANION_REFUSED},
}
CODES_OF_APPLICATIONS = {
    "Asset Monitor": VerdictCode.NO_ACCESS_TO_APPLICATION,
    "Fleet Overview": VerdictCode.VALID,
    "Field Service": VerdictCode.VALID,
    "Energy Reports": VerdictCode.APPLICATION_SWITCHED_OFF,
    "Forecast Studio": VerdictCode.VALID,
    "Parts Catalogue": VerdictCode.APPLICATION_NOT_PURCHASED,
    "Site Planner": VerdictCode.APPLICATION_NOT_PURCHASED,
    "Night Shift": VerdictCode.NO_ACCESS_TO_APPLICATION,
    "Grid Trader": VerdictCode.APPLICATION_SWITCHED_OFF,
    "No Such Application": VerdictCode.APPLICATION_NOT_LISTED,
    "5f1c09aa-key": VerdictCode.APPLICATION_NOT_PURCHASED,
}
"""Of the applications of the portal's valid session, each by a name that is asked about."""

SECRET_KEY = Token("demo-secret-" + "d4" * 10)
OUT_OF_REACH = {VerdictCode.TLS_REFUSED, VerdictCode.CANCELLED}
"""What no gateway on loopback can bring about: it has no TLS, and a person cancels."""


@pytest.fixture
def gateway():
    with DemoGateway() as started:
        yield started


def verdict(gateway, scenario):
    token = Token(scenario.token)
    connection = ConnectionOptions(deadline=0.5 if scenario.id == "silent" else 15.0)
    fetch = (
        portal_client.fetch_portal_session if scenario.is_of_portal else client.fetch_session_info
    )
    answer = fetch(address.parse_address(gateway.origin), token, connection=connection)
    return judge(JudgeInput(analyze_answer(answer, token), time.time(), token=token))


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda one: one.id)
def test_each_scenario_gives_its_code(gateway, scenario):
    if scenario.id in CODES:
        assert verdict(gateway, scenario).code is CODES[scenario.id]
    else:
        assert scenario.id == "slow"  # the valid session, six seconds later


def test_every_code_that_a_gateway_can_bring_about_is_offered():
    offered = {*CODES.values(), *CODES_OF_MORE.values(), *CODES_OF_APPLICATIONS.values()}
    assert offered == set(VerdictCode) - OUT_OF_REACH, (
        "add a session to inspector_app/demo/scenarios.py and resources/scenarios, and here"
    )


@pytest.mark.parametrize("name", CODES_OF_MORE)
def test_asking_for_more_gives_its_code(gateway, name):
    token = next(one.token for one in list_scenarios() if one.id == name)
    request = InspectionRequest(Environment("e1", "Demo", gateway.origin), token)
    arguments = (pytest.fail, AccessTokenCache(), Cancellation())
    result = run_inspection(request, *arguments)
    assert isinstance(result, InspectionResult)
    result = [*inspect_companions(result, *arguments, deadline=15.0)][-1]
    assert isinstance(result, InspectionResult)

    assert result.judge(time.time()).code is CODES_OF_MORE[name]
    outcomes = {one.outcome.value for one in result.analyzed.companions}
    assert outcomes == OUTCOMES_OF_MORE.get(name, {"answered"})
    assert {one.code for one in result.judge(time.time()).findings} >= FINDINGS_OF_MORE.get(
        name, set()
    )


@pytest.mark.parametrize("question", CODES_OF_APPLICATIONS)
@pytest.mark.parametrize("name", ["portal_valid", "portal_older"])
@pytest.mark.parametrize("access_key", ["", "demo-key"])
def test_asking_about_an_application_gives_its_code(gateway, name, question, access_key):
    """Signed and unsigned, of both releases."""
    scenario = next(one for one in list_scenarios() if one.id == name)
    settings = ConnectionSettings(access_key=access_key)
    environment = Environment("e1", "Demo", gateway.origin, connection=settings)
    vault = Vault(MemoryOnly(tr("No keyring.")))
    connection_secrets.store(vault, environment, ConnectionSecrets(secret_key=SECRET_KEY))
    arguments = (lambda: vault, AccessTokenCache(), Cancellation())
    result = run_inspection(InspectionRequest(environment, scenario.token), *arguments)
    assert isinstance(result, InspectionResult)
    result = [*inspect_applications(result, question, *arguments, deadline=15.0)][-1]
    assert isinstance(result, InspectionResult)

    assert result.judge(time.time()).code is CODES_OF_APPLICATIONS[question]


def test_a_wrong_clock_is_told(gateway):
    scenario = next(one for one in list_scenarios() if one.id == "clocks_disagree")
    codes = {finding.code for finding in verdict(gateway, scenario).findings}
    assert FindingCode.GATEWAY_CLOCK_DIFFERS in codes
