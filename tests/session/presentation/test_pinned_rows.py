"""All that is shown of every labelled answer, row by row.

``rows.json`` holds each row once, at the first answer that has it, and of each answer a checksum of
all its rows. After a change of words or rows, ``python -m
tests.session.presentation.test_pinned_rows`` writes it anew; what then differs is what the change
has done, and is to be read line by line.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path

from inspector_app.session.exchange import Exchange, PhaseDurations, TlsInfo
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.presentation.application_outline import (
    ApplicationNode,
    build_application_outline,
    find_asked_row,
)
from inspector_app.session.presentation.outline_builder import build_outline, build_report_outline
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.presentation.timeline import (
    build_marks,
    describe_fixed_points,
    describe_timeline,
)
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import Token
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

FILE = Path(__file__).parent / "rows.json"
VIEW = TimeContext(NOW + 9, UTC)
LATER = TimeContext(NOW + 40 * 86400.0, UTC, is_live=False)
URL = "https://apim-test.example.com/enos-iam-service/v2.0/session/info"
TOKEN = Token("IAM_S_" + "q8Zt" * 8)
PHASES = PhaseDurations(0.01, 0.02, 0.03, 0.3, 0.04, 0.41)
TLS = TlsInfo(
    "TLSv1.3",
    "TLS_AES_256_GCM_SHA384",
    "CN=apim-test.example.com",
    "CN=Example CA",
    "2019-01-01 00:00:00 UTC",
    "2019-08-10 13:06:12 UTC",
)


def list_rows(node, depth=0):
    """Each row below a node as one line: what it says, and what of its kind is not usual."""
    for row in node.list_children():
        marks = [row.kind.value, row.severity.value, row.provenance.value, row.icon]
        marks += ["secret"] * row.is_secret + ["folded"] * row.is_folded
        if isinstance(row, ApplicationNode):
            marks += [str(row.type_label), str(row.switch_label), f"row {row.row}"]
        said = (str(row.label), row.render_value(str), str(row.format_meaning(VIEW)))
        yield ". " * depth + " | ".join((*said, str(row.source), " ".join(filter(None, marks))))
        yield from list_rows(row, depth + 1)


def list_all(scenario):
    """All rows of an answer: as a person reads it, of its call, and of its session's life."""
    analyzed = analyzed_of(scenario)
    yield from list_rows(build_outline(analyzed))
    yield "report: " + ", ".join(str(one.label) for one in list_top(analyzed))
    yield from list_rows(build_application_outline(analyzed))
    yield f"asked: {find_asked_row(analyzed)}"
    answer = replace(analyzed.call_result, phases=PHASES)
    if isinstance(answer, Exchange):
        answer = replace(answer, tls=TLS)
    facts = build_request_facts(replace(analyzed, call_result=answer), URL, TOKEN)
    yield from list_rows(facts.outline)
    for span in facts.spans:
        place = f"{span.start:.3f} {span.length:.3f}"
        yield f"span: {span.node.label} {place} {'failed' if span.failed else ''}"
    if analyzed.lifetimes is not None:
        yield from list_life(analyzed.lifetimes)


def list_top(analyzed):
    return build_report_outline(analyzed).list_children()


def list_life(lifetimes):
    for view in (VIEW, LATER):
        for supported in (None, *ExpiryPolicy):
            for mark in build_marks(lifetimes, view, supported):
                scale = "off scale" if mark.is_off_scale else f"{mark.position:.4f}"
                yield f"mark: {mark.kind.value} {scale} {mark.label}"
            yield f"life: {describe_timeline(lifetimes, view, supported)}"
            yield f"points: {describe_fixed_points(lifetimes, view, supported)}"


def pin_all():
    return pin_lines((name, list_all(scenario)) for name, scenario in SCENARIOS.items())


def test_every_row_of_every_answer_is_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
