import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.parsing.parsed_answer import AnswerFormat, AnswerOutcome
from tests.session.answers import SUCCESS, changed, exchange


def read(answer, status=200):
    return analyze_answer(exchange(answer, status)).parsed


@pytest.mark.parametrize(
    ("answer", "shape"),
    [
        (SUCCESS, AnswerFormat.IAM),
        (changed("refusal", {}), AnswerFormat.IAM),
        ({"status": 30404, "message": "x"}, AnswerFormat.IAM),
        ({"code": 30401, "message": "x"}, AnswerFormat.IAM),
        ({"session": {"id": "x"}}, AnswerFormat.IAM),
        (
            {"status": 1002, "msg": "x", "business": "apim-token-service"},
            AnswerFormat.TOKEN_SERVICE,
        ),
        ({"code": 99403, "msg": "x", "requestId": "1", "data": None}, AnswerFormat.GENERAL),
        ({"message": "API rate limit exceeded"}, AnswerFormat.GATEWAY),
        ({"message": "x", "request_id": "1"}, AnswerFormat.GATEWAY),
        ({"apim_status": 4011}, AnswerFormat.APIM),
        ({"status": 404, "error": "Not Found", "message": "", "path": "/"}, AnswerFormat.OTHER),
        ({"success": False, "message": "x"}, AnswerFormat.OTHER),
        ({"message": 5}, AnswerFormat.OTHER),
        *(
            ({}, AnswerFormat.OTHER),
            ([], AnswerFormat.OTHER),
            (5, AnswerFormat.OTHER),
            ("x", AnswerFormat.OTHER),
        ),
    ],
)
def test_the_family_of_an_answer_is_told_by_its_outer_fields(answer, shape):
    assert read(answer).answer_format is shape


@pytest.mark.parametrize(
    ("answer", "status", "result"),
    [
        (SUCCESS, 200, AnswerOutcome.SUCCESS),
        (SUCCESS, 500, AnswerOutcome.CONTRADICTORY),
        (changed("success", {"session": []}), 200, AnswerOutcome.CONTRADICTORY),
        (changed("success", {"fail": "false", "success": "true"}), 200, AnswerOutcome.SUCCESS),
        (changed("success", {"code": 200}), 200, AnswerOutcome.SUCCESS),
        (changed("success", {"code": 30404}), 200, AnswerOutcome.CONTRADICTORY),
        (changed("success", {}, ("session",)), 200, AnswerOutcome.UNKNOWN),
        (changed("refusal", {}), 200, AnswerOutcome.REFUSAL),
        (changed("refusal", {}), 401, AnswerOutcome.REFUSAL),
        (changed("refusal", {"successful": True}), 200, AnswerOutcome.CONTRADICTORY),
        ({"session": {"id": "x"}}, 200, AnswerOutcome.SUCCESS),
        ({"hello": 1}, 200, AnswerOutcome.UNKNOWN),
    ],
)
def test_status_flags_and_content_vote_on_success(answer, status, result):
    assert read(answer, status).outcome is result


@pytest.mark.parametrize("state", [1, 1.0, "1"])
@pytest.mark.parametrize("name", ["password_state", "passwordState"])
def test_both_spellings_and_all_types_are_understood(state, name):
    answer = changed("success", {}, ("session.user.password_state",))
    answer["session"]["user"][name] = state

    user = read(answer).session.user
    assert user.password_state.value == 1
    assert user.password_state.path == ("session", "user", name)


def test_the_session_may_be_a_list_of_one():
    session = read(changed("success", {"session": [SUCCESS["session"]]})).session

    assert session.user.name.value == "portal_test01"
    assert session.user.name.path == ("session", 0, "user", "name")


def test_of_a_repeated_name_the_last_value_counts():
    body = b'{"status": 30401, "fail": true, "failed": true, "status": 30404}'

    assert read(body).code.value == 30404


def test_working_elsewhere_is_told_by_id_and_only_if_both_are_there():
    def elsewhere(changes):
        return read(changed("success", changes)).session.has_switched_organization

    assert elsewhere({}) is False
    assert elsewhere({"session.workingOrganization.id": "o2"}) is True
    assert elsewhere({"session.workingOrganization.id": None}) is None
    assert elsewhere({"session.residentOrganization": None}) is None
    assert elsewhere({"session.workingOrganization": "o2"}) is None


def test_a_missing_user_is_no_user():
    assert read(changed("success", {"session.user": "portal_test01"})).session.user is None


@pytest.mark.parametrize("code", [401, 404])
@pytest.mark.parametrize("missing", ["success", "successful", "fail", "failed"])
def test_a_late_code_is_the_session_services_in_its_whole_envelope_alone(code, missing):
    whole = analyze_answer(exchange(changed("refusal", {"status": code}))).parsed
    cut = analyze_answer(exchange(changed("refusal", {"status": code}, (missing,)))).parsed

    assert whole is not None
    assert cut is not None
    pair = (30000 + code, code)
    assert (whole.has_session_code(pair), whole.has_foreign_code) == (True, False)
    assert (cut.has_session_code(pair), cut.has_foreign_code) == (False, True)


def test_an_early_code_needs_no_envelope():
    early = analyze_answer(exchange({"status": 30401, "success": False})).parsed

    assert early is not None
    assert early.has_session_code((30401, 401))
