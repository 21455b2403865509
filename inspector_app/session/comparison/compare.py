"""Compare two answers by what matters, and exchange the sides of a comparison."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.comparison.aspects import read_aspects
from inspector_app.session.comparison.comparison_model import (
    Aspect,
    AspectRow,
    AspectValue,
    ComparedSide,
    Comparison,
    get_heavier,
)
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.comparison.organization_sets import MatchKey

MIN_END_DIFFERENCE: Final = 60.0
"""Seconds by which the ends of two sessions must differ to matter: they are shown in minutes."""

_LEAST_SEVERITIES: Final[Mapping[Aspect, Severity]] = MappingProxyType(
    {
        Aspect.VERDICT: Severity.NOTICE,
        Aspect.ACCOUNT: Severity.WARNING,
        Aspect.PASSWORD: Severity.NOTICE,
        Aspect.ACCESS: Severity.NOTICE,
        Aspect.WORKING_ORGANIZATION: Severity.WARNING,
        Aspect.HOME_ORGANIZATION: Severity.NOTICE,
        Aspect.EXTERNAL_ORGANIZATIONS: Severity.NOTICE,
        Aspect.ORGANIZATIONS: Severity.NOTICE,
        Aspect.ENDS: Severity.NOTICE,
    }
)
"""How much a difference hinders at least; those of other aspects are told last."""


def compare_sides(a: ComparedSide, b: ComparedSide) -> Comparison:
    """Compare two answers; slow for many organizations.

    Raises:
        WorkInterruptedError: if the work was cancelled.
    """
    values_a, values_b = read_aspects(a), read_aspects(b)
    rows = [
        _build_row(aspect, values_a[aspect], values_b[aspect])
        for aspect in Aspect
        # What only one of them can say is told by verdict and answer: a refusal has no account.
        if aspect in values_a and aspect in values_b
    ]
    return Comparison(
        a, b, _is_about_session(a) and _is_about_session(b), tuple(rows), _is_same_user(a, b)
    )


def swap_sides(comparison: Comparison) -> Comparison:
    """The comparison with B in the place of A."""
    rows = tuple(
        AspectRow(row.aspect, row.b, row.a, row.is_different, row.severity, row.only_b, row.only_a)
        for row in comparison.rows
    )
    return Comparison(
        comparison.b, comparison.a, comparison.is_comparable, rows, comparison.is_same_user
    )


def _build_row(aspect: Aspect, a: AspectValue, b: AspectValue) -> AspectRow:
    if not _differ(aspect, a, b):
        return AspectRow(aspect, a, b, is_different=False)
    least = _LEAST_SEVERITIES.get(aspect, Severity.PLAIN)
    severity = get_heavier(least, get_heavier(a.severity, b.severity))
    return AspectRow(
        aspect,
        a,
        b,
        is_different=True,
        severity=severity,
        only_a=_list_missing(a, b),
        only_b=_list_missing(b, a),
    )


def _list_missing(value: AspectValue, other: AspectValue) -> tuple[MatchKey, ...]:
    """The organizations of a value that another one has not, in their order."""
    known = other.organizations
    return tuple(key for key in value.names if key not in known)


def _differ(aspect: Aspect, a: AspectValue, b: AspectValue) -> bool:
    if aspect is Aspect.ENDS and a.instant is not None and b.instant is not None:
        return abs(a.instant - b.instant) >= MIN_END_DIFFERENCE
    return a.key != b.key


def _is_about_session(side: ComparedSide) -> bool:
    """Whether it is EnOS's answer: a session, or a refusal in one of its documented forms."""
    parsed = side.analyzed.parsed
    if parsed is None or not isinstance(side.analyzed.call_result, Exchange):
        return False
    return parsed.session is not None or parsed.answer_format is not AnswerFormat.OTHER


def _is_same_user(a: ComparedSide, b: ComparedSide) -> bool | None:
    first, second = _find_user(a), _find_user(b)
    return None if first is None or second is None else first == second


def _find_user(side: ComparedSide) -> str | None:
    """What a user is told apart by: the id, else the name; None where neither was sent."""
    parsed = side.analyzed.parsed
    session = None if parsed is None else parsed.session
    user = None if session is None else session.user
    if user is None:
        return None
    return user.id.value or user.name.value or None
