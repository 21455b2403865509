"""Search the outline for a text: in fields, values and meanings, never in what is masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from inspector_app.session.presentation.outline import NodeKind
from inspector_app.session.presentation.outline_rows import list_range_rows
from inspector_app.session.presentation.record_index import RecordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.presentation.record_list import RecordList
    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text

RowPath: TypeAlias = tuple[int, ...]
"""From the root to a row: the row's number on each level."""


class OutlineSearch:
    """Searches one outline; what it finds out about long lists is kept for the next text.

    Args:
        root: the outline.
        translate: translates a text for the user; English where it is left out.
    """

    def __init__(self, root: Node, translate: Callable[[Text], str] = str) -> None:
        self._root = root
        self._translate = translate
        self._indexes: dict[int, RecordIndex] = {}

    def iter_matches(self, search_text: str, view: TimeContext) -> Iterator[RowPath | None]:
        """Iterate over all rows from top to bottom: the path of a match, None for other rows.

        It yields for every row that is made, so that the caller can pause and resume at any. In a
        long list these are the rows of items in which the text may stand.

        Args:
            search_text: the text, in any case.
            view: time and zone by which the times in the rows are formatted.
        """
        wanted = search_text.casefold()
        levels = [self._iter_rows(self._root, (), wanted, view)]
        while levels:
            for found in levels[-1]:
                if found is None:
                    yield None
                    continue
                node, here = found
                yield here if _is_match(node, wanted, view, self._translate) else None
                if node.child_count:
                    levels.append(self._iter_rows(node, here, wanted, view))
                    break
            else:
                levels.pop()

    def _iter_rows(
        self, above: Node, way: RowPath, wanted: str, view: TimeContext
    ) -> Iterator[tuple[Node, RowPath] | None]:
        """The rows directly below one, or of a long list the items to look at; None to pause."""
        if above.records is None:
            for row in range(above.child_count):
                yield above.get_child(row), (*way, row)
            return
        count = len(above.records.items)
        for number in self._get_index(above.records).find_candidates(wanted, view):
            if number is None:
                yield None
            else:
                rows = list_range_rows(number, count)
                yield _descend(above, rows), (*way, *rows)

    def _get_index(self, records: RecordList) -> RecordIndex:
        """The index of a list, of which another node may have been made for the search before."""
        key = id(records.items)  # which the index keeps alive
        index = self._indexes.get(key)
        if index is None:
            index = self._indexes[key] = RecordIndex(records, self._translate)
        return index


def _descend(above: Node, rows: RowPath) -> Node:
    """The node to which these row numbers lead."""
    for row in rows:
        above = above.get_child(row)
    return above


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
