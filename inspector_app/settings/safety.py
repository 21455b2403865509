"""The safety settings: clipboard timeout, idle lock timeout and storage of tokens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

CLIPBOARD_SECONDS: Final = (10, 20, 30, 60, 120, 300, None)
"""After how many seconds a copied credential is cleared; None for never."""

IDLE_MINUTES: Final = (1, 2, 4, 10, 30, 60, None)
"""After how many minutes without input the window locks; None for never."""


@dataclass(frozen=True, slots=True)
class SafetySettings:
    """The user's choices about secrets; the defaults are the strictest.

    ``memory_only``: tokens never go to the keyring. ``keep_after_end``: stored tokens stay
    when their session has expired by its own estimate. ``keep_history``: the answers stay on this
    computer, without personal data. ``unknown`` is JSON text: members of the
    file that this release does not know.
    """

    clipboard_seconds: int | None = 10
    idle_minutes: int | None = 4
    memory_only: bool = False
    keep_after_end: bool = False
    keep_history: bool = False
    unknown: str = "{}"


def to_json(safety: SafetySettings) -> dict[str, object]:
    """Return the settings as a JSON object for the settings file."""
    return {
        **json.loads(safety.unknown),
        "clipboard_seconds": safety.clipboard_seconds,
        "idle_minutes": safety.idle_minutes,
        "memory_only": safety.memory_only,
        "keep_after_end": safety.keep_after_end,
        "keep_history": safety.keep_history,
    }


def from_json(file: Any) -> SafetySettings:  # noqa: ANN401  # parsed JSON may be anything
    """Build the settings from a parsed file; a value that is not a choice becomes the default.

    Raises:
        TypeError: if it is no object, or a member has the wrong type.
    """
    if not isinstance(file, dict):
        raise TypeError("safety")
    members = dict(file)
    defaults = SafetySettings()
    memory_only = members.pop("memory_only", defaults.memory_only)
    keep_after_end = members.pop("keep_after_end", defaults.keep_after_end)
    keep_history = members.pop("keep_history", defaults.keep_history)
    if not all(isinstance(one, bool) for one in (memory_only, keep_after_end, keep_history)):
        raise TypeError("safety")
    return SafetySettings(
        clipboard_seconds=_check_choice(
            members.pop("clipboard_seconds", defaults.clipboard_seconds),
            CLIPBOARD_SECONDS,
            defaults.clipboard_seconds,
        ),
        idle_minutes=_check_choice(
            members.pop("idle_minutes", defaults.idle_minutes), IDLE_MINUTES, defaults.idle_minutes
        ),
        memory_only=memory_only,
        keep_after_end=keep_after_end,
        keep_history=keep_history,
        unknown=json.dumps(members),
    )


def _check_choice(
    value: object, choices: tuple[int | None, ...], default: int | None
) -> int | None:
    """Return the value if it is one of the choices; True is not 1, nor is 10.0 a count."""
    for choice in choices:
        if type(value) is type(choice) and value == choice:
            return choice
    return default
