"""Only a server's own page says that a certificate of this computer is wanted."""

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, VerdictCode
from inspector_app.session.severity import Severity
from tests.session.answers import NOW, exchange

LINE = b"<center>No required SSL certificate was sent</center>"
PAGE = b"<html><body>" + LINE + b"</body></html>"


@pytest.mark.parametrize(
    ("status", "body", "is_meant"),
    [
        (400, PAGE, True),
        (496, PAGE, True),
        (401, PAGE, False),
        (200, PAGE, False),
        (400, b"<html>Bad Request</html>", False),
        (400, PAGE.lower(), False),
        (400, b"<html>" + b" " * (4096 - 6 - len(LINE)) + LINE, True),
        (400, b"<html>" + b" " * (4097 - 6 - len(LINE)) + LINE, False),
    ],
)
def test_it_is_told_from_any_other_page(status, body, is_meant):
    """N8: after TLS 1.3's handshake the refusal comes as a page."""
    verdict = judge(JudgeInput(analyze_answer(exchange(body, status)), NOW))
    assert (verdict.code is VerdictCode.TLS_REFUSED) is is_meant
    if is_meant:
        assert verdict.severity is Severity.BAD
        assert verdict.action is SuggestedAction.CHECK_CONNECTION
        assert f"(HTTP {status})" in str(verdict.detail)
