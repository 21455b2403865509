"""Selects the keyring backend: an allow-list, and which of it works on this computer.

``keyring.get_keyring()`` is never asked: it imports whatever ``keyringrc.cfg``,
``PYTHON_KEYRING_BACKEND`` or an installed entry point names, and may hand out a keyring that
stores nothing or writes to a plain file. Each backend here is created from its own class. keyring
is imported inside functions, because the first frame must not wait for it.
"""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from inspector_app.session.wording import tr
from inspector_app.vault.bounded import BOUND, Lane, NotAnswering
from inspector_app.vault.parts import SERVICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.wording import Text
    from inspector_app.vault.parts import Store

_MACOS: Final = "keyring.backends.macOS"
_KWALLET: Final = "keyring.backends.kwallet"
_LIBSECRET: Final = "keyring.backends.libsecret"


class Cancellable(Protocol):
    """The protocol of a cancellation that a wait needs; the gateway's ``Cancellation`` has it."""

    def on_cancel(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have ``callback`` called on cancel, at once if that was; returns what removes it."""


@dataclass(frozen=True, slots=True)
class Backend:
    """A keyring that works.

    Attributes:
        store: its three calls, each of which may block and raise anything.
        display_name: its name for people.
        max_length: UTF-16 units one secret may have, None where no token is too long.
        unlock: waits for the person to unlock it; None where the system asks by itself.
    """

    store: Store
    place: Text
    room: int | None = None
    unlock: Callable[[Cancellable], None] | None = None


@dataclass(frozen=True, slots=True)
class MemoryOnly:
    """No keyring: tokens are kept for this run only, and ``reason`` says why in a sentence."""

    reason: Text


CHOSEN: Final = MemoryOnly(tr("As chosen in the settings, the token is kept for this run only."))
"""For people who want no keyring."""

_NONE_USABLE: Final = MemoryOnly(
    tr("No usable keyring was found on this computer; the token is kept for this run only.")
)
_NONE_ANSWERING: Final = MemoryOnly(
    tr("The keyring is not answering; the token is kept for this run only.")
)


def open_backend(
    system: str = sys.platform, desktop: str | None = None, *, bound: float = BOUND
) -> Backend | MemoryOnly:
    """The first trusted keyring that works here, or why there is none; never raises.

    Blocks for at most ``timeout`` seconds per candidate, of which there are up to three.

    Args:
        system: as in ``sys.platform``.
        desktop: as in ``XDG_CURRENT_DESKTOP``, which is read when it is left out.
        timeout: seconds a candidate may take to say whether it works.
    """
    if desktop is None:
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    answer = _NONE_USABLE
    for candidate in _candidates(system, desktop):
        try:
            return Lane(bound).run(candidate)
        except NotAnswering:
            answer = _NONE_ANSWERING
        except BaseException:  # noqa: BLE001, S112 - whatever is wrong with one, the next is tried
            continue
    return answer


def _candidates(system: str, desktop: str) -> tuple[Callable[[], Backend], ...]:
    """The allow-list, in the order of keyring's own priorities."""
    if system == "win32":
        return (_windows,)
    if system == "darwin":
        return (_macos,)
    if "KDE" in desktop.split(":"):
        return (_kwallet, _secret_service, _libsecret)
    return (_secret_service, _kwallet, _libsecret)


def modules(system: str = sys.platform) -> tuple[str, ...]:
    """The hidden imports of a system's keyrings, for PyInstaller to bundle.

    keyring's modules hide a missing dependency of theirs, so it is listed here explicitly.
    """
    if system == "win32":
        return ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred")
    if system == "darwin":
        return (_MACOS, f"{_MACOS}.api")
    return ("keyring.backends.SecretService", "secretstorage", _KWALLET, _LIBSECRET)


def _windows() -> Backend:
    from inspector_app.vault.windows_credentials import ROOM, WindowsCredentials

    _ = WindowsCredentials.priority  # raises where it cannot work; so in all that follow
    return Backend(WindowsCredentials(), tr("Windows Credential Manager"), room=ROOM)


def _macos() -> Backend:
    return Backend(_plain(_MACOS, "Keyring"), tr("macOS Keychain"))


def _secret_service() -> Backend:
    from inspector_app.vault.secret_service import SecretService, unlock

    _ = SecretService.priority
    store = SecretService()  # type: ignore[no-untyped-call]  # keyring has few types
    return Backend(store, tr("Secret Service"), unlock=unlock)


def _kwallet() -> Backend:
    return Backend(_plain(_KWALLET, "DBusKeyring"), tr("KWallet"))


def _libsecret() -> Backend:
    return Backend(_plain(_LIBSECRET, "Keyring"), tr("Secret Service"))


def _plain(module: str, name: str) -> Store:
    """One of keyring's classes, made to ignore environment variables."""
    found = getattr(importlib.import_module(module), name)
    _ = found.priority
    deaf = {
        "set_properties_from_env": lambda _self: None,  # KEYRING_PROPERTY_*
        "appid": SERVICE,
        "keychain": None,  # KEYCHAIN_PATH
    }
    store: Store = type(name, (found,), deaf)()
    return store
