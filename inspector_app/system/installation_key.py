"""Loads or creates the key that pseudonymizes persons in the reports of this installation.

It gives the same person the same label in each report. It is no credential: who has it can only
check whether a label belongs to a name they guessed.
"""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING, Final

from inspector_app.system import atomic_file
from inspector_app.system.paths import create_private_folder
from inspector_app.system.regular_file import FileOwner, read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

_LENGTH: Final = 32


def load_installation_key(state: Path) -> bytes:
    """Return the 32 bytes stored in the state folder, created on first use.

    Where they can be neither read nor written they are new on each call: labels then match within
    one run of the app, if it asks once.
    """
    file = state / "report-labels.key"
    with contextlib.suppress(OSError):
        key = read_regular_file(file, _LENGTH, FileOwner.USER)
        if len(key) == _LENGTH:
            return key
    key = secrets.token_bytes(_LENGTH)
    with contextlib.suppress(OSError, atomic_file.WriteError):
        create_private_folder(state)
        atomic_file.atomic_write(file, key)
    return key
