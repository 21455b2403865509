from dataclasses import replace

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.answering_party import (
    AnsweringParty,
    judge_party,
    list_rate_limit_headers,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.provenance import Provenance
from tests.session.answers import NOW, SUCCESS, changed, exchange

UPSTREAM = (("X-Kong-Upstream-Latency", "12"), ("X-Kong-Proxy-Latency", "3"))
PROXY_ONLY = (("x-kong-proxy-latency", "3"),)
VIA = (("Via", "kong/2.8.1"),)
REFUSED = changed("refusal", {})
PAGE = b"<html><title>Sign in</title></html>"
ENOS, GATEWAY = AnsweringParty.ENOS, AnsweringParty.GATEWAY
IN_FRONT, UNKNOWN = AnsweringParty.IN_FRONT, AnsweringParty.UNKNOWN


def judged(answer, status=200, headers=()):
    return judge_party(analyze_answer(exchange(answer, status, headers=headers)))


@pytest.mark.parametrize(
    ("answer", "status", "headers", "party"),
    [
        (SUCCESS, 200, (), ENOS),
        (REFUSED, 200, (), ENOS),
        (REFUSED, 401, UPSTREAM, ENOS),
        ({"status": 30401}, 200, (), ENOS),
        ({"code": 99403, "msg": "no", "requestId": "", "data": None}, 200, (), ENOS),
        ({"message": "oops"}, 500, UPSTREAM, ENOS),
        (PAGE, 500, UPSTREAM, ENOS),
        (b"", 500, UPSTREAM, ENOS),
        ({"message": "Invalid authentication credentials"}, 401, (), GATEWAY),
        ({"message": "API rate limit exceeded"}, 429, PROXY_ONLY, GATEWAY),
        ({"message": "no Route matched with those values"}, 404, (), GATEWAY),
        ({"message": "No API key found: no credentials found"}, 401, (), GATEWAY),
        ({"message": "something else"}, 403, (), GATEWAY),
        ({"apim_status": 4011}, 200, (), GATEWAY),
        (b"", 498, (), GATEWAY),
        (b"", 404, PROXY_ONLY, GATEWAY),
        (PAGE, 503, PROXY_ONLY, GATEWAY),
        (PAGE, 200, (), IN_FRONT),
        (b"", 407, (), IN_FRONT),
        (b"", 404, (), UNKNOWN),
        (b"", 404, VIA, UNKNOWN),
        (PAGE, 200, VIA, UNKNOWN),
        ({"a": 1}, 200, (), UNKNOWN),
        ({"code": 404, "message": "framework"}, 404, (), UNKNOWN),
        (REFUSED, 401, PROXY_ONLY, UNKNOWN),
        ({"message": "Invalid authentication credentials"}, 401, UPSTREAM, UNKNOWN),
        (b"", 404, (("X-Kong-Upstream-Latency", "soon"),), UNKNOWN),
        (b"", 404, (("X-Kong-Upstream-Latency", ""),), UNKNOWN),
        (b"", 404, (("Via", "1.1 hongkong/1"),), UNKNOWN),
    ],
)
def test_who_answered_is_told_by_headers_and_body(answer, status, headers, party):
    assert judged(answer, status, headers).party is party


@pytest.mark.parametrize(
    ("answer", "status", "headers", "provenance", "words"),
    [
        (REFUSED, 200, (), Provenance.DOCUMENTED, "EnOS itself answered"),
        ({"message": "x"}, 500, UPSTREAM, Provenance.INFERRED, "EnOS itself seems to have"),
        (
            {"message": "Invalid authentication credentials"},
            401,
            (),
            Provenance.DOCUMENTED,
            "The API gateway answered",
        ),
        (
            {"message": "no Route matched with those values"},
            404,
            (),
            Provenance.INFERRED,
            "The API gateway seems to have",
        ),
        (PAGE, 200, (), Provenance.INFERRED, "Something in front of the gateway seems"),
        (b"", 404, (), Provenance.INFERRED, "cannot be told"),
        (REFUSED, 401, PROXY_ONLY, Provenance.INFERRED, "the evidence disagrees"),
    ],
)
def test_the_sentence_is_as_sure_as_the_evidence(answer, status, headers, provenance, words):
    found = judged(answer, status, headers)

    assert found.provenance is provenance
    assert words in str(found.sentence)


def test_all_evidence_is_named_where_it_disagrees():
    told = str(judged(REFUSED, 401, PROXY_ONLY).explanation)

    assert "“X-Kong-Proxy-Latency” without “X-Kong-Upstream-Latency”" in told
    assert "documented form of the session service" in told


def test_nobody_answered_where_the_call_failed():
    failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW)

    assert judge_party(analyze_answer(failure)) is None
    assert judge(JudgeInput(analyze_answer(failure), NOW)).party is None


def test_the_detail_of_a_refusal_says_who_answered_and_that_of_a_session_does_not():
    refused = judge(JudgeInput(analyze_answer(exchange(REFUSED)), NOW))
    valid = judge(JudgeInput(analyze_answer(exchange(SUCCESS)), NOW))

    assert "EnOS itself answered: the body has the documented form" in str(refused.detail)
    assert "answered" not in str(valid.detail)
    assert valid.party is not None
    assert valid.party.party is ENOS


@pytest.mark.parametrize(
    ("answer", "status", "headers", "sentence"),
    [
        ({"message": "x"}, 500, UPSTREAM, "EnOS itself seems to report an error"),
        (PAGE, 502, (), "Something in front of the gateway seems to report an error"),
        (
            {"message": "An unexpected error occurred"},
            500,
            (),
            "The gateway reports an error of its own",
        ),
        ({"message": "x"}, 500, (), "The gateway seems to report an error of its own"),
        (b"", 502, (), "The other side reports an error, and whose it is cannot be told"),
        (b"", 401, (), "The gateway itself seems to have refused the call"),
        ({"message": "x"}, 401, UPSTREAM, "The call was refused with HTTP 401"),
    ],
)
def test_a_sentence_blames_nobody_whom_the_evidence_clears(answer, status, headers, sentence):
    found = judge(JudgeInput(analyze_answer(exchange(answer, status, headers=headers)), NOW))

    assert str(found.sentence) == sentence


def test_rate_limits_are_found_under_both_names():
    limits = (
        ("X-RateLimit-Remaining-Minute", "0"),
        ("ratelimit-reset", "12"),
        ("X-Rate", "1"),
    )
    found = exchange({"message": "API rate limit exceeded"}, 429, headers=limits)

    assert list_rate_limit_headers(found) == limits[:2]
    assert list_rate_limit_headers(replace(found, headers=())) == ()
