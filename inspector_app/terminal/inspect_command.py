"""The command ``inspect``: runs an inspection from the options of the command line."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import address
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.application_inspection import (
    can_ask_applications,
    inspect_applications,
)
from inspector_app.inspection.companion_inspection import inspect_companions
from inspector_app.inspection.run_inspection import (
    MIN_CALL_TIME,
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    RunResult,
    run_inspection,
)
from inspector_app.inspection.several_tokens import SeveralTokens, TokenChoice, describe_kind
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment import CompanionMode, Environment
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal import interruptible, token_input
from inspector_app.terminal.exit_codes import CommandError
from inspector_app.vault.errors import VaultError, VaultErrorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.terminal.stored_config import StoredConfig

_NO_APPLICATIONS: Final = tr(
    "Applications can be asked about only with a portal token that the portal took."
)
_UNSAVED_ID: Final = ""
"""Of an environment that is in no settings: no token is stored for it."""


@dataclass(frozen=True, slots=True)
class AuthorizationOption:
    """The form of the Authorization header; None tries both forms."""

    form: AuthorizationScheme | None


@dataclass(frozen=True, slots=True)
class InspectOptions:
    """The options of ``inspect``.

    One of ``gateway`` and ``environment`` is given. ``ca_file`` and ``authorization``
    override those of the environment; ``deadline`` is in seconds. ``token_fingerprint`` chooses
    among several tokens of the text; empty where it is not given. ``asks_more`` makes the calls
    about the user's organizations too, before the same deadline, as the environment may want.
    ``application`` is the one of the portal that is asked about: empty for all of them, None for
    none.
    """

    gateway: str | None
    environment: str | None
    is_token_on_stdin: bool
    ca_file: str | None
    authorization: AuthorizationOption | None
    deadline: float
    token_fingerprint: str = ""
    asks_more: bool = False
    application: str | None = None


def inspect_session(options: InspectOptions, config: StoredConfig) -> InspectionResult:
    """Run the inspection; a note on what was taken from the given text goes to standard error.

    Raises:
        CommandError: if nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    result = run_request(
        build_request(options, config),
        config,
        asks_more=options.asks_more,
        application=options.application,
    )
    if result.notes:
        print_line(sys.stderr, " ".join(map(str, result.notes)))
    if options.application is not None and not can_ask_applications(result):
        print_line(sys.stderr, str(_NO_APPLICATIONS))
    return result


def build_request(options: InspectOptions, config: StoredConfig) -> InspectionRequest:
    """Build the request of the options; the token is read, or asked for.

    Raises:
        CommandError: if it cannot be.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    environment = resolve_environment(options, config)
    text = _read_token_text(options, environment, config, Cancellation())
    return _build_request(options, environment, text)


def inspect_kept_token(options: InspectOptions, config: StoredConfig) -> InspectionResult:
    """Run the inspection with the token that is kept for the environment; nobody is asked for one.

    Raises:
        CommandError: if there is none, or nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    request = _build_request(options, resolve_environment(options, config), None)
    return run_request(request, config, asks_more=options.asks_more)


def _build_request(
    options: InspectOptions, environment: Environment, text: str | None
) -> InspectionRequest:
    return InspectionRequest(
        environment,
        text,
        deadline=options.deadline,
        token_fingerprint=options.token_fingerprint,
    )


