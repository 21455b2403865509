"""Say a comparison in words: its headline, a sentence for each difference, and a short form."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import time_format
from inspector_app.session.comparison.comparison_model import (
    Aspect,
    AspectRow,
    AspectValue,
    Comparison,
    Side,
)
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.comparison.organization_sets import MatchKey
    from inspector_app.session.time_format import TimeContext

_MAX_LABELS: Final = 4
"""Aspects that the headline names; the table has all."""

_EXPLAINED_VERDICTS: Final[Mapping[VerdictCode, Aspect]] = MappingProxyType(
    {
        VerdictCode.ACCOUNT_DISABLED: Aspect.ACCOUNT,
        VerdictCode.PASSWORD_EXPIRED: Aspect.PASSWORD,
        VerdictCode.PASSWORD_CHANGE_REQUIRED: Aspect.PASSWORD,
        VerdictCode.VALID_LIMITED: Aspect.ACCESS,
    }
)
"""Verdicts beside a valid session, and the aspect that tells the same."""

_SENTENCES: Final[Mapping[Aspect, Text]] = MappingProxyType(
    {
        Aspect.VERDICT: tr("A: {a}. B: {b}."),
        Aspect.WORKING_ORGANIZATION: tr("A works in “{a}”, B in “{b}”."),
        Aspect.HOME_ORGANIZATION: tr("The home organization of A is “{a}”, that of B “{b}”."),
    }
)
_ANY_SENTENCE: Final = tr("{what}: A {a}, B {b}.")


class _SetSentences(NamedTuple):
    """What is said of the organizations that both have and the other has not, or one alone."""

    both: Text
    one: Text


_SET_SENTENCES: Final[Mapping[Aspect, _SetSentences]] = MappingProxyType(
    {
        Aspect.EXTERNAL_ORGANIZATIONS: _SetSentences(
            tr("A is an external user in {a}, B in {b}: by the field’s name (inferred)."),
            tr(
                "Only {side} is an external user in {organizations}: by the field’s name "
                "(inferred)."
            ),
        ),
        Aspect.ORGANIZATIONS: _SetSentences(
            tr("Only A belongs to {a}, only B to {b}."),
            tr("Only {side} belongs to {organizations}."),
        ),
    }
)

_DISABLED: Final = 1
"""EnOS documentation 2.1-2.4: the ``state`` of a disabled account."""


def build_headline(comparison: Comparison) -> Text:
    """What the comparison comes to, in one sentence."""
    if not comparison.is_comparable:
        return tr("They cannot be compared: one of them is no answer about a session")
    differences = list_main_differences(comparison)
    if not differences:
        return tr("They are the same in what matters")
    labels = [row.aspect.label for row in differences[:_MAX_LABELS]]
    left = len(differences) - len(labels)
    if left:
        return tr("They differ in: {what}, {count} more", what=join_texts(labels), count=left)
    return tr("They differ in: {what}", what=join_texts(labels))


def list_main_differences(comparison: Comparison) -> tuple[AspectRow, ...]:
    """The differences that are told in words: not the verdicts where another one explains them."""
    differences = comparison.differences
    differing = {row.aspect for row in differences}
    explained = {
        code.value for code, aspect in _EXPLAINED_VERDICTS.items() if aspect in differing
    } | {VerdictCode.VALID.value}
    return tuple(
        row
        for row in differences
        if row.aspect is not Aspect.VERDICT or not {row.a.key, row.b.key} <= explained
    )


def join_texts(texts: list[Text]) -> Text:
    """The texts in one line, with commas between them."""
    joined = texts[0] if texts else Text("")
    for one in texts[1:]:
        joined = tr("{some}, {next}", some=joined, next=one)
    return joined


def format_value(value: AspectValue, view: TimeContext) -> Text:
    """The value of an aspect in words; a time in the zone of ``view``."""
    if value.instant is None:
        return value.text
    return time_format.format_time_of_day(value.instant, view)


def build_sentence(row: AspectRow, view: TimeContext) -> Text:
    """A difference as a whole sentence, in which the sides are called A and B."""
    if row.aspect is Aspect.ACCOUNT and _DISABLED in {row.a.key, row.b.key}:
        side = Side.A if row.a.key == _DISABLED else Side.B
        return tr("The account of {side} is disabled.", side=side.value)
    if row.aspect is Aspect.ENDS:
        return _describe_ends(row)
    if row.aspect in _SET_SENTENCES:
        return _describe_sets(row, _SET_SENTENCES[row.aspect])
    return _fill(
        _SENTENCES.get(row.aspect, _ANY_SENTENCE),
        what=row.aspect.label,
        a=format_value(row.a, view),
        b=format_value(row.b, view),
    )


def build_short_form(row: AspectRow) -> Text:
    """The difference for a column: what kind it is, and on which side."""
    match row.aspect:
        case Aspect.VERDICT:
            return _describe_verdicts(row)
        case Aspect.WORKING_ORGANIZATION | Aspect.HOME_ORGANIZATION:
            return tr("two organizations, by id")
        case Aspect.EXTERNAL_ORGANIZATIONS | Aspect.ORGANIZATIONS:
            only_a, only_b = len(row.only_a), len(row.only_b)
            if only_a and only_b:
                return tr("{a} only in A, {b} only in B", a=only_a, b=only_b)
            return tr("only A") if only_a else tr("only B")
        case Aspect.ENDS:
            return _describe_ends(row)
        case _:
            return Text("")


def _describe_sets(row: AspectRow, said: _SetSentences) -> Text:
    only_a, only_b = row.only_a, row.only_b
    if only_a and only_b:
        return _fill(said.both, a=_name_some(row.a, only_a), b=_name_some(row.b, only_b))
    side, value, only = (Side.A, row.a, only_a) if only_a else (Side.B, row.b, only_b)
    return _fill(said.one, side=side.value, organizations=_name_some(value, only))


def _fill(sentence: Text, **values: str | Text) -> Text:
    return Text(sentence.template, tuple(values.items()))


def _name_some(value: AspectValue, keys: tuple[MatchKey, ...]) -> Text:
    """The one organization by its name, more by their number."""
    if len(keys) == 1:
        name = value.names[keys[0]]
        return tr("“{name}”", name=escape_invisible(name)) if name else tr("1 organization")
    return tr("{count} organizations", count=len(keys))


def _describe_ends(row: AspectRow) -> Text:
    a, b = row.a.instant, row.b.instant
    if a is None or b is None:
        side = Side.A if a is None else Side.B
        return tr("The end of {side} is unknown.", side=side.value)
    side = Side.A if a < b else Side.B
    span = time_format.format_duration(abs(a - b))
    return tr("The session of {side} ends {span} sooner.", side=side.value, span=span)


def _describe_verdicts(row: AspectRow) -> Text:
    stopped = [
        side.value
        for side, value in ((Side.A, row.a), (Side.B, row.b))
        if value.severity is Severity.BAD
    ]
    if len(stopped) == 1:
        return tr("only {side} is stopped", side=stopped[0])
    return as_literal("≠")
