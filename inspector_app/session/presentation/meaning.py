"""A meaning: the words beside a value, their severity, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text


class Meaning(NamedTuple):
    """Text that depends on current time and time zone, its severity and its provenance."""

    format_text: Callable[[TimeContext], Text]
    severity: Severity = Severity.PLAIN
    provenance: Provenance = Provenance.DOCUMENTED


def build_fixed_meaning(
    text: Text,
    severity: Severity = Severity.PLAIN,
    provenance: Provenance = Provenance.DOCUMENTED,
) -> Meaning:
    """A meaning that time does not change."""
    return Meaning(lambda _view: text, severity, provenance)
