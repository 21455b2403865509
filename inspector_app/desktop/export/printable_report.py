"""Builds the content of a printed report from the facts that all text reports share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.desktop.theme.translation import render_text, translate
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
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.severity import Severity
    from inspector_app.session.translatable_text import Text


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table: rows of a label and a value, or of as many cells as ``head`` has."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()


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
    noticed_title: str

    def iter_texts(self) -> Iterator[str]:
        """Iterate over every text of the report."""
        yield from (self.head, self.state, self.sentence, self.detail, self.next_step)
        yield from (*self.steps, *self.noticed)
        for table in self.tables:
            yield table.title
            yield from table.head
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
    made = PrintableReport(
        timestamp=report.judged_at,
        head=render_visible_text(content.head),
        severity=content.severity,
        state=render_visible_text(content.severity_label),
        sentence=render_visible_text(content.sentence),
        detail=render_visible_text(content.detail),
        next_step=render_visible_text(content.next_step.text),
        steps=tuple(render_visible_text(one.text) for one in content.steps),
        noticed=tuple(render_visible_text(one) for one in content.notice_lines),
        tables=tuple(_build_table(one) for one in (*content.session_sections, content.request)),
        closing=render_visible_text(content.footer),
        timeline=_build_timeline(report),
        noticed_title=translate("Also noticed"),
    )
    return ensure_printable(made, report.credentials)


def ensure_printable(printable: PrintableReport, known: Credentials) -> PrintableReport:
    """The report as it is.

    Raises:
        CredentialLeakError: if a credential is still in it; then nothing may be exported.
    """
    text = "\n".join(printable.iter_texts()).encode(errors="surrogatepass")
    ensure_no_credentials(text, known)
    return printable


def _build_timeline(report: RedactedReport) -> TimelineLayout | None:
    times = report.analyzed.lifetimes
    if times is None:
        return None
    return build_timeline_layout(
        build_marks(times, report.time_context, report.supported_expiry), render_visible_text
    )


def _build_table(section: Section) -> Table:
    return Table(
        render_visible_text(section.title),
        tuple(
            (render_visible_text(line.label), render_visible_text(line.value))
            for line in section.lines
        ),
    )


def render_visible_text(text: Text) -> str:
    """The text in the reader's language, with invisible characters escaped."""
    return escape_invisible(render_text(text))
