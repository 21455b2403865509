"""What a queue tells while it asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.inspection.run_inspection import InspectionResult, NotSent
    from inspector_app.session.translatable_text import Text


@dataclass(frozen=True, slots=True)
class EntryStarted:
    """The gateway is asked about this entry now."""

    entry: QueueEntry


@dataclass(frozen=True, slots=True)
class EntryEnded:
    """The answer or failure of an entry, or why nothing was sent for it."""

    entry: QueueEntry
    outcome: InspectionResult | NotSent


@dataclass(frozen=True, slots=True)
class GatewayPause:
    """The gateway was asked too often: nothing is sent for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class QueueHeld:
    """The queue paused by itself, and why; ``go_on`` lets it ask again."""

    reason: Text


QueueEvent: TypeAlias = EntryStarted | EntryEnded | GatewayPause | QueueHeld
