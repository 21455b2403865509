"""What every report is made of: one inspection, and how it is to be redacted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.report.redaction import (
    all_credentials,
    hidden,
    longest_first,
    organization_label,
    redacted,
)
from inspector_app.session.exchange import Exchange
from inspector_app.session.verdict import judge

if TYPE_CHECKING:
    from inspector_app.report.redaction import Redaction
    from inspector_app.session.examination import Examination
    from inspector_app.session.token import Token
    from inspector_app.session.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Material:
    """One inspection under the name of its environment.

    ``now`` is this computer's wall clock in epoch seconds, at which the session is judged.
    ``expected_organization``, ``token`` and ``earlier`` as for ``judge``.
    """

    environment: str
    examination: Examination
    now: float
    redaction: Redaction
    expected_organization: str = ""
    token: Token | None = None
    earlier: Examination | None = None

    @property
    def taken_at(self) -> float:
        """When the answer or the failure was there, in epoch seconds."""
        answer = self.examination.answer
        return answer.headers_at if isinstance(answer, Exchange) else answer.at

    @property
    def credentials(self) -> tuple[str, ...]:
        """Every credential that must not be in a report."""
        return all_credentials(self.examination, self.redaction)


@dataclass(frozen=True, slots=True)
class Content:
    """What a report may say: everything in it comes from the redacted answer."""

    environment: str
    examination: Examination
    verdict: Verdict


def content(material: Material) -> Content:
    """The material redacted, and judged as it then stands."""
    examination = redacted(material.examination, material.redaction)
    earlier = material.earlier
    expected = material.expected_organization.strip()
    return Content(
        environment=hidden(material.environment, longest_first(material.credentials)),
        examination=examination,
        verdict=judge(
            examination,
            material.now,
            organization_label(expected, material.redaction) if expected else "",
            token=material.token,
            earlier=None if earlier is None else redacted(earlier, material.redaction),
        ),
    )
