"""What the user has chosen, as it is kept in the settings file, and changes of its environments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.settings.environment import check_name
from inspector_app.settings.machine_environments import DEFAULT_MACHINE_SETTINGS, MachineSettings
from inspector_app.settings.safety import SafetySettings

if TYPE_CHECKING:
    from inspector_app.settings.environment import Environment

_DEFAULT_SAFETY: Final = SafetySettings()
TEXT_SIZES: Final = (90, 100, 110, 125, 150, 175, 200)
"""Sizes of the text that can be chosen, in per cent of the system's."""

DEFAULT_TEXT_SIZE: Final = 100


class ThemeMode(Enum):
    """One of the themes, or that of the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Language(Enum):
    """The language of the window: that of the system, or one that there is a translation for."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is stored in the settings file.

    ``current_id`` names one of ``environments``, or is None where there are none.
    ``window_geometry`` is what the window wrote there, in its own form. ``text_size`` is one of
    ``TEXT_SIZES``. ``zone`` is "UTC", an IANA time zone, or None for this computer's own.
    ``export_format`` names the format of the last export, ``report_format`` the one of the report
    that is copied. ``machine`` has the choices about the machine-wide environments. ``unknown`` as
    for ``Environment``.
    """

    environments: tuple[Environment, ...] = ()
    current_id: str | None = None
    window_geometry: str = ""
    theme_mode: ThemeMode = ThemeMode.SYSTEM
    text_size: int = DEFAULT_TEXT_SIZE
    language: Language = Language.SYSTEM
    zone: str | None = None
    remember_token: bool = True
    export_format: str = ""
    report_format: str = ""
    safety: SafetySettings = _DEFAULT_SAFETY
    machine: MachineSettings = DEFAULT_MACHINE_SETTINGS
    unknown: str = "{}"

    @property
    def current(self) -> Environment | None:
        """The environment selected last."""
        return next((one for one in self.environments if one.id == self.current_id), None)


def with_environment(settings: Settings, added: Environment) -> Settings:
    """Return the settings with the environment added or replaced by id; it becomes current.

    Raises:
        EnvironmentNameError: if the name is empty, too long, or another environment's, in
            whatever case.
    """
    normalized = replace(added, name=" ".join(added.name.split()))
    earlier = settings.environments
    check_name(normalized, earlier)
    if any(one.id == normalized.id for one in earlier):
        environments = tuple(normalized if one.id == normalized.id else one for one in earlier)
    else:
        environments = (*earlier, normalized)
    return replace(settings, environments=environments, current_id=normalized.id)


def without_environment(settings: Settings, environment_id: str) -> Settings:
    """Return the settings without the environment; its neighbour becomes current in its place."""
    ids = [one.id for one in settings.environments]
    if environment_id not in ids:
        return settings
    index = ids.index(environment_id)
    remaining = settings.environments[:index] + settings.environments[index + 1 :]
    current_id = settings.current_id
    if current_id == environment_id:
        current_id = remaining[min(index, len(remaining) - 1)].id if remaining else None
    return replace(settings, environments=remaining, current_id=current_id)


def move_environment(settings: Settings, environment_id: str, position: int) -> Settings:
    """Return the settings with the environment at this position among the others, from 0 on."""
    moved = [one for one in settings.environments if one.id == environment_id]
    others = [one for one in settings.environments if one.id != environment_id]
    position = max(0, min(position, len(others)))
    return replace(settings, environments=(*others[:position], *moved, *others[position:]))


def add_environments(settings: Settings, added: tuple[Environment, ...]) -> Settings:
    """Return the settings with these after the others; the current one stays, if there is one.

    Their ids and names are not those of others.
    """
    environments = (*settings.environments, *added)
    first = environments[0].id if environments else None
    return replace(settings, environments=environments, current_id=settings.current_id or first)


def find_current_environment(
    settings: Settings, machine: tuple[Environment, ...]
) -> Environment | None:
    """Find the environment selected last, of the user's own or of the machine-wide ones.

    Where none was, it is the first of ``machine``: a new computer is ready at its first start.
    """
    machine_id = settings.machine.current_id
    selected = next((one for one in machine if one.id == machine_id), None)
    return selected or settings.current or (machine[0] if machine else None)


def rename_environment(settings: Settings, environment_id: str, name: str) -> Settings:
    """Rename an environment, which preserves its id; the current one stays current.

    Raises:
        EnvironmentNameError: as for ``with_environment``.
        KeyError: if there is no environment of that id.
    """
    for one in settings.environments:
        if one.id == environment_id:
            changed = with_environment(settings, replace(one, name=name))
            return replace(changed, current_id=settings.current_id)
    raise KeyError(environment_id)
