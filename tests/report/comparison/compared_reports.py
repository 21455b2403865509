"""Comparisons of reports for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.comparison.redacted_comparison import (
    RedactedComparison,
    redact_comparison,
)
from inspector_app.report.redaction import RedactionLevel
from tests.report.answers import NOW, build_input

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer


def compared(
    a: AnalyzedAnswer, b: AnalyzedAnswer, level: RedactionLevel = RedactionLevel.PERSONAL
) -> RedactedComparison:
    return redact_comparison(
        build_input(a, level, environment="Staging"),
        build_input(b, level, environment="Production"),
        NOW + 3,
    )
