"""An answer of a queue shows nothing of the tokens of other entries, however they are written."""

import base64
import json
from dataclasses import replace
from datetime import UTC

import pytest

from inspector_app.inspection.history_entries import build_entry, open_entry
from inspector_app.inspection.many_entries import collect_credentials
from inspector_app.inspection.many_inspection import mask_others
from inspector_app.inspection.many_summary import summarize
from inspector_app.report.many_rows import render_csv, render_json
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Failure, FailureKind
from inspector_app.session.parsing.json_document import dump_json
from inspector_app.session.time_format import TimeContext
from tests.inspection.test_many import entries_of
from tests.inspection.test_many_summary import TOKEN, result_of
from tests.report.answers import KEY, answer_of, exchange
from tests.session.test_provenance import iter_nodes

OTHER = "Kp3sWx8b" * 4
ENTRIES = entries_of([TOKEN, f"IAM_S_{OTHER}"])
KNOWN = collect_credentials(ENTRIES)

DISGUISES = {
    "as it is": OTHER,
    "read backwards": OTHER[::-1],
    "in the other case": OTHER.swapcase(),
    "in marks": "-".join(OTHER),
    "in base64": base64.b64encode(OTHER.encode()).decode(),
    "in hexadecimal digits": OTHER.encode().hex(),
    "in its numbers": [ord(one) for one in OTHER],
    "in pieces": [OTHER[:10], OTHER[10:21], OTHER[21:]],
    "in pieces with names": {"a": OTHER[:10], "b": OTHER[10:21], "c": OTHER[21:]},
    "as a name": {OTHER: 1},
}


def shows_nothing(text):
    """Whether no run of the other token is in a text, its marks, case and direction aside."""
    letters = "".join(one for one in text.lower() if one.isalnum())
    parts = [OTHER.lower(), OTHER.lower()[::-1], OTHER.encode().hex()]
    parts += [base64.b64encode(OTHER.encode()).decode().lower(), "75112511"]
    return not any(one[at : at + 8] in letters for one in parts for at in range(0, len(one), 8))


@pytest.mark.parametrize("disguise", DISGUISES)
def test_another_entrys_token_is_masked_in_tree_history_and_rows(disguise):
    """A1."""
    user = {"id": "u1", "name": "mara.lindqvist", "state": 0}
    answered = result_of(answer_of(user, TOKEN, extra=DISGUISES[disguise]))
    masked = mask_others(answered, KNOWN)
    at = TimeContext(0.0, UTC)
    nodes = list(iter_nodes(masked.outline))
    rows = [f"{one.label}{one.value}{one.format_meaning(at)}" for one in nodes]
    is_shown_apart = disguise == "in its numbers"  # as of the answer's own: a row for each
    assert is_shown_apart or shows_nothing("".join(rows))
    kept = open_entry(build_entry(masked, KEY)).analyzed.document
    assert kept is not None
    assert shows_nothing(dump_json(kept.root, None))
    for level in RedactionLevel:
        row = summarize(ENTRIES[0], masked, KEY, level, UTC)
        assert row.code == "valid"
        assert shows_nothing((render_json([row]) + render_csv([row], str)).decode())


def test_it_is_masked_in_headers_pages_and_failures_too():
    """A1."""
    user = {"id": "u1", "name": "mara.lindqvist", "state": 0}
    answer = exchange(json.dumps(answer_of(user, TOKEN)).encode())
    failed = Failure(FailureKind.REDIRECTED, answer.route, 0.0, detail=OTHER[:17])
    for one in (
        replace(answer, headers=(*answer.headers, ("X-Debug", OTHER.lower()))),
        replace(answer, body=f"<p>{OTHER}</p>".encode()),
        failed,
    ):
        own = result_of(answer_of(user, TOKEN))
        analyzed = analyze_answer(one)
        result = replace(own, judge_input=replace(own.judge_input, analyzed=analyzed))
        assert not result.analyzed.credentials.has_match(OTHER)
        assert mask_others(result, KNOWN).analyzed.credentials.has_match(OTHER)


def test_an_answer_without_any_stays_as_it_is():
    answered = result_of(answer_of({"id": "u1", "name": "mara.lindqvist", "state": 0}, TOKEN))
    assert mask_others(answered, KNOWN) is answered
