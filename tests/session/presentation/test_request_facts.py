from dataclasses import replace
from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
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
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from tests.session.answers import CREDENTIAL, DATE, NOW, SUCCESS, exchange

URL = "https://apim-test.example.com/enos-iam-service/v2.0/session/info"
TOKEN = Token(CREDENTIAL)
VIEW = TimeContext(NOW, UTC)
LIMITS = (("X-RateLimit-Limit-Minute", "60"), ("X-RateLimit-Remaining-Minute", "0"))
PHASES = PhaseDurations(0.01, 0.02, 0.03, 0.3, 0.04, 0.4)
TLS = TlsInfo(
    "TLSv1.3",
    "TLS_AES_256_GCM_SHA384",
    "CN=apim-test.example.com",
    "CN=Example CA",
    "2019-01-01 00:00:00 UTC",
    "2019-08-10 13:06:12 UTC",
)


def answered(**changes):
    made = exchange(SUCCESS)
    values = {name: getattr(made, name) for name in Exchange.__slots__}
    return Exchange(**values | {"phases": PHASES, "tls": TLS} | changes)


def facts(answer):
    return build_request_facts(analyze_answer(answer, TOKEN), URL, TOKEN)


def rows(node):
    for child in node.list_children():
        yield child
        yield from rows(child)


def told(answer):
    """Every row as its three texts."""
    return [
        (str(row.label), row.value, str(row.format_meaning(VIEW)))
        for row in rows(facts(answer).outline)
    ]


def test_what_was_sent_is_told_with_the_token_masked():
    shown = told(answered())
    assert ("address", URL, "") in shown
    assert (
        "Authorization",
        f"Bearer {TOKEN.format_masked()}",
        f"fingerprint {TOKEN.fingerprint}",
    ) in shown
    bare = told(answered(authorization=AuthorizationScheme.BARE))
    assert TOKEN.format_masked() in [value for _, value, _ in bare]


def test_the_phases_are_told_in_milliseconds_and_fill_the_whole():
    found = facts(answered())
    assert [(str(span.node.label), span.node.value) for span in found.spans] == [
        ("DNS", "10.0 ms"),
        ("connect", "20.0 ms"),
        ("TLS", "30.0 ms"),
        ("wait", "300.0 ms"),
        ("read", "40.0 ms"),
    ]
    for before, after in zip(found.spans, found.spans[1:], strict=False):
        assert after.start == pytest.approx(before.start + before.length)
    assert found.spans[-1].start + found.spans[-1].length == pytest.approx(1)
    assert ("total", "400.0 ms", "") in told(answered())


def test_what_takes_longer_than_a_second_is_told_in_seconds():
    found = facts(answered(phases=PhaseDurations(0.01, 0.02, 0.03, 14.9, 0.04, 15.0)))
    assert [span.node.value for span in found.spans] == [
        *("10.0 ms", "20.0 ms", "30.0 ms", "14.90 s", "40.0 ms")
    ]
    assert found.outline.get_child(1).value == "15.00 s"


def test_what_came_before_the_first_phase_is_told_and_takes_its_place():
    found = facts(answered(phases=PhaseDurations(0.01, 0.02, 0.03, 0.3, 0.04, 0.5)))
    before, first = found.spans[0], found.spans[1]
    assert (str(before.node.label), before.node.value) == ("prepare", "100.0 ms")
    assert before.length == pytest.approx(first.start) == pytest.approx(0.2)
    assert found.spans[-1].start + found.spans[-1].length == pytest.approx(1)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (200, "the call was answered"),
        (403, "documented for the gateway: your IP address is not allowed"),
        (418, "the call was refused"),
        (502, "the other side reports an error of its own"),
        (799, "not documented"),
    ],
)
def test_the_status_has_its_meaning(status, words):
    assert ("Answer", f"HTTP {status}", words) in told(answered(status=status))


def test_the_connection_is_told():
    shown = told(answered(route=Route("h.example.com", "http://proxy.example.com:3128", "system")))
    assert ("proxy", "http://proxy.example.com:3128", "") in shown
    assert ("Connection", "TLSv1.3", "") in shown
    assert ("issued by", "CN=Example CA", "") in shown
    assert ("valid until", TLS.not_after, "2019-08-10 13:06:12 UTC, in 30 days") in shown
    assert ("proxy", "", "straight to the gateway, without a proxy") in told(answered())


def test_both_clocks_are_told_with_their_distance():
    shown = told(answered(sent_at=NOW + 59.8, headers_at=NOW + 60.2))
    assert (
        "Gateway clock",
        "-59.5 s",
        "behind this computer by 59.5 s, give or take 0.7 s",
    ) in shown
    assert ("this computer", f"{NOW + 60.2:.3f}", "2019-07-11 13:07:12 UTC, in 1 min") in shown
    unknown = told(answered(headers=()))
    assert ("Gateway clock", "", "cannot be told from this answer") in unknown


