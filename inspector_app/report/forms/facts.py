"""What every report for people says, whatever its form: sections of labelled facts.

Plain text, Markdown, Jira and HTML render this one list, so that they never differ in content.
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
"""With more of them a report would not fit in 40 lines; the first ones weigh most."""

ALSO_NOTICED: Final = tr("Also noticed:")
_STATES: Final = {
    Severity.GOOD: tr("All right"),
    Severity.WARNING: tr("Attention"),
    Severity.BAD: tr("Problem"),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """One more thing that was noticed."""

    severity: Severity
    sentence: Text


@dataclass(frozen=True, slots=True)
class Section:
    """Facts about one thing, each a label and a value, both of one line."""

    title: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A report in its parts.

    ``state`` is the severity in a word; ``left_out``, which may be empty, says how many findings
    there are besides. ``sections`` are about the session: none where there is none.
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
        """What was noticed, and how many are left out, a sentence each."""
        more = (self.left_out,) if self.left_out.template else ()
        return (*(one.sentence for one in self.noticed), *more)

    @property
    def groups(self) -> tuple[Section, ...]:
        """The same facts in two parts, for forms that have few lines: the session, the request."""
        about = tuple(line for section in self.sections for line in section.lines)
        return (Section(tr("Session"), about), self.request) if about else (self.request,)


def facts(made: Content, material: Material) -> Facts:
    """What there is to say; its values come from the redacted content alone."""
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
    """Before all else that was noticed: that a file told it, and of when."""
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
