"""Makes reports and exports of what is shown; every call blocks: for a worker thread.

What writes them is imported when it is first needed: the first paint is not kept waiting for it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.desktop.guards.screen_share import unmasked
from inspector_app.desktop.look.words import shown
from inspector_app.report.credential_scan import CredentialFound
from inspector_app.report.redaction import Level, Redaction
from inspector_app.system.installation_key import installation_key

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.desktop.answer.result_view import ResultView
    from inspector_app.desktop.export.sheet import Sheet
    from inspector_app.inspecting.order import Inspected
    from inspector_app.report.forms.formats import Format
    from inspector_app.report.material import Material
    from inspector_app.session.wording import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about, as it stood at one moment: the same subject gives the same bytes."""

    outcome: Inspected
    now: float
    zone: tzinfo
    expected_organization: str


class Reporter:
    """Knows this installation's key, with which labels take the place of names."""

    def __init__(self, result: ResultView, state: Path) -> None:
        self._result = result
        self._state = state
        self._key = b""

    def subject(self, outcome: Inspected) -> Subject:
        """The outcome as it stands now; what was masked for the screen is redacted by the level."""
        zone, expected = self._result.zone(), self._result.expected_organization
        return Subject(unmasked(outcome), outcome.seen_at(time.time()), zone, expected)

    def text(self, subject: Subject, level: Level = Level.PERSONAL) -> str | Text:
        """The report for a ticket as plain text, or why there is none."""
        from inspector_app.report.forms import text_report

        try:
            return text_report.report(self._material(subject, level), shown)
        except CredentialFound as found:
            return found.words

    def written(self, subject: Subject, form: Format, level: Level) -> bytes | Text:
        """The report or export in that form, or why there is none."""
        from inspector_app.report.forms import formats

        try:
            return formats.write(self._material(subject, level), form, shown)
        except CredentialFound as found:
            return found.words

    def sheet(self, subject: Subject, level: Level) -> Sheet | Text:
        """What is printed of the report, or why there is none."""
        from inspector_app.desktop.export.sheet import sheet

        try:
            return sheet(self._material(subject, level))
        except CredentialFound as found:
            return found.words

    def _material(self, subject: Subject, level: Level) -> Material:
        from inspector_app.inspecting.reporting import material

        self._key = self._key or installation_key(self._state)
        outcome = subject.outcome
        return material(
            outcome,
            Redaction(self._key, level, outcome.examination.credentials),
            subject.now,
            subject.zone,
            subject.expected_organization,
        )
