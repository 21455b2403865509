"""Removes environment variables that would expose secrets or load code of others.

``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` stay: on Linux they are how an administrator tells programs
where the system's certificates are, and they cannot switch verification off. The proxy variables
stay as well, as they define the system's proxy; a connection may be set not to use them.
"""

from __future__ import annotations

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
    }
)
_PREFIXES: Final = ("KEYRING_PROPERTY_", "QML")
_QT_PATH_AFFIXES: Final = (
    "QT_",
    "_PATH",
)  # QT_PLUGIN_PATH, QT_QPA_PLATFORM_PLUGIN_PATH and their kin


def scrub(variables: MutableMapping[str, str]) -> None:
    """Remove them from ``os.environ``, before anything is imported that reads it."""
    for name in list(variables):
        if _is_unsafe(name.upper()):  # Windows does not mind the case
            del variables[name]


def _is_unsafe(name: str) -> bool:
    beginning, end = _QT_PATH_AFFIXES
    return (
        name in _NAMES
        or name.startswith(_PREFIXES)
        or (name.startswith(beginning) and name.endswith(end))
    )
