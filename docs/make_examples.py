"""Writes docs/examples from the demo: `nox -s examples`.

One file of every format, always of the same session at the same time, with the same labels. The
PDF embeds the fonts that are installed.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from inspector_app.demo.scenarios import list_scenarios
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.redaction import Redaction
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.exchange import (
    SESSION_INFO_PATH,
    Exchange,
    PhaseDurations,
    Route,
    TlsInfo,
)
from inspector_app.session.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent / "examples"
HOST: Final = "apim-production.example.com"
SCENARIO: Final = "other_organization"
KEY: Final = b"the labels of these examples only"
ANSWERED_AT: Final = 1_800_000_000.0  # 2027-01-15 08:00:00 UTC
REPORTER_ZONE: Final = timezone(timedelta(hours=1), "CET")


def build_report_input() -> ReportInput:
    """Build the report input of the session that every example is about."""
    scenario = next(one for one in list_scenarios() if one.id == SCENARIO)
    answer = scenario.build_response(ANSWERED_AT)
    exchange = Exchange(
        status=answer.status,
        headers=(("Date", "Fri, 15 Jan 2027 08:00:00 GMT"), ("Content-Type", answer.content_type)),
        body=answer.body,
        sent_at=ANSWERED_AT - 0.365,
        headers_at=ANSWERED_AT,
        route=Route(HOST, trust_store="the operating system"),
        phases=PhaseDurations(0.0031, 0.0124, 0.0298, 0.3652, 0.0015, 0.412),
        tls=TlsInfo(
            version="TLSv1.3",
            cipher="TLS_AES_256_GCM_SHA384",
            subject=f"CN={HOST}",
            issuer="CN=Example Corporate CA",
            not_before="2026-10-01 00:00:00 UTC",
            not_after="2027-10-01 00:00:00 UTC",
        ),
    )
    token = Token(scenario.token)
    return ReportInput(
        environment="Production",
        judge_input=JudgeInput(analyze_answer(exchange, token), ANSWERED_AT + 2, token=token),
        redaction=Redaction(KEY, credentials=Credentials((scenario.token,))),
        zone=REPORTER_ZONE,
        url=f"https://{HOST}{SESSION_INFO_PATH}",
    )


def iter_examples() -> Iterator[tuple[str, bytes]]:
    """Iterate over name and content of each file."""
    report = redact_report(build_report_input())
    for form in ReportFormat:
        yield f"session{form.suffix}", render_report(report, form)


def render_pdf() -> tuple[str, bytes]:
    """Render the same as PDF, which needs Qt."""
    os.environ["QT_HASH_SEED"] = "0"  # else the order of the fonts in it is another each time
    from PySide6.QtGui import QGuiApplication

    from inspector_app.desktop.export import pdf_renderer
    from inspector_app.desktop.export.printable_report import build_printable_report

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(["examples"])
    content, _pages = pdf_renderer.render_pdf(
        build_printable_report(redact_report(build_report_input())), "session"
    )
    del application
    return "session.pdf", content


def main() -> None:
    """Write all example files."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in (*iter_examples(), render_pdf()):
        (FOLDER / name).write_bytes(content)
        print(FOLDER / name, len(content), "bytes")


if __name__ == "__main__":
    main()
