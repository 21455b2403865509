import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.analyzed_answer import (
    add_companions,
    add_credentials,
    analyze_answer,
)
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, exchange


def test_a_session_is_read_and_understood():
    found = analyze_answer(exchange(SUCCESS))

    assert found.document is not None
    assert found.parse_error is None
    assert found.parsed is not None
    assert found.parsed.session is not None
    assert found.lifetimes is not None
    assert found.clock.skew is not None


def test_a_page_is_unreadable_and_says_where():
    found = analyze_answer(exchange(b'{"a": nope}'))

    assert (found.document, found.parsed, found.lifetimes) == (None, None, None)
    assert found.parse_error is not None
    assert found.parse_error.offset == 6


def test_a_failure_is_kept_as_it_is():
    failure = Failure(FailureKind.CANCELLED, Route("x.example.com"), NOW)

    assert analyze_answer(failure).call_result is failure
    assert not analyze_answer(failure).credentials


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.integers(), st.text(), st.text())
def test_no_bytes_status_or_headers_make_it_raise(body, status, name, value):
    """J4."""
    answer = exchange(body, status, headers=((name, value), ("Date", value)))

    assert analyze_answer(answer).call_result is answer


def test_the_pieces_into_which_a_refusal_cuts_what_was_sent_are_credentials():
    """A1: no piece is one, but together they are, in lower case and letter by letter too."""
    secret = "IAM_S_" + "Gs4jBn8vRx1pEw6u" * 2
    pieces = [secret.lower()[at : at + 7] for at in range(0, len(secret), 7)]
    letters = [one for one in secret if one.isalpha()]
    for parts, together in ((pieces, pieces), (list(secret), letters)):
        body = json.dumps({"status": 30401, "parts": parts}).encode()
        found = analyze_answer(exchange(body, 401), Token(secret))
        assert all(map(found.credentials.has_match, together))


@pytest.mark.parametrize("body", [SUCCESS, {"status": 30401}])
def test_the_pieces_into_which_headers_cut_a_credential_are_credentials(body):
    """A1: by their values, and by their names."""
    pieces = [CREDENTIAL[at : at + 7] for at in range(0, len(CREDENTIAL), 7)]
    headers = (*(("X-A", one) for one in pieces), *((one, "1") for one in pieces))
    answer = exchange(json.dumps(body).encode(), 401, headers=headers)
    found = analyze_answer(answer, Token(CREDENTIAL))
    assert all(map(found.credentials.has_match, pieces))
    assert not any(map(found.credentials.has_match, ("X-A", "1")))


def test_what_makes_credentials_known_later_masks_the_long_texts_again():
    """R1: here, on a worker's thread, and not in the window when they are shown."""
    long, secret = "Kp3s" * 5_000, "IAM_S_" + "Gs4jBn8vRx1pEw6u" * 2
    analyzed = analyze_answer(exchange({**SUCCESS, "message": long}))
    beside = analyze_companion(
        CompanionKind.HOME_ORGANIZATION, exchange({"organization": {"id": "o1", "name": secret}})
    )
    for later in (
        add_credentials(analyzed, Credentials((secret,))),
        add_companions(analyzed, (beside,)),
    ):
        assert later.credentials != analyzed.credentials
        assert long in later.credentials._known_texts
