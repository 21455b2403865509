from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from inspector_app.report.formats.report_content import ReportContent, build_report_content
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.analyzed_answer import AnalyzedAnswer, analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.exchange import (
    ApiCall,
    Exchange,
    Failure,
    FailureKind,
    Phase,
    PhaseDurations,
    Route,
    TimeSource,
    TlsInfo,
)
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import as_literal
from tests.report.answers import NOW, answer_of, build_input, examined

TOKEN = "IAM_S_" + "q7" * 64
ORGANIZATION = {"id": "o1", "name": "Head Office"}
USER = {"id": "u1", "name": "mara", "type": 1, "state": 7, "authType": 0}


def made(analyzed: AnalyzedAnswer, **changes) -> ReportContent:
    asked = replace(build_input(analyzed, RedactionLevel.SECRETS), **changes)
    return build_report_content(redact_report(asked))


def told(found: ReportContent) -> dict[str, str]:
    return {
        str(line.label): str(line.value) for group in found.compact_sections for line in group.lines
    }


def exchanged(**changes) -> AnalyzedAnswer:
    analyzed = examined(answer_of(USER, TOKEN))
    assert isinstance(analyzed.call_result, Exchange)
    return replace(analyzed, call_result=replace(analyzed.call_result, **changes))


def test_the_state_is_told_in_a_word():
    enabled = answer_of({**USER, "state": 0}, TOKEN)
    assert str(made(examined(enabled)).severity_label) == "OK"
    assert str(made(examined({"status": 30401, "success": False})).severity_label) == "Problem"


def test_times_stand_in_utc_and_in_the_reporters_zone():
    lines = told(made(examined(answer_of(USER, TOKEN)), zone=ZoneInfo("Asia/Shanghai")))
    assert lines["Created"] == "2027-01-15 07:48:20 UTC (2027-01-15 15:48:20 UTC+8)"
    assert told(made(examined(answer_of(USER, TOKEN))))["Created"] == "2027-01-15 07:48:20 UTC"
    london = told(made(examined(answer_of(USER, TOKEN)), zone=ZoneInfo("Europe/London")))
    assert london["Created"] == "2027-01-15 07:48:20 UTC"


def test_an_account_of_an_unknown_state_says_so():
    lines = told(made(examined(answer_of(USER, TOKEN))))
    assert lines["Account"] == (
        "state unknown (7), EnOS account; "
        "type 1: owner or user, by which table of the documentation"
    )


def test_the_other_end_is_told_only_where_it_differs():
    assert "Ends if the lifetime is fixed" in told(made(examined(answer_of(USER, TOKEN))))
    once = answer_of(USER, TOKEN, refreshTime=int(NOW) - 700)
    assert "Ends if the lifetime is fixed" not in told(made(examined(once)))


def test_many_organizations_are_counted():
    user = {**USER, "guestOrganizations": ["a1", "a2", "a3", "a4", {"name": "a5"}]}
    assert told(made(examined(answer_of(user, TOKEN))))["External user in (inferred)"] == (
        "a1, a2, a3 and 2 more"
    )


def test_the_call_is_told_in_the_order_in_which_it_went():
    analyzed = exchanged(
        route=Route("apim.example.com", "proxy.example.com:3128", "the system"),
        phases=PhaseDurations(0.003, 0.012, 0.03, 0.36, 0.002, 0.412),
        tls=TlsInfo("TLSv1.3", "c", "CN=a", "CN=b", "2026", "2027"),
        authorization=AuthorizationScheme.BARE,
    )
    lines = told(made(analyzed, url="https://apim.example.com/x"))
    assert list(lines)[-9:] == [
        "Environment",
        "Request",
        "Answered",
        "Phases",
        "Connection",
        "Answered by",
        "Certificate",
        "Gateway clock",
        "Authorization",
    ]
    assert lines["Request"] == "POST apim.example.com/x"
    assert lines["Phases"].startswith("DNS 3.0 ms, connect 12.0 ms")
    assert lines["Connection"] == (
        "TLSv1.3, through the proxy proxy.example.com:3128, trusting the system"
    )
    assert lines["Certificate"] == "of CN=a, issued by CN=b, valid until 2027"
    assert "s ahead of this computer’s, give or take" in lines["Gateway clock"]
    assert lines["Authorization"] == "sent as the bare token, without “Bearer”"


def test_the_limits_of_calls_and_who_answered_are_told():
    headers = (("X-RateLimit-Limit-Minute", "60"), ("X-RateLimit-Remaining-Minute", "0"))
    lines = told(made(exchanged(status=429, headers=headers)))
    assert lines["Rate limit"] == "X-RateLimit-Limit-Minute 60, X-RateLimit-Remaining-Minute 0"
    assert lines["Answered by"].startswith("EnOS itself answered")


