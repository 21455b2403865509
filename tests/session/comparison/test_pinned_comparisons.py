"""All that is said of the differences between labelled answers.

After a change of words or rows, ``python -m tests.session.comparison.test_pinned_comparisons``
writes ``comparisons.json`` anew; what then differs is what the change has done.
"""

from __future__ import annotations

import zlib
from datetime import UTC
from pathlib import Path

from inspector_app.session.comparison.compare import compare_sides, swap_sides
from inspector_app.session.comparison.compared_search import search_compared
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.comparison.comparison_model import ComparedSide
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    build_short_form,
    format_value,
)
from inspector_app.session.time_format import TimeContext
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, judge_labelled

FILE = Path(__file__).parent / "comparisons.json"
BASES = ("companion-disabled-and-left", "valid-guests")
OTHERS = ("valid-documented", "companion-owner", "disabled-limited-and-change", "portal-valid")
VIEW = TimeContext(NOW + 9, UTC)


def build_side(name):
    return ComparedSide(analyzed_of(SCENARIOS[name]), judge_labelled(SCENARIOS[name]))


def list_lines(first, second):
    comparison = compare_sides(first, second)
    yield f"{comparison.is_comparable} {comparison.is_same_user} {build_headline(comparison)}"
    yield f"swapped: {build_headline(swap_sides(comparison))}"
    for row in (*comparison.rows, *swap_sides(comparison).rows):
        values = (
            f"{format_value(one, VIEW)} {one.path} {one.severity.value} {one.provenance.value}"
            for one in (row.a, row.b)
        )
        yield f"{row.aspect.value} {row.is_different} {row.severity.value}: {' | '.join(values)}"
        if row.is_different:
            yield f"{build_short_form(row)}: {build_sentence(row, VIEW)}"
            yield f"{row.only_a} {row.only_b}"
    yield f"{[row.aspect.value for row in comparison.differences]}"
    yield f"{[row.aspect.value for row in comparison.same_rows]}"
    tree = pair_answers(first.analyzed, second.analyzed, comparison.is_same_user)
    yield f"{tree.counts}"
    for rows in RowFilter:
        root = build_compared_root(tree, rows)
        yield from list_rows(root)
        for word in ("o155", "disabled", "head"):
            yield f"{word}: {list(search_compared(root, word, VIEW))}"


def list_rows(node, depth=0):
    for row in node.list_children():
        sides = (
            one and f"{one.render_value(str)} ({one.format_meaning(VIEW)}) {one.path}"
            for one in (row.a, row.b)
        )
        marks = f"{row.difference.value} {row.icon} {row.is_group} {row.is_folded} {row.counts}"
        yield f"{'. ' * depth}{row.label} {row.caption} {' | '.join(map(str, sides))} {marks}"
        yield from list_rows(row, depth + 1)


def pin_all():
    return pin_lines(
        (f"{BASES[chance % 2]} {name}", list_lines(build_side(BASES[chance % 2]), build_side(name)))
        for name in SCENARIOS
        if (chance := zlib.crc32(name.encode()) % 20) in {0, 1} or name in OTHERS
    )


def test_every_difference_is_told_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
