"""A result of the history: as it was, without its credential."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.inspection.masked_result import unmask_result
from inspector_app.inspection.run_inspection import InspectionResult


@dataclass(frozen=True, slots=True)
class RecalledResult(InspectionResult):
    """A result that was kept, and is shown again.

    ``number`` is its entry's; ``fingerprint`` that of the token that was sent.
    """

    number: int
    fingerprint: str


def find_recalled(result: InspectionResult | None) -> RecalledResult | None:
    """The result itself where it is one of the history, masked or not; else None."""
    original = None if result is None else unmask_result(result)
    return original if isinstance(original, RecalledResult) else None
