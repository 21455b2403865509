"""What is said of a body that is not JSON: the words of a page or a text, and what it is."""

import gzip
import json

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.token import Token
from tests.session.answers import NOW, SUCCESS, exchange

TOKEN = "IAM_S_" + "Wq7xKd2v" * 16
SIGN_IN = "\u767b\u5165"


def judge_body(body, status=200, content_type="text/html", token=None):
    sent = None if token is None else Token(token)
    answer = exchange(body, status, headers=(("Content-Type", content_type),))
    return judge(JudgeInput(analyze_answer(answer, sent), NOW, token=sent))


@pytest.mark.parametrize(
    ("page", "content_type"),
    [
        (f"<title>{SIGN_IN}</title>".encode(), "text/html"),
        (f"<title>{SIGN_IN}</title>".encode("gbk"), "text/html; charset=GBK"),
        (f"<meta charset='gb2312'><title>{SIGN_IN}</title>".encode("gbk"), "text/html"),
        (f'<meta content="text/html; charset=big5"><title>{SIGN_IN}</title>'.encode("big5"), ""),
    ],
)
def test_a_page_is_told_by_its_title_in_its_own_encoding(page, content_type):
    verdict = judge_body(page, content_type=content_type)
    assert verdict.code is VerdictCode.NOT_ENOS
    assert f"titled \u201c{SIGN_IN}\u201d" in str(verdict.detail)


@pytest.mark.parametrize("charset", ["", "; charset=utf-7", "; charset=none", "; charset=idna"])
def test_a_title_in_an_encoding_that_is_not_known_is_left_out(charset):
    page = f"<title>{SIGN_IN}</title>".encode("gbk")
    verdict = judge_body(page, content_type=f"text/html{charset}")
    assert "A web page came instead (HTTP 200)" in str(verdict.detail)


@pytest.mark.parametrize("status", [200, 401, 403, 418])
def test_a_plain_text_is_quoted_and_says_nothing_of_the_session(status):
    verdict = judge_body(b"RBAC: access\n denied", status, "text/plain")
    assert verdict.code is VerdictCode.UNREADABLE
    assert "plain text" in str(verdict.sentence)
    assert "\u201cRBAC: access denied\u201d" in str(verdict.detail)
    assert "cannot be told" in str(verdict.detail)


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_plain_text_is_quoted_beside_what_the_status_says(status):
    verdict = judge_body(b"no healthy upstream", status, "text/plain")
    assert verdict.code in {VerdictCode.WRONG_PATH, VerdictCode.GATEWAY_ERROR}
    assert "\u201cno healthy upstream\u201d" in str(verdict.detail)


def test_a_token_in_a_plain_text_is_masked():
    """A1: whatever is quoted went through it."""
    verdict = judge_body(f"no session {TOKEN} here".encode(), 401, "text/plain", TOKEN)
    assert "no session" in str(verdict.detail)
    assert TOKEN[6:22] not in str(verdict)


def test_a_compressed_body_is_named():
    verdict = judge_body(gzip.compress(json.dumps(SUCCESS).encode()), 200, "application/json")
    assert "compressed" in str(verdict.detail)
