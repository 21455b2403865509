"""The inventory of a bundle with versions, for the SBOM and the licence notices."""

from __future__ import annotations

import platform
import re
import ssl
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bundle.content_policy import ComponentInfo, ContentPolicy
    from bundle.origins import CollectedFile, Owners


@dataclass(frozen=True, slots=True)
class Item:
    """One distribution or component inside.

    ``version`` is empty where it is unknown; ``is_distribution`` means a Python distribution.
    """

    name: str
    version: str
    info: ComponentInfo
    is_distribution: bool


def list_items(
    owners: Owners, policy: ContentPolicy, collected: Iterable[CollectedFile]
) -> tuple[Item, ...]:
    """List everything inside, sorted by name: distributions first, then other components."""
    directories = [entry.destination for entry in collected]
    return tuple(
        Item(name, distribution(name).version, policy.distributions[name], is_distribution=True)
        for name in sorted(owners.distributions)
    ) + tuple(
        Item(name, _find_version(name, directories), policy.components[name], is_distribution=False)
        for name in sorted(owners.components)
    )


def _find_version(component: str, directories: list[str]) -> str:
    match component:
        case "Python":
            return platform.python_version()
        case "Qt":
            return qVersion()
        case "OpenSSL":
            return ssl.OPENSSL_VERSION.split()[1]
        case "ICU":
            names = (re.search(r"libicudata\.so\.(\d+)", Path(place).name) for place in directories)
            return next((found[1] for found in names if found), "")
        case _:
            return ""
