"""Durations of the phases of a call, as rows and as shares of the whole.

What is left of the whole lies before the first phase: this app read certificates and settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis import failure_rules
from inspector_app.session.exchange import Failure, Phase
from inspector_app.session.presentation.fact_rows import build_row, format_elapsed
from inspector_app.session.presentation.meaning import build_fixed_meaning
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange, PhaseDurations
    from inspector_app.session.presentation.outline import Node

_PHASES: Final = (
    (Phase.RESOLVE, tr("DNS"), tr("looking up the gateway’s name")),
    (Phase.CONNECT, tr("connect"), tr("opening the connection")),
    (Phase.TLS, tr("TLS"), tr("TLS handshake")),
    (Phase.WAIT, tr("wait"), tr("until the answer began")),
    (Phase.READ, tr("read"), tr("until the answer was whole")),
)
_MIN_PREPARATION: Final = 0.00005
"""Seconds: less would be formatted as 0.0 ms."""


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase's share of the call: where it begins and how long it is, from 0 to 1."""

    node: Node
    start: float
    length: float
    failed: bool


def get_phase_name(phase: Phase | None) -> Text | None:
    """What a phase is called."""
    return next((name for one, name, _ in _PHASES if one is phase), None)


def build_preparation_span(answer: Exchange | Failure) -> PhaseSpan | None:
    """What this computer did before the first phase; None where it is not worth a row."""
    seconds = _compute_preparation_time(answer.phases)
    if seconds < _MIN_PREPARATION:
        return None
    about = build_fixed_meaning(tr("on this computer, before the call"))
    made = build_row(tr("prepare"), format_elapsed(seconds), about)
    return PhaseSpan(made, 0.0, min(seconds / answer.phases.total, 1.0), failed=False)


def build_phase_spans(answer: Exchange | Failure) -> tuple[PhaseSpan, ...]:
    """The phases that took place, one after the other, up to the end of the whole."""
    phases, made, start = answer.phases, [], _compute_preparation_time(answer.phases)
    failed_in = answer.phase if isinstance(answer, Failure) else None
    total = phases.total or 1.0
    for phase, label, about in _PHASES:
        seconds = _get_phase_duration(phases, phase)
        if seconds is None:
            continue
        failed = phase is failed_in
        meaning = (
            build_fixed_meaning(
                tr("{about}: failed", about=about), failure_rules.get_severity(answer.kind)
            )
            if isinstance(answer, Failure) and failed
            else build_fixed_meaning(about)
        )
        made_row = build_row(label, format_elapsed(seconds), meaning)
        made.append(PhaseSpan(made_row, min(start / total, 1.0), min(seconds / total, 1.0), failed))
        start += seconds
    return tuple(made)


def _compute_preparation_time(phases: PhaseDurations) -> float:
    return max(
        0.0, phases.total - sum(_get_phase_duration(phases, phase) or 0.0 for phase in Phase)
    )


def _get_phase_duration(phases: PhaseDurations, phase: Phase) -> float | None:
    return {
        Phase.RESOLVE: phases.resolve,
        Phase.CONNECT: phases.connect,
        Phase.TLS: phases.tls,
        Phase.WAIT: phases.wait,
        Phase.READ: phases.read,
    }[phase]
