"""Takes back Python's own import, which PySide replaces by one that reads every module's source."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # which is what replaces it


def restore_plain_imports() -> None:
    """Import as Python does from now on.

    PySide looks into the source of each module that is imported for its own name, to know where
    ``from __feature__ import snake_case`` may have an effect. Nothing here does that, and reading
    three hundred sources again takes as long as Qt itself needs to start.
    """
    plain = getattr(builtins, "__orig_import__", None)  # where PySide keeps it
    if plain is not None:
        builtins.__import__ = plain
