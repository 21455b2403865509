"""Reads contents.toml, the reviewed list of what the bundle includes and excludes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FRAMEWORK: Final = ".framework"
TABLE: Final = Path(__file__).parent.parent / "contents.toml"


class UnreviewedContentError(Exception):
    """Something would go into the bundle that contents.toml does not list."""


@dataclass(frozen=True, slots=True)
class ComponentInfo:
    """One distribution or component inside: its SPDX licence, and why it is included.

    A component has the address of its ``source`` and files of the checkout with its licence's
    ``texts``; a distribution brings both itself.
    """

    licence: str
    why: str
    source: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentPolicy:
    """What is included and what is excluded; the values of a table are the reasons."""

    qt_included: Mapping[str, str]
    qt_excluded: Mapping[str, str]
    icu_excluded: Mapping[str, str]
    modules_excluded: Mapping[str, str]
    libraries: Mapping[str, str]
    distributions: Mapping[str, ComponentInfo]
    components: Mapping[str, ComponentInfo]

    def is_qt_part_included(self, part: str) -> bool:
        """Whether this part of Qt goes into the bundle.

        Raises:
            UnreviewedContentError: if neither table names it.
        """
        for table, verdict in ((self.qt_included, True), (self.qt_excluded, False)):
            if any(fnmatchcase(part, name) for name in table):
                return verdict
        raise UnreviewedContentError(f"{part} of Qt is neither kept nor left out in {TABLE.name}")

    def find_component(self, place: str) -> str | None:
        """Find the component of a file of the build machine, by its path in the bundle.

        On macOS whatever stands in a framework belongs to whom the framework does.

        Returns:
            Its name; None where it is excluded.
        """
        path = PurePosixPath(place.replace("\\", "/"))
        frameworks = (part for part in path.parts if part.endswith(_FRAMEWORK))
        named = next(frameworks, path.name).removesuffix(_FRAMEWORK)
        called = named.lower()  # file names are case-insensitive on Windows
        fits = (of for name, of in self.libraries.items() if fnmatchcase(called, name))
        return next(fits, None)


def read(table: Path = TABLE) -> ContentPolicy:
    """Read the tables of contents.toml."""
    found = tomllib.loads(table.read_text(encoding="utf-8"))
    return ContentPolicy(
        qt_included=found["qt"]["kept"],
        qt_excluded=found["qt"]["left_out"],
        icu_excluded=found["icu"]["left_out"],
        modules_excluded=found["python"]["left_out"],
        libraries=found["library"],
        distributions={name: ComponentInfo(**part) for name, part in found["distribution"].items()},
        components={
            name: ComponentInfo(**part | {"texts": tuple(part["texts"])})
            for name, part in found["component"].items()
        },
    )


def normalize_name(name: str) -> str:
    """Normalize a distribution's name as the packaging standards (PEP 503) do."""
    return re.sub(r"[-_.]+", "-", name).lower()
