"""Builds the content of a printed report from the facts that all text reports share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.desktop.theme.translation import render_text
from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats.report_content import build_report_content
from inspector_app.report.formats.timeline_layout import build_timeline_layout
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.timeline import build_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.report.formats.report_content import Section
    from inspector_app.report.formats.timeline_layout import TimelineLayout
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.severity import Severity
    from inspector_app.session.translatable_text import Text


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table with rows of a label and a value."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintableReport:
    """A translated report, invisible characters escaped; some texts may be empty.

    ``timestamp`` is the report's time, in epoch seconds; ``timeline`` is the session's timeline,
    where there is a session.
    """

    timestamp: float
    head: str
    severity: Severity
    state: str
    sentence: str
    detail: str
    next_step: str
    steps: tuple[str, ...]
    noticed: tuple[str, ...]
    tables: tuple[Table, ...]
    closing: str
    timeline: TimelineLayout | None

    def iter_texts(self) -> Iterator[str]:
        """Iterate over every text of the report."""
        yield from (self.head, self.state, self.sentence, self.detail, self.next_step)
        yield from (*self.steps, *self.noticed)
        for table in self.tables:
            yield table.title
            yield from (cell for row in table.rows for cell in row)
        yield self.closing
        if self.timeline is not None:
            yield from (label.text for label in self.timeline.labels)


def build_printable_report(report: RedactedReport) -> PrintableReport:
    """Build the printable report from the content that all text reports share.

    Raises:
        CredentialLeakError: if a credential is still in it; then nothing may be exported.
    """
    content = build_report_content(report)
    printable = PrintableReport(
        timestamp=report.judged_at,
        head=_render_visible_text(content.head),
        severity=content.severity,
        state=_render_visible_text(content.severity_label),
        sentence=_render_visible_text(content.sentence),
        detail=_render_visible_text(content.detail),
        next_step=_render_visible_text(content.next_step.text),
        steps=tuple(_render_visible_text(one.text) for one in content.steps),
        noticed=tuple(_render_visible_text(one) for one in content.notice_lines),
        tables=tuple(_build_table(one) for one in (*content.session_sections, content.request)),
        closing=_render_visible_text(content.footer),
        timeline=_build_timeline(report),
    )
    text = "\n".join(printable.iter_texts()).encode(errors="surrogatepass")
    ensure_no_credentials(text, report.credentials)
    return printable


def _build_timeline(report: RedactedReport) -> TimelineLayout | None:
    times = report.analyzed.lifetimes
    if times is None:
        return None
    return build_timeline_layout(
        build_marks(times, report.time_context, report.supported_expiry), _render_visible_text
    )


def _build_table(section: Section) -> Table:
    return Table(
        _render_visible_text(section.title),
        tuple(
            (_render_visible_text(line.label), _render_visible_text(line.value))
            for line in section.lines
        ),
    )


def _render_visible_text(text: Text) -> str:
    return escape_invisible(render_text(text))
