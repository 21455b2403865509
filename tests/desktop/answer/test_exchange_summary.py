"""The status line says of a call what was observed of it, and nothing of what was not."""

from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop.answer.exchange_summary import (
    format_exchange_summary,
    get_accepted_authorization,
)
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import ApiCall, Failure, FailureKind, TimeSource
from tests.session.answers import NOW
from tests.session.presentation.test_request_facts import answered

BARE: AuthorizationScheme = AuthorizationScheme.BARE
BEARER: AuthorizationScheme = AuthorizationScheme.BEARER
USUAL: dict[str, Any] = {"authorization": BEARER, "time_source": TimeSource.OBSERVED}
OTHERS = [one for one in TimeSource if one is not TimeSource.OBSERVED]


def result_of(answer) -> Any:
    """As much of a result as the line is made of."""
    return SimpleNamespace(analyzed=analyze_answer(answer))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "HTTP 200   400 ms   TLSv1.3"),
        ({"status": 401}, "HTTP 401   400 ms   TLSv1.3"),
        ({"status": 0}, "400 ms   TLSv1.3"),
        ({"tls": None}, "HTTP 200   400 ms"),
        ({"authorization": BARE}, "HTTP 200   400 ms   TLSv1.3   sent without “Bearer”"),
        ({"authorization": BARE, "call": ApiCall.APPLICATION}, "HTTP 200   400 ms   TLSv1.3"),
        *(({"time_source": one}, "HTTP 200   TLSv1.3") for one in OTHERS),
    ],
)
def test_each_fact_is_told_where_it_is_one(qapp, changes, words):
    answer = answered(**USUAL | changes)
    assert format_exchange_summary(result_of(answer)) == words


def test_of_a_failure_nothing_is_told(qapp):
    failure = Failure(FailureKind.CONNECTION_RESET, answered().route, NOW)
    assert format_exchange_summary(result_of(failure)) == ""
    assert get_accepted_authorization(result_of(failure)) is None


@pytest.mark.parametrize("form", [BARE, BEARER])
def test_a_form_is_accepted_where_a_session_came_of_it(qapp, form: Any):
    assert get_accepted_authorization(result_of(answered(authorization=form))) is form
    refused = answered(body=b'{"status":30401,"success":false}', authorization=form)
    assert get_accepted_authorization(result_of(refused)) is None
    assert get_accepted_authorization(result_of(answered(body=b"x", authorization=form))) is None
