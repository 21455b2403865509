"""What a gateway asks to wait, in seconds."""

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.retry_after import parse_retry_after
from inspector_app.session.diagnosis.verdict import judge
from tests.session.answers import NOW, exchange


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
        ("Sun, 06 Nov 1994 08:49:00 GMT", 0),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("٣", None),
        ("1" * 10, None),
    ],
)
def test_seconds_or_a_date_are_read_and_nothing_else(header, seconds):
    """N10."""
    assert parse_retry_after(header, 784111777.0) == seconds


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, b""),
        (429, {"code": 429, "msg": "busy", "data": None}),
        (200, {"code": 429, "msg": "busy", "data": None}),
        (503, b""),
        (503, {"code": 503, "msg": "busy", "data": None}),
        (200, {"code": 99500, "msg": "busy", "data": None}),
    ],
)
def test_whatever_says_that_it_is_busy_is_waited_for_as_long_as_it_asks(status, body):
    """N10."""
    for headers, is_told in (((("Retry-After", "7200"),), True), ((), False)):
        answered = analyze_answer(exchange(body, status, headers=headers))
        step = str(judge(JudgeInput(answered, NOW)).next_step)
        assert (step == "Wait 2 h, then inspect again.") is is_told
        assert step
