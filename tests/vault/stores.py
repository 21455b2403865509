"""Stores that behave in ways real ones do only on a bad day, or on another operating system."""

from __future__ import annotations

import threading


class DictStore:
    """A well-behaved store, as small as it is told to be (in bytes of UTF-16)."""

    def __init__(self, largest: int | None = None) -> None:
        self.items: dict[str, str] = {}
        self.calls = 0
        self._largest = largest
        self._busy = threading.Lock()

    def get_password(self, _service: str, username: str) -> str | None:
        self._step()
        return self.items.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self._step()
        size = len(password.encode("utf-16-le"))
        if self._largest is not None and size > self._largest:
            raise PywintypesLikeError
        self.items[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        self._step()
        del self.items[username]

    def _step(self) -> None:
        assert self._busy.acquire(blocking=False), "two calls at once"
        self.calls += 1
        self._busy.release()


class PywintypesLikeError(Exception):
    """Like ``pywintypes.error``: no KeyringError, no OSError."""

    def __init__(self) -> None:
        super().__init__(1783, "CredWrite", "The stub received bad data.")


class InterruptedStore(DictStore):
    """Fails in its n-th call and in each one after that, as when the program is ended there."""

    def __init__(self, largest: int | None = None) -> None:
        super().__init__(largest)
        self.calls_left: int | None = None

    def _step(self) -> None:
        super()._step()
        if self.calls_left is not None:
            if self.calls_left == 0:
                raise ConnectionResetError
            self.calls_left -= 1


class RaisingStore(DictStore):
    """Raises what it is given out of the one call it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.raising: dict[str, BaseException] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._raise("get")
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._raise("set")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._raise("delete")
        super().delete_password(service, username)

    def _raise(self, call: str) -> None:
        if call in self.raising:
            raise self.raising[call]


class NullStore(DictStore):
    """Takes everything and keeps nothing, as keyring's null back end does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""


class ForgetfulStore(DictStore):
    """Keeps something else than it was given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:-1])


class ClingingStore(DictStore):
    """Says that it deletes, and does not."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete nothing."""


class FrozenStore(DictStore):
    """Does not answer while it is frozen."""

    def __init__(self) -> None:
        super().__init__()
        self._flowing = threading.Event()
        self._flowing.set()

    def freeze(self) -> None:
        self._flowing.clear()

    def thaw(self) -> None:
        """Go on, and return when the calls that hung are through."""
        self._flowing.set()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join(10)
                assert not thread.is_alive()

    def _step(self) -> None:
        self._flowing.wait(30)
        super()._step()
