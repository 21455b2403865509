"""Data model of a comparison: the aspects that matter, and what either side says of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.comparison.organization_sets import MatchKey
    from inspector_app.session.diagnosis.verdict_model import Verdict
    from inspector_app.session.path import Path

Key: TypeAlias = "str | int | float | bool | tuple[Key, ...] | frozenset[MatchKey] | None"
"""What an aspect of two answers is compared by."""


class Side(Enum):
    """One of the two answers; the value is its name for people, in every language."""

    A = "A"
    B = "B"


class Aspect(Enum):
    """What matters in a comparison, in the order of its table. The values are public."""

    VERDICT = "verdict"
    ANSWER = "answer"
    ACCOUNT = "account"
    PASSWORD = "password"  # noqa: S105 - an aspect, no password
    ACCESS = "access"
    WORKING_ORGANIZATION = "working_organization"
    HOME_ORGANIZATION = "home_organization"
    EXTERNAL_ORGANIZATIONS = "external_organizations"
    ORGANIZATIONS = "organizations"
    ENDS = "ends"
    SIGN_IN = "sign_in"
    MULTI_FACTOR = "multi_factor"
    USER_TYPE = "user_type"
    EMAIL = "email_verified"
    PHONE = "phone_verified"

    @property
    def label(self) -> Text:
        """Its name in the table of what matters."""
        return _LABELS[self]


_LABELS: Final[Mapping[Aspect, Text]] = MappingProxyType(
    {
        Aspect.VERDICT: tr("Verdict"),
        Aspect.ANSWER: tr("Answer"),
        Aspect.ACCOUNT: tr("Account"),
        Aspect.PASSWORD: tr("Password"),
        Aspect.ACCESS: tr("Access"),
        Aspect.WORKING_ORGANIZATION: tr("Working organization"),
        Aspect.HOME_ORGANIZATION: tr("Home organization"),
        Aspect.EXTERNAL_ORGANIZATIONS: tr("External user in"),
        Aspect.ORGANIZATIONS: tr("Organizations of the user"),
        Aspect.ENDS: tr("Ends (estimated)"),
        Aspect.SIGN_IN: tr("Signs in with"),
        Aspect.MULTI_FACTOR: tr("Multi-factor sign-in"),
        Aspect.USER_TYPE: tr("User type"),
        Aspect.EMAIL: tr("E-mail address"),
        Aspect.PHONE: tr("Phone number"),
    }
)


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of the two answers, and the verdict on it as of whenever that is to hold."""

    analyzed: AnalyzedAnswer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AspectValue:
    """What one side says of an aspect.

    Attributes:
        key: what it is compared by.
        text: the value in words.
        path: where it stands in the answer; None where it does not stand there.
        severity: how much it hinders.
        instant: set in place of the text for a time, in epoch seconds of the gateway.
        names: for organizations, their names by what they are matched by.
        provenance: what the value's meaning rests on.
    """

    key: Key
    text: Text
    path: Path | None = None
    severity: Severity = Severity.PLAIN
    instant: float | None = None
    names: Mapping[MatchKey, str] = field(default_factory=dict, repr=False)
    provenance: Provenance = Provenance.DOCUMENTED

    @property
    def organizations(self) -> frozenset[MatchKey]:
        """What the organizations of this value are matched by; none where it is of another kind."""
        return self.key if isinstance(self.key, frozenset) else frozenset()


@dataclass(frozen=True, slots=True)
class AspectRow:
    """An aspect of both sides; ``severity`` says how much their difference hinders.

    ``only_a`` and ``only_b`` are the organizations that one side has and the other has not, by
    what they are matched by.
    """

    aspect: Aspect
    a: AspectValue
    b: AspectValue
    is_different: bool
    severity: Severity = Severity.PLAIN
    only_a: tuple[MatchKey, ...] = ()
    only_b: tuple[MatchKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers and what matters of them.

    ``is_comparable`` unless one of them is no answer about a session at all. ``rows`` are in the
    order of the table, ``is_same_user`` is None where an answer does not tell.
    """

    a: ComparedSide
    b: ComparedSide
    is_comparable: bool
    rows: tuple[AspectRow, ...]
    is_same_user: bool | None

    @property
    def differences(self) -> tuple[AspectRow, ...]:
        """The rows that differ, what hinders first."""
        differing = [row for row in self.rows if row.is_different]
        return tuple(sorted(differing, key=lambda row: -_WEIGHTS[row.severity]))

    @property
    def same_rows(self) -> tuple[AspectRow, ...]:
        """The rows in which both are the same."""
        return tuple(row for row in self.rows if not row.is_different)


_WEIGHTS: Final[Mapping[Severity, int]] = MappingProxyType(
    {
        Severity.PLAIN: 0,
        Severity.GOOD: 0,
        Severity.NOTICE: 1,
        Severity.WARNING: 2,
        Severity.BAD: 3,
    }
)


def get_heavier(first: Severity, second: Severity) -> Severity:
    """The one of two severities that hinders more."""
    return first if _WEIGHTS[first] >= _WEIGHTS[second] else second
