import json
from dataclasses import replace

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from inspector_app.session.exchange import (
    ApiCall,
    Failure,
    FailureKind,
    Phase,
    PhaseDurations,
    Route,
)
from tests.session.answers import CREDENTIAL, NOW
from tests.session.pinned_meaning import FAILURES_FILE, judge_failures, pin_verdict

HOST = "apim-test.example.com"
in_each_phase = pytest.mark.parametrize("phase", [None, *Phase])


def words(kind, **facts):
    route = Route(HOST, facts.pop("proxy", None), facts.pop("trust_store", None))
    return [
        str(text) for text in describe_failure(Failure(kind, route, NOW, **facts), Credentials())
    ]


@in_each_phase
def test_each_kind_has_words_of_its_own_and_a_verdict(phase):
    """N9."""
    for kind in FailureKind:
        title, happened, next_step = words(kind, phase=phase)

        assert all("{" not in text and text for text in (title, happened, next_step)), kind
        verdict = judge(JudgeInput(analyze_answer(Failure(kind, Route(HOST), NOW, phase)), NOW))
        assert [str(verdict.sentence), str(verdict.detail), str(verdict.next_step)] == [
            *(title, happened, next_step)
        ], kind


def test_no_two_kinds_share_what_happened():
    """N9."""
    assert len({tuple(words(kind)[:2]) for kind in FailureKind}) == len(FailureKind)


def test_giving_up_names_the_time_and_the_phase():
    _, happened, _ = words(FailureKind.TIMED_OUT, phase=Phase.CONNECT, detail="15.2")

    assert happened == (
        f"After 15 s the call was given up. It happened while connecting to {HOST}."
    )


def test_without_a_number_the_phases_tell_the_time():
    _, happened, _ = words(
        FailureKind.TIMED_OUT, phase=Phase.WAIT, phases=PhaseDurations(total=3.0)
    )

    assert happened.startswith("After 3 s ")


def test_a_redirects_target_is_named_and_safe_to_show():
    _, happened, _ = words(FailureKind.REDIRECTED, detail=f"a\u202e{{0}}/{CREDENTIAL}")

    assert CREDENTIAL not in happened
    assert "a\\u202e{0}/IAM_S_" in happened


@pytest.mark.parametrize("place", ["host", "proxy", "trust_store", "ignored_proxy_script"])
def test_no_name_on_the_way_is_a_credential_or_hides_anything(place):
    """A1, J2."""
    route = replace(Route(HOST), **{place: f"a\u202e/{CREDENTIAL}"})
    failures = [Failure(kind, route, NOW) for kind in FailureKind]
    said = [" ".join(map(str, describe_failure(one, Credentials()))) for one in failures]
    assert [one for one in said if CREDENTIAL in one or "\u202e" in one] == []
    assert any("a\\u202e/IAM_S_•" in one for one in said)


def test_the_proxy_is_named_where_it_is_known():
    assert "http://proxy:3128" in words(FailureKind.PROXY_FAILED, proxy="http://proxy:3128")[1]
    assert "the proxy failed" in words(FailureKind.PROXY_FAILED)[1]


DURING = {
    None: "before the call",
    Phase.RESOLVE: "while looking up",
    Phase.CONNECT: "while connecting",
    Phase.TLS: "The TLS handshake with",
    Phase.WAIT: "while waiting for",
    Phase.READ: "while reading the answer",
}


@in_each_phase
@pytest.mark.parametrize("proxy", [None, "proxy.example.com:3128"])
def test_each_failure_tells_phase_host_proxy_and_whom_it_trusted(phase, proxy):
    """N9."""
    store = "operating system + corporate.pem"
    for kind in FailureKind:
        _, happened, next_step = words(kind, phase=phase, proxy=proxy, trust_store=store)

        assert DURING[phase] in happened, kind
        assert HOST in happened, kind
        assert proxy is None or proxy in happened, kind
        assert (store in happened) == kind.name.startswith("CERTIFICATE_"), kind
        assert next_step.endswith("."), kind


def test_no_two_phases_of_one_kind_read_alike():
    """N9: before headers and in the body."""
    for kind in FailureKind:
        told = {words(kind, phase=phase)[1] for phase in DURING}
        assert len(told) == len(DURING)


def test_a_failure_before_the_session_was_asked_for_says_so():
    _, happened, _ = words(FailureKind.NO_ANSWER, phase=Phase.WAIT, call=ApiCall.APPLICATION)

    assert happened.endswith("The application's access token was asked for.")


def test_a_file_that_cannot_be_used_is_named():
    _, happened, _ = words(FailureKind.CA_FILE_UNUSABLE, detail="corporate.pem")

    assert "could be read from corporate.pem" in happened


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (FailureKind.HOST_NOT_FOUND, SuggestedAction.CHECK_ADDRESS),
        (FailureKind.PROXY_AUTHENTICATION_REQUIRED, SuggestedAction.CHECK_CONNECTION),
        (FailureKind.CA_FILE_UNUSABLE, SuggestedAction.CHECK_CONNECTION),
        (FailureKind.TIMED_OUT, SuggestedAction.TRY_AGAIN),
    ],
)
def test_the_step_that_the_app_can_take_fits_the_failure(kind, action):
    assert judge(JudgeInput(analyze_answer(Failure(kind, Route(HOST), NOW)), NOW)).action is action


@in_each_phase
@pytest.mark.parametrize("call", ApiCall)
def test_only_where_nothing_was_written_the_token_was_not_sent(phase, call):
    """N8, trap 30."""
    written = call is not ApiCall.APPLICATION and phase in {Phase.WAIT, Phase.READ}
    for kind in FailureKind:
        said = " ".join(words(kind, phase=phase, call=call)).lower()

        assert ("may have received the token" in said) is written, kind
        if written:
            said = said.replace("the token was not sent there", "")  # to where a redirect leads
            denied = ("not sent", "no token was sent", "nothing was sent")
            assert not any(one in said for one in denied), kind


@in_each_phase
def test_after_an_earlier_request_nothing_says_that_the_token_was_not_sent(phase):
    """N8, trap 30: the first request carried it, and the second came to nothing."""
    is_after_request = phase in {Phase.WAIT, Phase.READ}
    for kind in FailureKind:
        said = " ".join(words(kind, phase=phase, was_token_sent_before=True)).lower()

        assert "may have received the token" in said, kind
        assert "not sent" not in said.replace("the token was not sent there", ""), kind
        assert is_after_request or "after the request was written" not in said, kind


def test_a_refused_certificate_proves_that_the_token_was_not_sent():
    """N8."""
    for phase in (None, Phase.TLS):
        assert "The token was not sent." in words(FailureKind.CERTIFICATE_EXPIRED, phase=phase)[1]


def test_a_silent_proxy_is_not_called_a_silent_gateway():
    """N9."""
    title, *_ = words(FailureKind.TIMED_OUT, phase=Phase.CONNECT, proxy="proxy.example.com:3128")
    assert title == "The proxy did not answer in time"
    title, *_ = words(FailureKind.TIMED_OUT, phase=Phase.WAIT, proxy="proxy.example.com:3128")
    assert title == "The gateway did not answer in time"


def test_what_is_said_and_advised_is_what_is_pinned():
    """N9: severity, action, words, steps and reply of each kind in each phase."""
    pinned = json.loads(FAILURES_FILE.read_text(encoding="utf-8"))
    assert {name: pin_verdict(one) for name, one in judge_failures().items()} == pinned
