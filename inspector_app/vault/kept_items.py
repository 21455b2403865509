"""Lists what this app keeps in a keyring, also what no environment uses any more."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from inspector_app.vault import chunked_store
from inspector_app.vault.record import parse_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.vault.chunked_store import SecretStore
    from inspector_app.vault.record import TokenRecord

MAX_ITEMS: Final = 500
"""Items that are shown; any program can write as many as it likes under this app's name. One more
is read, by which it is known that there are more."""


@dataclass(frozen=True, slots=True)
class StoredName:
    """The name of an item, and when it was written, in epoch seconds; None where nobody knows."""

    name: str
    changed_at: float | None = None


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A secret that is kept, without the secret.

    Attributes:
        name: what it is stored under: an environment's id, or a name that begins with one.
        is_in_memory: whether it is kept for this run only.
        host: what it is bound to; empty where it cannot be read.
        fingerprint: of the token; empty where it cannot be read.
        changed_at: when it was written, in epoch seconds; None where nobody knows.
    """

    name: str
    is_in_memory: bool
    host: str = ""
    fingerprint: str = ""
    changed_at: float | None = None


def list_whole(names: Iterable[StoredName]) -> list[StoredName]:
    """Those of the names that are no part of another, in their order; no more than are read."""
    by_name = {one.name: one for one in names}
    whole = (
        one
        for name, one in sorted(by_name.items())
        if (owner := chunked_store.get_whole_name(name)) == name or owner not in by_name
    )
    return list(islice(whole, MAX_ITEMS + 1))


def read_items(store: SecretStore, names: Iterable[StoredName]) -> list[KeptItem]:
    """The items of these names that are there; one that cannot be read is listed all the same."""
    items = []
    for one in names:
        try:
            text = chunked_store.read_secret(store, one.name)
            record = None if text is None else parse_record(text)
        except Exception:  # noqa: BLE001 - locked, damaged or another program's: it can be forgotten
            items.append(KeptItem(one.name, is_in_memory=False, changed_at=one.changed_at))
            continue
        if record is not None:
            items.append(describe_record(one.name, record, one.changed_at))
    return items


def describe_record(
    name: str, record: TokenRecord, changed_at: float | None = None, *, is_in_memory: bool = False
) -> KeptItem:
    """The item of a record."""
    return KeptItem(name, is_in_memory, record.host, record.token.fingerprint, changed_at)
