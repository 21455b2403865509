"""What becomes of a result that is kept, masked, locked, compared or reported.

After a change that was meant, ``python -m tests.inspection.test_pinned_results`` writes
``results.json`` anew.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import Path

from inspector_app.history.entry import Origin
from inspector_app.inspection.compared_results import compare_results, redact_compared
from inspector_app.inspection.history_entries import build_entry, build_redacted_entry, open_entry
from inspector_app.inspection.locked_result import get_fingerprint, lock_result
from inspector_app.inspection.masked_result import mask_result, unmask_result
from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.run_inspection import InspectionResult
from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.token import Token
from inspector_app.settings.environment import Environment
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.answers import KEY
from tests.report.saved_answers.test_file_parser import exported
from tests.session.answers import NOW
from tests.session.presentation.test_pinned_rows import list_rows
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, earlier_of, token_of

FILE = Path(__file__).parent / "results.json"
NAMES = (
    *("valid-documented", "companion-disabled-and-left", "portal-app-access", "failure-timed-out"),
    *("session-30404-early", "error-502-page", "valid-works-elsewhere", "unproven-other-session"),
    *("valid-read-twice-and-moved", "companion-expected-listed", "token-401-portal"),
)
ENVIRONMENT = Environment("e1", f"Production {'x' * 300}", "https://apim-test.example.com")
TOKEN = Token("IAM_S_" + "y4Kb" * 8)
PORTAL_TOKEN = Token("APP_PORTAL_S_" + "y4Kb" * 8)
ZONE = timezone(timedelta(hours=8))


def build_result(name):
    analyzed = analyzed_of(SCENARIOS[name])
    usual = PORTAL_TOKEN if name.startswith("portal") else TOKEN
    return InspectionResult(
        ENVIRONMENT,
        "apim-test.example.com",
        f"https://apim-test.example.com/x?token={TOKEN.reveal()}",
        True,
        (),
        JudgeInput(
            analyzed,
            NOW,
            token=token_of(SCENARIOS[name]) or usual,
            earlier=earlier_of(SCENARIOS[name]),
        ),
        ExpiryPolicy.SLIDING,
        build_outline(analyzed),
        None,
    )


def list_result(result, expected):
    for later in (0, 8000):
        verdict = result.judge(NOW + later, expected)
        yield f"{verdict.code.value} {verdict.severity.value} {verdict.sentence}"
    rows = json.dumps(list(list_rows(result.outline)))
    yield f"{zlib.crc32(rows.encode()):08x} {result.host} {result.supported_expiry}"
    yield f"{result.environment.name[:12]} {result.is_token_from_vault} {get_fingerprint(result)}"


def list_entry(entry):
    shown = replace(entry, content=b"")
    yield f"{shown} {len(entry.content) > 0}"
    try:
        opened = open_entry(replace(entry, number=7))
    except UnreadableFileError as error:
        yield str(error.message)
        return
    yield f"{opened.number} {opened.fingerprint} {opened.url} {opened.notes}"
    yield from list_result(opened, "")


def list_all(name):
    result = build_result(name)
    expected = SCENARIOS[name].get("expected_organization", "o9")
    yield from list_result(result, expected)
    masked = mask_result(result, KEY)
    assert unmask_result(masked) is unmask_result(result) is result
    yield from list_result(masked, expected)
    locked = lock_result(masked)
    assert lock_result(locked) is locked
    yield from list_result(locked, expected)
    yield f"{len(locked.url)} {locked.judge_input.token}"
    note = f"seen  {TOKEN.reveal()}\n" + "n" * 300
    yield from list_entry(build_entry(masked, KEY, Origin.WATCHED, note))
    yield from list_entry(build_entry(result, KEY))
    yield from list_entry(build_redacted_entry(result, KEY, Origin.OPENED))
    for level in RedactionLevel:
        data, _ = exported(analyzed_of(SCENARIOS[name]), level)
        saved = analyze_saved_data(data, NOW - 5)
        yield from list_result(saved, expected)
        made = build_report_input(
            saved, Redaction(KEY, RedactionLevel.SECRETS), NOW, ZONE, "o1", "n"
        )
        yield f"{made.redaction.level} {made.environment} {made.note} {made.zone} {made.url}"
        yield f"{made.judge_input.now - NOW:.1f} {made.judge_input.expected_organization}"
        other = build_result("valid-works-elsewhere")
        for a, b in ((result, saved), (saved, saved), (other, result)):
            for is_shared in (False, True):
                found = compare_results(a, b, KEY, is_shared=is_shared)
                rows = [
                    f"{row.aspect.value} {row.a.text} {row.b.text}" for row in found.comparison.rows
                ]
                yield f"{is_shared} {found.tree.counts} {rows}"
        redacted = redact_compared(result, saved, KEY, level, NOW, UTC)
        yield f"{redacted.a.level} {redacted.b.level} {redacted.a.judged_at - NOW:.1f}"


def pin_all():
    return pin_lines((name, list_all(name)) for name in NAMES)


def test_each_result_becomes_what_it_became():
    found = pin_all()
    assert TOKEN.reveal()[6:] not in json.dumps(found)
    assert_pinned(found, FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
