"""Where the time of a call went: its phases as rows, and as shares of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Failure, Phase
from inspector_app.session.judging import failure_rules
from inspector_app.session.telling.fact_rows import milliseconds, row
from inspector_app.session.telling.meanings import fixed
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange, Phases
    from inspector_app.session.telling.outline import Node

_PHASES: Final = (
    (Phase.RESOLVE, tr("DNS"), tr("the gateway’s name was looked up")),
    (Phase.CONNECT, tr("connect"), tr("the connection was opened")),
    (Phase.TLS, tr("TLS"), tr("encryption was agreed")),
    (Phase.WAIT, tr("wait"), tr("until the answer began")),
    (Phase.READ, tr("read"), tr("until the answer was whole")),
)


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


def spans(answer: Exchange | Failure) -> tuple[Span, ...]:
    """The phases that took place, one after the other."""
    phases, made, start = answer.phases, [], 0.0
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
        made_row = row(label, milliseconds(seconds), meaning)
        made.append(Span(made_row, min(start / total, 1.0), min(seconds / total, 1.0), failed))
        start += seconds
    return tuple(made)


def _spent(phases: Phases, phase: Phase) -> float | None:
    return {
        Phase.RESOLVE: phases.resolve,
        Phase.CONNECT: phases.connect,
        Phase.TLS: phases.tls,
        Phase.WAIT: phases.wait,
        Phase.READ: phases.read,
    }[phase]
