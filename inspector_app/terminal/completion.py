"""Shell completion of environment names, escaped for the shell that asks."""

from __future__ import annotations

import os
import re
from typing import Final

from inspector_app.terminal.stored_config import StoredConfig

_SPECIAL_CHARACTER: Final = re.compile(r"[^\w@%+=:,./-]")
_QUOTES: Final = frozenset({"'", '"'})


def complete_environment_name(typed: str) -> list[str]:
    """List the environment names that begin with the typed text, ignoring case."""
    names = (one.name for one in StoredConfig().environments)
    found = [name for name in names if name.casefold().startswith(typed.casefold())]
    return [_escape_for_bash(name) for name in found] if _is_unquoted_bash() else found


def _is_unquoted_bash() -> bool:
    """Whether it is bash, outside of quotes; zsh, fish and bash within them quote by themselves.

    click's script passes that in variables; the word that is being typed is the last one.
    """
    is_bash = any(
        value == "bash_complete" for name, value in os.environ.items() if name.endswith("_COMPLETE")
    )
    return is_bash and os.environ.get("COMP_WORDS", "").rpartition("\n")[2][:1] not in _QUOTES


def _escape_for_bash(name: str) -> str:
    """Escape each blank and special character twice: click's script unescapes once."""
    return _SPECIAL_CHARACTER.sub(r"\\\g<0>", name).replace("\\", r"\\")
