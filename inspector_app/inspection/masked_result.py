"""Masks the personal data in a result, so that it can be shown to others on a shared screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.inspection.run_inspection import InspectionResult
from inspector_app.report.redaction import (
    Redaction,
    RedactionLevel,
    label_expected_organization,
    redact_analyzed_answer,
    redact_earlier_answer,
)
from inspector_app.session.presentation import outline_builder

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.verdict_model import Verdict


@dataclass(frozen=True, slots=True)
class MaskedResult(InspectionResult):
    """A result without names, addresses, phone numbers and IDs, and its unmasked original."""

    original: InspectionResult
    redaction: Redaction

    def judge(self, now: float, expected_organization: str = "") -> Verdict:
        """Judge with the expected organization replaced by its label, as all others are."""
        expected = self.normalize_organization(expected_organization)
        label = label_expected_organization(
            expected, self.original.analyzed, self.analyzed, self.redaction
        )
        return InspectionResult.judge(self, now, label)


def mask_result(result: InspectionResult, key: bytes) -> MaskedResult:
    """Replace all personal data in a result by labels; slow for large answers.

    Args:
        result: an unmasked one.
        key: this installation's own, from which the labels are derived.
    """
    redaction = Redaction(key, RedactionLevel.PERSONAL, result.analyzed.credentials)
    original = result.judge_input
    analyzed = redact_analyzed_answer(original.analyzed, redaction)
    return MaskedResult(
        environment=result.environment,
        host=result.host,
        url=result.url,
        is_token_from_vault=result.is_token_from_vault,
        notes=result.notes,
        judge_input=replace(
            original,
            analyzed=analyzed,
            earlier=redact_earlier_answer(original.earlier, original.analyzed, redaction),
        ),
        supported_expiry=result.supported_expiry,
        outline=outline_builder.build_outline(analyzed),
        saved=result.saved,
        original=result,
        redaction=redaction,
    )


def unmask_result(result: InspectionResult) -> InspectionResult:
    """Get the result as the gateway sent it."""
    return result.original if isinstance(result, MaskedResult) else result
