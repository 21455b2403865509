"""Names of trust stores: as they are recorded, and as they are shown to people."""

from __future__ import annotations

from typing import Final

from inspector_app.session.translatable_text import Text, as_literal, tr

SYSTEM_TRUST_STORE: Final = "operating system"
_SEPARATOR: Final = " + "


def build_trust_store_name(file: str | None) -> str:
    """The name of the system's own certificates, and of a person's file where there is one."""
    return SYSTEM_TRUST_STORE if file is None else f"{SYSTEM_TRUST_STORE}{_SEPARATOR}{file}"


def describe_trust_store(name: str) -> Text:
    """The same for a person; a name that another release or program recorded stays as it is."""
    store, _, file = name.partition(_SEPARATOR)
    if store != SYSTEM_TRUST_STORE:
        return as_literal(name)
    return tr("operating system + {file}", file=file) if file else tr("operating system")
