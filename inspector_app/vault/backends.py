"""Opens the keyring of this computer: one for each system, by an allow-list.

``keyring.get_keyring()`` is never asked: it imports whatever ``keyringrc.cfg``,
``PYTHON_KEYRING_BACKEND`` or an installed entry point names, and may hand out a keyring that
stores nothing or writes to a plain file. Each backend here is created from its own class. keyring
is imported inside functions, because the first frame must not wait for it.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr
from inspector_app.vault.call_timeout import KEYRING_TIMEOUT, KeyringTimeoutError, TimeoutRunner
from inspector_app.vault.chunked_store import SERVICE_NAME
from inspector_app.vault.prompts import Prompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.session.translatable_text import Text
    from inspector_app.vault.call_timeout import Cancellable
    from inspector_app.vault.chunked_store import SecretStore
    from inspector_app.vault.kept_items import StoredName

_MACOS: Final = "keyring.backends.macOS"
_KEYCHAIN_QUESTION: Final = tr(
    "Waiting for the Keychain: macOS asks whether this app may use its entry. “Always Allow” "
    "spares you the question until the app is updated."
)


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
        list_names: lists this app's items; None where the keyring cannot.
    """

    store: SecretStore
    display_name: Text
    max_length: int | None = None
    unlock: Callable[[Cancellable], None] | None = None
    asking_store: SecretStore | None = None
    prompts: Prompts = field(default_factory=Prompts)
    list_names: Callable[[], Iterable[StoredName]] | None = None


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
    system: str = sys.platform, *, timeout: float = KEYRING_TIMEOUT
) -> Backend | MemoryOnly:
    """The system's keyring if it works here, or why it does not; never raises.

    Blocks for at most ``timeout`` seconds.

    Args:
        system: as in ``sys.platform``.
        timeout: seconds that the keyring may take to say whether it works.
    """
    try:
        return TimeoutRunner(timeout).run(_find_creator(system))
    except KeyringTimeoutError:
        return _KEYRING_TIMED_OUT
    except BaseException:  # noqa: BLE001 - whatever is wrong with it, there is none to use
        return _NO_USABLE_KEYRING


def _find_creator(system: str) -> Callable[[], Backend]:
    """The allow-list: one keyring for each system.

    On Linux all of them, GNOME's, KDE's and KeePassXC's, are a Secret Service. keyring's modules
    for KWallet and libsecret need bindings that are not shipped with this app.
    """
    match system:
        case "win32":
            return _create_windows_backend
        case "darwin":
            return _create_macos_backend
        case _:
            return _create_secret_service_backend


def list_hidden_imports(system: str = sys.platform) -> tuple[str, ...]:
    """The hidden imports of a system's keyrings, for PyInstaller to bundle.

    keyring's modules hide a missing dependency of theirs, so it is listed here explicitly.
    """
    if system == "win32":
        return ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred")
    if system == "darwin":
        return (_MACOS, f"{_MACOS}.api")
    return ("secretstorage",)


def _create_windows_backend() -> Backend:
    from inspector_app.vault.windows_credentials import MAX_SECRET_LENGTH, WindowsCredentials

    _ = WindowsCredentials.priority  # raises where it cannot work; so in all that follow
    return Backend(
        WindowsCredentials(), tr("Windows Credential Manager"), max_length=MAX_SECRET_LENGTH
    )


def _create_macos_backend() -> Backend:
    prompts = Prompts(_KEYCHAIN_QUESTION, are_unseen=True)
    return Backend(_create_keyring(_MACOS, "Keyring"), tr("macOS Keychain"), prompts=prompts)


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
        list_names=link.list_names,
    )


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
