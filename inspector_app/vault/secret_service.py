"""The Secret Service of the desktop, on one D-Bus connection for as long as the app runs.

KeePassXC permits an item to a connection, not to a program: on a connection for each call it would
ask about each call. Items have the attributes that keyring gives them, as earlier releases of this
app wrote them through it. Imports secretstorage, so it is itself imported only when a keyring is
opened.
"""

from __future__ import annotations

import socket
import weakref
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

import secretstorage
from secretstorage.util import open_session, unlock_objects

from inspector_app.vault.chunked_store import SERVICE_NAME
from inspector_app.vault.errors import UncertainWriteError
from inspector_app.vault.kept_items import MAX_ITEMS, StoredName
from inspector_app.vault.kwallet import start_kwallet
from inspector_app.vault.prompting_connection import PromptingConnection
from inspector_app.vault.prompts import PromptDeclinedError, Prompts

if TYPE_CHECKING:
    from collections.abc import Callable

    from secretstorage.dhcrypto import Session

    from inspector_app.vault.call_timeout import Cancellable

ResultT = TypeVar("ResultT")

_REFUSALS: Final = (
    secretstorage.LockedException,
    secretstorage.PromptDismissedException,
    PromptDeclinedError,
)
"""After these nothing was changed, and the connection is as good as before."""

_MAX_SEARCHES: Final = 10


class SecretService:
    """The three calls of a ``SecretStore``; each says that it is locked where it is.

    To unlock the collection is left to ``unlock``, so that no call opens the system's prompt
    unasked. ``may_ask`` lets the keyring ask for the person's consent to use or delete an item.
    """

    def __init__(self, link: SecretServiceLink, *, may_ask: bool) -> None:
        self._link = link
        self._may_ask = may_ask

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None; raises ``LockedException`` where it is locked."""
        return self._link.call(lambda: self._get(service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write the secret in the place of an earlier one."""
        self._link.call(lambda: self._set(service, username, password))

    def delete_password(self, service: str, username: str) -> None:
        """Delete the first of the items under this name."""
        self._link.call(lambda: self._delete(service, username))

    def _get(self, service: str, username: str) -> str | None:
        for item in self._find(service, username):
            with suppress(secretstorage.ItemNotFoundException):  # deleted since
                self._unlock(item)
                return item.get_secret().decode("utf-8")
        return None

    def _set(self, service: str, username: str, password: str) -> None:
        attributes = {"service": service, "username": username, "application": SERVICE_NAME}
        label = f"Password for '{username}' on '{service}'"
        collection = self._link.open_collection()
        try:
            collection.create_item(label, attributes, password.encode(), replace=True)
        except _REFUSALS:
            raise
        except Exception:  # noqa: BLE001 - the connection's, D-Bus's and secretstorage's
            raise UncertainWriteError from None

    def _delete(self, service: str, username: str) -> None:
        for item in self._find(service, username):
            with suppress(secretstorage.ItemNotFoundException):  # deleted since
                self._unlock(item)
                item.delete()
                return

    def _find(self, service: str, username: str) -> list[secretstorage.Item]:
        return self._link.search_items({"service": service, "username": username})

    def _unlock(self, item: secretstorage.Item) -> None:
        if not item.is_locked():
            return
        if not self._may_ask:
            raise secretstorage.LockedException
        if item.unlock() or item.is_locked():
            raise PromptDeclinedError


class SecretServiceLink:
    """The connection to the Secret Service: opened when needed, and anew after a failure.

    Raises:
        Exception: what secretstorage and the connection raise, out of every method.
    """

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._bus: PromptingConnection | None = None
        self._session: Session | None = None
        self._owner: str
        self._close: Callable[[], object] = lambda: None

    def check_availability(self) -> None:
        """Raise an exception where there is no Secret Service, and none that could be started."""
        bus = self._connect()
        if not secretstorage.check_service_availability(bus) and not start_kwallet(bus):
            raise secretstorage.SecretServiceNotAvailableException

    def call(self, work: Callable[[], ResultT]) -> ResultT:
        """Run ``work``; where it fails for another reason than a lock, the connection is closed."""
        try:
            return work()
        except _REFUSALS:
            raise
        except BaseException:
            self.close()
            raise

    def open_collection(self) -> secretstorage.Collection:
        """The default collection.

        Raises:
            LockedException: if it is locked, or there is none yet.
        """
        bus = self._connect()
        try:
            collection = secretstorage.Collection(bus, session=self._session)
        except secretstorage.ItemNotFoundException:
            raise secretstorage.LockedException from None
        if collection.is_locked():
            raise secretstorage.LockedException
        if collection.session is None:
            self._session = collection.session = open_session(bus)
            self._owner = bus.find_owner()
        return collection

    def search_items(self, attributes: dict[str, str]) -> list[secretstorage.Item]:
        """The items of the default collection with these attributes; of very many the first.

        What another window deletes meanwhile spoils a search, which is then made again.

        Raises:
            LockedException: if the collection is locked.
        """
        collection = self.open_collection()
        for _ in range(_MAX_SEARCHES):
            with suppress(secretstorage.ItemNotFoundException):
                return list(islice(collection.search_items(attributes), MAX_ITEMS + 1))
        raise secretstorage.SecretServiceNotAvailableException

    def unlock(self, cancellation: Cancellable) -> None:
        """Have the desktop ask the person to unlock the default collection and this app's items.

        Where there is no collection yet, to make one. Blocks until they have answered or
        ``cancellation`` is cancelled, which takes the prompt away.

        Raises:
            LockedException: if it is locked still.
        """
        self._prompts.allow()
        remove_callback = cancellation.add_cancel_callback(self._interrupt)
        try:
            self.call(self._unlock_all)
        except Exception:
            if self._prompts.is_wanted:
                raise
            raise secretstorage.LockedException from None
        finally:
            remove_callback()

    def list_names(self) -> list[StoredName]:
        """The names of this app's items, the locked ones too.

        Raises:
            LockedException: if the collection is locked.
        """
        names: list[StoredName] = []

        def list_items() -> None:
            for item in self.search_items({"service": SERVICE_NAME}):
                with suppress(secretstorage.ItemNotFoundException):  # deleted since
                    if name := item.get_attributes().get("username"):
                        names.append(StoredName(name, item.get_modified()))

        self.call(list_items)
        return names

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        self._close()
        self._bus = self._session = None

    def _connect(self) -> PromptingConnection:
        """The connection, as long as the same program is at its other end."""
        if self._bus is not None:
            try:
                if self._session is None or self._bus.find_owner() == self._owner:
                    return self._bus
            except OSError:
                pass  # the bus was started anew, or the connection was closed
            self.close()
        bus = PromptingConnection(secretstorage.dbus_init(), self._prompts)
        self._bus = bus
        self._close = weakref.finalize(self, bus.close)
        return bus

    def _unlock_all(self) -> None:
        bus = self._connect()
        collection = secretstorage.get_default_collection(bus)
        if collection.is_locked():
            collection.unlock()
        if collection.is_locked():  # what its prompt says of itself does not count
            raise secretstorage.LockedException
        items = list(collection.search_items({"service": SERVICE_NAME}))
        locked = [item.item_path for item in items if item.is_locked()]
        if locked:
            unlock_objects(bus, locked)
        if any(item.is_locked() for item in items):
            raise secretstorage.LockedException

    def _interrupt(self) -> None:
        """End the wait: a prompt is dismissed; a call that is not answered loses its connection."""
        self._prompts.cancel()
        bus = self._bus
        if bus is not None and not self._prompts.is_open:
            with suppress(OSError):
                bus.sock.shutdown(socket.SHUT_RDWR)
