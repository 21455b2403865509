"""Generated answers of invented people, and what must not be found in what is made of them."""

import json
import random
import string
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.analyzed_answer import AnalyzedAnswer, analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.exchange import Exchange, PhaseDurations, Route
from inspector_app.session.translatable_text import Text

NOW = 1_800_000_000.0
KEY = b"k" * 32
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"


def exchange(body: bytes, status: int = 200) -> Exchange:
    return Exchange(
        status=status,
        headers=(("Date", DATE), ("Content-Type", "application/json"), ("Set-Cookie", "a=b")),
        body=body,
        sent_at=NOW - 0.3,
        headers_at=NOW,
        route=Route("apim.example.com"),
        phases=PhaseDurations(total=0.412),
    )


def examined(answer: Any, status: int = 200) -> AnalyzedAnswer:
    return analyze_answer(exchange(json.dumps(answer).encode(), status))


def build_input(
    analyzed: AnalyzedAnswer,
    level: RedactionLevel = RedactionLevel.PERSONAL,
    credentials: tuple[str, ...] = (),
    environment: str = "Production",
) -> ReportInput:
    return ReportInput(
        environment, JudgeInput(analyzed, NOW + 2), Redaction(KEY, level, Credentials(credentials))
    )


def with_judge_input(report_input: ReportInput, **changes: Any) -> ReportInput:
    """The input with something else known of the answer that is judged."""
    return replace(report_input, judge_input=replace(report_input.judge_input, **changes))


def render(
    report_input: ReportInput,
    report_format: ReportFormat,
    translate: Callable[[Text], str] = str,
) -> bytes:
    """The report as it leaves the app: redacted, rendered, and scanned for credentials."""
    return render_report(redact_report(report_input), report_format, translate)


def render_text(report_input: ReportInput, translate: Callable[[Text], str] = str) -> str:
    """The report as it is pasted into a ticket."""
    return render(report_input, ReportFormat.TEXT, translate).decode().removesuffix("\n")


def answer_of(user: Any, token: str, **session: Any) -> dict[str, Any]:
    return {
        "fail": False,
        "session": {
            "workingOrganization": {"domain": "db_north", "name": "Wind North", "id": "o2"},
            "expires": 7200,
            "createTime": int(NOW) - 700,
            "residentOrganization": {"domain": None, "name": "Head Office", "id": "o1"},
            "refreshTime": int(NOW) - 360,
            "id": token,
            "user": user,
            **session,
        },
        "success": True,
        "requestId": None,
        "failed": False,
        "message": "",
        "status": 0,
        "successful": True,
    }


@dataclass(frozen=True)
class Generated:
    """An answer, the credential in it and the personal data in it."""

    answer: dict[str, Any]
    credential: str
    personal: tuple[str, ...] = field(default=())

    @property
    def examination(self) -> AnalyzedAnswer:
        return examined(self.answer)


_LETTERS = string.ascii_letters + string.digits


@st.composite
def answers(draw: st.DrawFn) -> Generated:
    """Answers of any documented form, now and then with what nothing documents."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    odd = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
    personal: list[str] = []

    def someone() -> str:
        tail = "".join(chance.choices(_LETTERS, k=8))
        personal.append(f"{chance.choice(['', odd, '王小明'])}Q{tail}q")
        return personal[-1]

    def maybe(value: Any) -> Any:
        return chance.choice([value, value, None, ""])

    def organization() -> Any:
        return {"id": someone(), "name": maybe(someone()), "domain": maybe(someone())}

    prefix = chance.choice(["IAM_S_", "APP_PORTAL_S_", "opaque-"])
    credential = prefix + "".join(chance.choices(_LETTERS, k=32))
    user = {
        "id": someone(),
        "name": someone(),
        "email": maybe(f"{someone()}@example.com"),
        "phone": maybe(someone()),
        "description": maybe(someone()),
        "extra": maybe({"nickname": someone(), "likes": [someone()]}),
        "createdByUserId": maybe(someone()),
        "resourceId": maybe(someone()),
        "organizationId": someone(),
        "organization": maybe(organization()),
        "guestOrganizations": chance.choice([None, [organization(), someone()]]),
        "type": chance.randrange(4),
        "state": chance.randrange(3),
        "password_state": 0.0,
        "nickname": maybe(someone()),
        "roles": {someone(): someone(), "of": {someone(): True}},
    }
    answer = answer_of(
        chance.choice([user, user, [user], user["name"]]),
        credential,
        workingOrganization=organization(),
        residentOrganization=chance.choice([organization(), someone(), None]),
        history={"before": [credential, f"id={credential};"], credential: 1},
    )
    answer["message"] = f"{user['name']} ({user['email']}) came with {credential}"
    if draw(st.booleans()):
        answer["session"] = [answer["session"]]
    return Generated(answer, credential, tuple(personal))
