"""Every line of the reports of all labelled answers, in each form and at each level of redaction.

``reports.json`` holds each line once, at the first report that has it, and of each report a
checksum. After a change of words or lines, ``python -m tests.report.test_pinned_reports`` writes it
anew; what then differs is what the change has done, and is to be read line by line.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

from inspector_app import __version__
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.many_rows import RowPlace, build_row, render_csv, render_json
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.report.saved_answers.models import SavedAnswer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.exchange import Exchange, PhaseDurations, TlsInfo
from inspector_app.session.lifetimes import ExpiryPolicy
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.answers import KEY, render
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, earlier_of, token_of

FILE = Path(__file__).parent / "reports.json"
URL = "https://apim-test.example.com/enos-iam-service/v2.0/session/info"
ZONE = timezone(timedelta(hours=8), "CST")
PHASES = PhaseDurations(0.01, 0.02, 0.03, 0.3, 0.04, 0.41)
TLS = TlsInfo(
    *("TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=apim-test.example.com", "CN=Example CA"),
    *("2019-01-01 00:00:00 UTC", "2019-08-10 13:06:12 UTC"),
)
FULL = ("companion-disabled-and-left", "portal-app-access", "valid-new-fields")
STYLE = re.compile(r"<style>.*?</style>|<script>.*?</script>", re.DOTALL)


def build_input(name, level, number):
    """The input of a report; what else may be known of an answer is known of every second or so."""
    scenario, analyzed = SCENARIOS[name], analyzed_of(SCENARIOS[name])
    analyzed = replace(analyzed, call_result=replace(analyzed.call_result, phases=PHASES))
    if isinstance(analyzed.call_result, Exchange):
        analyzed = replace(analyzed, call_result=replace(analyzed.call_result, tls=TLS))
    result = analyzed.call_result
    is_saved = number % 5 == 4 and isinstance(result, Exchange)
    return ReportInput(
        "Production",
        JudgeInput(
            analyzed,
            scenario.get("now", scenario.get("local_clock", NOW)) + 2,
            scenario.get("expected_organization", ""),
            token=token_of(scenario),
            earlier=earlier_of(scenario),
        ),
        Redaction(KEY, level),
        supported_expiry=(None, *ExpiryPolicy)[number % 3],
        zone=ZONE,
        url=URL if number % 4 else "",
        saved=SavedAnswer(result) if is_saved else None,
        note="CASE-17" if number % 2 else "",
    )


def build_all():
    """Each labelled answer in a form and at a level of its own, and a few in all of them."""
    every = [(form, level) for form in ReportFormat for level in RedactionLevel]
    for name in SCENARIOS:
        number = zlib.crc32(name.encode())
        yield name, *every[number % len(every)], number // len(every) % 60
    for name in FULL:
        for number, (form, level) in enumerate(every):
            yield name, form, level, number + 1


def list_lines(name, form, level, number):
    asked = build_input(name, level, number)
    text = render(asked, form).decode().replace(__version__, "VERSION")
    if form is ReportFormat.CSV:
        row = build_row(redact_report(asked), RowPlace(number + 1, number + 3, "3f9c21d0"))
        text += (render_csv([row], str) + render_json([row])).decode()
    return STYLE.sub("", text).split("\n")


def pin_all():
    return pin_lines(
        (f"{name} {form.value} {level.value} {number}", list_lines(name, form, level, number))
        for name, form, level, number in build_all()
    )


def test_every_line_of_every_report_is_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
