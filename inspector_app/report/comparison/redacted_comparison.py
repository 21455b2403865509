"""Redact two answers with the same labels and compare what is left: all that a form may render."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector_app.report.pseudonyms import PseudonymRegistry
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import RedactedReport, redact_report
from inspector_app.session.comparison.compare import compare_sides
from inspector_app.session.comparison.compared_tree import ComparedTree, pair_answers
from inspector_app.session.comparison.comparison_model import ComparedSide, Comparison

if TYPE_CHECKING:
    from inspector_app.report.redaction import Redaction
    from inspector_app.report.report_input import ReportInput
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.time_format import TimeContext


@dataclass(frozen=True, slots=True)
class RedactedComparison:
    """Two redacted answers and their comparison.

    ``a`` and ``b`` say of each when and where it was taken. ``made_at`` is when they were compared,
    in epoch seconds; ``credentials`` are what must not be in the bytes that leave.
    """

    a: RedactedReport
    b: RedactedReport
    comparison: Comparison
    tree: ComparedTree = field(repr=False)
    made_at: float
    credentials: Credentials = field(repr=False)

    @property
    def level(self) -> RedactionLevel:
        """What was removed from both."""
        return self.a.level

    @property
    def time_context(self) -> TimeContext:
        """What times are shown relative to."""
        return self.a.time_context


def redact_comparison(a: ReportInput, b: ReportInput, made_at: float) -> RedactedComparison:
    """Redact both answers and compare what is left; slow for large answers.

    Both have the labels of one registry: two organizations never have one label, and one has the
    same on both sides. Where one was saved without personal data, the other loses it too: else all
    would differ.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    known = a.credentials | b.credentials
    levels = {a.redaction.level, b.redaction.level}
    level = RedactionLevel.PERSONAL if RedactionLevel.PERSONAL in levels else levels.pop()
    saved_levels = [one.saved.level for one in (a, b) if one.saved is not None]
    has_labels = RedactionLevel.PERSONAL in saved_levels
    shared = PseudonymRegistry(a.redaction.key, has_labels=has_labels)

    def redact(one: ReportInput) -> RedactedReport:
        redaction: Redaction = replace(
            one.redaction, level=level, credentials=known, pseudonyms=shared
        )
        return redact_report(replace(one, redaction=redaction))

    report_a, report_b = redact(a), redact(b)
    comparison = compare_sides(
        ComparedSide(report_a.analyzed, report_a.verdict),
        ComparedSide(report_b.analyzed, report_b.verdict),
    )
    tree = pair_answers(report_a.analyzed, report_b.analyzed, comparison.is_same_user)
    return RedactedComparison(report_a, report_b, comparison, tree, made_at, known)
