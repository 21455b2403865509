"""What an inspection gives to a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.report.material import Material
from inspector_app.report.redaction import Level

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.inspecting.order import Inspected
    from inspector_app.report.redaction import Redaction


def material(
    outcome: Inspected,
    redaction: Redaction,
    now: float,
    zone: tzinfo,
    expected_organization: str = "",
) -> Material:
    """The outcome, as the gateway sent it, with how it is to be redacted.

    Args:
        outcome: an unmasked one; the report redacts by itself.
        redaction: what is to be removed.
        now: at which the session is judged, on this computer's clock, in epoch seconds; a saved
            answer is judged at when it was taken.
        zone: the reporter's, in which times stand beside UTC.
        expected_organization: the id that the person expects, empty for none.
    """
    saved = outcome.saved
    if saved is not None and saved.level is Level.PERSONAL:  # what is out cannot come back
        redaction = replace(redaction, level=Level.PERSONAL)
    return Material(
        environment=outcome.environment.name,
        examination=outcome.examination,
        now=outcome.seen_at(now),
        redaction=redaction,
        expected_organization=outcome.comparable(expected_organization),
        token=outcome.token,
        earlier=outcome.earlier,
        supported=outcome.supported,
        zone=zone,
        url=outcome.url,
        saved=saved,
    )
