"""Compares two results: for the window, masked where the screen is shared, and for a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from inspector_app.inspection.report_input_builder import build_report_input
from inspector_app.inspection.run_inspection import gc_paused
from inspector_app.report.comparison.redacted_comparison import redact_comparison
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.session.comparison.compare import compare_sides
from inspector_app.session.comparison.compared_tree import ComparedTree, pair_answers
from inspector_app.session.comparison.comparison_model import (
    ComparedSide,
    Comparison,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.comparison.redacted_comparison import RedactedComparison


@dataclass(frozen=True, slots=True)
class ComparedResults:
    """Two results, their comparison, and every field of both."""

    comparison: Comparison
    tree: ComparedTree = field(repr=False)


def compare_results(
    a: InspectionResult,
    b: InspectionResult,
    key: bytes,
    *,
    is_shared: bool = False,
    report_progress: Callable[[int], None] | None = None,
) -> ComparedResults:
    """Compare two results as of when each was taken; slow for large ones.

    Args:
        a: an unmasked result.
        b: another one.
        key: this installation's own, from which labels are derived.
        is_shared: whether others see the screen: then both have labels in place of names.
        report_progress: called with the number of fields compared so far, from time to time.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    with gc_paused():
        if is_shared or _has_labels(a) is not _has_labels(b):
            # One that was saved with labels can be compared with labels alone.
            masked = _redact(a, b, key, RedactionLevel.PERSONAL, _get_latest(a, b))
            comparison = masked.comparison
        else:
            comparison = compare_sides(_build_side(a), _build_side(b))
        tree = pair_answers(
            comparison.a.analyzed,
            comparison.b.analyzed,
            comparison.is_same_user,
            report_progress,
        )
    return ComparedResults(comparison, tree)


def redact_compared(  # two results, and how to redact them
    a: InspectionResult,
    b: InspectionResult,
    key: bytes,
    level: RedactionLevel,
    now: float,
    zone: tzinfo,
) -> RedactedComparison:
    """The redacted comparison of two results for a report; slow for large ones."""
    with gc_paused():
        return _redact(a, b, key, level, now, zone)


def _redact(  # as above
    a: InspectionResult,
    b: InspectionResult,
    key: bytes,
    level: RedactionLevel,
    now: float,
    zone: tzinfo = UTC,
) -> RedactedComparison:
    first, second = (
        build_report_input(one, Redaction(key, level, one.analyzed.credentials), now, zone)
        for one in (a, b)
    )
    return redact_comparison(first, second, now)


def _build_side(result: InspectionResult) -> ComparedSide:
    return ComparedSide(result.analyzed, result.judge(result.analyzed.taken_at))


def _has_labels(result: InspectionResult) -> bool:
    return result.saved is not None and result.saved.level is RedactionLevel.PERSONAL


def _get_latest(a: InspectionResult, b: InspectionResult) -> float:
    return max(a.analyzed.taken_at, b.analyzed.taken_at)
