"""“Session valid” is earned: an answer that is changed out of its proof is never green."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.report.redaction import Redaction, RedactionLevel, redact_analyzed_answer
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.doubts import DoubtKind
from inspector_app.session.severity import Severity
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, changed, exchange

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.verdict_model import Verdict

NEWER = changed("success", {"session.status": 1, "session.ssoLogin": False, "code": 0})
LISTED = changed("success", {"session": [SUCCESS["session"]]})
EXTENDED = changed(
    "success",
    {
        "traceId": "7f",
        "session.region": "eu",
        "session.expiredAt": None,
        "session.user.title": "Failure analyst",
        "session.lastError": None,
        "error": None,
        "message": "OK",
    },
)
WITHOUT_TIMES = changed("success", {}, ("session.createTime", "session.expires"))
VALID = {
    "documented": SUCCESS,
    "newer": NEWER,
    "listed": LISTED,
    "extended": EXTENDED,
    "without times": WITHOUT_TIMES,
}
NO_STATE = ["", -1, 2, 9, 1.5, "ENABLED", [0], {"a": 0}, True, "0x0", 10**40]
ENDED = [
    "session expired",
    "User login session expired; Organization does not exist",
    "Authenticated.",
    "invalid token",
    "会话已过期",
    "gone",
    7,
    ["expired"],
]
ERRORS: list[tuple[str, Any]] = [
    ("error", "expired"),
    ("error", {"code": 401}),
    ("errors", ["x"]),
    ("errorCode", 30401),
    ("err_msg", "refused"),
    ("exception", "SessionGone"),
    ("isExpired", True),
    ("expired", "true"),
    ("revoked", 1),
    ("valid", False),
    ("active", 0),
    ("loggedOut", "user was logged out"),
    ("reason", "signed in elsewhere"),
    ("detail", {"text": ["session not found"]}),
    ("说明", "会话失效"),
]


def body_of(answer: Any, repeated: str = "") -> bytes:
    """The answer as JSON; ``repeated`` is a member that comes once more, after the first brace."""
    text = json.dumps(answer)
    return (f"{{{repeated}, {text[1:]}" if repeated else text).encode()


def session_of(answer: dict[str, Any]) -> dict[str, Any]:
    session: Any = answer["session"]
    found: dict[str, Any] = session[0] if isinstance(session, list) else session
    return found


REPEATED = [
    *('"status": 401', '"success": false', '"session": null', '"session": {"id": "1"}'),
    *('"message": "over"', '"Status": 30404', '"session": []'),
]
SPOILERS: dict[str, list[tuple[str, str, list[Any]]]] = {
    "success": [("answer", "status", ["removed", None, "OK", 1, 200, "", True, 0.5, [0]])],
    "code": [("answer", "code", ["SESSION_EXPIRED", 401, {}, True])],
    "id": [("session", "id", ["removed", None, "", " ", 7, {}, [], True])],
    "user": [("session", "user", ["removed", None, {}, "x", [], {"state": 0}, {"id": "u1"}])],
    "state": [("user", "state", ["removed", None, *NO_STATE])],
    "password": [("user", "passwordState", NO_STATE)],
    "session status": [("session", "status", NO_STATE)],
    "message": [("answer", "message", ENDED), ("answer", "msg", ENDED)],
    "error": [(place, name, [value]) for place in ("answer", "session") for name, value in ERRORS],
    "sessions": [("answer", "session", ["two sessions", [], {}, "x", None, "removed"])],
}


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[bytes, int, str]:
    """A valid answer with one thing done to its proof: body, HTTP status, token that was sent."""
    answer = copy.deepcopy(draw(st.sampled_from(list(VALID.values()))))
    session = session_of(answer)
    kind = draw(st.sampled_from(["token", "status", "repeated", *SPOILERS]))
    if kind == "token":
        random = draw(st.text("abcXYZ789", min_size=26, max_size=40))
        return body_of(answer), 200, f"IAM_S_{random}"
    if kind == "status":
        return body_of(answer), draw(st.integers(201, 299) | st.integers(400, 599)), CREDENTIAL
    if kind == "repeated":
        return body_of(answer, draw(st.sampled_from(REPEATED))), 200, CREDENTIAL
    owner = {"answer": answer, "session": session, "user": session["user"]}
    place, name, values = draw(st.sampled_from(SPOILERS[kind]))
    value = draw(st.sampled_from(values))
    if value == "removed":
        owner[place].pop(name, None)
    else:
        owner[place][name] = [session, None] if value == "two sessions" else value
    return body_of(answer), 200, CREDENTIAL


def judged(body: bytes, status: int = 200, token: str = CREDENTIAL) -> Verdict:
    sent = Token(token)
    return judge(JudgeInput(analyze_answer(exchange(body, status), sent), NOW, token=sent))


@pytest.mark.parametrize("name", VALID)
def test_what_is_proven_is_valid(name):
    found = judged(body_of(VALID[name]))

    assert (found.code, found.severity) == (VerdictCode.VALID, Severity.GOOD)


@settings(max_examples=400, deadline=None)
@given(spoiled())
def test_no_answer_that_lost_its_proof_is_green(one):
    """J4."""
    body, status, token = one
    found = judged(body, status, token)

    assert found.code is not VerdictCode.VALID, body
    assert found.severity is not Severity.GOOD


@settings(max_examples=100, deadline=None)
@given(spoiled(), st.sampled_from(RedactionLevel))
def test_redaction_removes_no_doubt(one, level):
    """E1: the reasons may be among what is removed."""
    body, status, token = one
    analyzed = analyze_answer(exchange(body, status), Token(token))

    redacted = redact_analyzed_answer(analyzed, Redaction(b"k" * 32, level))

    plain, again = judge(JudgeInput(analyzed, NOW)), judge(JudgeInput(redacted, NOW))
    assert (again.code, again.severity) == (plain.code, plain.severity)
    assert {one.code for one in again.findings} >= {
        FindingCode(doubt.kind.value) for doubt in analyzed.doubts
    }


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("eyJhbGci.eyJzdWIi.c2ln", VerdictCode.VALID),
        ("opaque", VerdictCode.VALID),
        ("APP_PORTAL_S_" + "a" * 32, VerdictCode.UNPROVEN),
        ("IAM_S_" + "a" * 32, VerdictCode.UNPROVEN),
    ],
)
def test_the_id_of_a_session_alone_is_compared_with_the_answers(token, code):
    assert judged(body_of(SUCCESS), token=token).code is code


@pytest.mark.parametrize(
    ("token", "code"),
    [
        (CREDENTIAL, VerdictCode.UNPROVEN),
        ("APP_PORTAL_S_" + "a" * 32, VerdictCode.VALID),
        ("opaque", VerdictCode.VALID),
    ],
)
def test_an_answer_of_the_portal_says_nothing_of_a_session_id(token, code):
    """Something answered in the session service's place: no portal token was asked about."""
    data = {"userId": "u1", "userName": "a", "currentOrgId": "o1", "currentOrgName": "b"}
    body = body_of({"code": 0, "message": "OK", "data": data})
    assert judged(body, token=token).code is code


