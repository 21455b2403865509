"""Imports, soon after the start, what is needed later only: an upgrade may take the files away."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from typing import Final

import inspector_app
from inspector_app.session.interruption import check_interruption

_LATE: Final = (
    "PySide6.QtPrintSupport",
    "cryptography.exceptions",
    "cryptography.hazmat.primitives.serialization",
    "cryptography.x509",
    "cryptography.x509.oid",
    "idna",
    "importlib.resources",
    "jinja2",
    "markupsafe",
    "zoneinfo",
)
"""Modules of others that functions import when they need them."""

_LATE_HERE: Final = ("PySide6.QtDBus",) if sys.platform == "linux" else ("tzlocal",)
_LEFT_OUT: Final = frozenset({"terminal", "unattended", "__main__"})
"""Parts that are not of the window, or run at its start only."""

OF_LINUX: Final = (
    "inspector_app.vault.kwallet",
    "inspector_app.vault.prompting_connection",
    "inspector_app.vault.secret_service",
)
"""Modules that speak D-Bus, whose packages no other system has."""


_FIRST: Final = (
    "inspector_app.gateway.client",
    "inspector_app.inspection.run_inspection",
    "inspector_app.inspection.history_entries",
)
"""What an inspection imports: about half of all."""


def import_pipeline() -> None:
    """Import what an inspection needs, before all the rest: it may be asked for at once.

    Raises:
        WorkInterruptedError: if the job is discarded.
    """
    for name in _FIRST:
        check_interruption()
        importlib.import_module(name)


def import_deferred_modules() -> None:
    """Import every module of the app, and of others what its functions import.

    What is not painted first is imported by need, for a quick start. But a package manager
    replaces the files of an app that is running: what is not in memory then is gone, or another
    version's. With the pipeline it takes half a second of a worker thread and some 35 MB.

    Raises:
        WorkInterruptedError: if the job is discarded.
    """
    for name in (*_list_own_modules(), *_LATE, *_LATE_HERE):
        check_interruption()  # the window may be closed again by now
        importlib.import_module(name)


@cache
def _list_own_modules() -> tuple[str, ...]:
    absent = () if sys.platform == "linux" else OF_LINUX
    return tuple(
        found.name
        for found in pkgutil.walk_packages(inspector_app.__path__, f"{inspector_app.__name__}.")
        if found.name not in absent and _LEFT_OUT.isdisjoint(found.name.split("."))
    )
