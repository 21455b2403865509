"""The command ``inspect``: runs an inspection from the options of the command line."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import address
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspecting.order import (
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    run_inspection,
)
from inspector_app.session.wording import tr
from inspector_app.system.environment import Environment
from inspector_app.terminal import interruptible, token_entry
from inspector_app.terminal.not_done import NotDone
from inspector_app.vault.problem import VaultError

if TYPE_CHECKING:
    from inspector_app.session.exchange import AuthorizationScheme
    from inspector_app.terminal.kept import Kept

_NO_ID: Final = ""
"""Of an environment that is in no settings: no token is stored for it."""


@dataclass(frozen=True, slots=True)
class Authorization:
    """The form of the Authorization header; None tries both forms."""

    form: AuthorizationScheme | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of ``inspect``.

    One of ``gateway`` and ``environment`` is given. ``ca_file`` and ``authorization``
    override those of the environment; ``deadline`` is in seconds.
    """

    gateway: str | None
    environment: str | None
    reads_token: bool
    ca_file: str | None
    authorization: Authorization | None
    deadline: float


def inspected(asked: Asked, kept: Kept) -> InspectionResult:
    """Run the inspection; notes on ignored parts of the given text go to standard error.

    Raises:
        CommandError: if nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    cancellation = Cancellation()
    environment = _environment(asked, kept)
    text = _text(asked, environment, kept, cancellation)
    order = InspectionRequest(environment, text, deadline=asked.deadline)
    result = interruptible.done(
        lambda: run_inspection(order, kept.vault, AccessTokenCache(), cancellation), cancellation
    )
    match result:
        case InspectionResult():
            for note in result.notes:
                sys.stderr.write(f"{note}\n")
            return result
        case NotSent():
            raise NotDone(result.problem, *result.notes)
        case HostMismatch():
            raise NotDone(
                tr(
                    "This text was sent to another host, {host}: nothing was sent.",
                    host=result.host,
                ),
                tr("Give the token alone, or use --gateway with that host."),
            )


def _environment(asked: Asked, kept: Kept) -> Environment:
    if asked.environment is not None:
        found = kept.environment(asked.environment)
    else:
        try:
            host = address.parse_address(asked.gateway or "").host
        except address.AddressError as problem:
            raise NotDone(problem.message) from None
        found = Environment(_NO_ID, host, asked.gateway or "")
    chosen = found.connection
    if asked.ca_file is not None:
        chosen = replace(chosen, ca_file=asked.ca_file)
    if asked.authorization is not None:
        chosen = replace(chosen, authorization=asked.authorization.form)
    return replace(found, connection=chosen)


def _text(
    asked: Asked, environment: Environment, kept: Kept, cancellation: Cancellation
) -> str | None:
    """Read the text that holds the token; None where the keyring has it."""
    if asked.reads_token:
        return token_entry.from_standard_input()
    if asked.environment is not None:
        if interruptible.done(lambda: _is_kept(environment, kept), cancellation):
            return None
        if (reason := kept.no_keyring()) is not None:
            sys.stderr.write(f"{reason}\n")
    return token_entry.from_prompt()


def _is_kept(environment: Environment, kept: Kept) -> bool:
    try:
        return kept.vault().has_token(
            environment.id, address.parse_address(environment.address).host
        )
    except address.AddressError as problem:
        raise NotDone(problem.message) from None
    except VaultError as problem:
        raise NotDone(
            problem.description, tr("Unlock or repair it, or use --token-stdin.")
        ) from None
