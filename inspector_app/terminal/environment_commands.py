"""The commands ``environments list`` and ``environments show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gateway import address
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ProxyMode
from inspector_app.settings.machine_environments import is_machine_environment
from inspector_app.settings.user_settings import find_current_environment
from inspector_app.terminal import interruptible
from inspector_app.terminal.result_output import is_terminal, print_bytes
from inspector_app.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.terminal.stored_config import StoredConfig

_AUTHORIZATION_LABELS = {
    None: tr("automatic"),
    AuthorizationScheme.BEARER: tr("as a bearer token"),
    AuthorizationScheme.BARE: tr("as the bare token"),
}


def print_environments(config: StoredConfig) -> None:
    """Print every environment on a line: name, address, and whether it is current in the window."""
    machine = tuple(one for one in config.environments if is_machine_environment(one.id))
    current = find_current_environment(config.settings, machine)
    print_rows(
        [
            (one.name, one.address, "current" if one == current else "")
            for one in config.environments
        ]
    )


def print_environment(config: StoredConfig, name: str) -> None:
    """Print the settings of one environment, and where its token is stored; never the token.

    Raises:
        CommandError: if there is no such environment.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    environment = config.find_environment(name)
    token = interruptible.run_interruptible(
        lambda: _describe_token(environment, config), Cancellation()
    )
    facts = [*_iter_facts(environment), (tr("Token"), token)]
    print_rows([(f"{label}:", str(value)) for label, value in facts])


def _iter_facts(environment: Environment) -> Iterator[tuple[Text, Text | str]]:
    chosen = environment.connection
    yield tr("Name"), environment.name
    yield tr("Address"), environment.address
    yield tr("Authorization"), _AUTHORIZATION_LABELS[chosen.authorization]
    yield tr("Trusted"), chosen.ca_file or tr("what the operating system trusts")
    match chosen.proxy:
        case ProxyMode.SYSTEM:
            yield tr("Proxy"), tr("as the system says")
        case ProxyMode.NONE:
            yield tr("Proxy"), tr("none")
        case ProxyMode.MANUAL:
            yield tr("Proxy"), chosen.proxy_address
    if chosen.access_key:
        yield tr("Application"), tr("calls are signed with its AccessKey")


def _describe_token(environment: Environment, config: StoredConfig) -> Text:
    try:
        vault = config.open_vault()
        if vault.has_token(environment.id, address.parse_address(environment.address).host):
            return tr("kept in {place}", place=vault.storage_name)
    except address.AddressError as problem:
        return problem.message
    except VaultError as problem:
        return problem.description
    return config.explain_missing_keyring() or tr("none is kept")


def print_rows(rows: Sequence[tuple[str, ...]]) -> None:
    """Print in columns to a terminal; else separated by tabs, for programs."""
    rows = [tuple(escape_invisible(cell) for cell in row) for row in rows]
    if is_terminal():
        from inspector_app.terminal import rich_report

        rich_report.create_console().print(rich_report.build_columns(rows))
    else:
        print_bytes("".join("\t".join(row) + "\n" for row in rows).encode())
