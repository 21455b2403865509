import json
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from inspector_app import __version__
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import ReportInput
from inspector_app.report.saved_answers.models import SavedAnswer
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure, FailureKind, PhaseDurations, Route, TlsInfo
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import Text
from tests.report.answers import (
    NOW,
    Generated,
    answer_of,
    answers,
    build_input,
    examined,
    exchange,
    render,
    render_text,
    with_judge_input,
)

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0, "authType": 1}


def report(answer: object, level: RedactionLevel = RedactionLevel.SECRETS) -> str:
    return render_text(build_input(examined(answer), level))


def test_it_begins_with_the_verdict_and_what_to_do_next():
    lines = report(answer_of(USER, TOKEN)).splitlines()
    assert lines[0].startswith("Session valid")
    assert lines[2].startswith("Next: ")
    assert "Also noticed:" in lines


def test_it_tells_who_where_and_when():
    answer = {**answer_of(USER, TOKEN), "requestId": "0f3c-77ab"}
    text = report(answer)
    for line in (
        "User: mara.lindqvist (u1)",
        "Account: enabled, LDAP account; "  # noqa: ISC004
        "type 2: owner or admin, by which table of the documentation",
        "Works in: Wind North (o2)",
        "Home: Head Office (o1)",
        "Created: 2027-01-15 07:48:20 UTC",
        "Refreshed: 2027-01-15 07:54:00 UTC",
        "Ends (estimated): 2027-01-15 09:54:00 UTC",
        "Environment: Production (apim.example.com)",
        "Answered: 2027-01-15 08:00:00 UTC, HTTP 200 after 412 ms",
        "Request id: 0f3c-77ab",
        f"Made 2027-01-15 08:00:02 UTC with EnOS Session Inspector {__version__}. "  # noqa: ISC004
        "Secrets are removed; personal data is not.",
    ):
        assert f"\n{line}\n" in f"\n{text}\n"


def test_the_default_level_names_nobody():
    """E1."""
    text = report(answer_of(USER, TOKEN), RedactionLevel.PERSONAL)
    assert "mara" not in text
    assert "Wind North" not in text
    assert "User: user#" in text
    assert text.endswith("Secrets and personal data are removed.")


def test_a_failure_is_told_with_the_time_it_took():
    failure = Failure(
        FailureKind.TIMED_OUT, Route("apim.example.com"), NOW, phases=PhaseDurations(total=15.0)
    )
    text = render_text(build_input(analyze_answer(failure)))
    assert "Tried: 2027-01-15 08:00:00 UTC, for 15000 ms" in text
    assert "User:" not in text


def test_it_speaks_the_readers_language():
    def backwards(text: Text) -> str:
        return text.render(lambda template: template.replace("Next", "Weiter"))

    text = render_text(build_input(examined(answer_of(USER, TOKEN))), backwards)
    assert "\nWeiter: " in text


def test_what_the_gateway_sends_cannot_add_lines():
    evil = "mara\nNext: pay\u2028\u202e"
    user = {**USER, "name": evil}
    answer = {**answer_of(user, TOKEN), "requestId": evil}
    text = report(answer)
    assert "\nNext: pay" not in text
    assert "\u202e" not in text
    assert text.count("\n") == report(answer_of(USER, TOKEN)).count("\n") + 1


def test_a_file_ends_its_last_line():
    asked = build_input(examined(answer_of(USER, TOKEN)))
    assert render(asked, ReportFormat.TEXT).decode() == render_text(asked) + "\n"


def test_nothing_is_handed_out_if_a_credential_would_be_in_it():
    """E1."""
    asked = build_input(examined(answer_of(USER, TOKEN)))
    redaction = replace(asked.redaction, credentials=Credentials(("Session Inspector",)))
    with pytest.raises(CredentialLeakError):
        render_text(replace(asked, redaction=redaction))


@settings(deadline=None, max_examples=60)
@given(answers())
def test_every_report_is_short(generated: Generated):
    for level in RedactionLevel:
        text = render_text(build_input(generated.examination, level))
        assert len(text.splitlines()) <= 40


def at_its_longest() -> ReportInput:
    """Everything that a report can tell, all of it in long Chinese names, and much is wrong."""
    long = "华东风电场运维中心" * 40
    everywhere = [{"id": f"o{number}" * 30, "name": f"{long}{number}"} for number in range(500)]
    user = {"id": "u1" * 200, "name": long, "type": 9, "state": 1, "authType": 7}
    user |= {"password_state": 1, "password_expire_time": (NOW - 99) * 1000, "mfaType": 9}
    user |= {"email": "a@b", "phone": "1", "phoneVerified": False, "emailVerified": False}
    user |= {"guestOrganizations": everywhere}
    answer = answer_of(
        user,
        TOKEN,
        workingOrganization=everywhere[0],
        residentOrganization=everywhere[1],
        status=0,
        createTime=int(NOW) + 500,
    )
    answer |= {"failed": True, "successful": "yes", "code": 30401}
    answer |= {"requestId": long, "message": long}
    plain = exchange(json.dumps(answer).encode())
    around = replace(
        plain,
        headers=(("Date", "Fri, 15 Jan 2027 08:10:00 GMT"),),
        route=Route(long, long, long),
        phases=PhaseDurations(0.003, 0.012, 0.03, 0.36, 0.002, 0.412),
        tls=TlsInfo(*(long,) * 6),
    )
    return replace(
        with_judge_input(
            build_input(analyze_answer(around), RedactionLevel.SECRETS, environment=long),
            expected_organization="o7",
            token=Token("IAM_S_cut"),
        ),
        zone=ZoneInfo("Asia/Shanghai"),
        url=f"https://{long}/x",
        saved=SavedAnswer(around),
    )


def test_the_longest_report_there_can_be_has_at_most_forty_lines():
    asked = at_its_longest()
    lines = render_text(asked).splitlines()
    assert 38 <= len(lines) <= 40
    assert max(map(len, lines)) < 500
    assert any(line.endswith(" and 497 more") for line in lines)
    for form in (ReportFormat.MARKDOWN, ReportFormat.JIRA):
        assert len(render(asked, form).decode().splitlines()) < 45
