import pytest

from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure, FailureKind, Phase, Phases, Route
from inspector_app.session.failure_words import failure
from inspector_app.session.verdict import judge
from tests.session.answers import CREDENTIAL, NOW

HOST = "apim-test.example.com"


def words(kind, **facts):
    route = Route(HOST, proxy=facts.pop("proxy", None))
    return [str(text) for text in failure(Failure(kind, route, NOW, **facts))]


@pytest.mark.parametrize("kind", FailureKind)
@pytest.mark.parametrize("phase", [None, *Phase])
def test_each_kind_has_words_of_its_own_and_a_verdict(kind, phase):
    """N9."""
    title, happened, next_step = words(kind, phase=phase)

    assert all("{" not in text and text for text in (title, happened, next_step))
    verdict = judge(examine(Failure(kind, Route(HOST), NOW, phase)), NOW)
    assert [str(verdict.sentence), str(verdict.detail), str(verdict.next_step)] == [
        *(title, happened, next_step)
    ]


def test_no_two_kinds_share_what_happened():
    """N9."""
    assert len({tuple(words(kind)[:2]) for kind in FailureKind}) == len(FailureKind)


def test_giving_up_names_the_time_and_the_phase():
    _, happened, _ = words(FailureKind.TIMED_OUT, phase=Phase.CONNECT, detail="15.2")

    assert happened == f"After 15 s the call was given up, while connecting to {HOST}."


def test_without_a_number_the_phases_tell_the_time():
    _, happened, _ = words(FailureKind.TIMED_OUT, phase=Phase.WAIT, phases=Phases(total=3.0))

    assert happened.startswith("After 3 s ")


def test_a_redirects_target_is_named_and_safe_to_show():
    _, happened, _ = words(FailureKind.REDIRECTED, detail=f"a\u202e{{0}}/{CREDENTIAL}")

    assert CREDENTIAL not in happened
    assert "a\\u202e{0}/IAM_S_" in happened


def test_the_proxy_is_named_where_it_is_known():
    assert "http://proxy:3128" in words(FailureKind.PROXY_FAILED, proxy="http://proxy:3128")[1]
    assert "the proxy failed" in words(FailureKind.PROXY_FAILED)[1]
