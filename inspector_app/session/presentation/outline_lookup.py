"""Narrows down in which rows of the outline a path can be, without making all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.presentation.outline import NodeKind

if TYPE_CHECKING:
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline import Node


def list_candidate_rows(above: Node, path: Path) -> range:
    """The rows of a node that may be, or lead to, the one with this path.

    Of a range of an array's items it is one at most: a list has 100,000 of them.
    """
    every = range(above.child_count)
    if above.kind is not NodeKind.RANGE or not every:
        return every
    head = above.get_child(0)
    first, last = _find_end(head, 0), _find_end(above.get_child(every[-1]), -1)
    if not first or not last or first[:-1] != last[:-1]:
        return every
    begin, end = first[-1], last[-1]
    size = _count_items(head)
    if not (isinstance(begin, int) and isinstance(end, int)) or (end - begin) // size != every[-1]:
        return every  # an object's members
    depth = len(first) - 1
    step = path[depth] if len(path) > depth and path[:depth] == first[:-1] else None
    if not isinstance(step, int) or not begin <= step <= end:
        return range(0)
    row = (step - begin) // size
    return range(row, row + 1)


def _find_end(node: Node, end: int) -> Path | None:
    """The path of the first item in a range of ranges, or with ``end`` -1 of the last."""
    while node.kind is NodeKind.RANGE:
        node = node.get_child(end % node.child_count)
    return node.path


def _count_items(node: Node) -> int:
    """How many items are below a range whose inner ranges are full; 1 for an item itself."""
    count = 1
    while node.kind is NodeKind.RANGE:
        count, node = count * node.child_count, node.get_child(0)
    return count
