"""Answers that put people and credentials where codes are documented leave neither in a report."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.report.credential_scan import has_credential
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from tests.report.answers import Generated, answers, build_input, examined, exchange, render

FORMS = (ReportFormat.TEXT, ReportFormat.JSON)
CODED = ("type", "state", "authType", "password_strength", "mfaType", "emailVerified", "createTime")


def make_nasty(generated, chance):
    """The answer with names inside of names, and both where a code, a time or a flag should be."""
    answer = generated.answer
    session = answer["session"]
    inner = session[0] if isinstance(session, list) else session
    name, credential = generated.personal[1], generated.credential
    longer = f"{name} {generated.personal[0]}"
    user = inner["user"][0] if isinstance(inner["user"], list) else inner["user"]
    if isinstance(user, dict):
        for coded in chance.sample(CODED, 3):
            user[coded] = chance.choice([name, longer, credential, name.upper(), [name]])
        user["name"] = name
        user["description"] = longer
    inner["workingOrganization"] = chance.choice([longer, [longer, name], {"id": longer}])
    inner["residentOrganization"] = chance.choice([name, None, {"id": name, "name": longer}])
    for coded in chance.sample(("expires", "status", "createTime", "refreshTime"), 2):
        inner[coded] = chance.choice([credential, name, longer])
    answer["requestId"] = chance.choice([None, name, credential])
    answer["msg"] = f"{longer} and {name.upper()} of {longer.lower()}: {credential}"
    return replace(generated, answer=answer, personal=(*generated.personal, longer))


def list_reports(analyzed, level):
    for form in FORMS:
        yield render(build_input(analyzed, level), form)


@settings(deadline=None, max_examples=25)
@given(answers(), st.integers(0, 2**32))
def test_neither_a_name_nor_a_credential_stays_in_a_place_of_codes(generated: Generated, seed):
    """E1: in the report as it leaves, with its sentence, its findings and every field."""
    nasty = make_nasty(generated, random.Random(seed))
    analyzed = nasty.examination
    for level in RedactionLevel:
        for report in list_reports(analyzed, level):
            assert not has_credential(report, Credentials((nasty.credential,)))
            if level is RedactionLevel.PERSONAL:
                text = report.decode().lower()
                left = [one for one in nasty.personal if one.lower() in text]
                assert not left, [
                    text[max(0, text.index(o.lower()) - 300) : text.index(o.lower()) + 60]
                    for o in left
                ]


@settings(deadline=None, max_examples=10)
@given(answers())
def test_a_session_that_is_a_text_is_the_credential(generated: Generated):
    """A1: whatever it looks like: it stands where the session does."""
    opaque = generated.credential.removeprefix("IAM_S_").removeprefix("APP_PORTAL_S_")
    analyzed = examined({"status": 0, "success": True, "session": opaque, "message": opaque})
    assert analyzed.credentials.has_match(opaque)
    for level in RedactionLevel:
        for report in list_reports(analyzed, level):
            assert opaque.encode() not in report


@settings(deadline=None, max_examples=15)
@given(
    answers(),
    st.sampled_from(["Location", "Set-Cookie", "X-Request-Id", "Server", "Refresh", "Link"]),
    st.sampled_from([200, 302, 401]),
)
def test_a_credential_in_a_header_is_in_no_report(generated: Generated, header, status):
    """A1: in a redirect's target, a cookie, or where an id should be."""
    secret = generated.credential
    sent = {
        "Location": f"https://login.example.com/in?next=1&sid={secret}#{secret}",
        "Set-Cookie": f"JSESSIONID={secret}; Path=/",
        "Refresh": f"0; url=https://login.example.com/{secret}",
        "Link": f"<https://login.example.com/{secret}>; rel=next",
    }.get(header, secret)
    plain = exchange(b'{"status":30404,"success":false}', status)
    analyzed = analyze_answer(replace(plain, headers=((header, sent), *plain.headers)))
    for level in RedactionLevel:
        for report in list_reports(analyzed, level):
            assert secret.encode() not in report
