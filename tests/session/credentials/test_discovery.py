"""Credentials are found by name, place, pattern and looks: in bodies, headers and addresses."""

import json
import time
from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import (
    Credentials,
    find_in_address,
    find_in_text,
    mask_header,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, exchange

OPAQUE = "Zq7opaque-and-known-by-its-name"
UNNAMED = "h7Gk29dLmQ0xVb84TsYwErPz61NcJa3F"


def found(answer, **kinds):
    return analyze_answer(exchange(answer, **kinds)).credentials


@pytest.mark.parametrize(
    "answer",
    [
        {"clientSecret": OPAQUE},
        {"data": [{"api_key": OPAQUE}]},
        {"cookies": [OPAQUE]},
        {"pwd": OPAQUE},
        {"headers": [{"name": "X-Auth-Token", "value": OPAQUE}]},
        b'{"client\\u0053ecret": "' + OPAQUE.encode() + b'"}',
        {"next": f"https://x.example.com/?lang=en&apiKey={OPAQUE}&x=1"},
    ],
)
def test_a_value_is_a_credential_by_its_name_and_then_everywhere(answer):
    """A1."""
    assert found(answer).has_match(f"see {OPAQUE}")


def test_a_value_is_a_credential_by_its_looks():
    """A1: nothing says so."""
    assert found({"blob": UNNAMED}).has_match(f"see {UNNAMED}")
    assert not found({"requestId": UNNAMED, "traceId": UNNAMED, "description": UNNAMED})


@pytest.mark.parametrize(
    "answer", [{"pin": 1234}, {"otp": "0"}, {"token": "none"}, {"secret": "%ENOS_TOKEN%"}]
)
def test_a_short_value_or_a_variable_is_none_elsewhere(answer):
    """Codes and flags are everywhere: a report would lack them all."""
    assert not found(answer)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("Set-Cookie", f"sid={OPAQUE}; Path=/; HttpOnly", "sid=••••••••••••; Path=/; HttpOnly"),
        ("Set-Cookie", "a=1; Path=/, b=2", "a=••••••••••••; Path=/, b=••••••••••••"),
        ("X-Auth-Token", OPAQUE, "•" * 12),
        ("X-Api-Key", "k", "•" * 12),
        ("X-CSRF-Token", OPAQUE, "•" * 12),
        ("Date", "Thu, 11 Jul 2019 13:06:12 GMT", "Thu, 11 Jul 2019 13:06:12 GMT"),
        ("X-Note", f"see {CREDENTIAL[6:].lower()}", "see ••••••••••••"),
        ("X-Auth-Token", "", ""),
    ],
)
def test_a_secret_header_is_shown_without_its_secret(name, value, shown):
    """A1: on the Request page."""
    assert mask_header(name, value, Credentials((CREDENTIAL,))) == shown
    analyzed = analyze_answer(exchange(SUCCESS, headers=((name, value),)))
    rows = build_request_facts(analyzed, "https://x.example.com", None).outline.list_children()
    assert shown in [row.value for row in rows[-1].list_children()]


def test_an_opaque_cookie_is_a_credential_everywhere():
    """A1."""
    secrets = found({"message": OPAQUE}, headers=(("Set-Cookie", f"sid={OPAQUE}; Path=/"),))
    assert secrets.has_match(OPAQUE)
    assert not secrets.has_match("Path=/")


@pytest.mark.parametrize("host", [UNNAMED.lower(), CREDENTIAL.lower(), CREDENTIAL[6:].lower()])
def test_a_redirects_host_that_is_a_token_is_shown_nowhere(host):
    """A1, N7: a gateway may answer with whatever it was sent."""
    failure = Failure(
        FailureKind.REDIRECTED,
        Route("x.example.com"),
        NOW,
        phase=Phase.WAIT,
        detail=f"https://{host}.example.com",
    )
    token = Token(CREDENTIAL)
    analyzed = analyze_answer(failure, token)
    verdict = judge(JudgeInput(analyzed, NOW, token=token))
    rows = build_request_facts(analyzed, "https://x.example.com", token).outline.list_children()
    shown = " ".join(
        str(row.format_meaning(TimeContext(NOW, UTC))) for row in rows[0].list_children()[:1]
    )
    assert host not in f"{verdict.sentence} {verdict.detail} {verdict.next_step} {shown}"
    assert "example.com" in f"{verdict.sentence} {verdict.detail}"


def test_an_ordinary_address_holds_none():
    assert not find_in_address("https://login.example.com/realms/enos/auth?client_id=portal")


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece",
    ["eyJ", "-eyJ", "eyJ.", "IAM_S_", '"', '"a":', "?a=", "&token=x", "a=", '"token', "%25"],
)
def test_hostile_repetitions_take_time_in_proportion(piece):
    """J5: 60 kB of one of them took 1.4 s, 480 kB 39 s."""
    times = []
    for size in (1 << 18, 1 << 20):
        text = piece * (size // len(piece))
        started = time.process_time()
        find_in_text(text)
        find_in_address(text)
        Credentials((CREDENTIAL,)).mask_text(text)
        found(text.encode())
        times.append(time.process_time() - started)
    assert times[1] < 8 * times[0] + 0.2


@pytest.mark.timing
def test_ten_thousand_credentials_take_time_in_proportion():
    """J5: reports by the square of their number took 42 s."""
    answer = {
        "list": [{"token": f"secret-{number:06}-{number * 7919:012}"} for number in range(10_000)]
    }
    started = time.process_time()
    secrets = found(answer)
    for one in answer["list"]:
        assert secrets.mask_text(one["token"]) == "•" * 12
    assert not secrets.has_match_in_bytes(json.dumps(["nothing"] * 10_000).encode())
    assert time.process_time() - started < 5
