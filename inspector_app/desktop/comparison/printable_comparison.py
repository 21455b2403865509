"""Builds the pages of a comparison's report from the content that all forms for people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.export.printable_report import (
    PrintableReport,
    Table,
    ensure_printable,
    render_visible_text,
)
from inspector_app.report.comparison.comparison_content import build_comparison_content
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.report.comparison.comparison_content import FieldLine, MatterLine
    from inspector_app.report.comparison.redacted_comparison import RedactedComparison
    from inspector_app.session.translatable_text import Text


def build_printable_comparison(report: RedactedComparison) -> PrintableReport:
    """Build the pages: the words, the table of what matters, the changed fields.

    Raises:
        CredentialLeakError: if a credential is still in it; then nothing may be exported.
    """
    content = build_comparison_content(report)
    a, b = (render_visible_text(one) for one in content.sides)
    matters = Table(
        render_visible_text(tr("What matters")),
        tuple(_build_matter_row(one) for one in content.matters),
        _build_head(tr("Aspect"), tr("Difference")),
    )
    fields = Table(
        render_visible_text(tr("Changed fields")),
        tuple(_build_field_row(one) for one in content.fields),
        _build_head(tr("Field")),
    )
    remarks = (content.same, content.omitted, content.footer)
    return ensure_printable(
        PrintableReport(
            timestamp=report.made_at,
            head="",
            severity=content.severity,
            state=render_visible_text(tr("Comparison")),
            sentence=render_visible_text(content.headline),
            detail=f"{a}\n{b}",
            next_step="",
            steps=(),
            noticed=tuple(render_visible_text(one.text) for one in content.sentences),
            tables=tuple(one for one in (matters, fields) if one.rows),
            closing="\n".join(render_visible_text(one) for one in remarks if one.template),
            timeline=None,
            noticed_title=render_visible_text(tr("Differences")),
        ),
        report.credentials,
    )


def _build_head(first: Text, *last: Text) -> tuple[str, ...]:
    return (render_visible_text(first), "A", "B", *(render_visible_text(one) for one in last))


def _build_matter_row(line: MatterLine) -> tuple[str, ...]:
    return tuple(render_visible_text(one) for one in line)


def _build_field_row(line: FieldLine) -> tuple[str, ...]:
    absent = render_visible_text(tr("not sent"))
    values = (escape_invisible(one) or absent for one in (line.a, line.b))
    return (escape_invisible(line.path), *values)
