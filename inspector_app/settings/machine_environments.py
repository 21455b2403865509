"""Machine-wide environments, which an administrator set in a file for all users of this computer.

The file is JSON like the settings, with ``version`` 1 and ``environments`` of the same shape; an
``id`` may be left out. It is read and never written. What a user chooses about such an
environment is stored in the user's own settings, as ``MachineSettings``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings import environment
from inspector_app.settings.environment import MAX_NAME_LENGTH, ensure_type
from inspector_app.settings.environment_mistakes import FILE_VERSION, find_environment_mistakes
from inspector_app.settings.file_mistakes import format_mistake
from inspector_app.settings.located_json import MAX_FILE_SIZE
from inspector_app.system.administrator_file import (
    ROOT_ALONE,
    Distrust,
    DistrustedFileError,
    read_administrator_file,
)
from inspector_app.system.regular_file import FileTooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from inspector_app.settings.environment import Environment

_ID_PREFIX: Final = "machine-"
"""Of these environments' ids: those of a user are hexadecimal digits, so none is mistaken."""

_DISTRUST_TEXTS: Final = {
    Distrust.FOREIGN_OWNER: tr("It does not belong to an administrator."),
    Distrust.WRITABLE: tr("Other users may change it."),
    Distrust.OPEN_FOLDER: tr("Other users may change a folder or link that leads to it."),
}
_MAX_EXPLAINED_SIZE: Final = 50_000
"""Bytes of a file whose mistakes are looked for at the start: takes some 15 ms."""


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """Which of them is current, and in which form each one's gateway accepted a token.

    ``current_id`` is None where one of the user's own is current. An id whose environment is not
    there, because the file is missing for now, is preserved.
    """

    current_id: str | None = None
    accepted: tuple[tuple[str, AuthorizationScheme], ...] = ()


DEFAULT_MACHINE_SETTINGS: Final = MachineSettings()


def is_machine_environment(environment_id: str) -> bool:
    """Whether an environment of this id is machine-wide: it cannot be changed in the app."""
    return environment_id.startswith(_ID_PREFIX)


def load(
    files: Sequence[Path], administrators: AbstractSet[int] = ROOT_ALONE
) -> tuple[tuple[Environment, ...], Text | None]:
    """Load the environments of the first existing file, and a notice if it is not usable.

    Whatever is wrong with it, the app goes on without these environments. ``administrators`` are
    the user ids that may own the file and the folders above it.
    """
    for path in files:
        try:
            data = read_administrator_file(path, MAX_FILE_SIZE, administrators)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError) as error:
            return (), _format_notice(path, explain_unread(error))
        try:
            return parse_environments(data), None
        except (ValueError, KeyError, TypeError, RecursionError):
            return (), _format_notice(path, _explain_unusable(data))
    return (), None


def explain_unread(error: OSError | ValueError) -> Text:
    """Explain why ``read_administrator_file`` did not read a file that is there."""
    if isinstance(error, DistrustedFileError):
        return _DISTRUST_TEXTS[error.why]
    if isinstance(error, FileTooLargeError):
        return tr("It is too large.")
    return tr("It could not be read.")


def _explain_unusable(data: bytes) -> Text:
    """Explain it by the first mistake, unless that takes longer than a start may."""
    if len(data) > _MAX_EXPLAINED_SIZE:
        return tr("It could not be read.")
    fatal = (one for one in find_environment_mistakes(data) if one.is_fatal)
    return next(map(format_mistake, fatal), tr("It could not be read."))


def apply_accepted_forms(
    environments: Iterable[Environment], choices: MachineSettings
) -> tuple[Environment, ...]:
    """Return the environments with the form that each one's gateway accepted the last time."""
    forms = dict(choices.accepted)
    return tuple(
        one  # asked for at every turn, and nearly all of thousands are as they should be
        if one.connection.accepted is forms.get(one.id)
        else replace(one, connection=replace(one.connection, accepted=forms.get(one.id)))
        for one in environments
    )


def with_accepted_form(
    choices: MachineSettings, environment_id: str, form: AuthorizationScheme
) -> MachineSettings:
    """Return the settings with the form that this environment's gateway has now accepted."""
    return replace(
        choices, accepted=tuple((dict(choices.accepted) | {environment_id: form}).items())
    )


def to_json(choices: MachineSettings) -> dict[str, object]:
    """Return the settings as a JSON object for the settings file."""
    accepted = {environment_id: form.value for environment_id, form in choices.accepted}
    return {"current": choices.current_id, "accepted": accepted}


def from_json(file: object) -> MachineSettings:
    """Build the settings from a JSON object of a parsed settings file.

    Raises:
        ValueError, TypeError: if it is not valid.
    """
    members = ensure_type(file, dict)
    current_id = members.get("current")
    accepted = ensure_type(members.get("accepted", {}), dict)
    return MachineSettings(
        None if current_id is None else ensure_type(current_id, str),
        tuple((str(one), AuthorizationScheme(form)) for one, form in accepted.items()),
    )


def _format_notice(path: Path, why: Text) -> Text:
    return tr(
        "Environments that your administrator set are not used: {path}. {why} "
        "Please tell your administrator.",
        path=str(path),
        why=why,
    )


def parse_environments(data: bytes) -> tuple[Environment, ...]:
    """Parse the content of such a file.

    Raises:
        ValueError, KeyError, TypeError, RecursionError: if it is not valid.
    """
    members = ensure_type(json.loads(data.decode("utf-8-sig")), dict)
    if members["version"] != FILE_VERSION or isinstance(members["version"], bool):
        raise ValueError("another version")
    environments = tuple(
        _parse_environment(one) for one in ensure_type(members["environments"], list)
    )
    if len({one.id for one in environments}) < len(environments):
        raise ValueError("two of one id")
    if len({one.name.casefold() for one in environments}) < len(environments):
        raise ValueError("two of one name")
    return environments


def _parse_environment(file: object) -> Environment:
    members: dict[str, Any] = dict(ensure_type(file, dict))
    environment_id = ensure_type(members.get("id", ""), str)
    if not environment_id:
        import hashlib  # few files lack the id, and most starts read none

        identity = f"{members['name']}\0{members['address']}"
        environment_id = hashlib.sha256(identity.encode()).hexdigest()[:32]
    read = environment.from_json({**members, "id": f"{_ID_PREFIX}{environment_id}"})
    parsed = environment.mask_credentials(read)
    name = " ".join(parsed.name.split())
    if not name or len(name) > MAX_NAME_LENGTH:
        raise ValueError("not a name")
    if name == parsed.name and parsed.connection.accepted is None:
        return parsed  # as nearly all are, of what may be thousands
    return replace(parsed, name=name, connection=replace(parsed.connection, accepted=None))
