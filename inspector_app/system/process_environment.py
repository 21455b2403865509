"""Removes environment variables that would expose secrets or load code of others.

``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` stay: on Linux they are how an administrator tells programs
where the system's certificates are, and they cannot switch verification off; a pipe or a device,
at which OpenSSL would wait, goes. The proxy variables stay as well, as they define the system's
proxy; a connection may be set not to use them.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_NAMES: Final = frozenset(
    {
        "SSLKEYLOGFILE",  # the keys of every TLS connection, written to a file
        "PYTHON_KEYRING_BACKEND",  # a module to import, and to give each token to
        "NETRC",  # logins that requests puts in the place of a header
        "QT_QPA_GENERIC_PLUGINS",
        "QT_LOGGING_CONF",
        "CTLOG_FILE",  # logs of certificates that OpenSSL shall believe
        "RANDFILE",  # where OpenSSL takes its chance from
    }
)
_CERTIFICATES: Final = "SSL_CERT_FILE"
_PREFIXES: Final = (
    "KEYRING_PROPERTY_",
    "QML",
    "OPENSSL_",  # _CONF, _MODULES, _ENGINES: libraries to load into OpenSSL, rules to weaken it
)
_QT_PATH_AFFIXES: Final = (
    "QT_",
    "_PATH",
)  # QT_PLUGIN_PATH, QT_QPA_PLATFORM_PLUGIN_PATH and their kin


def scrub(variables: MutableMapping[str, str]) -> None:
    """Remove them from ``os.environ``, before anything is imported that reads it.

    OpenSSL reads its own when the first of ``ssl``, ``hashlib`` and Qt's network loads it.
    """
    for name, value in list(variables.items()):
        if _is_unsafe(name.upper()) or _names_no_file(name.upper(), value):
            del variables[name]  # in whatever case: Windows does not mind it


def _names_no_file(name: str, value: str) -> bool:
    """Whether it names a pipe or a device, at which OpenSSL would wait, or read without end."""
    if name != _CERTIFICATES:
        return False
    try:
        mode = Path(value).stat().st_mode
    except (OSError, ValueError):
        return False  # nothing is there to be opened
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_unsafe(name: str) -> bool:
    beginning, end = _QT_PATH_AFFIXES
    return (
        name in _NAMES
        or name.startswith(_PREFIXES)
        or (name.startswith(beginning) and name.endswith(end))
    )


def build_child_variables() -> dict[str, str]:
    """Build the environment of a program of the system's that the app starts.

    Without the library path of the packaged app, which is for the app alone.
    """
    variables = dict(os.environ)
    original = variables.pop("LD_LIBRARY_PATH_ORIG", None)
    if getattr(sys, "frozen", False):
        variables.pop("LD_LIBRARY_PATH", None)
    if original is not None:
        variables["LD_LIBRARY_PATH"] = original
    return variables
