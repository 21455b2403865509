"""Verdict rules and findings for an answer that does not prove what it says."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import doubts
from inspector_app.session.diagnosis.verdict_model import (
    Finding,
    FindingCode,
    SuggestedAction,
    Verdict,
    VerdictCode,
)
from inspector_app.session.doubts import Doubt, DoubtKind
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.path import Path

_SENTENCES: Final[Mapping[DoubtKind, Text]] = MappingProxyType(
    {
        DoubtKind.OTHER_SESSION: tr("The answer is about another session than the one asked for"),
        DoubtKind.SEVERAL_SESSIONS: tr("More than one session came: whose is whose cannot be told"),
        DoubtKind.FIELDS_DISAGREE: tr("A field came more than once, with different values"),
        DoubtKind.CONTRARY_WORDS: tr(
            "Beside the success, the answer speaks of an error or of an end"
        ),
        DoubtKind.FROM_CACHE: tr(
            "By its headers, the answer comes from a cache, and is older than this call"
        ),
        DoubtKind.UNUSUAL_STATUS: tr("The HTTP status is not 200, as a success has it"),
        DoubtKind.SUCCESS_UNCLEAR: tr("The success is not stated as it is documented"),
        DoubtKind.SESSION_INCOMPLETE: tr(
            "The session lacks its id, its user or the state of the account"
        ),
        DoubtKind.UNKNOWN_STATE: tr(
            "The state of the session or of the account has no documented meaning"
        ),
    }
)


def check_other_answer(context: RuleContext) -> Verdict | None:
    """The verdict on an answer about another session or time: nothing in it is about this one."""
    is_other = any(doubt.kind is DoubtKind.OTHER_SESSION for doubt in list_doubts(context))
    return check_proof(context) if is_other or context.analyzed.is_stored else None


def check_proof(context: RuleContext) -> Verdict | None:
    """The verdict on a success that proves no valid session; None where it does."""
    doubt = next(iter(list_doubts(context)), None)
    if context.session is None or doubt is None:
        return None
    sentence = tr("Accepted, but this does not prove a valid session")
    evidence = _list_evidence(context, doubt) or context.session.evidence
    return _build_unproven(context, sentence, doubt.kind, evidence)


def check_stored_refusal(context: RuleContext) -> Verdict | None:
    """The verdict on a refusal that a cache had stored: it may be of another token or time."""
    is_refusal = context.is_body_refusal or context.is_http_error
    if not is_refusal or not context.analyzed.is_stored:
        return None
    sentence = tr("Refused, but by an answer that is older than this call")
    evidence = context.code_and_message_evidence
    return _build_unproven(context, sentence, DoubtKind.FROM_CACHE, evidence)


def list_proof_findings(context: RuleContext) -> tuple[Finding, ...]:
    """One finding for each doubt about the answer."""
    return tuple(
        Finding(
            FindingCode(doubt.kind.value),
            Severity.WARNING,
            _SENTENCES[doubt.kind],
            _list_evidence(context, doubt),
        )
        for doubt in list_doubts(context)
    )


def list_doubts(context: RuleContext) -> tuple[Doubt, ...]:
    """The doubts about the answer, the gravest first."""
    known, parsed, token = context.analyzed.doubts, context.parsed, context.token
    if any(doubt.kind is DoubtKind.OTHER_SESSION for doubt in known):
        return known
    if parsed is None or token is None or doubts.is_session_of(parsed, token) is not False:
        return known
    path = () if context.session is None else (*context.session.path, "id")
    return (Doubt(DoubtKind.OTHER_SESSION, (path,)), *known)


def _build_unproven(
    context: RuleContext, sentence: Text, reason: DoubtKind, evidence: tuple[Path, ...]
) -> Verdict:
    return Verdict(
        VerdictCode.UNPROVEN,
        Severity.WARNING,
        sentence,
        context.with_message(tr("{reason}.", reason=_SENTENCES[reason])),
        evidence,
        tr("Inspect it again. If it stays so, tell the gateway's administrators."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _list_evidence(context: RuleContext, doubt: Doubt) -> tuple[Path, ...]:
    """The paths that are still in the document: redaction renames some members."""
    document, secrets = context.analyzed.document, context.analyzed.credentials
    if document is None:
        return ()
    return tuple(
        path
        for path in doubt.evidence
        if _has_path(document.root, path) and not secrets.has_match_in_path(path)
    )


def _has_path(root: Json, path: Path) -> bool:
    value = root
    for step in path:
        if isinstance(value, JsonObject) and isinstance(step, str) and step in value.names:
            value = value.get(step)
        elif isinstance(value, JsonArray) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
        else:
            return False
    return True
