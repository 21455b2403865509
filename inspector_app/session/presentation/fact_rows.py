"""Build rows for facts about the call: a label, what was observed, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.translatable_text import Text, as_literal

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_MEANING: Final = build_fixed_meaning(Text(""))
"""For values that need no explanation."""


def build_row(label: str | Text, value: str, meaning: Meaning = NO_MEANING) -> Node:
    """A fact; a label that is no ``Text`` came from the other side."""
    return Node(
        label=as_literal(escape_invisible(label)) if isinstance(label, str) else label,
        value=escape_invisible(value),
        kind=NodeKind.STRING,
        severity=meaning.severity,
        provenance=meaning.provenance,
        raw=value,
        format_meaning=meaning.format_text,
    )


def build_instant_row(label: Text, seconds: float) -> Node:
    """A point in time, in epoch seconds."""
    return build_row(label, f"{seconds:.3f}", build_instant_meaning(seconds))


def build_instant_meaning(seconds: float) -> Meaning:
    """The point in time, formatted for people."""
    return Meaning(lambda view: time_format.format_instant(seconds, view))


def format_elapsed(seconds: float) -> str:
    """A short span: to a tenth of a millisecond, and from a second on in seconds."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def format_http_status(status: int) -> str:
    """``HTTP 200``; nothing where a saved answer does not tell."""
    return f"HTTP {status}" if status else ""


def build_group(label: Text, icon: str, value: str, meaning: Meaning, rows: Sequence[Node]) -> Node:
    """Facts about one thing; the group's own row says the point of them."""
    return Node(
        label=label,
        value=value,
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        provenance=meaning.provenance,
        icon=icon,
        raw=value,
        format_meaning=meaning.format_text,
        child_count=len(rows),
        get_child=tuple(rows).__getitem__,
    )
