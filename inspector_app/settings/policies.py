"""Policies: choices about secrets that an administrator made for all users of this computer.

They stand in a JSON file beside the machine-wide environments, which is trusted like it, read and
never written; ``policy_sources`` adds what the system's own management sets. ``forced``
values cannot be changed in the app; ``default`` values are what a person begins with, at the first
start.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.file_mistakes import (
    Mistake,
    ValueRule,
    find_mistakes,
    format_mistake,
    get_members,
)
from inspector_app.settings.machine_environments import explain_unread
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES
from inspector_app.settings.user_settings import Language, Settings
from inspector_app.system.administrator_file import ROOT_ALONE, read_administrator_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from inspector_app.settings.located_json import LocatedValue

MAX_SIZE: Final = 50_000
"""Bytes that the file may have: a hundred times what all policies take."""

FORCED_TEXT: Final = tr("Your administrator has set this.")
"""Why a control cannot be used."""

NOT_ALLOWED_TEXT: Final = tr("Your administrator does not allow this.")
"""Why an action cannot be used."""


class Policy(Enum):
    """What can be set; the value is its name in the file."""

    MEMORY_ONLY = "memory_only"
    KEEP_AFTER_END = "keep_after_end"
    KEEP_HISTORY = "keep_history"
    IDLE_MINUTES = "idle_minutes"
    CLIPBOARD_SECONDS = "clipboard_seconds"
    LANGUAGE = "language"
    REVEAL_CREDENTIAL = "reveal_credential"
    COPY_CREDENTIAL = "copy_credential"
    REDACTION_LEVEL = "redaction_level"
    MACHINE_ENVIRONMENTS_ONLY = "machine_environments_only"


_SAFETY: Final = (
    Policy.MEMORY_ONLY,
    Policy.KEEP_AFTER_END,
    Policy.KEEP_HISTORY,
    Policy.IDLE_MINUTES,
    Policy.CLIPBOARD_SECONDS,
)
_BOOLEAN: Final = ValueRule((bool,))
_COUNT_TYPES: Final = (int, type(None))
_SETTING_RULES: Final = {
    Policy.MEMORY_ONLY: _BOOLEAN,
    Policy.KEEP_AFTER_END: _BOOLEAN,
    Policy.KEEP_HISTORY: _BOOLEAN,
    Policy.IDLE_MINUTES: ValueRule(_COUNT_TYPES, choices=IDLE_MINUTES),
    Policy.CLIPBOARD_SECONDS: ValueRule(_COUNT_TYPES, choices=CLIPBOARD_SECONDS),
    Policy.LANGUAGE: ValueRule((str,), choices=tuple(one.value for one in Language)),
}
_FORCED_RULES: Final = {
    **_SETTING_RULES,
    Policy.REVEAL_CREDENTIAL: _BOOLEAN,
    Policy.COPY_CREDENTIAL: _BOOLEAN,
    Policy.REDACTION_LEVEL: ValueRule((str,), choices=("personal",)),
    Policy.MACHINE_ENVIRONMENTS_ONLY: _BOOLEAN,
}
FILE_RULE: Final = ValueRule(
    (dict,),
    members={
        "$schema": ValueRule((str,)),
        "version": ValueRule((int,), choices=(1,)),
        "forced": ValueRule(
            (dict,), members={one.value: rule for one, rule in _FORCED_RULES.items()}
        ),
        "default": ValueRule(
            (dict,), members={one.value: rule for one, rule in _SETTING_RULES.items()}
        ),
    },
    required=("version",),
)
"""What the file may hold; ``docs/policies.schema.json`` says the same for editors."""


@dataclass(frozen=True, slots=True)
class Policies:
    """The values in force, and those that a person begins with."""

    forced: Mapping[Policy, Any] = field(default_factory=lambda: MappingProxyType({}))
    default: Mapping[Policy, Any] = field(default_factory=lambda: MappingProxyType({}))

    def is_forced(self, policy: Policy) -> bool:
        """Whether nobody but the administrator can change this."""
        return policy in self.forced

    def allows(self, policy: Policy) -> bool:
        """Whether a policy that allows something does not forbid it."""
        return self.forced.get(policy) is not False

    @property
    def is_personal_data_removed(self) -> bool:
        """Whether personal data must be removed from all that leaves the app."""
        return Policy.REDACTION_LEVEL in self.forced

    @property
    def has_machine_environments_only(self) -> bool:
        """Whether a person's own environments, and gateways named on a command line, are off."""
        return self.forced.get(Policy.MACHINE_ENVIRONMENTS_ONLY) is True

    def force(self, settings: Settings) -> Settings:
        """Return the settings with the forced values in the place of the person's."""
        return _apply(self.forced, settings)

    def apply_defaults(self, settings: Settings) -> Settings:
        """Return the settings with the values that a person begins with."""
        return _apply(self.default, settings)


NO_POLICIES: Final = Policies()


def load(
    files: Sequence[Path], administrators: AbstractSet[int] = ROOT_ALONE
) -> tuple[Policies, Text | None]:
    """Load the policies of the first existing file, and a notice if it is not usable.

    A file with one mistake is not used at all, so that nobody relies on half of it.
    """
    for path in files:
        try:
            data = read_administrator_file(path, MAX_SIZE, administrators)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError) as error:
            return NO_POLICIES, format_notice(str(path), explain_unread(error))
        fatal = next((one for one in find_policy_mistakes(data) if one.is_fatal), None)
        if fatal is not None:
            return NO_POLICIES, format_notice(str(path), format_mistake(fatal))
        return parse_policies(data), None
    return NO_POLICIES, None


def find_policy_mistakes(data: bytes) -> list[Mistake]:
    """Find the mistakes in such a file; it is used if none is fatal."""
    return find_mistakes(data, FILE_RULE)[1]


def parse_policies(data: bytes) -> Policies:
    """Parse a file without fatal mistakes; what it does not know is left out.

    Raises:
        ValueError: if it has one.
    """
    document, mistakes = find_mistakes(data, FILE_RULE)
    if document is None or any(one.is_fatal for one in mistakes):
        raise ValueError("not a file of policies")
    members = get_members(document)
    return Policies(_get_values(members.get("forced")), _get_values(members.get("default")))


def _get_values(part: LocatedValue | None) -> Mapping[Policy, Any]:
    members = {} if part is None else get_members(part)
    known = (policy for policy in Policy if policy.value in members)
    return MappingProxyType({policy: members[policy.value].value for policy in known})


def format_value(value: object) -> str:
    """Format the value of a policy as the file has it."""
    return json.dumps(value)


def _apply(values: Mapping[Policy, Any], settings: Settings) -> Settings:
    if not values:
        return settings
    safety = {one.value: values[one] for one in _SAFETY if one in values}
    language = values.get(Policy.LANGUAGE)
    return replace(
        settings,
        safety=replace(settings.safety, **safety),
        language=settings.language if language is None else Language(language),
    )


def format_notice(place: str, why: Text) -> Text:
    """Say that the policies of a place are not in force, and why."""
    return tr(
        "Policies that your administrator set are not in force: {path}. {why} "
        "Please tell your administrator.",
        path=place,
        why=why,
    )


def format_without_line(mistake: Mistake) -> Text:
    """Format a mistake in a place that has no lines."""
    return tr("{place}: {why}", place=mistake.place, why=mistake.message)
