"""Build rows for facts about the call: a label, what was observed, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.plain_text import visible
from inspector_app.session.telling.meanings import Meaning, fixed
from inspector_app.session.telling.outline import Node, NodeKind
from inspector_app.session.wording import Text, as_sent

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING: Final = fixed(Text(""))
"""For values that need no explanation."""


def row(label: str | Text, value: str, meaning: Meaning = NOTHING) -> Node:
    """A fact; a label that is no ``Text`` came from the other side."""
    return Node(
        label=as_sent(visible(label)) if isinstance(label, str) else label,
        value=visible(value),
        kind=NodeKind.STRING,
        severity=meaning.severity,
        raw=value,
        meaning=meaning.words,
    )


def instant(label: Text, seconds: float) -> Node:
    """A point in time, in epoch seconds."""
    return row(label, f"{seconds:.3f}", told(seconds))


def told(seconds: float) -> Meaning:
    """The point in time, formatted for people."""
    return Meaning(lambda view: moment.told(seconds, view))


def spent(seconds: float) -> str:
    """A short span: to a tenth of a millisecond, and from a second on in seconds."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def http(status: int) -> str:
    """``HTTP 200``; nothing where a saved answer does not tell."""
    return f"HTTP {status}" if status else ""


def group(label: Text, icon: str, value: str, meaning: Meaning, rows: Sequence[Node]) -> Node:
    """Facts about one thing; the group's own row says the point of them."""
    return Node(
        label=label,
        value=value,
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        icon=icon,
        raw=value,
        meaning=meaning.words,
        child_count=len(rows),
        child=tuple(rows).__getitem__,
    )
