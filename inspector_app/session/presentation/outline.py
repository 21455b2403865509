"""The answer as an immutable tree that tree view, search, copy and reports share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.path import Path
    from inspector_app.session.presentation.record_list import RecordList
    from inspector_app.session.time_format import TimeContext


class NodeKind(Enum):
    """The type of a row."""

    GROUP = "group"
    UNSET = "unset"
    OBJECT = "object"
    ARRAY = "array"
    RANGE = "range"
    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"


def _format_no_meaning(_view: TimeContext) -> Text:
    return Text("")


def _raise_index_error(row: int) -> Node:
    raise IndexError(row)


@dataclass(frozen=True, slots=True)
class Node:
    """One row.

    ``label`` is the field as the API names it (a ``Text`` for groups, named by the app); ``value``
    is what was sent, numbers digit for digit, made safe to show but not shortened; ``raw`` is the
    exact string that was sent, for copying. ``path`` leads to it in the document; groups have
    none. ``caption`` stands in the place of the value in rows made by the app; ``is_folded`` says
    that the row begins closed. A row that ``is_secret`` shows a mask as its value, and so do its
    copies.
    ``format_meaning`` depends on current time and time zone, so it is called when shown; ``source``
    says where it is documented, or what is inferred; ``provenance`` is that of the meaning.
    Children are created lazily: ``get_child(row)`` takes constant time. ``records`` are the items
    of a long list, in ranges or not, to be searched before their rows are made.
    """

    label: str | Text
    value: str = ""
    path: Path | None = None
    kind: NodeKind = NodeKind.STRING
    severity: Severity = Severity.PLAIN
    provenance: Provenance = Provenance.DOCUMENTED
    icon: str = ""
    is_secret: bool = False
    raw: str = ""
    format_meaning: Callable[[TimeContext], Text] = _format_no_meaning
    source: Text = field(default_factory=lambda: Text(""))
    child_count: int = 0
    caption: Text = field(default_factory=lambda: Text(""))
    is_folded: bool = False
    get_child: Callable[[int], Node] = field(default=_raise_index_error, repr=False)
    records: RecordList | None = field(default=None, repr=False)

    def render_value(self, translate: Callable[[Text], str]) -> str:
        """What stands in the column of values: the caption where there is one, else the value."""
        return translate(self.caption) if self.caption.template else self.value

    def list_children(self) -> tuple[Node, ...]:
        """All children at once; for small parts of the tree only."""
        return tuple(self.get_child(row) for row in range(self.child_count))
