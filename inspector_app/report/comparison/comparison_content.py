"""The content of a comparison's report for people: sentences, table, changed fields."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app import __version__
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session import time_format
from inspector_app.session.comparison.compared_tree import RowFilter, build_compared_root
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    build_short_form,
    format_value,
    join_texts,
    list_main_differences,
)
from inspector_app.session.interruption import check_interruption
from inspector_app.session.path import format_dotted
from inspector_app.session.plain_text import elide
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.report.comparison.redacted_comparison import RedactedComparison
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.comparison.compared_tree import ComparedNode
    from inspector_app.session.presentation.outline import Node

MATTERS_HEADING: Final = tr("What matters:")
FIELDS_HEADING: Final = tr("Changed fields:")

_MAX_FIELDS: Final = 40
"""Fields in a report for people; JSON and CSV have all."""

_MAX_VALUE_LENGTH: Final = 120


class MatterLine(NamedTuple):
    """A row of the table: what it is about, both values, and the difference in words."""

    label: Text
    a: Text
    b: Text
    difference: Text

    @property
    def text(self) -> Text:
        """The row in one line."""
        return tr("{what}: A {a}, B {b}", what=self.label, a=self.a, b=self.b)


class FieldLine(NamedTuple):
    """A changed field: where it stands, its values, empty where a side has it not."""

    path: str
    a: str
    b: str

    @property
    def text(self) -> Text:
        """The field in one line."""
        return tr(
            "{what}: A {a}, B {b}",
            what=as_literal(self.path),
            a=as_literal(self.a) if self.a else tr("not sent"),
            b=as_literal(self.b) if self.b else tr("not sent"),
        )


class Sentence(NamedTuple):
    """A difference in words, and how much it hinders."""

    severity: Severity
    text: Text


@dataclass(frozen=True, slots=True)
class ComparisonContent:
    """The parts of the report; ``omitted`` says how many fields are left out, or is empty."""

    severity: Severity
    headline: Text
    sides: tuple[Text, Text]
    sentences: tuple[Sentence, ...]
    matters: tuple[MatterLine, ...]
    same: Text
    fields: tuple[FieldLine, ...]
    omitted: Text
    footer: Text


def build_comparison_content(report: RedactedComparison) -> ComparisonContent:
    """Lay a comparison out for people."""
    comparison, view = report.comparison, report.time_context
    fields = tuple(itertools.islice(iter_changed_fields(report), _MAX_FIELDS))
    left = report.tree.counts.changed - len(fields)
    same = [row.aspect.label for row in comparison.same_rows]
    differences = comparison.differences
    return ComparisonContent(
        severity=differences[0].severity if differences else Severity.GOOD,
        headline=build_headline(comparison),
        sides=(
            _describe_side(Side.A, report.a),
            _describe_side(Side.B, report.b),
        ),
        sentences=tuple(
            Sentence(row.severity, build_sentence(row, view))
            for row in list_main_differences(comparison)
        ),
        matters=tuple(
            MatterLine(
                row.aspect.label,
                format_value(row.a, view),
                format_value(row.b, view),
                build_short_form(row),
            )
            for row in differences
        ),
        same=tr("The same in both: {what}", what=join_texts(same)) if same else Text(""),
        fields=fields,
        omitted=tr("and {count} more", count=left) if left > 0 else Text(""),
        footer=_build_footer(report),
    )


def iter_changed_fields(report: RedactedComparison) -> Iterator[FieldLine]:
    """Every changed field, in the order of the tree; none of those that always differ."""
    root = build_compared_root(report.tree, RowFilter.CHANGED)
    for row in range(root.child_count):
        group = root.get_child(row)
        if group.counts.changed:
            yield from _iter_leaves(group)


def _iter_leaves(node: ComparedNode) -> Iterator[FieldLine]:
    check_interruption()
    if not node.child_count and not node.is_group:
        yield FieldLine(_get_path(node), _get_value(node.a), _get_value(node.b))
    for row in range(node.child_count):
        yield from _iter_leaves(node.get_child(row))


def _get_path(node: ComparedNode) -> str:
    one = node.a or node.b
    if one is None:
        return ""
    return str(one.label) if one.path is None else format_dotted(one.path)


def _get_value(node: Node | None) -> str:
    return "" if node is None else elide(node.value, _MAX_VALUE_LENGTH)


def get_user_name(one: RedactedReport) -> str:
    """The name of the answer's user, or the label in its place; empty where it was not sent."""
    parsed = one.analyzed.parsed
    session = None if parsed is None else parsed.session
    return "" if session is None or session.user is None else session.user.name.value or ""


def _describe_side(side: Side, one: RedactedReport) -> Text:
    """One line: who it is about, of which environment, and when it was taken."""
    environment = one.environment or one.url
    taken = time_format.format_absolute(one.taken_at, UTC)
    facts = [
        as_literal(elide(fact, _MAX_VALUE_LENGTH))
        for fact in (get_user_name(one), environment, one.token_fingerprint)
        if fact
    ]
    return tr("{side}: {facts}", side=side.value, facts=join_texts([*facts, taken]))


def _build_footer(report: RedactedComparison) -> Text:
    removed = (
        tr("Secrets and personal data are removed; both sides have the same labels.")
        if report.level is RedactionLevel.PERSONAL
        else tr("Secrets are removed; personal data is not.")
    )
    return tr(
        "Compared {time} with EnOS Session Inspector {version}. {removed}",
        time=time_format.format_absolute(report.made_at, UTC),
        version=__version__,
        removed=removed,
    )
