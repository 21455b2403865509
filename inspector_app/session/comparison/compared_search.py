"""Search a compared tree for a text: in fields, both values and meanings, never in masked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.comparison.compared_tree import ComparedNode
    from inspector_app.session.presentation.outline_search import RowPath
    from inspector_app.session.time_format import TimeContext


def search_compared(
    root: ComparedNode, search_text: str, view: TimeContext, translate: Callable[[Text], str] = str
) -> Iterator[RowPath | None]:
    """Iterate over all rows from top to bottom: the path of a match, None for other rows.

    Args:
        root: the compared tree.
        search_text: the text, in any case.
        view: time and zone by which the times in the rows are formatted.
        translate: translates a text for the user; English where it is left out.
    """
    wanted = search_text.casefold()
    levels: list[tuple[ComparedNode, RowPath, Iterator[int]]] = [
        (root, (), iter(range(root.child_count)))
    ]
    while levels:
        above, way, rows = levels[-1]
        row = next(rows, None)
        if row is None:
            levels.pop()
            continue
        node, here = above.get_child(row), (*way, row)
        yield here if _is_match(node, wanted, view, translate) else None
        if node.child_count:
            levels.append((node, here, iter(range(node.child_count))))


def _is_match(
    node: ComparedNode, wanted: str, view: TimeContext, translate: Callable[[Text], str]
) -> bool:
    sides = [one for one in (node.a, node.b) if one is not None]
    if not sides and not node.is_group:  # a range, made by the app: the rows below match
        return False
    label = translate(node.label) if isinstance(node.label, Text) else node.label
    return wanted in label.casefold() or any(
        wanted in one.render_value(translate).casefold()
        or wanted in translate(one.format_meaning(view)).casefold()
        for one in sides
    )
