"""Checks whether a gateway can be reached and answers as EnOS does, without any user's token."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import address
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.rejection import get_identity_status
from inspector_app.inspection import connection_setup
from inspector_app.inspection.run_inspection import find_application_secrets
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Exchange, Failure, FailureKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.inspection.connection_secrets import ConnectionSecrets
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault

_DEADLINE: Final = 10.0
"""Seconds; somebody looks at a dialog meanwhile."""


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """What came of a test: whether the gateway answered as EnOS does, and sentences about it."""

    is_good: bool
    sentences: tuple[Text, ...]


def check_connection(
    environment: Environment,
    typed: ConnectionSecrets,
    vault: Callable[[], Vault],
    cancellation: Cancellation,
) -> ConnectionReport | None:
    """Ask the gateway as an inspection does, but without a token; blocks.

    ``typed`` are secrets that are not stored yet. None where it was cancelled.
    """
    try:
        gateway = address.parse_address(environment.address)
        connection = connection_setup.build_connection(
            environment, vault, AccessTokenCache(), typed
        )
    except address.AddressError as problem:
        return ConnectionReport(is_good=False, sentences=(problem.message,))
    except connection_setup.ConnectionSetupError as problem:
        return ConnectionReport(is_good=False, sentences=(problem.description, problem.next_step))

    from inspector_app.gateway import client  # imports requests: not before the first frame

    connection = replace(connection, deadline=_DEADLINE)
    answer = client.probe_gateway(gateway, connection=connection, cancellation=cancellation)
    if isinstance(answer, Failure) and answer.kind is FailureKind.CANCELLED:
        return None
    if isinstance(answer, Exchange) and get_identity_status(answer) is not None:
        return _describe_success(answer)
    secrets = find_application_secrets(gateway, connection)
    analyzed = analyze_answer(answer, None, *secrets)
    verdict = judge(JudgeInput(analyzed, time.time()))
    sentences = (verdict.sentence, verdict.detail, verdict.next_step)
    return ConnectionReport(is_good=False, sentences=sentences)


def _describe_success(answer: Exchange) -> ConnectionReport:
    took = round((answer.headers_at - answer.sent_at) * 1000)
    how = (
        tr("It took {milliseconds} ms, without encryption.", milliseconds=took)
        if answer.tls is None
        else tr(
            "It took {milliseconds} ms, by {version}.",
            milliseconds=took,
            version=answer.tls.version,
        )
    )
    good = tr("The gateway answers as EnOS does and asks for a token, as it should.")
    return ConnectionReport(is_good=True, sentences=(good, how))
