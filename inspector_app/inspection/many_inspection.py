"""Inspects the token of one entry of a queue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.inspection.run_inspection import (
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    run_inspection,
)
from inspector_app.report.redaction import Redaction, RedactionLevel, redact_analyzed_answer
from inspector_app.session.analyzed_answer import add_credentials
from inspector_app.session.exchange import Exchange
from inspector_app.session.interruption import interruptible
from inspector_app.session.parsing.json_document import dump_json
from inspector_app.session.presentation import outline_builder
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.session.credentials import Credentials
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault


def inspect_entry(
    entry: QueueEntry,
    environment: Environment,
    form: AuthorizationScheme | None,
    deadline: float,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    cancellation: Cancellation,
) -> InspectionResult | NotSent:
    """The answer or failure of an entry, or why nothing is sent for it; blocks until it is there.

    A token that was sent to another host than the environment's is not sent to this one.

    Args:
        entry: the entry.
        environment: whose gateway is asked.
        form: in which that gateway takes tokens; None where that is not known yet.
        deadline: seconds from the request to the answer.
        vault: opens the vault with what the connection needs.
        access_tokens: of the application that signs the calls.
        cancellation: of the whole queue.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    if entry.found is None:
        return NotSent(entry.problem or tr("No token was found in this text."))
    asked = environment
    if form is not None:
        asked = replace(environment, connection=replace(environment.connection, authorization=form))
    request = InspectionRequest(asked, None, deadline=deadline, found=entry.found)
    with interruptible(lambda: cancellation.is_cancelled):
        result = run_inspection(request, vault, access_tokens, cancellation)
    match result:
        case InspectionResult():
            return replace(result, environment=environment)
        case HostMismatch():
            return NotSent(
                tr("It was sent to another host, {host}: nothing was sent.", host=result.host)
            )
        case NotSent():
            return result
        case _:
            raise TypeError("a token that was read is one")


def has_session(result: InspectionResult) -> bool:
    """Whether the gateway took the token: its answer has a session."""
    parsed = result.analyzed.parsed
    return parsed is not None and parsed.session is not None


def mask_others(result: InspectionResult, known: Credentials) -> InspectionResult:
    """The result with other entries' tokens masked: a gateway may send what it was sent before.

    ``known``: all of a queue. They are joined only where one is in it: they may be thousands.
    """
    analyzed = result.analyzed
    redaction = Redaction(b"", RedactionLevel.SECRETS, analyzed.credentials)
    shown = redact_analyzed_answer(analyzed, redaction)
    root = None if shown.document is None else shown.document.root
    is_in_pieces = root is not None and known.with_pieces(root) is not known
    if not (is_in_pieces or known.has_match_in_bytes(_list_texts(analyzed, shown))):
        return result
    masked = add_credentials(analyzed, known)
    return replace(
        result,
        judge_input=replace(result.judge_input, analyzed=masked),
        outline=outline_builder.build_outline(masked),
    )


def _list_texts(analyzed: AnalyzedAnswer, shown: AnalyzedAnswer) -> bytes:
    """All that the other side has sent, its own credentials masked."""
    sent, answer, document = analyzed.call_result, shown.call_result, shown.document
    if not (isinstance(sent, Exchange) and isinstance(answer, Exchange)):
        return repr(answer).encode(errors="replace")
    body = answer.body if document is None else dump_json(document.root, None).encode()
    headers = "\n".join(f"{name}: {value}" for name, value in sent.headers)
    return b"\n".join((body, analyzed.credentials.mask_text(headers).encode(errors="replace")))