def test_the_steps_say_who_can_take_them():
    content = build_report_content(
        redact_report(build_input(examined({"status": 30401, "fail": True, "session": None})))
    )
    assert [str(step.label) for step in content.steps] == ["This computer", "This computer", "User"]


def test_a_gateway_that_is_behind_says_so_with_both_times():
    """R7."""
    analyzed = analyze_answer(
        exchanged(headers=(("Date", "Fri, 15 Jan 2027 07:00:00 GMT"),)).call_result
    )
    lines = told(made(analyzed))
    assert lines["Gateway clock"].startswith("2027-01-15 07:00:00 UTC, 3599.")
    assert "behind this computer’s" in lines["Gateway clock"]
    assert lines["Answered"].startswith("2027-01-15 08:00:00 UTC")


def test_a_refused_application_says_that_the_token_was_not_sent():
    lines = told(made(exchanged(call=ApiCall.APPLICATION)))
    assert "the token was not sent" in lines["Authorization"]


def test_a_failure_names_the_phase_in_which_it_happened():
    failure = Failure(
        FailureKind.TIMED_OUT,
        Route("apim.example.com"),
        NOW,
        Phase.CONNECT,
        phases=PhaseDurations(resolve=0.003, connect=15.0, total=15.0),
    )
    lines = told(made(analyze_answer(failure)))
    assert lines["Tried"] == "2027-01-15 08:00:00 UTC, for 15000 ms, failed at: connect"
    assert lines["Connection"] == "without a proxy"
    assert "Authorization" not in lines


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ({}, "without a proxy"),
        (
            {"ignored_proxy_script": "http://wpad.example.com/proxy.pac"},
            "without a proxy, as the system's proxy script is not run",
        ),
        ({"proxy": "proxy.example.com:3128"}, "through the proxy proxy.example.com:3128"),
    ],
)
def test_the_way_to_the_gateway_is_told(way, words):
    lines = told(made(exchanged(route=Route("apim.example.com", **way))))
    assert lines["Connection"] == f"not encrypted, {words}"


def test_a_saved_answer_tells_no_more_than_is_known_of_it():
    for timed, words in (
        (TimeSource.DATE_HEADER, "2027-01-15 08:00:00 UTC, by the gateway’s clock"),
        (TimeSource.FILE_DATE, "2027-01-15 08:00:00 UTC or before, by the date of the file"),
        (TimeSource.RECORDED, "2027-01-15 08:00:00 UTC"),
    ):
        saved = exchanged(status=0, time_source=timed, phases=PhaseDurations(), route=Route(""))
        lines = told(made(saved))
        assert lines["Answered"] == words
        assert lines["Environment"] == "Production"
        assert not {"Connection", "Authorization", "Phases", "Request"} & set(lines)
        known = Route("apim.example.com")  # as an export has it
        lines = told(made(exchanged(status=0, time_source=timed, route=known)))
        assert lines["Environment"] == "Production (apim.example.com)"
        assert "Connection" not in lines, "whether it was encrypted is not known of it"


def test_what_does_not_fit_is_counted():
    asked = build_input(examined(answer_of(USER, TOKEN)), RedactionLevel.SECRETS)
    one = Finding(FindingCode.ROLE_UNSETTLED, Severity.PLAIN, as_literal("x"))
    plain = redact_report(asked)
    found = build_report_content(
        replace(plain, verdict=replace(plain.verdict, findings=(one,) * 12))
    )
    assert [str(line) for line in found.notice_lines] == ["x"] * 9 + ["and 3 more"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            {"status": 0, "organization": {**ORGANIZATION, "state": 1, "approvalState": 0}},
            ["State of the organization: the organization is disabled, not approved"],
        ),
        (
            {"status": 0, "organizations": [ORGANIZATION, ORGANIZATION]},
            ["Organizations of the user: 2"],
        ),
        (
            {
                "code": 0,
                "data": {"apps": [{"identifier": "am", "displayName": "Asset", "type": 0}]},
            },
            ["Asset: am, web"],
        ),
        (
            {"code": 0, "data": {"menus": [{"name": "Home"}], "permissions": [{"name": "read"}]}},
            ["Menus (1): Home", "Permissions (1): read"],
        ),
        ({"status": 0, "organization": {"id": "o1", "members": 3}}, []),
    ],
)
def test_an_answer_of_another_call_is_told_as_far_as_it_goes(answer, expected):
    """Without a session: nothing is said of a user's own organization."""
    content = made(examined(answer))

    lines = [str(line.text) for one in content.session_sections for line in one.lines]
    assert lines == expected
