"""Computes the verdict on an answer: the first matching rule wins, the rest are findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis import early_end, failure_texts
from inspector_app.session.diagnosis.answer_findings import ANSWER_FINDINGS, TOKEN_FINDINGS
from inspector_app.session.diagnosis.application_access_rules import (
    check_application,
    list_application_findings,
)
from inspector_app.session.diagnosis.application_rule import check_access_token
from inspector_app.session.diagnosis.client_certificate_rule import check_client_certificate
from inspector_app.session.diagnosis.companion_findings import list_companion_findings
from inspector_app.session.diagnosis.contradiction_rule import check_contradiction
from inspector_app.session.diagnosis.failure_rules import judge_failure
from inspector_app.session.diagnosis.http_rules import HTTP_RULES, REDIRECT_RULE
from inspector_app.session.diagnosis.next_steps import add_next_steps
from inspector_app.session.diagnosis.other_call_rule import list_other_call_findings
from inspector_app.session.diagnosis.portal_rules import (
    PORTAL_SESSION_RULES,
    check_portal_content,
    check_portal_refusal,
    check_portal_valid,
    find_portal_end,
)
from inspector_app.session.diagnosis.proof_rule import (
    check_other_answer,
    check_proof,
    check_stored_refusal,
    list_proof_findings,
)
from inspector_app.session.diagnosis.refusal_rules import REFUSAL_RULES
from inspector_app.session.diagnosis.rule_context import RuleContext
from inspector_app.session.diagnosis.session_findings import SESSION_FINDINGS
from inspector_app.session.diagnosis.session_rules import (
    ACCOUNT_RULE_COUNT,
    SESSION_RULES,
    VALID_RULE,
)
from inspector_app.session.diagnosis.user_findings import USER_FINDINGS
from inspector_app.session.diagnosis.verdict_model import (
    Finding,
    Verdict,
    VerdictCode,
)
from inspector_app.session.exchange import Failure, FailureKind
from inspector_app.session.http_status import PROXY_AUTHENTICATION_REQUIRED
from inspector_app.session.parsing.parsed_answer import AnswerFormat, SessionKind
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.judge_input import JudgeInput

_RULES = (
    REDIRECT_RULE,
    check_contradiction,
    check_other_answer,
    *(rule for rule, _ in SESSION_RULES[:ACCOUNT_RULE_COUNT]),
    check_proof,
    *(rule for rule, _ in SESSION_RULES[ACCOUNT_RULE_COUNT:]),
    *(rule for rule, _ in PORTAL_SESSION_RULES),
    check_application,
    check_portal_valid,
    VALID_RULE,
    check_stored_refusal,
    check_portal_refusal,
    check_portal_content,
    *REFUSAL_RULES,
    check_client_certificate,
    *HTTP_RULES,  # the last two have a verdict on every body
)
_TOKEN_VERDICTS: Final = frozenset({VerdictCode.TOKEN_NOT_VALID, VerdictCode.SESSION_NOT_FOUND})
_SEVERITY_ORDER: Final = (
    Severity.BAD,
    Severity.WARNING,
    Severity.NOTICE,
    Severity.PLAIN,
    Severity.GOOD,
)


def judge(judge_input: JudgeInput) -> Verdict:
    """Diagnose why the user can or cannot work, and collect all findings.

    Never raises, and is quick: callers may judge anew every second, at another time.
    """
    answer = judge_input.analyzed.call_result
    if isinstance(answer, Failure):
        kind = FailureKind.PROXY_FAILED if failure_texts.is_proxy_silent(answer) else answer.kind
        return add_next_steps(judge_failure(answer, judge_input.analyzed.credentials), kind)
    context = RuleContext.from_input(judge_input)
    without_access_token = check_access_token(context)
    if without_access_token is not None:
        return add_next_steps(_name_party(context, without_access_token))
    verdict = next(found for rule in _RULES if (found := rule(context)))
    collected = replace(
        _name_party(context, verdict),
        findings=_collect_secondary_findings(context, verdict)
        + _collect_findings(context, verdict),
    )
    is_proxy = context.http_status == PROXY_AUTHENTICATION_REQUIRED
    return add_next_steps(
        collected,
        FailureKind.PROXY_AUTHENTICATION_REQUIRED if is_proxy else None,
        is_of_portal=context.parsed is not None
        and context.parsed.answer_format is AnswerFormat.PORTAL,
    )


def _name_party(context: RuleContext, verdict: Verdict) -> Verdict:
    """The verdict with who answered, which the detail tells of everything but a session."""
    party = context.party
    if context.session is not None and context.session.kind is SessionKind.PORTAL_PAGE:
        verdict = _mark_as_observed(verdict)
    if party is None or context.session is not None:
        return replace(verdict, party=party)
    detail = tr("{detail} {party}.", detail=verdict.detail, party=party.explanation)
    return replace(verdict, party=party, detail=detail)


def _mark_as_observed(verdict: Verdict) -> Verdict:
    """What the portal's page is answered is not documented: it is seen in public clients."""
    if verdict.provenance is not Provenance.DOCUMENTED:
        return verdict
    return replace(verdict, provenance=Provenance.OBSERVED)


def _collect_secondary_findings(context: RuleContext, verdict: Verdict) -> tuple[Finding, ...]:
    """The verdicts of the other matching session rules, as findings."""
    said = ((code, rule(context)) for rule, code in (*SESSION_RULES, *PORTAL_SESSION_RULES))
    return tuple(
        Finding(code, other.severity, other.sentence, other.evidence, other.provenance)
        for code, other in said
        if other is not None and other.code is not verdict.code
    )


def _collect_findings(context: RuleContext, verdict: Verdict) -> tuple[Finding, ...]:
    """All matching findings by descending severity; equals stay in the tables' order."""
    rules = (*SESSION_FINDINGS, find_portal_end, *USER_FINDINGS, *ANSWER_FINDINGS)
    if verdict.code in _TOKEN_VERDICTS:
        rules += TOKEN_FINDINGS
    found = [made for rule in rules if (made := rule(context)) is not None]
    found = [*list_proof_findings(context), *found, *list_companion_findings(context)]
    found += list_application_findings(context)
    if verdict.code is VerdictCode.OTHER_CALL:
        found += list_other_call_findings(context)
    if verdict.code is VerdictCode.SESSION_NOT_FOUND:
        found = [*early_end.list_possible_reasons(context), *found]
    return tuple(sorted(found, key=lambda made: _SEVERITY_ORDER.index(made.severity)))
