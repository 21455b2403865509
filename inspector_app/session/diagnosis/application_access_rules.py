"""Why a user cannot open an application of the portal: the conditions, in their order.

The person names the application; its list and the user's access to it are answers beside the
portal's session. What fails first is the reason, and what could not be asked is said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.application_question import (
    NO_ACCESS,
    NOT_PURCHASED,
    NOT_PURCHASED_OR_UNKNOWN,
    ApplicationQuestion,
    find_question,
)
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode, Verdict, VerdictCode
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext

_MAX_ROWS: Final = 100
"""Rows that are told of one name: an answer may have hundreds of thousands."""


def check_application(context: RuleContext) -> Verdict | None:
    """The verdict on the application that was asked about; None where none can be given."""
    question = find_question(context)
    if question is None:
        return None
    title = context.sanitize(question.title)
    return (
        (_judge_switch(question, title) if question.is_surely_switched_off else None)
        or _judge_refusal(question, title)
        or _judge_access(question, title)
        or _judge_switch(question, title)
        or _judge_list(question, title)
    )


def list_application_findings(context: RuleContext) -> tuple[Finding, ...]:
    """Why nothing can be said of the application, or that access to it is empty."""
    question = find_question(context)
    if question is None or check_application(context) is not None:
        return ()
    title = context.sanitize(question.title)
    if len(question.matches) > 1:
        sentence = tr(
            "Whether “{name}” opens cannot be told: {count} applications are called so",
            name=title,
            count=len(question.matches),
        )
    else:
        sentence = tr("Whether “{name}” opens cannot be told: it was not answered", name=title)
    evidence = tuple(
        (*question.listed.path, one.row) for one in question.matches[:_MAX_ROWS] if question.listed
    )
    return (
        Finding(
            FindingCode.APPLICATION_UNCLEAR,
            Severity.WARNING,
            sentence,
            evidence,
            Provenance.INFERRED,
        ),
    )


def _judge_refusal(question: ApplicationQuestion, title: str) -> Verdict | None:
    code, evidence = question.code, (*question.code_evidence, *question.row_evidence)
    if code == NO_ACCESS:
        return Verdict(
            VerdictCode.NO_ACCESS_TO_APPLICATION,
            Severity.BAD,
            tr("The user has no access to “{name}”", name=title),
            tr(
                "{code} of the Application Portal: no access. {list}",
                code=code,
                list=_describe_list(question),
            ),
            evidence,
            tr("Ask an administrator of the organization to give the user access."),
        )
    if code == NOT_PURCHASED:
        return Verdict(
            VerdictCode.APPLICATION_NOT_PURCHASED,
            Severity.BAD,
            tr("The organization has not purchased “{name}”", name=title),
            tr("{code} of the Application Portal: not purchased.", code=code),
            evidence,
            tr("Ask an administrator of the organization whether it is to have the application."),
        )
    if code != NOT_PURCHASED_OR_UNKNOWN:
        return None
    is_guess = question.application is not None
    return Verdict(
        VerdictCode.APPLICATION_NOT_PURCHASED,
        Severity.BAD,
        tr("Perhaps the organization has not purchased “{name}”", name=title)
        if is_guess
        else tr("“{name}” does not exist, or the organization has not purchased it", name=title),
        tr(
            "{code} of the Application Portal, asked by its identifier of the list: that this is "
            "its AccessKey is inferred. Give the AccessKey to be sure.",
            code=code,
        )
        if is_guess
        else tr("{code} of the Application Portal: which of the two is not told.", code=code),
        evidence,
        tr("Ask an administrator of the organization whether it is to have the application."),
        provenance=Provenance.INFERRED if is_guess else Provenance.DOCUMENTED,
    )


def _judge_access(question: ApplicationQuestion, title: str) -> Verdict | None:
    access = None if question.access is None else question.access.access
    if access is None:
        return None
    if question.is_switched_off:
        return None  # it is switched off for everybody
    sentence = tr(
        "The user has access to “{name}” (menus: {menus}, permissions: {permissions})",
        name=title,
        menus=access.menus,
        permissions=access.permissions,
    )
    if access.is_empty:
        sentence = tr("The user has neither a menu nor a permission in “{name}”", name=title)
    return Verdict(
        VerdictCode.NO_ACCESS_TO_APPLICATION if access.is_empty else VerdictCode.VALID,
        Severity.WARNING if access.is_empty else Severity.GOOD,
        sentence,
        tr("The portal took the token, and answers what the user has in it."),
        (access.path, *question.row_evidence),
        tr("Ask an administrator of the organization to give the user a role in it.")
        if access.is_empty
        else tr("If something in it does not open, compare with what the user needs there."),
    )


def _judge_switch(question: ApplicationQuestion, title: str) -> Verdict | None:
    if not question.is_switched_off:
        return None
    is_certain = question.is_surely_switched_off
    return Verdict(
        VerdictCode.APPLICATION_SWITCHED_OFF,
        Severity.BAD,
        tr("“{name}” is switched off in the organization", name=title)
        if is_certain
        else tr("Perhaps “{name}” is switched off in the organization", name=title),
        tr("The organization has it, but its status says that it is not enabled.")
        if is_certain
        else tr("The organization has it; that its status 0 means this is inferred."),
        tuple((*path, "status") for path in question.row_evidence),
        tr("Ask an administrator of the organization to switch it on."),
        provenance=Provenance.DOCUMENTED if is_certain else Provenance.INFERRED,
    )


def _judge_list(question: ApplicationQuestion, title: str) -> Verdict | None:
    listed = question.listed
    if listed is None or question.matches or not listed.is_whole:
        return None
    return Verdict(
        VerdictCode.APPLICATION_NOT_LISTED,
        Severity.BAD,
        tr("“{name}” is not among the applications of the organization", name=title),
        tr(
            "In its list: {count}. None has this name or identifier.",
            count=len(listed.applications),
        ),
        (listed.path,),
        tr("Check the name and the organization, or give the AccessKey."),
    )


def _describe_list(question: ApplicationQuestion) -> Text:
    application = question.application
    if application is None:
        return tr("It is not in the organization's list by this name.")
    if application.is_switched_on is True and application.provenance is Provenance.DOCUMENTED:
        return tr("The organization has the application, and it is switched on.")
    return tr("The organization has the application.")
