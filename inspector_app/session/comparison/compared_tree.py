"""Every field of two answers as one tree: groups, both values, what always differs set apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.session.comparison.field_groups import FieldPair, list_groups
from inspector_app.session.comparison.value_pairs import (
    NO_COUNTS,
    Counts,
    Difference,
    Pair,
    PairIndex,
    compare_fields,
    find_child,
    has_children,
    sum_counts,
)
from inspector_app.session.interruption import check_interruption
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.outline_rows import RowSpec, build_node, is_secret_row
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.comparison.field_groups import GroupPair, Source
    from inspector_app.session.presentation.outline import Node

_MAX_ALWAYS: Final = 500
"""Fields that always differ and are listed: of more, as in a list of times, the first ones."""

_MAX_ROWS: Final = 250
"""Rows that are shown in one go: more become ranges. Each is paired and counted for that."""

_NO_TEXT: Final = Text("")


class RowFilter(Enum):
    """Which rows a tree has."""

    CHANGED = "changed"
    ALL = "all"


def _build_no_row() -> Node | None:
    return None


def _raise_index_error(row: int) -> ComparedNode:
    raise IndexError(row)


@dataclass(frozen=True, slots=True)
class ComparedNode:
    """One row: the same field of both answers.

    ``build_a`` and ``build_b`` make the rows of either side, None where it has no such field, and
    in rows that the app made: when they are shown, as there may be very many. ``caption`` stands in
    place of the values. Children are made when asked for.
    """

    label: str | Text
    difference: Difference
    build_a: Callable[[], Node | None] = field(default=_build_no_row, repr=False)
    build_b: Callable[[], Node | None] = field(default=_build_no_row, repr=False)
    caption: Text = _NO_TEXT
    icon: str = ""
    counts: Counts = NO_COUNTS
    is_group: bool = False
    is_folded: bool = False
    child_count: int = 0
    get_child: Callable[[int], ComparedNode] = field(default=_raise_index_error, repr=False)

    @property
    def a(self) -> Node | None:
        """The row of A; built at each call."""
        return self.build_a()

    @property
    def b(self) -> Node | None:
        """The row of B; built at each call."""
        return self.build_b()

    def list_children(self) -> tuple[ComparedNode, ...]:
        """All children at once; for small parts of the tree only."""
        return tuple(self.get_child(row) for row in range(self.child_count))


@dataclass(frozen=True, slots=True)
class _CountedPair:
    """A field of both answers, with the counts of all that is in it."""

    pair: FieldPair
    counts: Counts
    group: GroupPair


@dataclass(frozen=True, slots=True)
class ComparedTree:
    """The fields of two answers, paired and counted once: trees are built of it in no time.

    ``always`` are the fields that differ in any two answers, the first ones.
    """

    groups: tuple[tuple[_CountedPair, ...], ...]
    always: tuple[_CountedPair, ...]
    index: PairIndex = field(repr=False)

    @property
    def counts(self) -> Counts:
        """The fields of all groups."""
        return sum_counts(one.counts for group in self.groups for one in group)


def pair_answers(
    a: AnalyzedAnswer,
    b: AnalyzedAnswer,
    is_same_user: bool | None,  # noqa: FBT001  # three states
    report_progress: Callable[[int], None] | None = None,
) -> ComparedTree:
    """Pair and count all fields of two answers; slow for large ones.

    Args:
        a: one answer.
        b: the other one.
        is_same_user: whether both are of one user; None where that is not known.
        report_progress: called with the number of fields compared so far, from time to time.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    index = PairIndex(is_same_user, report_progress)
    groups = tuple(
        tuple(_CountedPair(pair, index.count(pair.a, pair.b), group) for pair in group.pairs)
        for group in list_groups(a, b)
    )
    always: list[_CountedPair] = []
    for counted in groups:
        for one in counted:
            _collect_always(one, index, always)
    return ComparedTree(groups, tuple(always), index)


def build_compared_root(tree: ComparedTree, rows: RowFilter) -> ComparedNode:
    """The root: a group for each part of the answers, and folded what always differs."""
    children = [
        _build_group(tree, counted, rows)
        for counted in tree.groups
        if any(_is_shown(one.counts, rows) for one in counted)
    ]
    if tree.always and rows is RowFilter.CHANGED:
        children.append(_build_always_group(tree))
    return ComparedNode(
        "",
        Difference.SAME,
        counts=tree.counts,
        is_group=True,
        child_count=len(children),
        get_child=children.__getitem__,
    )


