"""The inventory of a bundle with versions, for the SBOM and the licence notices."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import ssl
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from bundle.tree import compute_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bundle.content_policy import ComponentInfo, ContentPolicy
    from bundle.origins import CollectedFile, Owners


@dataclass(frozen=True, slots=True)
class Item:
    """One distribution or component inside.

    ``version`` is empty where it is unknown; ``is_distribution`` means a Python distribution.
    ``digest`` is a SHA-256 over the names and contents of its files inside, empty for none.
    """

    name: str
    version: str
    info: ComponentInfo
    is_distribution: bool
    digest: str = ""


def list_items(
    owners: Owners, policy: ContentPolicy, collected: Iterable[CollectedFile]
) -> tuple[Item, ...]:
    """List everything inside, sorted by name: distributions first, then other components."""
    directories = [entry.destination for entry in collected]
    digests = {name: compute_digest(files) for name, files in owners.files.items()}
    return tuple(
        Item(
            name,
            distribution(name).version,
            policy.distributions[name],
            is_distribution=True,
            digest=digests.get(name, ""),
        )
        for name in sorted(owners.distributions)
    ) + tuple(
        Item(
            name,
            _find_version(name, directories, owners.files.get(name, ())),
            policy.components[name],
            is_distribution=False,
            digest=digests.get(name, ""),
        )
        for name in sorted(owners.components)
    )


def compute_digest(files: Iterable[CollectedFile]) -> str:
    """Compute the SHA-256 over the checksums and names of files, in the order of the names."""
    there = [entry for entry in files if Path(entry.source).is_file()]
    lines = sorted(f"{entry.destination} {compute_sha256(Path(entry.source))}\n" for entry in there)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _find_version(component: str, directories: list[str], files: tuple[CollectedFile, ...]) -> str:
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
            return find_packaged_version(*(Path(entry.source) for entry in files))


def find_packaged_version(*libraries: Path) -> str:
    """Find the version of the first Debian package with one of these; empty where there is none.

    All are asked about at once: each call of dpkg-query reads the lists of all packages.
    """
    query = shutil.which("dpkg-query") if sys.platform == "linux" else None
    if query is None or not libraries:
        return ""
    places = [str(place) for library in libraries for place in _list_places(library)]
    # Ends with 1 where it does not find all of them.
    asked = subprocess.run(
        [query, "--search", *places], capture_output=True, text=True, check=False
    )
    package = asked.stdout.partition(": ")[0]
    if not package:
        return ""
    command = [query, "--show", "--showformat=${Version}", package]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _list_places(library: Path) -> tuple[Path, ...]:
    """List the paths by which a package may name it: with or without /usr, where both are one."""
    target = library.resolve()
    is_below_usr = target.parts[1:2] == ("usr",)
    other = Path("/", *target.parts[2:]) if is_below_usr else Path("/usr", *target.parts[1:])
    return (library, target, other)
