"""Tried inside Windows: tokens in the Credential Manager."""

from __future__ import annotations

import ctypes
import hashlib
import os
import secrets
import string
import subprocess
import sys
from ctypes import wintypes
from typing import Final

from inspector_app.session.token import Token
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.chunked_store import SERVICE_NAME
from inspector_app.vault.vault import StorageKind, Vault
from windows.trial.report import Trial, expect

LENGTHS: Final = (1, 40, 134, 1279, 1280, 1281, 2560, 8192)
_TIMEOUT: Final = 60.0
"""Seconds: the first import of the back end alone may take longer here than the app allows."""
_HOST: Final = "gateway.example.com"
_LOCAL_MACHINE: Final = 2  # CRED_PERSIST_LOCAL_MACHINE
_OTHER: Final = f"""
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import Vault
print(Vault(open_backend(timeout={_TIMEOUT})).fetch_token("shared", {_HOST!r}) is not None)
"""


class Credential(ctypes.Structure):
    """CREDENTIALW of wincred.h, as far as it is looked at."""

    _fields_ = (
        ("flags", ctypes.c_uint32),
        ("kind", ctypes.c_uint32),
        ("target", ctypes.c_wchar_p),
        ("comment", ctypes.c_wchar_p),
        ("written", wintypes.FILETIME),
        ("size", ctypes.c_uint32),
        ("blob", ctypes.c_void_p),
        ("persist", ctypes.c_uint32),
    )


def try_keyring(trial: Trial) -> None:
    """Try all of this module."""
    backend = open_backend(timeout=_TIMEOUT)
    trial.run("the Credential Manager is found", lambda: _name(backend))
    if not isinstance(backend, Backend):
        return
    vault = Vault(backend)
    for length in LENGTHS:
        trial.run(
            f"a token of {length:,} characters",
            lambda length=length: keep(vault, length),  # type: ignore[misc]
        )
    trial.run("a token is replaced, and nothing of the old one stays", lambda: replace(vault))
    trial.run("environments do not disturb each other", lambda: keep_several(vault))
    trial.run("a second process finds the token", lambda: share(vault))
    trial.run("a variable sends no token to other computers", keep_here)


def _name(backend: object) -> str:
    expect(isinstance(backend, Backend), backend)
    return type(backend).__name__


def make_token(length: int) -> Token:
    """Make a token of letters, of that length."""
    return Token("".join(secrets.choice(string.ascii_letters) for _ in range(length)))


def keep(vault: Vault, length: int) -> str:
    """Store a token, fetch and delete it."""
    token = make_token(length)
    result = vault.store_token("kept", _HOST, token)
    expect(result.storage is StorageKind.KEYRING, result)
    expect(vault.fetch_token("kept", _HOST) == token)
    kept = list_credentials()
    expect({persist for _, persist, _ in kept} == {_LOCAL_MACHINE}, kept)
    vault.delete_token("kept")
    expect(list_credentials() == [], list_credentials())
    return f"{len(kept)} credentials"


def replace(vault: Vault) -> str:
    """Store a token over another."""
    older, newer = make_token(40), make_token(40)
    vault.store_token("kept", _HOST, older)
    before = {blob for _, _, blob in list_credentials()}
    vault.store_token("kept", _HOST, newer)
    expect(vault.fetch_token("kept", _HOST) == newer)
    expect(not before & {blob for _, _, blob in list_credentials()})
    vault.delete_token("kept")
    return ""


def keep_several(vault: Vault) -> str:
    """Store tokens of three lengths twice, delete one and fetch the others."""
    tokens = {f"several-{length}": make_token(length) for length in (40, 4000, 1300)}
    for _ in range(2):
        for environment, token in tokens.items():
            vault.store_token(environment, _HOST, token)
    for environment, token in tokens.items():
        expect(vault.fetch_token(environment, _HOST) == token, environment)
        vault.delete_token(environment)
    expect(list_credentials() == [], list_credentials())
    return f"{len(tokens)} environments"


def keep_here() -> str:
    """Store a token where keyring's own variable asks for credentials that roam with the user."""
    os.environ["KEYRING_PROPERTY_PERSIST"] = "enterprise"
    try:
        vault = Vault(open_backend(timeout=_TIMEOUT))
    finally:
        del os.environ["KEYRING_PROPERTY_PERSIST"]
    vault.store_token("here", _HOST, make_token(4000))
    kept = list_credentials()
    vault.delete_token("here")
    expect({persist for _, persist, _ in kept} == {_LOCAL_MACHINE}, kept)
    return ""


def share(vault: Vault) -> str:
    """Store a token and let another process fetch it."""
    vault.store_token("shared", _HOST, make_token(3000))
    done = subprocess.run(
        [sys.executable, "-c", _OTHER], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    vault.delete_token("shared")
    expect(done.stdout.strip() == b"True", done.stdout + done.stderr)
    expect(list_credentials() == [])
    return ""


def list_credentials() -> list[tuple[str, int, str]]:
    """List target, persistence and a digest of the secret of each of the app's credentials."""
    if sys.platform != "win32":
        return []
    library = ctypes.WinDLL("advapi32")
    library.CredFree.argtypes = [ctypes.c_void_p]
    count, found = ctypes.c_uint32(), ctypes.POINTER(ctypes.POINTER(Credential))()
    if not library.CredEnumerateW(None, 0, ctypes.byref(count), ctypes.byref(found)):
        return []
    every = [found[index].contents for index in range(count.value)]
    listed = [
        (one.target, one.persist, _compute_digest(ctypes.string_at(one.blob, one.size)))
        for one in every
        if SERVICE_NAME in one.target
    ]
    library.CredFree(found)
    return listed


def _compute_digest(secret: bytes) -> str:
    """Compute what tells two secrets apart and may be printed."""
    return hashlib.sha256(secret).hexdigest()[:8]
