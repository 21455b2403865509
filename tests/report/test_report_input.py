from dataclasses import fields, replace

import pytest

from inspector_app.report.pseudonyms import PseudonymKind, compute_pseudonym
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict_model import FindingCode
from inspector_app.session.exchange import ApiCall, Failure, FailureKind, Route
from inspector_app.session.token import Token
from tests.report.answers import KEY, NOW, answer_of, build_input, examined, with_judge_input
from tests.report.test_pseudonyms import alike
from tests.session.answers import knows

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 0, "state": 0}


def test_sentences_know_organizations_by_their_labels_alone():
    """E1."""
    made = redact_report(build_input(examined(answer_of(USER, TOKEN))))
    sentences = " ".join(str(one.sentence) for one in made.verdict.findings)
    assert "org#" in sentences
    assert "Wind North" not in sentences


def test_an_expected_organization_is_compared_at_each_level():
    for level in RedactionLevel:
        asked = build_input(examined(answer_of(USER, TOKEN)), level)
        cases = (("o2", False), ("o1", True), ("", False), ("Wind North", False))
        for expected, noticed in (*cases, ("wind north", False), ("Head Office", True)):
            findings = redact_report(
                with_judge_input(asked, expected_organization=expected)
            ).verdict.findings
            codes = {one.code for one in findings}
            assert (FindingCode.OTHER_THAN_EXPECTED in codes) is noticed


def test_what_the_person_wrote_holds_no_token_that_nobody_knows():
    """A1, E1: one of another session, pasted into the wrong field."""
    opaque = "8sKq2Lm5Tz9Xc4Vb7Nw1Jr6Hg3Fd0Pya"
    for level in RedactionLevel:
        asked = build_input(examined(answer_of(USER, TOKEN)), level, environment=f"E {opaque}")
        asked = replace(asked, note=f"see {opaque}")
        report = redact_report(with_judge_input(asked, expected_organization=opaque))
        sentences = [str(one.sentence) for one in report.verdict.findings]
        assert not any(opaque in one for one in (report.note, report.environment, *sentences))


def test_a_label_that_collides_drops_no_finding():
    """E2: another organization is another one, whatever four hex digits say."""
    expected, working = alike()
    answer = answer_of(
        USER,
        TOKEN,
        workingOrganization={"id": working, "name": "Wind North"},
        residentOrganization={"id": working, "name": "Wind North"},
    )
    for level in RedactionLevel:
        asked = build_input(examined(answer), level)
        report = redact_report(with_judge_input(asked, expected_organization=expected))
        assert FindingCode.OTHER_THAN_EXPECTED in {one.code for one in report.verdict.findings}


def test_an_id_that_looks_like_the_label_of_another_drops_no_finding():
    """E2: a gateway may call an organization as a report would call another one."""
    label = compute_pseudonym(PseudonymKind.ORGANIZATION, "o2", KEY)
    answer = answer_of(
        USER,
        TOKEN,
        workingOrganization={"id": "o2", "name": "Wind North"},
        residentOrganization={"id": label, "name": "Head Office"},
    )
    report = redact_report(build_input(examined(answer)))
    assert FindingCode.WORKS_ELSEWHERE in {one.code for one in report.verdict.findings}


def test_a_token_and_an_earlier_answer_are_taken_into_account():
    asked = build_input(examined(answer_of(USER, TOKEN)))
    full = redact_report(
        with_judge_input(asked, token=Token(TOKEN), earlier=asked.judge_input.analyzed)
    )
    assert full.verdict.code is redact_report(asked).verdict.code


def test_a_credential_in_the_name_of_the_environment_is_masked():
    asked = build_input(examined(answer_of(USER, TOKEN)), environment=f"Prod {TOKEN}")
    assert redact_report(asked).environment == "Prod IAM_S_••••••••••••"


def test_the_time_is_that_of_the_answer_or_of_the_failure():
    assert redact_report(build_input(examined(answer_of(USER, TOKEN)))).taken_at == NOW
    failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW - 5)
    assert redact_report(build_input(analyze_answer(failure))).taken_at == NOW - 5


def test_masked_sessions_are_not_taken_for_one_because_their_ids_look_the_same():
    now, before = examined(answer_of(USER, TOKEN)), examined(answer_of(USER, TOKEN + "other"))
    for level in RedactionLevel:
        asked = build_input(now, level)
        for earlier, is_told in ((now, True), (before, False), (None, False)):
            findings = redact_report(with_judge_input(asked, earlier=earlier)).verdict.findings
            codes = {one.code for one in findings}
            assert (FindingCode.OBSERVER_EFFECT in codes) is is_told


def test_a_credential_in_the_address_or_in_the_reporters_words_is_masked():
    """E1."""
    asked = build_input(examined(answer_of(USER, TOKEN)))
    asked = replace(asked, url=f"https://x/{TOKEN}", note=f" of\n {TOKEN} ")
    report = redact_report(asked)
    assert report.url == "https://x/IAM_S_••••••••••••"
    assert report.note == "of IAM_S_••••••••••••"
    assert knows(report.credentials, TOKEN), "and nothing leaves with it in it"


def test_what_a_format_gets_holds_nothing_unredacted():
    """E1: not by chance unused, but out of reach: the report knows the redacted answer alone."""
    report = redact_report(build_input(examined(answer_of(USER, TOKEN))))
    assert TOKEN not in repr(report)
    assert "mara.lindqvist" not in repr(report)
    assert {type(getattr(report, one.name)) for one in fields(report)}.isdisjoint(
        {ReportInput, JudgeInput, Token}
    )


@pytest.mark.parametrize("call", ApiCall)
@pytest.mark.parametrize("token", [TOKEN, "APP_PORTAL_S_" + "k3Vd" * 8])
def test_what_was_to_be_asked_for_is_known_by_the_call_or_where_it_was_none_by_the_token(
    call, token
):
    """The token service refuses before anything is asked for."""
    refused = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW, call=call)
    asked = with_judge_input(build_input(analyze_answer(refused)), token=Token(token))
    is_of_portal = token.startswith("APP_PORTAL") and call is ApiCall.APPLICATION
    wanted = is_of_portal or call is ApiCall.PORTAL_SESSION
    assert redact_report(asked).is_for_portal is wanted
