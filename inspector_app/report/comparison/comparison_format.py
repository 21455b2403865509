"""The forms of a comparison's report, and the function that renders it in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.report.formats.report_format import ReportFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.comparison.redacted_comparison import RedactedComparison
    from inspector_app.session.translatable_text import Text

    _Renderer: TypeAlias = Callable[[RedactedComparison, Callable[[Text], str]], bytes]

COMPARISON_FORMATS: Final = (
    ReportFormat.TEXT,
    ReportFormat.MARKDOWN,
    ReportFormat.JIRA,
    ReportFormat.HTML,
    ReportFormat.JSON,
    ReportFormat.CSV,
)
"""All but the commands: those repeat one call."""


def render_comparison(
    report: RedactedComparison,
    report_format: ReportFormat,
    translate: Callable[[Text], str] = str,
) -> bytes:
    """The comparison as the bytes of a file in UTF-8; deterministic for the same input.

    Args:
        report: the redacted comparison.
        report_format: one of ``COMPARISON_FORMATS``.
        translate: translates a text into the reader's language; English by default.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
        ValueError: for a form that a comparison has not.
    """
    from inspector_app.report.credential_scan import ensure_no_credentials

    return ensure_no_credentials(
        _load_renderer(report_format)(report, translate), report.credentials
    )


def _load_renderer(report_format: ReportFormat) -> _Renderer:
    from inspector_app.report.comparison import comparison_lines, comparison_tables

    match report_format:
        case ReportFormat.TEXT:
            return comparison_lines.render_text
        case ReportFormat.MARKDOWN:
            return comparison_lines.render_markdown
        case ReportFormat.JIRA:
            return comparison_lines.render_jira
        case ReportFormat.JSON:
            return comparison_tables.render_json
        case ReportFormat.CSV:
            return comparison_tables.render_csv
        case ReportFormat.HTML:
            from inspector_app.report.comparison.comparison_page import render_html

            return render_html
        case _:
            raise ValueError(report_format.value)
