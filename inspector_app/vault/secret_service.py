"""keyring's Secret Service backend without its prompts, leaked connections and environment.

Imports keyring, so it is itself imported only when a keyring is opened.
"""

from __future__ import annotations

import socket
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import secretstorage
from keyring.backends.SecretService import Keyring
from keyring.errors import KeyringLocked

from inspector_app.vault.chunked_store import SERVICE_NAME

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]  # ships no types

    from inspector_app.vault.call_timeout import Cancellable


class SecretService(Keyring):
    """The Secret Service of the desktop, which answers or says that it is locked.

    keyring would open the unlock prompt inside any call and wait for the person there; here that
    is left to ``unlock_collection``, so that the window can say what it waits for.
    """

    appid = SERVICE_NAME

    def set_properties_from_env(self) -> None:
        """Leave ``KEYRING_PROPERTY_*`` alone: it could point to another collection or scheme."""

    def get_preferred_collection(self) -> secretstorage.Collection:
        """The default collection on a connection that the caller closes.

        Raises:
            KeyringLocked: if it is locked, or there is none yet.
        """
        bus = secretstorage.dbus_init()
        try:
            return _open_unlocked_collection(bus)
        except BaseException:
            bus.close()  # keyring leaves it open
            raise

    def unlock(self, item: secretstorage.Item) -> None:
        """Never prompt for a single item either.

        Raises:
            KeyringLocked: if it is locked.
        """
        if item.is_locked():
            raise KeyringLocked


def unlock_collection(cancellation: Cancellable) -> None:
    """Have the desktop ask the person to unlock the default collection, or to make one.

    Blocks until they have answered or ``cancellation`` is cancelled, which takes the prompt away.

    Raises:
        KeyringLocked: if it is locked still.
        Exception: what secretstorage and the connection raise.
    """
    with closing(secretstorage.dbus_init()) as bus:
        cancelled = threading.Event()

        def disconnect_bus() -> None:
            cancelled.set()
            with suppress(OSError):
                bus.sock.shutdown(socket.SHUT_RDWR)

        remove_callback = cancellation.add_cancel_callback(disconnect_bus)
        try:
            collection = secretstorage.get_default_collection(bus)
            if collection.is_locked():
                collection.unlock()
            is_locked = collection.is_locked()
        except Exception:
            if not cancelled.is_set():
                raise
            is_locked = True
        finally:
            remove_callback()
    if is_locked:
        raise KeyringLocked


def _open_unlocked_collection(bus: DBusConnection) -> secretstorage.Collection:
    try:
        collection = secretstorage.Collection(bus)
    except secretstorage.ItemNotFoundException:
        raise KeyringLocked from None
    if collection.is_locked():
        raise KeyringLocked
    return collection