def run_request(
    request: InspectionRequest,
    config: StoredConfig,
    *,
    asks_more: bool = False,
    application: str | None = None,
) -> InspectionResult:
    """Run a request, and return its answer or failure.

    ``asks_more`` asks along what else EnOS knows; an environment may want that always.
    ``application`` is as in ``InspectOptions``.

    Raises:
        CommandError: if nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    asks_more = asks_more or request.environment.companion_mode is CompanionMode.ALWAYS
    cancellation = Cancellation()
    result = interruptible.run_interruptible(
        lambda: _run(request, config, cancellation, asks_more=asks_more, application=application),
        cancellation,
    )
    match result:
        case InspectionResult():
            return result
        case NotSent():
            raise CommandError(result.problem, *result.notes)
        case SeveralTokens():
            raise CommandError(
                tr("There are {count} different tokens in this text.", count=len(result.choices)),
                tr("Choose one with --token-fingerprint."),
                details=tuple(map(_describe_choice, result.choices)),
            )
        case HostMismatch():
            raise CommandError(
                tr(
                    "This text was sent to another host, {host}: nothing was sent.",
                    host=result.host,
                ),
                tr("Give the token alone, or use --gateway with that host."),
            )


def _describe_choice(choice: TokenChoice) -> Text:
    return tr(
        "{fingerprint}  {kind}. {place}",
        fingerprint=choice.fingerprint,
        kind=describe_kind(choice.kind, is_complete=choice.is_complete),
        place=choice.place,
    )


def _run(
    request: InspectionRequest,
    config: StoredConfig,
    cancellation: Cancellation,
    *,
    asks_more: bool,
    application: str | None,
) -> RunResult:
    end, access_tokens = time.monotonic() + request.deadline, AccessTokenCache()
    result = run_inspection(request, config.open_vault, access_tokens, cancellation)
    if not isinstance(result, InspectionResult):
        return result
    arguments = (config.open_vault, access_tokens, cancellation)
    if asks_more:
        left = max(MIN_CALL_TIME, end - time.monotonic())
        result = _take_last(result, inspect_companions(result, *arguments, left))
    if application is not None:
        left = max(MIN_CALL_TIME, end - time.monotonic())
        answers = inspect_applications(result, application, *arguments, left)
        result = _take_last(result, answers)
    return result


def _take_last(
    result: InspectionResult, answers: Iterator[InspectionResult | NotSent]
) -> InspectionResult:
    """The result with all of the answers; where none can be asked for, as it was."""
    for merged in answers:
        if isinstance(merged, InspectionResult):
            result = merged
    return result


def resolve_environment(options: InspectOptions, config: StoredConfig) -> Environment:
    """The environment to ask in, with what the options say of the connection.

    Raises:
        CommandError: if there is none of that name, or the address cannot be one.
    """
    if options.environment is not None:
        found = config.find_environment(options.environment)
    else:
        config.check_gateway_option()
        try:
            host = address.parse_address(options.gateway or "").host
        except address.AddressError as problem:
            raise CommandError(problem.message) from None
        found = Environment(_UNSAVED_ID, host, options.gateway or "")
    chosen = found.connection
    if options.ca_file is not None:
        chosen = replace(chosen, ca_file=options.ca_file)
    if options.authorization is not None:
        chosen = replace(chosen, authorization=options.authorization.form)
    return replace(found, connection=chosen)


def _read_token_text(
    options: InspectOptions,
    environment: Environment,
    config: StoredConfig,
    cancellation: Cancellation,
) -> str | None:
    """Read the text that holds the token; None where the keyring has it."""
    if options.is_token_on_stdin:
        return token_input.read_from_stdin()
    if options.environment is not None:
        if interruptible.run_interruptible(
            lambda: _has_stored_token(environment, config, cancellation), cancellation
        ):
            return None
        if (reason := config.explain_missing_keyring()) is not None:
            print_line(sys.stderr, str(reason))
    return token_input.read_from_prompt()


def _has_stored_token(
    environment: Environment, config: StoredConfig, cancellation: Cancellation
) -> bool:
    """Whether the keyring has it; where somebody is there to answer, the keyring may ask."""
    try:
        host = address.parse_address(environment.address).host
    except address.AddressError as problem:
        raise CommandError(problem.message) from None
    vault = config.open_vault()
    try:
        try:
            return vault.has_token(environment.id, host)
        except VaultError as problem:
            if problem.kind is not VaultErrorKind.LOCKED or not sys.stderr.isatty():
                raise
        words = tr("The keyring is locked. Answer the question that it asks, or press Ctrl+C.")
        print_line(sys.stderr, str(words))
        vault.unlock(cancellation)
        return vault.has_token(environment.id, host)
    except VaultError as problem:
        raise CommandError(
            problem.description, tr("Unlock or repair it, or use --token-stdin.")
        ) from None
