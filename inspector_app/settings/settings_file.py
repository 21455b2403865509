"""Loads, validates and saves the settings file; tokens are never stored in it.

The file is JSON with a version number. A file of this version may hold members that this
release does not know; they are written back as they were.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings import environment, machine_environments, safety
from inspector_app.settings.environment import (
    Environment,
    EnvironmentNameError,
    check_name,
    ensure_type,
    normalize_name,
)
from inspector_app.settings.located_json import MAX_FILE_SIZE
from inspector_app.settings.merge import merge_settings
from inspector_app.settings.other_versions import (
    OTHER_VERSION_TEXT,
    OtherVersionError,
    get_kept_path,
)
from inspector_app.settings.user_settings import (
    DEFAULT_TEXT_SIZE,
    TEXT_SIZES,
    Language,
    Settings,
    ThemeMode,
)
from inspector_app.system import atomic_file
from inspector_app.system.file_lock import lock_beside
from inspector_app.system.paths import create_private_folder
from inspector_app.system.regular_file import FileOwner, read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

_VERSION: Final = 1
_Choice = TypeVar("_Choice", bound=Enum)


def load(path: Path, defaults: Settings | None = None) -> tuple[Settings, Text | None]:
    """Load the settings from ``path``, with a notice for the user if they could not be used.

    Whatever is wrong with the file, the result is the defaults and one notice, and the file is
    renamed. A missing file is a first start: the defaults, no notice. A file of another version is
    left as it is: the result is what was kept when that version took over.
    """
    defaults = defaults or Settings()
    try:
        data = read_regular_file(path, MAX_FILE_SIZE, FileOwner.USER)
        return _from_json(json.loads(data)), None
    except (FileNotFoundError, NotADirectoryError):
        return defaults, None
    except OtherVersionError:
        own = read(get_kept_path(path, _VERSION))
        return own or defaults, None if own else OTHER_VERSION_TEXT
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return defaults, _move_aside(path)


def read(path: Path) -> Settings | None:
    """Read the settings as they are; None where there is no file, or none that can be used."""
    try:
        return _from_json(json.loads(read_regular_file(path, MAX_FILE_SIZE, FileOwner.USER)))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def update(path: Path, base: Settings, changed: Settings) -> Settings:
    """Write what ``changed`` changes in ``base`` into the file, beside what others wrote there.

    Returns what the file holds then.

    Raises:
        WriteError: if that failed.
    """
    with contextlib.suppress(OSError):  # the write then says why
        create_private_folder(path.parent)
    with lock_beside(path):
        theirs = read(path)
        merged = changed if theirs is None else merge_settings(base, changed, theirs)
        if theirs is None:
            _keep_other_version(path)
        save(path, merged)
    return merged


def save(path: Path, settings: Settings) -> None:
    """Write the settings atomically, and create their folder where it is missing.

    Raises:
        WriteError: if that failed; the app goes on with what it has in memory.
    """
    with contextlib.suppress(OSError):  # the write then says why
        create_private_folder(path.parent)
    atomic_file.atomic_write(path, json.dumps(_to_json(settings), indent=2).encode() + b"\n")


def _keep_other_version(path: Path) -> None:
    """Keep a file of another version under a name of its own, before this one's is written."""
    try:
        _from_json(json.loads(read_regular_file(path, MAX_FILE_SIZE, FileOwner.USER)))
    except OtherVersionError as error:
        with contextlib.suppress(OSError):  # the write then says why
            path.replace(get_kept_path(path, error.version))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return


def _move_aside(path: Path) -> Text:
    aside = path.with_name(f"{path.name}.unusable-{os.urandom(4).hex()}")
    try:
        path.rename(aside)
    except OSError:
        return tr("The settings could not be read, so the app starts with its defaults.")
    return tr(
        "The settings could not be read, so the app starts with its defaults. "
        "The old file is kept as {name}.",
        name=aside.name,
    )


def _to_json(settings: Settings) -> dict[str, object]:
    return {
        **json.loads(settings.unknown),
        "version": _VERSION,
        "environments": [environment.to_json(one) for one in settings.environments],
        "current": settings.current_id,
        "window_geometry": settings.window_geometry,
        "appearance": settings.theme_mode.value,
        "text_size": settings.text_size,
        "language": settings.language.value,
        "zone": settings.zone,
        "remember_token": settings.remember_token,
        "export_form": settings.export_format,
        "report_form": settings.report_format,
        "safety": safety.to_json(settings.safety),
        "machine": machine_environments.to_json(settings.machine),
    }


def _from_json(file: object) -> Settings:
    """Build settings from a parsed file; ValueError, KeyError or TypeError if it is not valid."""
    members = dict(ensure_type(file, dict))
    version = members.pop("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("not a version")
    if version != _VERSION:
        raise OtherVersionError(version)
    environments = _parse_environments(ensure_type(members.pop("environments", []), list))
    ids = [one.id for one in environments]
    current_id = members.pop("current", None)
    if current_id not in ids:
        current_id = ids[0] if ids else None
    zone = members.pop("zone", None)
    return Settings(
        environments=environments,
        current_id=current_id,
        window_geometry=ensure_type(members.pop("window_geometry", ""), str),
        theme_mode=_parse_choice(members.pop("appearance", "system"), ThemeMode.SYSTEM),
        text_size=_parse_text_size(members.pop("text_size", DEFAULT_TEXT_SIZE)),
        language=_parse_choice(members.pop("language", "system"), Language.SYSTEM),
        zone=None if zone is None else ensure_type(zone, str),
        remember_token=ensure_type(members.pop("remember_token", True), bool),
        export_format=ensure_type(members.pop("export_form", ""), str),
        report_format=ensure_type(members.pop("report_form", ""), str),
        safety=safety.from_json(members.pop("safety", {})),
        machine=machine_environments.from_json(members.pop("machine", {})),
        unknown=json.dumps(members),
    )


def _parse_choice(value: object, otherwise: _Choice) -> _Choice:
    """Parse it; ``otherwise`` for one of a newer release, no reason to refuse the whole file."""
    try:
        return type(otherwise)(value)
    except ValueError:
        return otherwise


def _parse_text_size(value: object) -> int:
    """Parse it; the default for one that cannot be chosen, in which nothing could be read."""
    return next((one for one in TEXT_SIZES if one == value), DEFAULT_TEXT_SIZE)


def _parse_environments(file: list[object]) -> tuple[Environment, ...]:
    """Parse them in one pass: each against all before it took 23 s for 9,000 of them."""
    environments = tuple(_parse_environment(one) for one in file)
    if len({one.id for one in environments} - {""}) < len(environments):
        raise ValueError("an id of its own is missing")
    if len({normalize_name(one.name) for one in environments}) < len(environments):
        raise ValueError("not a name of its own")
    return environments


def _parse_environment(file: object) -> Environment:
    parsed = environment.mask_credentials(environment.from_json(file))
    name = " ".join(parsed.name.split())
    normalized = parsed if name == parsed.name else replace(parsed, name=name)
    try:
        check_name(normalized, ())
    except EnvironmentNameError as problem:
        raise ValueError("not a name") from problem
    return normalized
