"""Every line of the reports of a few comparisons, in each form and at each level of redaction.

After a change of words or lines, ``python -m
tests.report.comparison.test_pinned_comparison_reports`` writes ``reports.json`` anew; what then
differs is what the change has done.
"""

from __future__ import annotations

import re
from pathlib import Path

from inspector_app import __version__
from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS, render_comparison
from inspector_app.report.redaction import RedactionLevel
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.comparison.compared_reports import compared
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

FILE = Path(__file__).parent / "reports.json"
PAIRS = (
    ("valid-documented", "companion-disabled-and-left"),
    ("valid-guests", "valid-documented"),
    ("valid-new-fields", "session-30404"),
    ("portal-user-and-organizations", "portal-valid"),
    ("failure-timed-out", "valid-documented"),
)
STYLE = re.compile(r"<style>.*?</style>|<script>.*?</script>", re.DOTALL)


def pin_all():
    parts = []
    for first, second in PAIRS:
        a, b = analyzed_of(SCENARIOS[first]), analyzed_of(SCENARIOS[second])
        for level in RedactionLevel:
            report = compared(a, b, level)
            for form in COMPARISON_FORMATS:
                text = render_comparison(report, form).decode().replace(__version__, "VERSION")
                title = f"{first}, {second} {level.value} {form.value}"
                parts.append((title, STYLE.sub("", text).split("\n")))
    return pin_lines(parts)


def test_every_line_of_every_report_is_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
