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
    first, last = above.get_child(0).path, above.get_child(every[-1]).path
    if not first or not last or first[:-1] != last[:-1]:
        return every
    begin, end = first[-1], last[-1]
    if not isinstance(begin, int) or not isinstance(end, int) or end - begin != every[-1]:
        return every  # an object's members
    depth = len(first) - 1
    step = path[depth] if len(path) > depth and path[:depth] == first[:-1] else None
    if not isinstance(step, int) or not begin <= step <= end:
        return range(0)
    return range(step - begin, step - begin + 1)
