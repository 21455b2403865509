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
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr
from inspector_app.vault.call_timeout import KEYRING_TIMEOUT, KeyringTimeoutError, TimeoutRunner
from inspector_app.vault.chunked_store import SERVICE_NAME
from inspector_app.vault.prompts import Prompts

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.translatable_text import Text
    from inspector_app.vault.call_timeout import Cancellable
    from inspector_app.vault.chunked_store import SecretStore

_MACOS: Final = "keyring.backends.macOS"
_KWALLET: Final = "keyring.backends.kwallet"
_LIBSECRET: Final = "keyring.backends.libsecret"


@dataclass(frozen=True, slots=True)
class Backend:
    """A keyring that works.

    Attributes:
        store: its three calls, each of which may block and raise anything.
        display_name: its name for people.
        max_length: UTF-16 units one secret may have, None where no token is too long.
        unlock: waits for the person to unlock it; None where the system asks by itself.
        asking_store: the same keyring, which asks the person where it must before it writes or
            deletes; None where ``store`` does.
        prompts: its questions to the person.
    """

    store: SecretStore
    display_name: Text
    max_length: int | None = None
    unlock: Callable[[Cancellable], None] | None = None
    asking_store: SecretStore | None = None
    prompts: Prompts = field(default_factory=Prompts)


@dataclass(frozen=True, slots=True)
class MemoryOnly:
    """No keyring: tokens are kept for this run only, and ``reason`` says why in a sentence."""

    reason: Text


MEMORY_ONLY_BY_CHOICE: Final = MemoryOnly(
    tr("As chosen in the settings, the token is kept for this run only.")
)
"""For people who want no keyring."""

_NO_USABLE_KEYRING: Final = MemoryOnly(
    tr("No usable keyring was found on this computer; the token is kept for this run only.")
)
_KEYRING_TIMED_OUT: Final = MemoryOnly(
    tr("The keyring is not answering; the token is kept for this run only.")
)


def open_backend(
    system: str = sys.platform, desktop: str | None = None, *, timeout: float = KEYRING_TIMEOUT
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
    fallback = _NO_USABLE_KEYRING
    for candidate in _list_candidates(system, desktop):
        try:
            return TimeoutRunner(timeout).run(candidate)
        except KeyringTimeoutError:
            fallback = _KEYRING_TIMED_OUT
        except BaseException:  # noqa: BLE001, S112 - whatever is wrong with one, the next is tried
            continue
    return fallback


def _list_candidates(system: str, desktop: str) -> tuple[Callable[[], Backend], ...]:
    """The allow-list, in the order of keyring's own priorities."""
    if system == "win32":
        return (_create_windows_backend,)
    if system == "darwin":
        return (_create_macos_backend,)
    if "KDE" in desktop.split(":"):
        return (_create_kwallet_backend, _create_secret_service_backend, _create_libsecret_backend)
    return (_create_secret_service_backend, _create_kwallet_backend, _create_libsecret_backend)


def list_hidden_imports(system: str = sys.platform) -> tuple[str, ...]:
    """The hidden imports of a system's keyrings, for PyInstaller to bundle.

    keyring's modules hide a missing dependency of theirs, so it is listed here explicitly.
    """
    if system == "win32":
        return ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred")
    if system == "darwin":
        return (_MACOS, f"{_MACOS}.api")
    return ("keyring.backends.SecretService", "secretstorage", _KWALLET, _LIBSECRET)


def _create_windows_backend() -> Backend:
    from inspector_app.vault.windows_credentials import MAX_SECRET_LENGTH, WindowsCredentials

    _ = WindowsCredentials.priority  # raises where it cannot work; so in all that follow
    return Backend(
        WindowsCredentials(), tr("Windows Credential Manager"), max_length=MAX_SECRET_LENGTH
    )


def _create_macos_backend() -> Backend:
    return Backend(_create_keyring(_MACOS, "Keyring"), tr("macOS Keychain"))


def _create_secret_service_backend() -> Backend:
    from inspector_app.vault.secret_service import SecretService, SecretServiceLink

    prompts = Prompts()
    link = SecretServiceLink(prompts)
    link.check_availability()
    return Backend(
        SecretService(link, may_ask=False),
        tr("Secret Service"),
        unlock=link.unlock,
        asking_store=SecretService(link, may_ask=True),
        prompts=prompts,
    )


def _create_kwallet_backend() -> Backend:
    return Backend(_create_keyring(_KWALLET, "DBusKeyring"), tr("KWallet"))


def _create_libsecret_backend() -> Backend:
    return Backend(_create_keyring(_LIBSECRET, "Keyring"), tr("Secret Service"))


def _create_keyring(module: str, name: str) -> SecretStore:
    """One of keyring's classes, made to ignore environment variables."""
    keyring_class = getattr(importlib.import_module(module), name)
    _ = keyring_class.priority
    overrides = {
        "set_properties_from_env": lambda _self: None,  # KEYRING_PROPERTY_*
        "appid": SERVICE_NAME,
        "keychain": None,  # KEYCHAIN_PATH
    }
    store: SecretStore = type(name, (keyring_class,), overrides)()
    return store
