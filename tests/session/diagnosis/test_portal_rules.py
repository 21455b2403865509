"""What is said of a portal token that the portal refused, by the token's own look."""

from dataclasses import replace

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.step_tables import PORTAL_STEPS
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode, SuggestedAction, VerdictCode
from inspector_app.session.exchange import ApiCall
from inspector_app.session.token import Token
from tests.session.answers import NOW, changed, exchange


def judged(code, token, call=ApiCall.PORTAL_SESSION):
    answer = replace(exchange({"code": code, "message": "please log in first"}), call=call)
    return judge(JudgeInput(analyze_answer(answer), NOW, token=Token(token)))


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ("d" * 32, FindingCode.TOKEN_LOOKS_COMPLETE),
        ("d" * 31, FindingCode.TOKEN_LOOKS_CUT),
        ("d" * 33, FindingCode.TOKEN_LOOKS_CUT),
        ("d" * 31 + "-", FindingCode.TOKEN_LOOKS_CUT),
    ],
)
def test_a_refused_portal_token_is_looked_at(rest, code):
    found = {one.code for one in judged(31401, "APP_PORTAL_S_" + rest).findings}

    assert code in found
    assert FindingCode.TOKEN_OF_OTHER_KIND not in found


@pytest.mark.parametrize(("length", "words"), [(31, "is missing"), (33, "was copied along")])
def test_a_portal_token_of_another_length_is_cut_or_has_something_behind_it(length, words):
    found = {one.code: one for one in judged(31401, "APP_PORTAL_S_" + "d" * length).findings}
    assert words in str(found[FindingCode.TOKEN_LOOKS_CUT].sentence)


def test_a_portal_token_at_the_session_service_is_of_another_kind():
    found = judged(31401, "APP_PORTAL_S_" + "d" * 32, ApiCall.SESSION)
    assert FindingCode.TOKEN_OF_OTHER_KIND in {one.code for one in found.findings}


@pytest.mark.parametrize("code", [31410, 88201])
def test_a_portal_token_that_has_ended_leads_to_the_portals_records(code):
    found = judged(code, "APP_PORTAL_S_" + "d" * 32)

    assert found.code is VerdictCode.SESSION_NOT_FOUND
    own = PORTAL_STEPS[VerdictCode.SESSION_NOT_FOUND]
    assert found.steps[: len(own)] == own
    assert not any("IAM" in str(step.text) for step in found.steps)


@pytest.mark.parametrize("data", [None, [], {}, "", {"userId": "u1"}])
@pytest.mark.parametrize("code", [0, 200])
def test_a_success_without_user_and_organization_proves_nothing(data, code):
    body = {"code": code, "message": "OK", "data": data}
    answer = replace(exchange(body), call=ApiCall.PORTAL_SESSION)
    found = judge(JudgeInput(analyze_answer(answer), NOW))

    assert found.code is VerdictCode.UNPROVEN
    assert found.evidence == (("code",),)
    assert found.action is SuggestedAction.TRY_AGAIN


def test_such_an_answer_of_another_call_is_none_of_the_portals():
    """The near miss: many services say so."""
    found = judge(JudgeInput(analyze_answer(exchange({"code": 0, "message": "", "data": {}})), NOW))
    assert found.code is VerdictCode.NOT_ENOS


@pytest.mark.parametrize("status", [200, 204, 400, 401, 500, 503])
@pytest.mark.parametrize("code", [0, 200, 31401, 88299, 500])
def test_only_a_success_by_its_code_and_its_status_is_called_one(code, status):
    """The app never claims more than the answer says."""
    body = {"code": code, "message": "OK", "data": {}}
    answer = replace(exchange(body, status), call=ApiCall.PORTAL_SESSION)
    found = judge(JudgeInput(analyze_answer(answer), NOW))
    is_success = code in {0, 200} and status < 300
    assert (found.code is VerdictCode.UNPROVEN) is is_success


@pytest.mark.parametrize("organization", [None, "", " ", "o1"])
@pytest.mark.parametrize("is_of_portal", [True, False])
def test_only_a_portal_is_asked_whether_an_organization_was_chosen(organization, is_of_portal):
    """The near miss: a session of another kind may have none."""
    if is_of_portal:
        data = {"userId": "u1", "userName": "mara", "currentOrgId": organization}
        data["currentOrgName"] = organization
        body = {"code": 0, "message": "OK", "data": data}
        answer = replace(exchange(body), call=ApiCall.PORTAL_SESSION)
    else:
        working = {"id": organization, "name": organization}
        answer = exchange(changed("success", {"session.workingOrganization": working}))
    found = judge(JudgeInput(analyze_answer(answer), NOW))
    codes = {found.code.value, *(one.code.value for one in found.findings)}
    is_chosen = bool((organization or "").strip())
    assert ("organization_not_chosen" in codes) is (is_of_portal and not is_chosen)
