"""What a gateway wrote is quoted in a message: short, visible, and without a credential."""

import re

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.rule_context import RuleContext
from inspector_app.session.token import MAX_TOKEN_LENGTH
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, exchange

CONTEXT = RuleContext.from_input(JudgeInput(analyze_answer(exchange(SUCCESS)), NOW))


@pytest.mark.parametrize("length", [170, 5_000, 3 * MAX_TOKEN_LENGTH])
def test_of_a_text_of_any_length_the_beginning_is_quoted(length):
    """B2."""
    text = f"told {CREDENTIAL}\u202e: ".ljust(length, "x")
    quoted = CONTEXT.sanitize(text)
    assert quoted.startswith("told IAM_S_••••")
    assert CREDENTIAL not in quoted
    assert "\\u202e: xxx" in quoted
    assert 100 < len(quoted) < 180
    assert re.search(r"… \(\+\d+\)$", quoted)


def test_a_short_text_is_quoted_whole():
    assert CONTEXT.sanitize("Account locked") == "Account locked"
