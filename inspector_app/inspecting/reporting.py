"""Builds the input of a report from an inspection result."""

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
    """Build the report input: the unredacted result and how to redact it.

    Args:
        result: an unmasked one; the report does its own redaction.
        redaction: what is to be removed.
        now: at which the session is judged, on this computer's clock, in epoch seconds; a saved
            answer is judged at when it was taken.
        zone: the reporter's time zone, in which times are shown beside UTC.
        expected_organization: the organization id that the user expects, empty for none.
    """
    saved = outcome.saved
    if saved is not None and saved.level is Level.PERSONAL:  # removed data cannot be restored
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
