"""Every verdict and every finding that hinders says what to do, and what to tell the user."""

import re

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.next_steps import MAX_STEPS
from inspector_app.session.diagnosis.reply_tables import FINDING_REPLIES, VERDICT_REPLIES
from inspector_app.session.diagnosis.step_model import ACTOR_LABELS, Actor, ReplyLanguage
from inspector_app.session.diagnosis.step_tables import (
    FAILURE_STEPS,
    FINDING_STEPS,
    VERDICT_STEPS,
)
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.severity import Severity
from tests.session.answers import NOW, SUCCESS, changed, exchange
from tests.session.test_labelled_answers import SCENARIOS, judge_labelled

UNKNOWN_WORDS = re.compile(
    r"token|session|gateway|\bapi\b|http|tls|ssl|certificate|proxy|json|\biam\b|\bmfa\b|\bsso\b|"
    r"ldap|endpoint|server|timestamp|bearer|credential|header|status|\bcode\b|environment|enos|"
    r"\bid\b|url|cookie|request id|audit|\blog\b|database|backend|null|timeout|parse|"
    r"inspect|verdict|\bip\b|vpn|\bdns\b|host\b|client|payload|authenticat|authoriz|"
    r"会话|令牌|网关|接口|证书|代理|凭据|请求头|响应|审计|日志|状态码|代码|环境|服务器|客户端|"
    r"时间戳|签名|密钥|参数|域名|地址栏|鉴权|认证|授权|端口|超时|解析|校验",
    re.IGNORECASE,
)
"""Words that a user of a web site does not know, or does not know in this sense."""

REPLIES = {**{one.value: reply for one, reply in VERDICT_REPLIES.items()}} | {
    f"finding {one.value}": reply for one, reply in FINDING_REPLIES.items()
}
HINDERING = {Severity.BAD, Severity.WARNING}


def judge_scenario(name):
    return judge_labelled(SCENARIOS[name])


def test_every_verdict_has_steps_and_a_reply():
    assert set(VERDICT_STEPS) == set(VerdictCode) == set(VERDICT_REPLIES)
    assert all(VERDICT_STEPS.values())


def test_whatever_hinders_in_an_answer_has_steps():
    for name in SCENARIOS:
        verdict = judge_scenario(name)

        assert verdict.reply is not None, name
        assert 1 <= len(verdict.steps) <= MAX_STEPS, name
        assert len(set(verdict.steps)) == len(verdict.steps), name
        hindering = [one for one in verdict.findings if one.severity in HINDERING]
        assert [one.code.value for one in hindering if not one.steps] == [], name


@pytest.mark.parametrize("kind", FailureKind)
def test_every_failure_has_steps(kind):
    verdict = judge(JudgeInput(analyze_answer(Failure(kind, Route("apim.example.com"), NOW)), NOW))

    assert verdict.steps
    assert verdict.reply is not None


def test_a_step_is_short_and_names_who_can_take_it():
    tables = (VERDICT_STEPS, FAILURE_STEPS, FINDING_STEPS)
    steps = {step for table in tables for listed in table.values() for step in listed}

    assert {step.actor for step in steps} == set(Actor) == set(ACTOR_LABELS)
    for step in steps:
        assert len(str(step.text)) <= 80, step
        assert not str(step.text).endswith("."), step


@pytest.mark.parametrize("name", REPLIES)
@pytest.mark.parametrize("language", ReplyLanguage)
def test_a_reply_is_two_or_three_plain_sentences(name, language):
    reply = REPLIES[name].get_text(language)
    ends = re.findall(r"[.!?](?:\s|$)|[。？]", reply)

    assert len(ends) in {2, 3}, reply
    assert UNKNOWN_WORDS.findall(reply) == [], reply
    assert re.search(r"[0-9{}<>_@#/\\]", reply) is None, reply
    assert len(reply) <= 320
    has_chinese = re.search(r"[\u4e00-\u9fff]", reply) is not None
    assert has_chinese is (language is ReplyLanguage.CHINESE)


@pytest.mark.parametrize(
    "words",
    ["Send a new token.", "HTTP 401", "The API refused it.", "请发送新令牌。", "会话已结束"],
)
def test_the_list_of_words_finds_jargon_in_both_languages(words):
    assert UNKNOWN_WORDS.search(words)


def test_of_a_valid_session_what_hinders_comes_first():
    elsewhere = changed("success", {"session.workingOrganization.id": "o2"})
    verdict = judge(JudgeInput(analyze_answer(exchange(elsewhere)), NOW))

    assert verdict.code is VerdictCode.VALID
    assert verdict.steps[0] == FINDING_STEPS[FindingCode.WORKS_ELSEWHERE][0]
    assert verdict.steps[-1] == VERDICT_STEPS[VerdictCode.VALID][0]
    assert verdict.reply == FINDING_REPLIES[FindingCode.WORKS_ELSEWHERE]


def test_of_any_other_verdict_its_own_steps_come_first():
    both = changed("success", {"session.user.state": 1, "session.workingOrganization.id": "o2"})
    verdict = judge(JudgeInput(analyze_answer(exchange(both)), NOW))

    own = VERDICT_STEPS[VerdictCode.ACCOUNT_DISABLED]
    assert verdict.steps[: len(own)] == own
    assert verdict.reply == VERDICT_REPLIES[VerdictCode.ACCOUNT_DISABLED]


def test_a_session_that_is_gone_early_leads_to_the_audit_log():
    verdict = judge(
        JudgeInput(
            analyze_answer(exchange(changed("refusal", {}))),
            NOW,
            earlier=analyze_answer(exchange(SUCCESS)),
        )
    )

    assert any("audit log" in str(step.text) for step in verdict.steps)


def test_a_proxy_that_wants_a_login_is_the_same_by_status_and_by_failure():
    by_status = judge(JudgeInput(analyze_answer(exchange(b"", 407)), NOW))
    kind = FailureKind.PROXY_AUTHENTICATION_REQUIRED

    assert by_status.steps == FAILURE_STEPS[kind]


def test_nothing_is_asked_about_an_intention_that_is_known():
    """Where an organization is expected, nobody is told to switch back if it is not intended."""
    away = {"session.workingOrganization.id": "o2", "session.workingOrganization.name": "Field Lab"}
    answer = analyze_answer(exchange(changed("success", away)))
    steps = [
        [str(one.text) for one in judge(JudgeInput(answer, NOW, expected)).steps]
        for expected in ("", "Head Office")
    ]
    is_asked = [[one for one in texts if "not intended" in one] for texts in steps]
    assert [len(one) for one in is_asked] == [1, 0]
    assert any("expected organization" in one for one in steps[1])


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("Head Office", "Works in “Field Lab”, not in “Head Office” as expected"),
        ("o15578227985571", "Works in “o2”, not in “o15578227985571” as expected"),
    ],
)
def test_an_organization_is_named_as_the_expected_one_is(expected, said):
    away = {"session.workingOrganization.id": "o2", "session.workingOrganization.name": "Field Lab"}
    answer = analyze_answer(exchange(changed("success", away)))
    findings = judge(JudgeInput(answer, NOW, expected)).findings
    assert said == str(findings[0].sentence), "what the headline speaks of comes first"