@pytest.mark.parametrize("sent", [f"{CREDENTIAL}x", f"{CREDENTIAL}\u00e9", "x" * 8193])
def test_an_id_that_is_not_the_one_sent_is_anothers_though_it_can_be_no_token(sent):
    answer = {**SUCCESS, "session": {**session_of(SUCCESS), "id": sent}}
    assert FindingCode.OTHER_SESSION in {one.code for one in judged(body_of(answer)).findings}


@pytest.mark.parametrize("status", [200, 201])
def test_that_the_answer_is_about_another_session_is_said_once_and_before_all_other_doubts(status):
    """Whoever hears of the token: who analyzes the answer, who judges it, or both."""
    other, answer = Token(f"{CREDENTIAL}x"), exchange(json.dumps(SUCCESS).encode(), status)
    wanted = [FindingCode.OTHER_SESSION, FindingCode.UNUSUAL_STATUS][: 1 + (status != 200)]
    for analyzed, token in (
        (analyze_answer(answer, other), other),
        (analyze_answer(answer, other), None),
        (analyze_answer(answer), other),
    ):
        found = judge(JudgeInput(analyzed, NOW, token=token))
        assert found.code is VerdictCode.UNPROVEN
        kinds = {kind.value for kind in DoubtKind}
        assert [one.code for one in found.findings if one.code.value in kinds] == wanted


@pytest.mark.parametrize(
    "beside",
    [
        {f"error{number}": 1 for number in range(200)},
        {f"s{number}": {"session": {"id": "a"}} for number in range(200)},
    ],
)
def test_of_many_places_a_hundred_are_told(beside):
    """R3: an answer may have hundreds of thousands, and is judged each second."""
    (doubt,) = analyze_answer(exchange(SUCCESS | beside)).doubts
    assert len(doubt.evidence) == 100


def test_every_doubt_has_a_finding_of_its_name():
    assert {kind.value for kind in DoubtKind} <= {code.value for code in FindingCode}


@pytest.mark.parametrize(
    "name",
    [
        *("error", "errors", "err", "exception", "fault", "failure", "failed", "fail", "invalid"),
        *("invalidated", "inactive", "expired", "revoked", "ended", "terminated", "closed"),
        *("deleted", "disabled", "blocked", "locked", "suspended", "kicked", "logout", "denied"),
        *("rejected", "refused", "unauthorized", "unauthenticated"),
    ],
)
def test_each_word_for_an_error_or_an_end_is_a_doubt(name):
    found = analyze_answer(exchange(changed("success", {f"session.{name}": True})))
    assert DoubtKind.CONTRARY_WORDS in {one.kind for one in found.doubts}


