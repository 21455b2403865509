"""Reads and writes the file of environments that one person hands to another: without secrets.

It has the form of the machine-wide file, so that an administrator can use it as it is. What is of
one person or one computer is left out: ids, paths of files, the user of a proxy. Nothing of a file
widens what is trusted: certificates are chosen by who imports it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings import environment
from inspector_app.settings.environment import (
    Environment,
    EnvironmentNameError,
    check_name,
    create_environment,
    ensure_type,
    normalize_name,
)
from inspector_app.settings.located_json import MAX_FILE_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_VERSION: Final = 1


class EnvironmentFileError(Exception):
    """The file cannot be used.

    Attributes:
        message: why, for the user.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.template)
        self.message = message


def render_environments(environments: Iterable[Environment]) -> bytes:
    """Render the file of these environments, in their order."""
    members = [environment.to_json(_make_portable(one)) for one in environments]
    for one in members:
        del one["id"]
    file = {"version": _VERSION, "environments": members}
    return json.dumps(file, indent=2, ensure_ascii=False).encode() + b"\n"


def parse_environments(data: bytes) -> tuple[Environment, ...]:
    """Read the environments of such a file, each under a new id; their addresses are not checked.

    Raises:
        EnvironmentFileError: if it is no such file, or too large for one.
    """
    if len(data) > MAX_FILE_SIZE:
        raise EnvironmentFileError(tr("This file is too large to be one of environments."))
    try:
        members = ensure_type(json.loads(data), dict)
        if members["version"] != _VERSION or isinstance(members["version"], bool):
            raise EnvironmentFileError(
                tr("This file is of a newer version of the app, which can read it.")
            )
        listed = ensure_type(members["environments"], list)
        return tuple(_parse_environment(one) for one in listed)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise EnvironmentFileError(tr("This is no file of environments.")) from None


def select_new(
    imported: Sequence[Environment], existing: Iterable[Environment]
) -> tuple[Environment, ...]:
    """Those that are not there yet, each with a name of its own.

    One of the same name and address is there already, whatever else it says.
    """
    known = {(normalize_name(one.name), one.address) for one in existing}
    taken = {name for name, _ in known}
    result = []
    for one in imported:
        identity = (normalize_name(one.name), one.address)
        if identity in known:
            continue
        known.add(identity)
        named = replace(one, name=environment.find_free_name(one.name, taken))
        taken.add(normalize_name(named.name))
        result.append(named)
    return tuple(result)


def _make_portable(one: Environment) -> Environment:
    connection = replace(
        one.connection,
        ca_file="",
        proxy_user="",
        accepted=None,
        client_certificate="",
        client_key="",
        unknown="{}",
    )
    return replace(one, connection=connection, unknown="{}")


def _parse_environment(file: object) -> Environment:
    members = dict(ensure_type(file, dict))
    parsed = _make_portable(environment.from_json({**members, "id": ""}))
    named = replace(parsed, id=create_environment("", "").id, name=" ".join(parsed.name.split()))
    try:
        check_name(named, ())
    except EnvironmentNameError as problem:
        raise ValueError("not a name") from problem
    return named
