"""Asks what else may be known of a user: the calls beside session info, side by side."""

from __future__ import annotations

import queue
import re
import threading
import time
from contextvars import copy_context
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypedDict

from inspector_app.gateway import address
from inspector_app.inspection import connection_setup
from inspector_app.inspection.run_inspection import (
    MIN_CALL_TIME,
    NotSent,
    find_application_secrets,
    gc_paused,
)
from inspector_app.inspection.timed_analysis import read_in_time
from inspector_app.session.analyzed_answer import add_companions, add_sent
from inspector_app.session.companion import Companion, CompanionKind, analyze_companion
from inspector_app.session.exchange import Exchange
from inspector_app.session.presentation import outline_builder
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.session.exchange import Failure
    from inspector_app.session.parsing.parsed_answer import Organization
    from inspector_app.session.token import Token
    from inspector_app.vault.vault import Vault

_PLAIN_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,128}")
"""The ids that are sent back to the gateway: several times what a documented one has."""


@dataclass(frozen=True, slots=True)
class CompanionCall:
    """A call beside session info.

    ``identifier`` is the id of the organization, or the AccessKey of the application that it is
    about; empty where it is about the user. ``subject`` is that application as it was typed.
    """

    kind: CompanionKind
    identifier: str = ""
    subject: str = ""


def can_ask_companions(result: InspectionResult) -> bool:
    """Whether more can be asked: there is a session, and the token that it was asked with."""
    return result.token is not None and bool(_list_calls(result))


def inspect_companions(
    result: InspectionResult,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    cancellation: Cancellation,
    deadline: float,
) -> Iterator[InspectionResult | NotSent]:
    """Ask all that belongs to the session at once; blocks between the results.

    Each result has one answer more than the one before, in the order in which they come: one that
    hangs delays no other, and all of them end after ``deadline`` seconds.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    calls = _list_calls(result)
    if result.token is None or not calls:
        return
    asked = prepare_gateway(result, vault, access_tokens, cancellation, deadline)
    if isinstance(asked, NotSent):
        yield asked
        return
    answers: queue.SimpleQueue[Companion | BaseException] = queue.SimpleQueue()
    for call in calls:
        _start_call(asked, call, answers)
    for _ in calls:
        companion = answers.get()  # each thread puts one: its call ends at the deadline
        if isinstance(companion, BaseException):
            raise companion
        result = merge_companions(result, (companion,))
        yield result


def prepare_gateway(
    result: InspectionResult,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    cancellation: Cancellation,
    deadline: float,
) -> AskedGateway | NotSent:
    """The gateway of the result with its connection, for further calls with the same token."""
    end = time.monotonic() + deadline
    token = result.token
    if token is None:
        return NotSent(tr("The token is not at hand any more. Inspect it again."))
    try:
        gateway = address.parse_address(result.environment.address)
        connection = connection_setup.build_connection(result.environment, vault, access_tokens)
    except address.AddressError as problem:
        return NotSent(problem.message)
    except connection_setup.ConnectionSetupError as problem:
        return NotSent(problem.description, (problem.next_step,))
    connection = replace(
        connection,
        first_form=_get_accepted_form(result, connection),
        deadline=max(MIN_CALL_TIME, end - time.monotonic()),
    )
    return AskedGateway(gateway, token, connection, cancellation)


def merge_companions(
    result: InspectionResult, companions: tuple[Companion, ...]
) -> InspectionResult:
    """The result with these answers in it, and everything that is derived from them."""
    with gc_paused():
        analyzed = add_companions(result.analyzed, companions)
        return replace(
            result,
            judge_input=replace(result.judge_input, analyzed=analyzed),
            outline=outline_builder.build_outline(analyzed),
        )


@dataclass(frozen=True, slots=True)
class AskedGateway:
    """Where the calls go, with what, and until when they may take."""

    gateway: GatewayAddress
    token: Token
    connection: ConnectionOptions
    cancellation: Cancellation


def _list_calls(result: InspectionResult) -> tuple[CompanionCall, ...]:
    """What belongs to the session; an id that cannot be one is not sent anywhere."""
    parsed = result.analyzed.parsed
    session = None if parsed is None else parsed.session
    if session is None or not isinstance(result.analyzed.call_result, Exchange):
        return ()
    if session.is_of_portal:
        kinds = (CompanionKind.PORTAL_USER, CompanionKind.PORTAL_ORGANIZATION_LIST)
        return tuple(CompanionCall(kind) for kind in kinds)
    working = _get_plain_id(session.working_organization)
    home = _get_plain_id(session.resident_organization)
    calls = []
    if working:
        calls.append(CompanionCall(CompanionKind.WORKING_ORGANIZATION, working))
    if home and home != working:
        calls.append(CompanionCall(CompanionKind.HOME_ORGANIZATION, home))
    return (*calls, CompanionCall(CompanionKind.ORGANIZATION_LIST))


def _get_plain_id(organization: Organization | None) -> str:
    value = "" if organization is None else organization.id.value or ""
    return value if _PLAIN_ID.fullmatch(value) else ""


def _get_accepted_form(
    result: InspectionResult, connection: ConnectionOptions
) -> AuthorizationScheme:
    answer = result.analyzed.call_result
    return answer.authorization if isinstance(answer, Exchange) else connection.first_form


def _start_call(
    asked: AskedGateway,
    call: CompanionCall,
    answers: queue.SimpleQueue[Companion | BaseException],
) -> None:
    """Start the call on a thread of its own, which puts its answer, or what went wrong."""

    def run_call() -> None:
        try:
            answers.put(ask_companion(asked, call))
        except BaseException as error:  # noqa: BLE001  # raised where it is waited for
            answers.put(error)

    context = copy_context()  # what interrupts the work around it interrupts this too
    thread = threading.Thread(
        target=lambda: context.run(run_call), name="companion call", daemon=True
    )
    try:
        thread.start()
    except RuntimeError:  # the system can start no more threads
        run_call()


def ask_companion(asked: AskedGateway, call: CompanionCall) -> Companion:
    """The answer of one call; blocks, at the longest until the deadline.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    began = time.monotonic()
    answer = _fetch(asked, call)
    left = asked.connection.deadline - (time.monotonic() - began)
    companion = read_in_time(
        partial(analyze_companion, call.kind), answer, left, asked.cancellation
    )
    secrets = find_application_secrets(asked.gateway, asked.connection)
    known = add_sent(companion.credentials, companion.document, asked.token, *secrets)
    return replace(companion, credentials=known, subject=call.subject)


class _CallOptions(TypedDict):
    connection: ConnectionOptions
    cancellation: Cancellation


def _fetch(asked: AskedGateway, call: CompanionCall) -> Exchange | Failure:
    # They import requests: not before the first frame.
    from inspector_app.gateway import client, portal_client

    where = (asked.gateway, asked.token)
    how = _CallOptions(connection=asked.connection, cancellation=asked.cancellation)
    match call.kind:
        case CompanionKind.WORKING_ORGANIZATION | CompanionKind.HOME_ORGANIZATION:
            return client.fetch_organization(*where, call.identifier, **how)
        case CompanionKind.ORGANIZATION_LIST:
            return client.fetch_organization_list(*where, **how)
        case CompanionKind.APPLICATION_ACCESS:
            return portal_client.fetch_application_access(*where, call.identifier, **how)
        case _:
            return portal_client.fetch_from_portal(call.kind.call, *where, **how)
