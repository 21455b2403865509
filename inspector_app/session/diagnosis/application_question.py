"""The question why a user cannot open an application of the portal, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, CompanionKind, CompanionOutcome
from inspector_app.session.parsing.parsed_answer import SessionKind
from inspector_app.session.provenance import Provenance

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.portal_applications import (
        ApplicationList,
        PortalApplication,
    )
    from inspector_app.session.path import Path

NO_ACCESS: Final = 31403
NOT_PURCHASED_OR_UNKNOWN: Final = 31404
NOT_PURCHASED: Final = 31520
"""EnOS documentation of the Application Portal: codes about one application."""


@dataclass(frozen=True, slots=True)
class ApplicationQuestion:
    """The application that was asked about, and what was answered.

    ``matches`` are those of the list that are called so; ``access`` is the answer about it.
    """

    subject: str
    listed: ApplicationList | None
    matches: tuple[PortalApplication, ...]
    access: Companion | None

    @property
    def application(self) -> PortalApplication | None:
        """The one of the list, where it is one alone."""
        return self.matches[0] if len(self.matches) == 1 else None

    @property
    def title(self) -> str:
        """What it is called: as the list has it, else as it was typed."""
        return self.application.title if self.application is not None else self.subject

    @property
    def is_switched_off(self) -> bool:
        """Whether the list says, or seems to say, that it is switched off."""
        return self.application is not None and self.application.is_switched_on is False

    @property
    def is_surely_switched_off(self) -> bool:
        """Whether a flag of the list says so; that a number does is inferred."""
        application = self.application
        is_flag = application is not None and application.provenance is Provenance.DOCUMENTED
        return self.is_switched_off and is_flag

    @property
    def code(self) -> int | None:
        """The code by which the portal refused the access."""
        is_refused = self.access is not None and self.access.outcome is CompanionOutcome.REFUSED
        return self.access.code if self.access is not None and is_refused else None

    @property
    def code_evidence(self) -> tuple[Path, ...]:
        """The paths of that code."""
        if self.access is None or self.access.parsed is None:
            return ()
        return tuple((*self.access.kind.path, *path) for path in self.access.parsed.code.evidence)

    @property
    def row_evidence(self) -> tuple[Path, ...]:
        """The path of the application in the list."""
        if self.listed is None or self.application is None:
            return ()
        return ((*self.listed.path, self.application.row),)


def find_question(context: RuleContext) -> ApplicationQuestion | None:
    """The question about an application, where one was asked of a portal token that was taken."""
    session = context.session
    companion = context.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
    if session is None or session.kind is not SessionKind.PORTAL or companion is None:
        return None
    subject = companion.subject.strip()
    if not subject:
        return None
    access = context.analyzed.get_companion(CompanionKind.APPLICATION_ACCESS)
    is_about_it = access is not None and access.subject.strip() == subject
    listed = companion.applications
    return ApplicationQuestion(
        subject,
        listed,
        () if listed is None else listed.find_all(subject),
        access if is_about_it else None,
    )
