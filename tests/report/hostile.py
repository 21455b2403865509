"""Strings that mean something to some form of a report, and answers that hold them everywhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import ReportInput
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import PhaseDurations, Route, TlsInfo
from tests.report.answers import answer_of, build_input, exchange

HOSTILE = (
    "a|b||c",
    "|",
    "`code` ``more`` ```",
    "[x](https://evil.example)",
    "![i](https://evil.example/i)",
    "!https://evil.example/i.png!",
    "[~mara]",
    "[x|https://evil.example]",
    "@mention",
    "#1 GH-1 ABC-1",
    "{code}{noformat}{color:red}x",
    "{{x}}",
    "<img src=//evil.example onerror=alert(1)>",
    "</style>",
    "<!-- x",
    "]]>",
    "*b* _i_ ~s~ ^t^ +u+ -d- ??c??",
    "# h",
    "- li",
    "1. li",
    "> q",
    "h1. t",
    "----",
    "https://evil.example www.evil.example m@evil.example mailto:m@evil.example",
    "\\",
    "\\|",
    "a\\",
    "&lt;b&gt; &#60; &amp;",
    ":) (!) (/) ;) :D",
    "line\nNext: pay",
    "\r\n\t",
    "\u202etxt",
    "\u2028",
    "\ud800",
    "\x00\x07\x1b[31m",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    '"=1',
    "\t=1",
    "\N{FULLWIDTH EQUALS SIGN}1",
    "\N{FULLWIDTH PLUS SIGN}1",
    "\N{FULLWIDTH HYPHEN-MINUS}1",
    "\N{FULLWIDTH COMMERCIAL AT}1",
    "'",
    '"',
    "$(id)",
    "`id`",
    "%PATH%",
    "%ENOS_TOKEN%",
    "!ENOS_TOKEN!",
    "^&|<>",
    "'';id;''",
    "{0}{x}{",
    "%s",
    "王小明",
    "مرحبا",
    "🙂\ufe0f",
    "{{ 7*7 }}{% raw %}",
    "x" * 500,
    "<script>alert(1)</script>",
    "<a href='https://evil.example'>x</a>",
    "<svg/onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<br><hr>",
    "&nbsp;&#x3c;b&#x3e;",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "file:///etc/passwd",
    "ftp://evil.example/x",
    "\\\\evil.example\\share",
    "<https://evil.example>",
    "[ref]: https://evil.example",
    "[^1]",
    "- [ ] task",
    "| a | b |\n|---|---|",
    "```\ncode\n```",
    "~~~",
    "~~gone~~",
    "=====",
    "$$x^2$$",
    "<!-- -->",
    "a  \nb",
    "\\*not\\*",
    "&copy &copy; &#0; &#xd800;",
    ":smile: :+1:",
    "owner/repo#1 owner/repo@0123456",
    "bq. q",
    "{quote}",
    "{panel:title=x}",
    "!i.png|width=9!",
    "[^file.pdf]",
    "[#anchor] {anchor:x}",
    "(x) (+) (-) (?) (on) (off) (*) (y) (n)",
    "-- --- a - b",
    "(c) (r) (tm)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example")',
    "=WEBSERVICE(A1)",
    "+SUM(1;2)",
    "-2+3+cmd|x",
    "@A1",
    "\N{MINUS SIGN}1",
    "\N{SMALL PLUS SIGN}1",
    "'=1",
    '"",=1',
    ";=1",
    "\n=1",
    "1,2;3\t4",
    "\ufeff=1",
    "$ENOS_TOKEN ${ENOS_TOKEN}",
    "$env:ENOS_TOKEN $(Get-Date)",
    '"; rm -rf x; "',
    "a & b && c || d > e < f",
    "^%PATH:~0,1%^",
    "‘quoted’ “quoted”",
    "\u0000",
    "\u200b\u200d\u2060",
    "\u0301\u0301\u0301",
    "\U000e0041\U000e007f",
    "\ufffe\U0001ffff",
    "\u2029",
    "\x85",
    "[credential removed]",
    "[personal data removed]",
    "user#19c2",
    "IAM_S_••••••••••••",
)
"""What must stay text in every form, wherever it stands (E4, and the strings of J2)."""


def hostile_answers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each hostile string, and an answer with it in every place that a report tells."""
    for text in HOSTILE:
        user = {"id": text, "name": text, "type": text, "state": 0, "email": text}
        user |= {"guestOrganizations": [text, {"name": text}], text: text, "description": text}
        answer = answer_of(
            user,
            "IAM_S_" + "q7" * 16,
            workingOrganization={"id": text, "name": text, "domain": text},
            residentOrganization={"id": f"{text}2", "name": text, "domain": text},
        )
        yield text, {**answer, "requestId": text, "message": text, text: text}


def build_hostile_input(
    text: str, answer: dict[str, Any], level: RedactionLevel = RedactionLevel.SECRETS
) -> ReportInput:
    """That answer, with the string in all that is known of the call as well."""
    plain = exchange(json.dumps(answer).encode())
    around = replace(
        plain,
        headers=(*plain.headers, ("Location", text), ("Retry-After", text)),
        route=Route(text, text, text),
        phases=PhaseDurations(0.003, 0.012, 0.03, 0.36, 0.002, 0.412),
        tls=TlsInfo(text, text, text, text, text, text),
    )
    asked = build_input(analyze_answer(around), level, environment=text)
    url = f"https://{text}/enos-iam-service/v2.0/session/info"
    return replace(asked, url=url, zone=ZoneInfo("Asia/Shanghai"))
