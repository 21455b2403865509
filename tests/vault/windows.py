"""What keyring sees of Windows: the Credential Manager's three calls, its limits and errors."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES: Final = 2560
_NOT_FOUND: Final = 1168
_BAD_DATA: Final = 1783
_LATE: Final = ("keyring.backends.Windows", "inspector_app.vault.windows_credentials")


class PywintypesError(Exception):
    """As ``pywintypes.error``."""

    def __init__(self, winerror: int, funcname: str, strerror: str) -> None:
        super().__init__(winerror, funcname, strerror)
        self.winerror, self.funcname, self.strerror = winerror, funcname, strerror


@dataclass
class CredentialManager:
    """What is stored, by target name."""

    credentials: dict[str, dict[str, Any]] = field(default_factory=dict)

    def read(self, *, TargetName: str, **_kind: int) -> dict[str, Any]:  # noqa: N803 - Windows'
        if TargetName not in self.credentials:
            raise PywintypesError(_NOT_FOUND, "CredRead", "Element not found.")
        return dict(self.credentials[TargetName])

    def write(self, credential: dict[str, Any], _flags: int) -> None:
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > _MOST_BYTES:
            raise PywintypesError(_BAD_DATA, "CredWrite", "The stub received bad data.")
        self.credentials[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def delete(self, *, TargetName: str, **_kind: int) -> None:  # noqa: N803 - Windows'
        if TargetName not in self.credentials:
            raise PywintypesError(_NOT_FOUND, "CredDelete", "Element not found.")
        del self.credentials[TargetName]

    @property
    def secrets(self) -> str:
        """Everything stored, joined."""
        return " ".join(
            stored["CredentialBlob"].decode("utf-16-le") for stored in self.credentials.values()
        )


@contextmanager
def windows() -> Iterator[CredentialManager]:
    """Let keyring's own Windows back end find a Credential Manager on this system."""
    manager = CredentialManager()
    package, pywin32 = ModuleType("win32ctypes"), ModuleType("win32ctypes.pywin32")
    pywintypes, win32cred = ModuleType("pywintypes"), ModuleType("win32cred")
    vars(pywintypes).update(error=PywintypesError)
    vars(win32cred).update(
        CredRead=manager.read,
        CredWrite=manager.write,
        CredDelete=manager.delete,
        CRED_TYPE_GENERIC=1,
        CRED_PERSIST_LOCAL_MACHINE=2,
        CRED_PERSIST_ENTERPRISE=3,
    )
    vars(pywin32).update(pywintypes=pywintypes, win32cred=win32cred)
    before: dict[str, ModuleType] = {
        name: sys.modules.pop(name) for name in _LATE if name in sys.modules
    }
    sys.modules.update({"win32ctypes": package, "win32ctypes.pywin32": pywin32})
    try:
        yield manager
    finally:
        for name in (*_LATE, "win32ctypes", "win32ctypes.pywin32"):
            sys.modules.pop(name, None)
        sys.modules.update(before)
