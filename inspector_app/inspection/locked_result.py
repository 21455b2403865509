"""Takes the credential out of a result: the work outlasts a lock, and the secret does not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector_app.inspection.masked_result import unmask_result
from inspector_app.inspection.recalled_result import RecalledResult
from inspector_app.inspection.run_inspection import InspectionResult
from inspector_app.report.redaction import (
    Redaction,
    RedactionLevel,
    mask_credentials,
    redact_analyzed_answer,
    redact_earlier_answer,
)
from inspector_app.session.presentation import outline_builder


@dataclass(frozen=True, slots=True)
class LockedResult(InspectionResult):
    """A result as if the gateway had sent no credential; of the token only the fingerprint is left.

    ``fingerprint`` is empty where no token was known.
    """

    fingerprint: str


def lock_result(result: InspectionResult) -> LockedResult | RecalledResult:
    """Take every secret out of a result; slow for large answers.

    Personal data stays, in screen-share mode too: what is shown then is masked anew. One of the
    history has none, and stays as it is.
    """
    original = unmask_result(result)
    if isinstance(original, LockedResult | RecalledResult):
        return original
    known = original.analyzed.credentials
    # No label is made at this level, so no key is needed.
    redaction = Redaction(b"", RedactionLevel.SECRETS, known)
    judge_input = original.judge_input
    analyzed = replace(
        redact_analyzed_answer(judge_input.analyzed, redaction), credentials=known.without_values()
    )
    earlier = redact_earlier_answer(judge_input.earlier, judge_input.analyzed, redaction)
    return LockedResult(
        environment=original.environment,
        host=original.host,
        url=mask_credentials(original.url, known),
        is_token_from_vault=original.is_token_from_vault,
        notes=(),
        judge_input=replace(judge_input, analyzed=analyzed, earlier=earlier, token=None),
        supported_expiry=original.supported_expiry,
        outline=outline_builder.build_outline(analyzed),
        saved=original.saved,
        fingerprint="" if original.token is None else original.token.fingerprint,
    )


def get_fingerprint(result: InspectionResult) -> str:
    """The fingerprint of the token that was inspected; empty where none was."""
    shown = unmask_result(result)
    if isinstance(shown, LockedResult | RecalledResult):
        return shown.fingerprint
    return "" if result.token is None else result.token.fingerprint
