"""Maps each file of the bundle to the distribution or component that it came from.

The spec file records what PyInstaller collected, as pairs of a destination in the bundle and a
source file of the build machine; this module finds the owner of each.
"""

from __future__ import annotations

import json
import sys
import sysconfig
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bundle import identity
from bundle.content_policy import ContentPolicy, UnreviewedContentError, normalize_name
from bundle.qt_parts import find_qt_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

APP: Final = normalize_name(identity.DESKTOP)
_QT_OWNER: Final = "pyside6-essentials"
_ICONS: Final = identity.CHECKOUT / "resources" / "icons"


@dataclass(frozen=True, slots=True)
class CollectedFile:
    """One file or module of the bundle: its destination there, and its source."""

    destination: str
    source: str


@dataclass(frozen=True, slots=True)
class Owners:
    """Names of the distributions inside, and of the other components."""

    distributions: frozenset[str]
    components: frozenset[str]
    files: Mapping[str, tuple[CollectedFile, ...]] = field(default_factory=dict)
    """By the name of either what of it is inside."""


def write(file: Path, collected: Iterable[CollectedFile]) -> None:
    """Write the collected files of a bundle as JSON."""
    pairs = sorted({(entry.destination, entry.source) for entry in collected})
    file.write_text(json.dumps(pairs, indent=0), encoding="utf-8")


def read(file: Path) -> tuple[CollectedFile, ...]:
    """Read what ``write`` wrote."""
    return tuple(CollectedFile(*pair) for pair in json.loads(file.read_text(encoding="utf-8")))


def find_owners(collected: Iterable[CollectedFile], policy: ContentPolicy) -> Owners:
    """Find the owners of all collected files.

    Raises:
        UnreviewedContentError: if a file has no owner, or one that contents.toml does not name.
    """
    installed = _map_installed_files()
    found, components = set(), {"Lucide"}
    files: defaultdict[str, list[CollectedFile]] = defaultdict(list)
    for entry in collected:
        source = Path(entry.source)
        owner = installed.get(source) or installed.get(source.resolve())
        inner = set()
        if owner is not None:
            found.add(owner)
            files[owner].append(entry)
            if owner == _QT_OWNER:
                inner |= {"ICU"} if "libicu" in entry.destination else set()
                inner |= {"Qt"} if find_qt_part(entry.destination) else set()
        elif not source.is_relative_to(identity.CHECKOUT) or _is_in_environment(source):
            inner.add(_find_component(entry, policy))
        elif source.is_relative_to(_ICONS):
            inner.add("Lucide")
        components |= inner
        for name in inner:
            files[name].append(entry)
    unknown = found - policy.distributions.keys() | components - policy.components.keys()
    if unknown:
        raise UnreviewedContentError(
            f"contents.toml says nothing about {', '.join(sorted(unknown))}"
        )
    of_each = {name: tuple(entries) for name, entries in files.items()}
    return Owners(frozenset(found), frozenset(components), of_each)


@cache
def _map_installed_files() -> dict[Path, str]:
    """Map each file of each distribution of the build environment to the distribution's name.

    Once in a process: it asks the disk about thousands of files.
    """
    return {
        Path(str(file.locate())).resolve(): name
        for distribution in distributions()
        # Once for each distribution: the name is parsed out of its metadata each time.
        for name in (normalize_name(distribution.name),)
        for file in distribution.files or ()
    }


def _is_in_environment(source: Path) -> bool:
    """Whether a file inside the checkout belongs to a virtual environment in there."""
    return any(part.startswith(".") for part in source.relative_to(identity.CHECKOUT).parts)


def _find_component(entry: CollectedFile, policy: ContentPolicy) -> str:
    source = Path(entry.source).resolve()
    of_python = [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")]
    of_python.append(Path(sys.base_prefix, "DLLs"))  # where Windows has the compiled half
    if any(source.is_relative_to(folder.resolve()) for folder in of_python):
        return "Python"
    component = policy.find_component(entry.destination)
    if component is None:
        raise UnreviewedContentError(
            f"{entry.destination} came from {entry.source}, which belongs to nobody"
        )
    return component