def test_headers_are_shown_and_credentials_in_them_are_not():
    odd = (("X-Odd", "a\u202eb"), ("X-\u202eHidden", "c"))
    limit = (f"X-RateLimit-{CREDENTIAL}", f"1 {CREDENTIAL}")
    headers = (("Date", DATE), ("X-Echo", f"session {CREDENTIAL}"), *odd, limit)
    shown = told(answered(headers=headers))
    assert ("Date", DATE, "") in shown
    assert ("X-Odd", "a\\u202eb", "") in shown
    assert ("X-\\u202eHidden", "c", "") in shown
    assert CREDENTIAL not in repr(shown)
    raw = [row.raw for row in rows(facts(answered(headers=headers)).outline)]
    assert CREDENTIAL not in repr(raw)


def test_an_address_is_shown_without_a_credential_in_it():
    """A1: one that a portal is asked at names an application by its key."""
    answer = analyze_answer(answered(), TOKEN)
    found = [*rows(build_request_facts(answer, f"{URL}?key={CREDENTIAL}", TOKEN).outline)]
    assert any("?key=" in row.value for row in found)
    assert [row for row in found if CREDENTIAL in f"{row.value} {row.raw}"] == []


@pytest.mark.parametrize(
    ("phase", "sent"),
    [
        (Phase.RESOLVE, "not sent"),
        (Phase.CONNECT, "not sent"),
        (Phase.TLS, "not sent"),
        (Phase.WAIT, "perhaps sent"),
        (Phase.READ, "perhaps sent"),
        (None, "not sent"),
    ],
)
def test_a_failure_has_a_page_too(phase, sent):
    failure = Failure(
        FailureKind.TIMED_OUT,
        Route("h.example.com"),
        NOW,
        phase,
        "15",
        PhaseDurations(0.5, total=15.0),
    )
    shown = told(failure)
    fingerprint = f"fingerprint {TOKEN.fingerprint}, {sent}"
    assert ("Authorization", TOKEN.format_masked(), fingerprint) in shown
    assert ("host", "h.example.com", "") in shown
    group = facts(failure).outline.get_child(0)
    assert group.severity is Severity.WARNING  # it may pass by itself
    assert group.get_child(0).value == "timed_out"


def test_where_the_application_was_refused_no_token_is_said_to_be_sent():
    shown = told(answered(call=ApiCall.APPLICATION))
    words = "the token was not sent: the application was refused first"
    assert ("Authorization", "", words) in shown
    assert TOKEN.format_masked() not in [value for _, value, _ in shown]


def test_the_phase_that_failed_is_marked():
    failure = Failure(
        FailureKind.CERTIFICATE_EXPIRED,
        Route("h.example.com"),
        NOW,
        Phase.TLS,
        None,
        PhaseDurations(0.1, 0.1, 0.2, total=0.4),
    )
    assert [span.failed for span in facts(failure).spans] == [False, False, True]


@pytest.mark.parametrize("timed", [one for one in TimeSource if one is not TimeSource.OBSERVED])
def test_of_a_saved_answer_nothing_is_told_that_was_not_saved(timed):
    facts = build_request_facts(analyze_answer(answered(status=0, time_source=timed)), "", None)
    groups = list(facts.outline.list_children())

    assert [str(one.label) for one in groups] == ["Answer", "Answered by", "Response headers"]
    assert groups[0].value == ""
    assert "not saved" in str(groups[0].format_meaning(VIEW))
    assert facts.spans == ()


def test_who_answered_and_how_many_calls_are_left_have_groups_of_their_own():
    headers = (("X-Kong-Proxy-Latency", "2"), ("X-RateLimit-Remaining-Minute", "0"))
    limited = replace(answered(status=429), headers=headers, body=b'{"message":"slow down"}')
    groups = {
        str(one.label): one
        for one in build_request_facts(analyze_answer(limited), URL, None).outline.list_children()
    }

    assert "API gateway" in str(groups["Answered by"].format_meaning(VIEW))
    (header, _) = groups["Answered by"].list_children()
    assert (str(header.label), header.value) == ("points to the gateway", "inferred")
    assert "it did not ask the service" in str(header.format_meaning(VIEW))
    (limit,) = groups["Rate limit"].list_children()
    assert (str(limit.label), limit.value) == ("X-RateLimit-Remaining-Minute", "0")


def test_of_an_export_the_call_is_told_without_the_token():
    facts = build_request_facts(analyze_answer(answered()), URL, None)
    request = next(iter(facts.outline.list_children()))

    assert [str(one.label) for one in request.list_children()] == ["address", "sent"]


def test_the_limits_of_calls_are_a_group_of_their_own():
    group = next(
        row
        for row in rows(facts(answered(headers=LIMITS)).outline)
        if row.label == tr("Rate limit")
    )
    assert group.icon == "hourglass"
    assert [(str(row.label), row.value) for row in group.list_children()] == list(LIMITS)
