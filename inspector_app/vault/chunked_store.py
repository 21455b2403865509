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
from typing import TYPE_CHECKING, Final, Protocol

from inspector_app.vault.errors import (
    DamagedSecretError,
    NotDeletedError,
    NotErasedError,
    UncertainWriteError,
    WriteMismatchError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE_NAME: Final = "EnOS Session Inspector"
"""The service name under which every item of this app is stored in every keyring."""

_SLOTS: Final = ("a", "b")
_MAX_PARTS: Final = 32
_MAX_DUPLICATES: Final = 8


class SecretStore(Protocol):
    """The three calls every keyring has. Each may block and may raise anything."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret, or None where there is none."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Write the secret, replacing an earlier one."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Delete the secret, which is there."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    slot: str
    part_count: int
    checksum: str

    def to_json(self) -> str:
        return json.dumps({"side": self.slot, "parts": self.part_count, "sha256": self.checksum})


def write_secret(
    store: SecretStore,
    name: str,
    text: str,
    max_length: int | None,
    prepare_erasure: Callable[[], object] = lambda: None,
) -> None:
    """Put ``text`` (ASCII) under ``name``, in parts of ``max_length`` characters if too long.

    What cannot be read back is erased again, with any earlier text; ``prepare_erasure`` is called
    before that.

    Raises:
        WriteMismatchError: if the store gives anything else back when it is read again.
        NotErasedError: if after that, or after another failure to read it, it cannot be erased.
        Exception: whatever the store raises. The earlier text is then still whole, unless it was
            erased.
    """
    new_slot = None
    try:
        if max_length is None or len(text) <= max_length:
            store.set_password(SERVICE_NAME, name, text)
        else:
            new_slot = _choose_slot(store, name)
            _write_parts(store, name, text, max_length, new_slot)
    except UncertainWriteError:
        prepare_erasure()
        _erase(store, name, max_length)
        raise
    try:
        if _read_back(store, name) != text:
            raise WriteMismatchError  # noqa: TRY301 - all failures to read it back end alike
    except BaseException:
        prepare_erasure()
        _erase(store, name, max_length)
        raise
    if max_length is not None:
        # The new text is safe by now; what cannot be cleared goes with the next write or deletion.
        with contextlib.suppress(Exception):
            for slot in _SLOTS:
                if slot != new_slot:
                    _delete_parts(store, name, slot)


def read_secret(store: SecretStore, name: str) -> str | None:
    """The text under ``name``, joined if it was split, or None.

    Raises:
        DamagedSecretError: if a part is missing or the checksum does not fit.
        Exception: whatever the store raises.
    """
    stored = store.get_password(SERVICE_NAME, name)
    manifest = _parse_manifest(stored)
    if manifest is None:
        return stored
    parts = [
        store.get_password(SERVICE_NAME, _format_part_name(name, manifest.slot, number))
        for number in range(manifest.part_count)
    ]
    text = "".join(filter(None, parts))
    if _compute_checksum(text) != manifest.checksum:
        raise DamagedSecretError
    return text


def delete_secret(store: SecretStore, name: str, max_length: int | None) -> None:
    """Delete the text under ``name`` and each of its parts; an absent text is no error.

    Raises:
        NotDeletedError: if it can be read after that.
        Exception: whatever the store raises.
    """
    is_split = (
        max_length is not None
        or _parse_manifest(store.get_password(SERVICE_NAME, name)) is not None
    )
    _delete_item(store, name)
    if is_split:
        for slot in _SLOTS:
            _delete_parts(store, name, slot)


def _erase(store: SecretStore, name: str, max_length: int | None) -> None:
    try:
        delete_secret(store, name, max_length)
    except BaseException:  # noqa: BLE001 - whatever the reason is, it may still be there
        raise NotErasedError from None


def _choose_slot(store: SecretStore, name: str) -> str:
    """The slot that is not in use."""
    manifest = _parse_manifest(store.get_password(SERVICE_NAME, name))
    return _SLOTS[0] if manifest is None or manifest.slot != _SLOTS[0] else _SLOTS[1]


def get_whole_name(name: str) -> str:
    """The name of the text that a part of this name would belong to; ``name`` where it is none."""
    whole, _, part = name.rpartition("/")
    is_part = part[:1] in _SLOTS and part[1:].isdecimal()
    return whole if whole and is_part else name


def _write_parts(store: SecretStore, name: str, text: str, max_length: int, slot: str) -> None:
    parts = [text[start : start + max_length] for start in range(0, len(text), max_length)]
    _delete_parts(store, name, slot)
    try:
        for number, part in enumerate(parts):
            store.set_password(SERVICE_NAME, _format_part_name(name, slot, number), part)
        store.set_password(
            SERVICE_NAME, name, _Manifest(slot, len(parts), _compute_checksum(text)).to_json()
        )
    except Exception:
        with contextlib.suppress(Exception):
            _delete_parts(store, name, slot)
        raise


def _read_back(store: SecretStore, name: str) -> str | None:
    try:
        return read_secret(store, name)
    except DamagedSecretError:
        return None


def _delete_parts(store: SecretStore, name: str, slot: str) -> None:
    # Counted upwards and deleted downwards: what an interruption leaves still begins at 0 and is
    # found again.
    count = 0
    while (
        count < _MAX_PARTS
        and store.get_password(SERVICE_NAME, _format_part_name(name, slot, count)) is not None
    ):
        count += 1
    for number in reversed(range(count)):
        _delete_item(store, _format_part_name(name, slot, number))


def _delete_item(store: SecretStore, name: str) -> None:
    # A Secret Service may hold several items under one name and deletes them one at a time.
    for _ in range(_MAX_DUPLICATES):
        if store.get_password(SERVICE_NAME, name) is None:
            return
        store.delete_password(SERVICE_NAME, name)
    if store.get_password(SERVICE_NAME, name) is not None:
        raise NotDeletedError


def _parse_manifest(text: str | None) -> _Manifest | None:
    """The manifest that ``text`` is, or None for a text that was not split."""
    try:
        fields = json.loads(text or "")
        slot, part_count, checksum = fields["side"], fields["parts"], fields["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if slot in _SLOTS and isinstance(part_count, int) and 0 < part_count <= _MAX_PARTS:
        return _Manifest(slot, part_count, str(checksum))
    return None


def _format_part_name(name: str, slot: str, number: int) -> str:
    return f"{name}/{slot}{number}"


def _compute_checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
