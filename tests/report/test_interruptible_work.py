"""Each loop over foreign text asks whether the work is over, so that what was cancelled ends."""

from __future__ import annotations

import json
from pathlib import Path

from inspector_app.history.history_file import dump_entries, parse_entries
from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS, render_comparison
from inspector_app.report.comparison.redacted_comparison import redact_comparison
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.many_rows import RowPlace, build_row, render_json
from inspector_app.report.many_rows import render_csv as render_many_csv
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers.file_parser import parse_saved_answer
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.comparison.compare import compare_sides
from inspector_app.session.comparison.compared_search import search_compared
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.credentials import find_in_document
from inspector_app.session.interruption import iter_steps
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.portal_applications import iter_entry_names
from inspector_app.session.parsing.strict_json import PYTHON_SCANNER_THRESHOLD, parse_document
from inspector_app.session.presentation.application_outline import build_application_outline
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.presentation.outline_search import OutlineSearch
from tests.history.test_history import ENTRY
from tests.interruptible_functions import find_asked, list_asking
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.answers import build_input
from tests.report.saved_answers.containers import CONTAINERS
from tests.report.test_pinned_copies import ODD, VIEW
from tests.report.test_pinned_redaction import VALUES, build_answers, build_companions
from tests.session.answers import CREDENTIAL, REFUSAL, SUCCESS, changed, exchange
from tests.session.comparison.compared import side, side_of, with_organizations
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

FILE = Path(__file__).parent / "interruptible.json"
PACKAGES = ("history", "session", "report")


def work():
    for answer in build_answers(VALUES[-3]):
        analyzed = add_companions(
            analyze_answer(exchange(answer)), tuple(build_companions(VALUES[-4]))
        )
        report = redact_report(build_input(analyzed))
        for form in (ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.CSV):
            render_report(report, form)
    odd = analyze_answer(exchange(changed("success", {**ODD, "session.many": [{"a": 1}] * 300})))
    list(OutlineSearch(build_outline(odd)).iter_matches("a", VIEW))
    first, second = side_of(odd), side(SUCCESS)
    compare_sides(first, second)
    compare_sides(with_organizations({"id": "o1"}, {}), with_organizations({"id": "o2"}))
    tree = pair_answers(first.analyzed, second.analyzed, None)
    list(search_compared(build_compared_root(tree, RowFilter.ALL), "a", VIEW))
    compared = redact_comparison(build_input(odd), build_input(second.analyzed), 0.0)
    for form in COMPARISON_FORMATS:
        render_comparison(compared, form)
    row = build_row(redact_report(build_input(odd)), RowPlace(1, 1, ""))
    render_many_csv([row], str)
    render_json([row])
    list(build_application_outline(analyzed_of(SCENARIOS["portal-app-access"])).list_children())
    list(iter_entry_names(JsonObject((("menus", JsonArray((JsonObject(),))),)), "menus"))
    find_in_document(JsonObject((("name", "token"), ("value", "x"))), "")
    cut = json.dumps({"session": {"id": "IAM_S_" + "p8w3" * 8}, "cut": list("IAM_S_" + "p8w3" * 8)})
    find_in_document(parse_document(cut.encode()).root, cut)
    coded = changed("success", {"session.codes": [ord(one) for one in CREDENTIAL]})
    redact_report(build_input(analyze_answer(exchange(coded))))
    list(iter_steps(1))
    parse_document(json.dumps({str(number): {} for number in range(99)}).encode())
    parse_document(b'["' + b"x" * PYTHON_SCANNER_THRESHOLD + b'"]')
    parse_entries(dump_entries((ENTRY,)))
    for container in CONTAINERS.values():
        try:
            parse_saved_answer(container(json.dumps(REFUSAL).encode()), 0.0)
        except UnreadableFileError:
            continue


def find_all_asked():
    return find_asked(work)


def test_each_loop_asks_that_asked():
    asked = find_all_asked()
    assert sorted(list_asking(*PACKAGES) - asked) == [], "reach them in work()"
    assert_pinned(pin_lines([("asked", sorted(asked))]), FILE)


if __name__ == "__main__":
    write_pinned(pin_lines([("asked", sorted(find_all_asked()))]), FILE)
