"""Builds the content of a printed report from the facts that all text reports share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.desktop.theme.translation import render_text
from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats.report_content import build_report_content
from inspector_app.report.formats.timeline_layout import build_timeline_layout
from inspector_app.report.report_input import build_redacted_report
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.timeline import build_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.report.formats.report_content import ReportContent, Section
    from inspector_app.report.formats.timeline_layout import TimelineLayout
    from inspector_app.report.report_input import RedactedReport, ReportInput
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
    severity: Severity
    state: str
    sentence: str
    detail: str
    next_step: str
    noticed: tuple[str, ...]
    tables: tuple[Table, ...]
    closing: str
    timeline: TimelineLayout | None

    def iter_texts(self) -> Iterator[str]:
        """Iterate over every text of the report."""
        yield from (self.state, self.sentence, self.detail, self.next_step, *self.noticed)
        for table in self.tables:
            yield table.title
            yield from (cell for row in table.rows for cell in row)
        yield self.closing
        if self.timeline is not None:
            yield from (label.text for label in self.timeline.labels)


def build_printable_report(report_input: ReportInput) -> PrintableReport:
    """Build the printable report from the facts.

    Raises:
        CredentialFound: if a credential is still in them; then nothing may be exported.
    """
    redacted = build_redacted_report(report_input)
    made = build_report_content(redacted, report_input)
    laid_out = PrintableReport(
        timestamp=report_input.now,
        severity=made.severity,
        state=_render_visible_text(made.severity_label),
        sentence=_render_visible_text(made.sentence),
        detail=_render_visible_text(made.detail),
        next_step=_render_visible_text(made.next_step.text),
        noticed=tuple(_render_visible_text(one) for one in made.notice_lines),
        tables=tuple(_build_table(one) for one in _list_sections(made)),
        closing=_render_visible_text(made.footer),
        timeline=_build_timeline(redacted),
    )
    text = "\n".join(laid_out.iter_texts()).encode(errors="surrogatepass")
    ensure_no_credentials(text, report_input.credentials)
    return laid_out


def _build_timeline(redacted: RedactedReport) -> TimelineLayout | None:
    times = redacted.analyzed.lifetimes
    if times is None:
        return None
    return build_timeline_layout(
        build_marks(times, redacted.time_context, redacted.supported_expiry), _render_visible_text
    )


def _list_sections(report_facts: ReportContent) -> tuple[Section, ...]:
    return (*report_facts.session_sections, report_facts.request)


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
