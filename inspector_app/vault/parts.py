"""Stores a secret in a keyring whole, or split into parts with a manifest if it is too long.

The Windows Credential Manager holds 1280 UTF-16 units per secret (CRED_MAX_CREDENTIAL_BLOB_SIZE
is 2560 bytes). A longer text is split. Parts lie under names of their own in one of two slots; the
manifest, under the plain name, says which slot is valid, how many parts it has and their checksum.
A new text goes to the other slot and becomes valid by the one write of the manifest, so that at any
moment either the old or the new text is there whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from typing import Final, Protocol

from inspector_app.vault.problem import Damaged, NotAsWritten, StillKept

SERVICE: Final = "EnOS Session Inspector"
"""The service name under which every item of this app stands in every keyring."""

_SIDES: Final = ("a", "b")
_MOST_PARTS: Final = 32
_MOST_DUPLICATES: Final = 8


class Store(Protocol):
    """The three calls every keyring has. Each may block and may raise anything."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret, or None where there is none."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Write the secret, replacing an earlier one."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Delete the secret, which is there."""


@dataclass(frozen=True, slots=True)
class _Head:
    side: str
    count: int
    checksum: str

    def as_text(self) -> str:
        return json.dumps({"side": self.side, "parts": self.count, "sha256": self.checksum})


def write(store: Store, name: str, text: str, room: int | None) -> None:
    """Put ``text`` (ASCII) under ``name``, in parts of ``max_length`` characters if too long.

    Raises:
        WriteMismatchError: if the store gives anything else back when it is read again.
        Exception: whatever the store raises. The earlier text is then still whole.
    """
    valid = _head(store.get_password(SERVICE, name))
    if room is None or len(text) <= room:
        store.set_password(SERVICE, name, text)
        fresh = None
    else:
        fresh = _SIDES[0] if valid is None or valid.side != _SIDES[0] else _SIDES[1]
        _write_parts(store, name, text, room, fresh)
    if _read_back(store, name) != text:
        raise NotAsWritten
    if room is not None:
        # The new text is safe by now; what cannot be cleared goes with the next write or deletion.
        with contextlib.suppress(Exception):
            for side in _SIDES:
                if side != fresh:
                    _erase_parts(store, name, side)


def read(store: Store, name: str) -> str | None:
    """The text under ``name``, joined if it was split, or None.

    Raises:
        DamagedSecretError: if a part is missing or the checksum does not fit.
        Exception: whatever the store raises.
    """
    found = store.get_password(SERVICE, name)
    head = _head(found)
    if head is None:
        return found
    parts = [
        store.get_password(SERVICE, _part_name(name, head.side, number))
        for number in range(head.count)
    ]
    text = "".join(part or "" for part in parts)
    if _checksum(text) != head.checksum:
        raise Damaged
    return text


def erase(store: Store, name: str, room: int | None) -> None:
    """Delete the text under ``name`` and each of its parts; an absent text is no error.

    Raises:
        NotDeletedError: if it can be read after that.
        Exception: whatever the store raises.
    """
    split = room is not None or _head(store.get_password(SERVICE, name)) is not None
    _erase_item(store, name)
    if split:
        for side in _SIDES:
            _erase_parts(store, name, side)


def _write_parts(store: Store, name: str, text: str, room: int, side: str) -> None:
    pieces = [text[start : start + room] for start in range(0, len(text), room)]
    _erase_parts(store, name, side)
    try:
        for number, piece in enumerate(pieces):
            store.set_password(SERVICE, _part_name(name, side, number), piece)
        store.set_password(SERVICE, name, _Head(side, len(pieces), _checksum(text)).as_text())
    except Exception:
        with contextlib.suppress(Exception):
            _erase_parts(store, name, side)
        raise


def _read_back(store: Store, name: str) -> str | None:
    try:
        return read(store, name)
    except Damaged:
        return None


def _erase_parts(store: Store, name: str, side: str) -> None:
    # Counted upwards and deleted downwards: what an interruption leaves still begins at 0 and is
    # found again.
    count = 0
    while (
        count < _MOST_PARTS
        and store.get_password(SERVICE, _part_name(name, side, count)) is not None
    ):
        count += 1
    for number in reversed(range(count)):
        _erase_item(store, _part_name(name, side, number))


def _erase_item(store: Store, name: str) -> None:
    # A Secret Service may hold several items under one name and deletes them one at a time.
    for _ in range(_MOST_DUPLICATES):
        if store.get_password(SERVICE, name) is None:
            return
        store.delete_password(SERVICE, name)
    if store.get_password(SERVICE, name) is not None:
        raise StillKept


def _head(text: str | None) -> _Head | None:
    """The manifest that ``text`` is, or None for a text that was not split."""
    try:
        fields = json.loads(text or "")
        side, count, checksum = fields["side"], fields["parts"], fields["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if side in _SIDES and isinstance(count, int) and 0 < count <= _MOST_PARTS:
        return _Head(side, count, str(checksum))
    return None


def _part_name(name: str, side: str, number: int) -> str:
    return f"{name}/{side}{number}"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
