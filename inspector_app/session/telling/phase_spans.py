"""Durations of the phases of a call, as rows and as shares of the whole.

What is left of the whole lies before the first phase: this app read certificates and settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Failure, Phase
from inspector_app.session.judging import failure_rules
from inspector_app.session.telling.fact_rows import row, spent
from inspector_app.session.telling.meanings import fixed
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange, Phases
    from inspector_app.session.telling.outline import Node

_PHASES: Final = (
    (Phase.RESOLVE, tr("DNS"), tr("looking up the gateway’s name")),
    (Phase.CONNECT, tr("connect"), tr("opening the connection")),
    (Phase.TLS, tr("TLS"), tr("agreeing on an encryption")),
    (Phase.WAIT, tr("wait"), tr("until the answer began")),
    (Phase.READ, tr("read"), tr("until the answer was whole")),
)
_LEAST_PREPARATION: Final = 0.00005
"""Seconds: less would be formatted as 0.0 ms."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phase's share of the call: where it begins and how long it is, from 0 to 1."""

    node: Node
    start: float
    length: float
    failed: bool


def phase_name(phase: Phase | None) -> Text | None:
    """What a phase is called."""
    return next((name for one, name, _ in _PHASES if one is phase), None)


def preparation(answer: Exchange | Failure) -> Span | None:
    """What this computer did before the first phase; None where it is not worth a row."""
    seconds = _before_first(answer.phases)
    if seconds < _LEAST_PREPARATION:
        return None
    about = fixed(tr("on this computer, before the call"))
    made = row(tr("prepare"), spent(seconds), about)
    return Span(made, 0.0, min(seconds / answer.phases.total, 1.0), failed=False)


def spans(answer: Exchange | Failure) -> tuple[Span, ...]:
    """The phases that took place, one after the other, up to the end of the whole."""
    phases, made, start = answer.phases, [], _before_first(answer.phases)
    failed_in = answer.phase if isinstance(answer, Failure) else None
    total = phases.total or 1.0
    for phase, label, about in _PHASES:
        seconds = _spent(phases, phase)
        if seconds is None:
            continue
        failed = phase is failed_in
        meaning = (
            fixed(tr("{about}: failed", about=about), failure_rules.severity(answer.kind))
            if isinstance(answer, Failure) and failed
            else fixed(about)
        )
        made_row = row(label, spent(seconds), meaning)
        made.append(Span(made_row, min(start / total, 1.0), min(seconds / total, 1.0), failed))
        start += seconds
    return tuple(made)


def _before_first(phases: Phases) -> float:
    return max(0.0, phases.total - sum(_spent(phases, phase) or 0.0 for phase in Phase))


def _spent(phases: Phases, phase: Phase) -> float | None:
    return {
        Phase.RESOLVE: phases.resolve,
        Phase.CONNECT: phases.connect,
        Phase.TLS: phases.tls,
        Phase.WAIT: phases.wait,
        Phase.READ: phases.read,
    }[phase]
