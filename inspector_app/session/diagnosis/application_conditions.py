"""What must hold for an application of the portal to open, checked in this order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.application_question import (
    NO_ACCESS,
    NOT_PURCHASED,
    NOT_PURCHASED_OR_UNKNOWN,
    ApplicationQuestion,
    find_question,
)
from inspector_app.session.diagnosis.rule_context import RuleContext
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inspector_app.session.diagnosis.judge_input import JudgeInput

_NO_TEXT: Final = Text("")
_INFERRED: Final = tr("inferred")


class ConditionState(Enum):
    """Whether a condition holds. The values are public."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "cannot_be_told"


CONDITION_LABELS: Final[Mapping[ConditionState, Text]] = MappingProxyType(
    {
        ConditionState.HOLDS: tr("yes"),
        ConditionState.FAILS: tr("no"),
        ConditionState.UNKNOWN: tr("cannot be told"),
    }
)
"""Each state as it is named beside a condition."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; ``note`` is the fact by which it was decided, where there is one to name."""

    state: ConditionState
    sentence: Text
    note: Text = _NO_TEXT


def list_conditions(judge_input: JudgeInput) -> tuple[Condition, ...]:
    """The conditions down to the first that fails; none where no application was asked about."""
    context = RuleContext.from_input(judge_input)
    question = find_question(context)
    if question is None:
        return ()
    found = []
    for condition in _iter_conditions(context, question):
        found.append(condition)
        if condition.state is ConditionState.FAILS:
            break
    return tuple(found)


def _iter_conditions(context: RuleContext, question: ApplicationQuestion) -> Iterator[Condition]:
    title = context.sanitize(question.title)
    working = None if context.session is None else context.session.working_organization
    organization = "" if working is None else context.sanitize(working.display_name)
    yield Condition(ConditionState.HOLDS, tr("Signed in to the portal"))
    yield Condition(
        ConditionState.HOLDS if organization else ConditionState.UNKNOWN,
        tr("An organization is chosen"),
        Text("{name}", (("name", organization),)) if organization else _NO_TEXT,
    )
    has = tr("The organization has “{name}”", name=title)
    yield Condition(_check_listed(question), has, _note_listed(question))
    switched = tr("It is switched on there")
    application = question.application
    if application is None or application.is_switched_on is None:
        yield Condition(ConditionState.UNKNOWN, switched)
    elif question.is_switched_off:
        yield Condition(
            ConditionState.FAILS,
            switched,
            _NO_TEXT if question.is_surely_switched_off else _INFERRED,
        )
    else:
        yield Condition(ConditionState.HOLDS, switched)
    yield _check_access(question)


def _check_listed(question: ApplicationQuestion) -> ConditionState:
    if question.code in {NOT_PURCHASED, NOT_PURCHASED_OR_UNKNOWN} and not question.matches:
        return ConditionState.FAILS
    if question.code == NOT_PURCHASED:
        return ConditionState.FAILS
    if question.code == NOT_PURCHASED_OR_UNKNOWN:
        return ConditionState.UNKNOWN  # it is listed, and was asked for by a guessed key
    if len(question.matches) == 1:
        return ConditionState.HOLDS
    if question.listed is None or question.matches or not question.listed.is_whole:
        return ConditionState.UNKNOWN
    is_answered = question.access is not None and question.access.access is not None
    return ConditionState.UNKNOWN if is_answered or question.code else ConditionState.FAILS


def _note_listed(question: ApplicationQuestion) -> Text:
    if question.code == NOT_PURCHASED_OR_UNKNOWN and question.matches:
        return tr("listed, but {code}", code=question.code)
    if question.code in {NOT_PURCHASED, NOT_PURCHASED_OR_UNKNOWN}:
        return Text("{code}", (("code", question.code),))
    if len(question.matches) > 1:
        return tr("{count} are called so", count=len(question.matches))
    return _NO_TEXT


def _check_access(question: ApplicationQuestion) -> Condition:
    sentence = tr("Access of this user")
    access = None if question.access is None else question.access.access
    if access is not None:
        return Condition(
            ConditionState.FAILS if access.is_empty else ConditionState.HOLDS,
            sentence,
            tr(
                "menus: {menus}, permissions: {permissions}",
                menus=access.menus,
                permissions=access.permissions,
            ),
        )
    if question.code is not None:
        is_certain = question.code == NO_ACCESS
        code = Text("{code}", (("code", question.code),))
        return Condition(
            ConditionState.FAILS if is_certain else ConditionState.UNKNOWN,
            sentence,
            tr("none: {code}", code=question.code) if is_certain else code,
        )
    note = tr("not asked") if question.access is None else tr("no usable answer")
    return Condition(ConditionState.UNKNOWN, sentence, note)
