"""Search the outline for a text: in fields, values and meanings, never in what is masked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from inspector_app.session.presentation.outline import NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text

RowPath: TypeAlias = tuple[int, ...]
"""From the root to a row: the row's number on each level."""


class _Parent(Protocol):
    """What a tree is walked by: how many children a node has, and each of them by its number."""

    @property
    def child_count(self) -> int: ...

    @property
    def get_child(self) -> Callable[[int], Any]: ...


_Row = TypeVar("_Row", bound=_Parent)


def search_outline(
    root: Node, search_text: str, view: TimeContext, translate: Callable[[Text], str] = str
) -> Iterator[RowPath | None]:
    """Iterate over all rows from top to bottom: the path of a match, None for other rows.

    It yields for every row, so that the caller can pause and resume at any row.

    Args:
        root: the outline.
        search_text: the text, in any case.
        view: time and zone by which the times in the rows are formatted.
        translate: translates a text for the user; English where it is left out.
    """
    wanted = search_text.casefold()
    return walk_rows(root, partial(_is_match, wanted=wanted, view=view, translate=translate))


def walk_rows(root: _Row, is_match: Callable[[_Row], bool]) -> Iterator[RowPath | None]:
    """Iterate over all rows of a tree from top to bottom: the path of a match, or None.

    Args:
        root: a node that makes its children when asked for, as all of them do.
        is_match: whether a node is sought.
    """
    levels: list[tuple[_Row, RowPath, Iterator[int]]] = [(root, (), iter(range(root.child_count)))]
    while levels:
        above, way, rows = levels[-1]
        row = next(rows, None)
        if row is None:
            levels.pop()
            continue
        node, here = above.get_child(row), (*way, row)
        yield here if is_match(node) else None
        if node.child_count:
            levels.append((node, here, iter(range(node.child_count))))


def _is_match(node: Node, wanted: str, view: TimeContext, translate: Callable[[Text], str]) -> bool:
    """A secret's value is its mask here, as it is everywhere in the outline."""
    if node.kind in {NodeKind.RANGE, NodeKind.UNSET}:  # made by the app: the rows below match
        return False
    label = node.label if isinstance(node.label, str) else translate(node.label)
    return (
        wanted in label.casefold()
        or wanted in node.render_value(translate).casefold()
        or wanted in translate(node.format_meaning(view)).casefold()
    )
