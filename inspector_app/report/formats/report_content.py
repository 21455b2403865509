"""The content model of every report for people: sections of labelled values.

Plain text, Markdown, Jira, HTML and PDF render this model, so that they never differ in content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.formats import (
    application_lines,
    companion_lines,
    request_lines,
    session_lines,
)
from inspector_app.report.formats.session_lines import ReportLine
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.diagnosis.step_model import ACTOR_LABELS
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.report.report_input import RedactedReport

_MAX_FINDINGS: Final = 10
_MAX_LINES: Final = 40
"""Of a report as text: findings make room for the steps, as the first ones matter most."""

_FIXED_LINES: Final = 13
"""Sentence, detail, next step, footer, the headings with their empty lines, and what is omitted."""

STEPS_HEADING: Final = tr("Steps:")
NOTICES_HEADING: Final = tr("Also noticed:")
_SEVERITY_LABELS: Final = {
    Severity.GOOD: tr("OK"),
    Severity.WARNING: tr("Attention"),
    Severity.BAD: tr("Problem"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding besides the verdict."""

    severity: Severity
    sentence: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of lines, each a label and a value."""

    title: Text
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The parts of a report.

    ``head``, which may be empty, is the ticket or note that the reporter wrote. ``severity_label``
    is the severity in a word; ``steps`` have who can take them as the label;
    ``omitted_notice``, which may be empty, says how
    many further findings there are. ``session_sections`` is empty where there is no session.
    """

    head: Text
    severity: Severity
    severity_label: Text
    sentence: Text
    detail: Text
    next_step: ReportLine
    has_next_step_in_steps: bool
    steps: tuple[ReportLine, ...]
    notices: tuple[Notice, ...]
    omitted_notice: Text
    session_sections: tuple[Section, ...]
    request: Section
    footer: Text

    @property
    def notice_lines(self) -> tuple[Text, ...]:
        """The sentences of the notices, and how many are omitted."""
        more = (self.omitted_notice,) if self.omitted_notice.template else ()
        return (*(one.sentence for one in self.notices), *more)

    @property
    def compact_sections(self) -> tuple[Section, ...]:
        """The same lines in two sections, session and request, for formats with few lines."""
        about = tuple(line for section in self.session_sections for line in section.lines)
        return (Section(tr("Session"), about), self.request) if about else (self.request,)


def build_report_content(report: RedactedReport) -> ReportContent:
    """The content model of a report."""
    verdict = report.verdict
    saved = _build_saved_notices(report)
    request = Section(tr("Request"), request_lines.build_request_lines(report))
    sections = (
        Section(tr("User"), session_lines.build_user_lines(report)),
        Section(
            tr("Organizations"),
            session_lines.build_organization_lines(report)
            + companion_lines.build_companion_lines(report),
        ),
        Section(tr("Applications"), application_lines.build_application_lines(report)),
        Section(tr("Timing"), session_lines.build_timing_lines(report)),
    )
    steps = tuple(ReportLine(ACTOR_LABELS[one.actor], one.text) for one in verdict.steps)
    others = sum(len(one.lines) for one in (*sections, request)) + len(steps) + len(saved)
    others += bool(report.note)
    shown = verdict.findings[: max(1, min(_MAX_FINDINGS, _MAX_LINES - _FIXED_LINES - others))]
    left = len(verdict.findings) - len(shown)
    return ReportContent(
        head=tr("Ticket or note: {note}", note=report.note) if report.note else Text(""),
        severity=verdict.severity,
        severity_label=_SEVERITY_LABELS.get(verdict.severity, tr("Notice")),
        sentence=verdict.sentence,
        detail=verdict.detail,
        next_step=ReportLine(tr("Next"), verdict.next_step),
        has_next_step_in_steps=verdict.has_next_step_in_steps,
        steps=steps,
        notices=(
            *saved,
            *(Notice(one.severity, one.sentence) for one in shown),
        ),
        omitted_notice=tr("and {count} more", count=left) if left else Text(""),
        session_sections=tuple(one for one in sections if one.lines),
        request=request,
        footer=_build_footer(report),
    )


def _build_saved_notices(report: RedactedReport) -> tuple[Notice, ...]:
    """The first notice of an answer from a file: that it is not live, and when it was taken."""
    if report.saved is None:
        return ()
    return (Notice(Severity.WARNING, report.saved.sentence),)


def _build_footer(report: RedactedReport) -> Text:
    removed = (
        tr("Secrets and personal data are removed.")
        if report.level is RedactionLevel.PERSONAL
        else tr("Secrets are removed; personal data is not.")
    )
    if report.saved is not None:
        return tr(
            "Judged as of {time} by EnOS Session Inspector {version}. {removed}",
            time=session_lines.format_both_zones(report.judged_at, report.zone),
            version=__version__,
            removed=removed,
        )
    return tr(
        "Made {time} with EnOS Session Inspector {version}. {removed}",
        time=session_lines.format_both_zones(report.judged_at, report.zone),
        version=__version__,
        removed=removed,
    )
