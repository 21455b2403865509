r"""Reads what a computer's management has set: a group policy on Windows, a profile on macOS.

Both are written by administrators alone: Windows lets nobody else write below
``HKLM\SOFTWARE\Policies``, and of macOS' file the owner and mode are looked at. Elsewhere there
is no such place.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from inspector_app.system.administrator_file import ROOT_ALONE, read_administrator_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

_PARTS: Final = ("forced", "default")
_MAX_VALUES: Final = 100
_MAX_SIZE: Final = 50_000


class ManagedPolicies(NamedTuple):
    """What is set in one place.

    Attributes:
        place: where, for people: a key of the registry, or the path of a file.
        parts: ``forced`` and ``default``, each with values by name, as they stand there.
    """

    place: str
    parts: Mapping[str, Any]


def read_policy_key(key: str) -> ManagedPolicies | None:
    """Read the subkeys ``Forced`` and ``Default`` of a key of HKLM, in its view of 64 bits.

    None where neither is there, and on another system than Windows.

    Raises:
        OSError: if they cannot be read.
    """
    parts: dict[str, Any] = {}
    if sys.platform == "win32":
        for part in _PARTS:
            values = _read_values(rf"{key}\{part.title()}")
            if values is not None:
                parts[part] = values
    return ManagedPolicies(rf"HKLM\{key}", parts) if parts else None


if sys.platform == "win32":
    import winreg

    def _read_values(key: str) -> dict[str, Any] | None:
        view = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            opened = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, view)
        except FileNotFoundError:
            return None
        with opened:
            count = min(winreg.QueryInfoKey(opened)[1], _MAX_VALUES)
            return {
                name: value
                for name, value, _type in (winreg.EnumValue(opened, one) for one in range(count))
            }


def read_policy_profile(
    path: Path, administrators: AbstractSet[int] = ROOT_ALONE
) -> ManagedPolicies | None:
    """Read the property list that macOS writes of an installed profile; None where there is none.

    Raises:
        OSError: as for ``administrator_file.read_administrator_file``.
        ValueError: if it is no property list with values by name.
    """
    try:
        data = read_administrator_file(path, _MAX_SIZE, administrators)
    except (FileNotFoundError, NotADirectoryError):
        return None
    import plistlib  # the start of the app does without, where there is no profile
    from xml.parsers.expat import ExpatError

    try:
        document = plistlib.loads(data)
    except (ExpatError, ValueError, RecursionError, OverflowError):
        raise ValueError("no property list") from None
    if not isinstance(document, dict):
        raise ValueError("no values by name")  # noqa: TRY004  # it is the content that is wrong
    return ManagedPolicies(str(path), {str(name): value for name, value in document.items()})