def kinds_of(path: str, value: Any, base: str = "success") -> list[str]:
    found = analyze_answer(exchange(changed(base, {path: value})))
    return [one.kind.value for one in found.doubts]


def of(value: Any) -> list[str]:
    return kinds_of("session.x", value)


WORDS = ["contrary_words"]
NONE: list[Any] = []
EMPTY: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (["expired", *["fine"] * 998], WORDS),
        (["fine"] * 998 + ["expired"], WORDS),
        (["fine"] * 999 + ["expired"], []),
        (["expired", ["fine"] * 997], WORDS),
        (["expired", ["fine"] * 998], []),
        ({"a": {"b": {"c": "denied"}}}, WORDS),
        ({f"m{number}": "fine" for number in range(999)} | {"z": "expired"}, []),
        (" " * 1993 + "expired", WORDS),
        (" " * 1994 + "expired", []),
        ("suspense", []),
        ("no such user", WORDS),
        ("LOGGED OUT", WORDS),
        ("sign-out", WORDS),
        ("please sign in again", WORDS),
        ("unauthorised", WORDS),
        ("已失效", WORDS),
        (["登出"], WORDS),
    ],
)
def test_a_text_that_speaks_of_an_end_is_looked_for_as_far_as_the_first_thousand(value, said):
    assert of(value) == said


@pytest.mark.parametrize(
    ("name", "value", "is_doubt"),
    [
        *(("error", one, False) for one in (None, "", "OK", " none ", "False", "no", "0", 0)),
        *(("error", one, False) for one in (NONE, EMPTY, False, "[credential removed]", "成功")),
        *(("error", one, True) for one in ("0.0", True, 1, -1, "x", [0], {"a": None}, "NO!")),
        *(("active", one, True) for one in (False, 0, 0.0, "false", " NO ", "0")),
        *(("active", one, False) for one in (True, 1, "", None, "yes", NONE, EMPTY, "off")),
        *((name, True, False) for name in ("errorTime", "expiredAt", "failedCount", "lockedUntil")),
        *((name, False, False) for name in ("activeSeconds", "validBefore", "onlineDate")),
        *((name, True, True) for name in ("isExpired", "LOGIN_FAILED", "hasErr", "kicked-out")),
        *((name, False, True) for name in ("isAlive", "online", "ENABLED", "authenticated")),
        *((name, True, False) for name in ("terror", "defaulted", "validation", "erratic")),
    ],
)
def test_a_name_that_speaks_of_an_error_counts_with_what_it_says(name, value, is_doubt):
    assert kinds_of(f"session.{name}", value) == (WORDS if is_doubt else [])
    assert kinds_of(f"session.user.{name}", value) == (WORDS if is_doubt else [])


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("session.user.note", "expired", []),
        ("session.secretHint", "expired", []),
        ("session.token", "expired yesterday", []),
        ("session.workingOrganization.error", True, []),
        ("message", None, []),
        ("message", " Success! ", []),
        ("message", "ok.\r\n", []),
        ("message", 0, WORDS),
        ("msg", "fine", WORDS),
        ("session.message", "fine", []),
        ("detail", "expired", WORDS),
    ],
)
def test_where_a_word_stands_tells_whether_it_counts(path, value, said):
    assert kinds_of(path, value) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"session.id": " "}, ["session_incomplete"]),
        ({"session.user.id": None, "session.user.name": " "}, ["session_incomplete"]),
        ({"session.user.id": 7, "session.user.name": None}, []),
        ({"session.user.id": None}, []),
        ({"session.user.state": None}, ["session_incomplete"]),
        ({"session.user.state": 2}, ["unknown_state"]),
        ({"session.user.password_state": 2}, ["unknown_state"]),
        ({"session.user.password_state": 2, "session.user.authType": 2}, []),
        ({"session.user.password_state": 2, "session.user.authType": 1}, ["unknown_state"]),
        ({"session.status": 3}, ["unknown_state"]),
        ({"status": None}, ["success_unclear"]),
        ({"code": 200}, []),
        ({"code": 201}, []),  # no success then
        ({"success": "maybe"}, ["success_unclear"]),
        (dict.fromkeys(("success", "successful", "fail", "failed")), ["success_unclear"]),
        (dict.fromkeys(("success", "successful", "fail")), []),
        ({"session.user.Name": "portal_test01"}, []),
        ({"session.user.NAME": "other"}, ["fields_disagree"]),
        ({"session.user.auth_type": 0.0}, []),
        ({"session.user.auth-type": 1}, ["fields_disagree"]),
        ({"session.user.auth_type": None}, []),
        ({"session.user.auth_type": False}, ["fields_disagree"]),
        ({"session.user.a\nb": 1, "session.user.Auth_Type": 1}, ["fields_disagree"]),
        ({"session.user.FOO": 1, "session.user.foo": 2}, []),
    ],
)
def test_each_piece_of_the_proof_is_asked_for(changes, said):
    found = analyze_answer(exchange(changed("success", changes)))
    assert [one.kind.value for one in found.doubts] == said
