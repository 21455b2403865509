"""Asks why a user cannot open an application of the portal: the list first, then the access."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.inspection.companion_inspection import (
    AskedGateway,
    CompanionCall,
    ask_companion,
    merge_companions,
    prepare_gateway,
)
from inspector_app.inspection.run_inspection import MIN_CALL_TIME, NotSent
from inspector_app.session.companion import (
    Companion,
    CompanionKind,
    CompanionOutcome,
)
from inspector_app.session.diagnosis.application_question import NOT_PURCHASED_OR_UNKNOWN
from inspector_app.session.exchange import MAX_SUBJECT_LENGTH
from inspector_app.session.parsing.parsed_answer import SessionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.vault.vault import Vault

_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_.:-]{1,128}")
"""The texts that are sent as an AccessKey: without blanks, several times as long as one."""

_KEY_LIKE: Final = re.compile(r"(?=[A-Za-z_.:-]{0,64}[0-9])[A-Za-z0-9_.:-]{6,128}")
"""A text that is in no list and may be an AccessKey all the same: it has a digit."""

_MAX_KEYS: Final = 3
"""Keys of one application that are tried: which of them is its AccessKey is not documented."""

_MISSING_KEY: Final = 31400


def can_ask_applications(result: InspectionResult) -> bool:
    """Whether there is a portal's session, and the token that it was asked with."""
    parsed = result.analyzed.parsed
    session = None if parsed is None else parsed.session
    is_of_portal = session is not None and session.kind is SessionKind.PORTAL
    return is_of_portal and result.token is not None


def inspect_applications(
    result: InspectionResult,
    question: str,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    cancellation: Cancellation,
    deadline: float,
) -> Iterator[InspectionResult | NotSent]:
    """Ask for the applications and, with a question, for the access to one; blocks between them.

    A list that was answered is not asked for again. All of it ends after ``deadline`` seconds.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    subject = question.strip()[:MAX_SUBJECT_LENGTH]
    if not can_ask_applications(result):
        return
    asked = prepare_gateway(result, vault, access_tokens, cancellation, deadline)
    if isinstance(asked, NotSent):
        yield asked
        return
    end = time.monotonic() + asked.connection.deadline
    known = result.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
    if known is None or known.outcome is not CompanionOutcome.ANSWERED:
        known = ask_companion(asked, CompanionCall(CompanionKind.APPLICATION_LIST))
    result = merge_companions(_remove_access(result), (replace(known, subject=subject),))
    yield result
    access = _ask_access(asked, known, subject, end)
    if access is not None:
        yield merge_companions(result, (access,))


def _remove_access(result: InspectionResult) -> InspectionResult:
    """The result without what was answered about the application of an earlier question."""
    analyzed = result.analyzed
    kept = tuple(
        one for one in analyzed.companions if one.kind is not CompanionKind.APPLICATION_ACCESS
    )
    return replace(
        result,
        judge_input=replace(result.judge_input, analyzed=replace(analyzed, companions=kept)),
    )


def _ask_access(
    asked: AskedGateway, listed: Companion, subject: str, end: float
) -> Companion | None:
    """The access by the first key that the portal knows; None where there is nothing to ask."""
    found = None
    for key in _list_keys(listed, subject):
        left = max(MIN_CALL_TIME, end - time.monotonic())
        limited = replace(asked, connection=replace(asked.connection, deadline=left))
        found = ask_companion(
            limited, CompanionCall(CompanionKind.APPLICATION_ACCESS, key, subject)
        )
        is_unknown = found.code in {NOT_PURCHASED_OR_UNKNOWN, _MISSING_KEY}
        if found.outcome is not CompanionOutcome.REFUSED or not is_unknown:
            break
    return found


def _list_keys(listed: Companion, subject: str) -> tuple[str, ...]:
    """The texts to ask by: those of the one application that is called so, else the text itself."""
    matches = () if listed.applications is None else listed.applications.find_all(subject)
    if len(matches) > 1:
        return ()
    if not matches:
        return (subject,) if _KEY_LIKE.fullmatch(subject) else ()
    (application,) = matches
    if application.is_switched_on is False:
        return ()
    keys = (subject, *application.keys) if subject in application.keys else application.keys
    plain = [key for key in dict.fromkeys(keys) if _PLAIN_KEY.fullmatch(key)]
    return tuple(plain[:_MAX_KEYS])