def _build_group(
    tree: ComparedTree, counted: tuple[_CountedPair, ...], rows: RowFilter
) -> ComparedNode:
    counts = sum_counts(one.counts for one in counted)
    shown = [one for one in counted if _is_shown(one.counts, rows)]
    group = counted[0].group
    return ComparedNode(
        group.label,
        Difference.CHANGED if counts.changed else Difference.SAME,
        caption=tr(
            "{changed} of {count} fields changed", changed=counts.changed, count=counts.fields
        ),
        icon=group.icon,
        counts=counts,
        is_group=True,
        is_folded=not counts.changed,
        child_count=len(shown),
        get_child=lambda row: _build_pair_node(tree, shown[row], rows),
    )


def _build_always_group(tree: ComparedTree) -> ComparedNode:
    return ComparedNode(
        tr("Always different ({count})", count=tree.counts.always),
        Difference.ALWAYS,
        caption=tr("ids, names, times of creation and refresh"),
        icon="circle-minus",
        is_group=True,
        is_folded=True,
        child_count=len(tree.always),
        get_child=lambda row: _build_pair_node(tree, tree.always[row], RowFilter.ALL),
    )


def _build_pair_node(tree: ComparedTree, counted: _CountedPair, rows: RowFilter) -> ComparedNode:
    (a, b), group = counted.pair, counted.group
    child_count = 0
    get_child: Callable[[int], ComparedNode] = _raise_index_error
    if has_children(a) or has_children(b):
        child_count, get_child = _build_children(tree, counted, rows)
    return ComparedNode(
        _build_label(counted),
        _summarize(counted, tree.index),
        partial(_build_row, a, group.source_a),
        partial(_build_row, b, group.source_b),
        counts=counted.counts,
        child_count=child_count,
        get_child=get_child,
    )


def _build_label(counted: _CountedPair) -> str:
    """The name of the field, masked where it has a credential in it."""
    (a, b), group = counted.pair, counted.group
    one, source = (a, group.source_a) if a is not None else (b, group.source_b)
    if one is None or source is None:
        return ""
    return escape_invisible(source.analyzed.credentials.mask_text(one.label))


def _build_children(
    tree: ComparedTree, counted: _CountedPair, rows: RowFilter
) -> tuple[int, Callable[[int], ComparedNode]]:
    (a, b), group, index = counted.pair, counted.group, tree.index
    is_filtered = rows is RowFilter.CHANGED
    pairs = index.list_changed_pairs(a, b) if is_filtered else index.list_pairs(a, b)
    secret_a, secret_b = _is_secret(a, group.source_a), _is_secret(b, group.source_b)

    def build(pair: Pair) -> ComparedNode:
        inner = FieldPair(
            find_child(a, pair.a, secret=secret_a), find_child(b, pair.b, secret=secret_b)
        )
        return _build_pair_node(tree, _CountedPair(inner, pair.counts, group), rows)

    if len(pairs) <= _MAX_ROWS:
        return len(pairs), lambda row: build(pairs[row])

    def build_range(number: int) -> ComparedNode:
        first = number * _MAX_ROWS
        inside = pairs[first : first + _MAX_ROWS]
        if not 0 <= first < len(pairs):
            raise IndexError(number)
        return ComparedNode(
            f"{first} … {first + len(inside) - 1}",
            Difference.SAME,
            child_count=len(inside),
            get_child=lambda row: build(inside[row]),
        )

    return -(-len(pairs) // _MAX_ROWS), build_range


def _build_row(spec: RowSpec | None, source: Source | None) -> Node | None:
    if spec is None or source is None:
        return None
    return build_node(spec, source.analyzed, source.parsed)


def _is_secret(spec: RowSpec | None, source: Source | None) -> bool:
    if spec is None or source is None:
        return False
    return is_secret_row(spec, source.analyzed.credentials)


def _is_shown(counts: Counts, rows: RowFilter) -> bool:
    return bool(counts.changed) if rows is RowFilter.CHANGED else bool(counts.fields)


def _summarize(counted: _CountedPair, index: PairIndex) -> Difference:
    (a, b), counts = counted.pair, counted.counts
    if not has_children(a) and not has_children(b):
        return compare_fields(a, b, index.is_same_user)
    if counts.changed:
        return Difference.CHANGED
    return Difference.ALWAYS if counts.always else Difference.SAME


def _collect_always(counted: _CountedPair, index: PairIndex, found: list[_CountedPair]) -> None:
    """Append the fields that always differ, as long as there is room."""
    check_interruption()
    (a, b), counts = counted.pair, counted.counts
    if not counts.always or len(found) >= _MAX_ALWAYS:
        return
    if not has_children(a) and not has_children(b):
        found.append(counted)
        return
    for pair in index.list_pairs(a, b):
        inner = FieldPair(find_child(a, pair.a), find_child(b, pair.b))
        _collect_always(_CountedPair(inner, pair.counts, counted.group), index, found)
