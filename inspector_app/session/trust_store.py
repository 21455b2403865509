"""Names of trust stores: as they are recorded, and as they are shown to people."""

from __future__ import annotations

from typing import Final

from inspector_app.session.wording import Text, as_sent, tr

SYSTEM_STORE: Final = "operating system"
_AND: Final = " + "


def store_name(file: str | None) -> str:
    """The name of the system's own certificates, and of a person's file where there is one."""
    return SYSTEM_STORE if file is None else f"{SYSTEM_STORE}{_AND}{file}"


def store_words(name: str) -> Text:
    """The same for a person; a name that another release or program recorded stays as it is."""
    store, _, file = name.partition(_AND)
    if store != SYSTEM_STORE:
        return as_sent(name)
    return tr("operating system + {file}", file=file) if file else tr("operating system")
