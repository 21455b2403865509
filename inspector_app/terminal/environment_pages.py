"""The commands ``environments list`` and ``environments show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gateway import address
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.wording import tr
from inspector_app.system.environment import ProxyUse
from inspector_app.system.machine_environments import is_of_machine
from inspector_app.system.settings import in_use
from inspector_app.terminal import interruptible
from inspector_app.terminal.delivery import is_screen, print_bytes
from inspector_app.vault.problem import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inspector_app.session.wording import Text
    from inspector_app.system.environment import Environment
    from inspector_app.terminal.kept import Kept

_FORMS = {
    None: tr("automatic"),
    AuthorizationScheme.BEARER: tr("as a bearer token"),
    AuthorizationScheme.BARE: tr("as the bare token"),
}


def print_list(kept: Kept) -> None:
    """Print every environment on a line: name, address, and whether it is current in the window."""
    machine = tuple(one for one in kept.environments if is_of_machine(one.id))
    current = in_use(kept.settings, machine)
    _print(
        [(one.name, one.address, "current" if one == current else "") for one in kept.environments]
    )


def print_one(kept: Kept, name: str) -> None:
    """Print the settings of one environment, and where its token is stored; never the token.

    Raises:
        CommandError: if there is no such environment.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    environment = kept.environment(name)
    token = interruptible.done(lambda: _token(environment, kept), Cancellation())
    facts = [*_connection(environment), (tr("Token"), token)]
    _print([(f"{label}:", str(value)) for label, value in facts])


def _connection(environment: Environment) -> Iterator[tuple[Text, Text | str]]:
    chosen = environment.connection
    yield tr("Name"), environment.name
    yield tr("Address"), environment.address
    yield tr("Authorization"), _FORMS[chosen.authorization]
    yield tr("Trusted"), chosen.ca_file or tr("what the operating system trusts")
    match chosen.proxy:
        case ProxyUse.SYSTEM:
            yield tr("Proxy"), tr("as the system says")
        case ProxyUse.NONE:
            yield tr("Proxy"), tr("none")
        case ProxyUse.MANUAL:
            yield tr("Proxy"), chosen.proxy_address
    if chosen.access_key:
        yield tr("Application"), tr("calls are signed with its AccessKey")


def _token(environment: Environment, kept: Kept) -> Text:
    try:
        vault = kept.vault()
        if vault.has_token(environment.id, address.parse_address(environment.address).host):
            return tr("kept in {place}", place=vault.storage_name)
    except address.AddressError as problem:
        return problem.message
    except VaultError as problem:
        return problem.description
    return kept.no_keyring() or tr("none is kept")


def _print(rows: Sequence[tuple[str, ...]]) -> None:
    """Print in columns to a terminal; else separated by tabs, for programs."""
    rows = [tuple(escape_invisible(cell) for cell in row) for row in rows]
    if is_screen():
        from inspector_app.terminal import screen

        screen.console().print(screen.columns(rows))
    else:
        print_bytes("".join("\t".join(row) + "\n" for row in rows).encode())
