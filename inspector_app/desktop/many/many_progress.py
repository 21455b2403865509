"""What the card of a queue says: how far it is, at which pace, and what it waits for."""

from __future__ import annotations

import time
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.session.time_format import format_duration

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text

_LOOKED_BACK: Final = 20
"""Answers from which the pace is told."""

_MIN_PACE: Final = 3
"""Answers before which nothing is said of what is left."""


class QueueState(Enum):
    """What a queue does."""

    RUNNING = auto()
    PAUSED = auto()
    OVER = auto()


class ManyProgress:
    """Counts answers and tells the pace; ``pause_until`` is an instant of ``time.monotonic``."""

    def __init__(self, total: int, where: str) -> None:
        """``where`` names the environment and its host."""
        self.total = total
        self.done = 0
        self.state = QueueState.RUNNING
        self.pause_until = 0.0
        self.reason: Text | None = None
        self._where = where
        self._times: deque[float] = deque(maxlen=_LOOKED_BACK)

    def count_answer(self) -> None:
        """Count an answer that has just come."""
        self.done += 1
        self._times.append(time.monotonic())

    def describe_title(self) -> str:
        """How far it is."""
        return translate("{done} of {total} tokens inspected", done=self.done, total=self.total)

    def describe_detail(self, at_once: int) -> str:
        """Where it asks, how, and why it is slow."""
        parts = [self._where]
        left = self.pause_until - time.monotonic()
        if self.state is QueueState.OVER:
            rest = self.total - self.done
            parts.append(
                translate("Tokens without an answer: {count}.", count=rest)
                if rest
                else translate("All of them are done.")
            )
            return join_sentences(parts)
        if self.reason is not None:
            parts.append(render_text(self.reason))
        elif self.state is QueueState.PAUSED:
            parts.append(translate("Paused; what was under way is waited for."))
        else:
            parts.append(self._describe_pace(at_once))
        if left > 0:
            span = render_text(format_duration(left + 1))
            parts.append(
                translate("The gateway asks for a pause, of which {span} are left.", span=span)
            )
        return join_sentences(parts)

    def _describe_pace(self, at_once: int) -> str:
        how = (
            translate("One request at a time.")
            if at_once == 1
            else translate("{count} requests at a time.", count=at_once)
        )
        if len(self._times) < _MIN_PACE or self.done >= self.total:
            return how
        each = (self._times[-1] - self._times[0]) / (len(self._times) - 1)
        span = render_text(format_duration(max(1.0, each * (self.total - self.done))))
        return join_sentences((how, translate("About {span} left.", span=span)))
