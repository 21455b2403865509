"""The content model of every report for people: sections of labelled values.

Plain text, Markdown, Jira, HTML and PDF render this model, so that they never differ in content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.forms import request_lines, session_lines
from inspector_app.report.forms.session_lines import Line
from inspector_app.report.redaction import Level
from inspector_app.report.saved_answers.saved import not_live
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.report.material import Content, Material

_MOST_FINDINGS: Final = 10
"""With more of them a report would not fit in 40 lines; the first ones matter most."""

ALSO_NOTICED: Final = tr("Also noticed:")
_STATES: Final = {
    Severity.GOOD: tr("All right"),
    Severity.WARNING: tr("Attention"),
    Severity.BAD: tr("Problem"),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding besides the verdict."""

    severity: Severity
    sentence: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of lines, each a label and a value."""

    title: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The parts of a report.

    ``severity_label`` is the severity in a word; ``omitted_notice``, which may be empty, says how
    many further findings there are. ``session_sections`` is empty where there is no session.
    """

    severity: Severity
    state: Text
    sentence: Text
    detail: Text
    next_step: Line
    noticed: tuple[Noticed, ...]
    left_out: Text
    sections: tuple[Section, ...]
    request: Section
    closing: Text

    @property
    def noticed_lines(self) -> tuple[Text, ...]:
        """The sentences of the notices, and how many are omitted."""
        more = (self.left_out,) if self.left_out.template else ()
        return (*(one.sentence for one in self.noticed), *more)

    @property
    def groups(self) -> tuple[Section, ...]:
        """The same lines in two sections, session and request, for formats with few lines."""
        about = tuple(line for section in self.sections for line in section.lines)
        return (Section(tr("Session"), about), self.request) if about else (self.request,)


def facts(made: Content, material: Material) -> Facts:
    """The content model of a report; its values come from the redacted report alone."""
    verdict = made.verdict
    shown = verdict.findings[:_MOST_FINDINGS]
    left = len(verdict.findings) - len(shown)
    sections = (
        Section(tr("User"), session_lines.user(made)),
        Section(tr("Organizations"), session_lines.organizations(made)),
        Section(tr("Timing"), session_lines.timing(made, material.zone)),
    )
    return Facts(
        severity=verdict.severity,
        state=_STATES.get(verdict.severity, tr("Notice")),
        sentence=verdict.sentence,
        detail=verdict.detail,
        next_step=Line(tr("Next"), verdict.next_step),
        noticed=(
            *_not_live(material),
            *(Noticed(one.severity, one.sentence) for one in shown),
        ),
        left_out=tr("and {count} more", count=left) if left else Text(""),
        sections=tuple(one for one in sections if one.lines),
        request=Section(tr("Request"), request_lines.request(made, material)),
        closing=_closing(material),
    )


def _not_live(material: Material) -> tuple[Noticed, ...]:
    """The first notice of an answer from a file: that it is not live, and when it was taken."""
    if material.saved is None:
        return ()
    return (Noticed(Severity.WARNING, not_live(material.saved, UTC)),)


def _closing(material: Material) -> Text:
    removed = (
        tr("Secrets and personal data are removed.")
        if material.redaction.level is Level.PERSONAL
        else tr("Secrets are removed; personal data is not.")
    )
    if material.saved is not None:
        return tr(
            "Judged as of {time} by EnOS Session Inspector {version}. {removed}",
            time=session_lines.both_zones(material.now, material.zone),
            version=__version__,
            removed=removed,
        )
    return tr(
        "Made {time} with EnOS Session Inspector {version}. {removed}",
        time=session_lines.both_zones(material.now, material.zone),
        version=__version__,
        removed=removed,
    )
