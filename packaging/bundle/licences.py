"""Renders the third-party licence notices of a bundle as one text."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bundle import identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bundle.inventory import Item

FILE_NAME: Final = "THIRD-PARTY-LICENCES.txt"
_RULE: Final = "=" * 80
_NOTICE_PREFIXES: Final = ("LICEN", "COPYING", "NOTICE", "AUTHORS")

_HEADER: Final = """{name} {version} is under the MIT License (file LICENSE).
It comes with the work of others, each under its own licence:

{table}

Qt, PySide6 and shiboken6 are used under the GNU Lesser General Public License,
version 3. Its text and that of the GNU General Public License stand below.

  * They are linked dynamically: each is a shared library in a file of its own in
    this folder, under PySide6 and shiboken6, unchanged but for removed symbols
    that only debuggers read. Parts that the app does not use are left out, and on
    Linux the larger part of ICU's data, which is under a licence of its own.
  * You may replace them by versions of your own, modified or not, that have the
    same interface: exchange the files. Nothing checks them or stands in the way.
    You may take this program apart to find out why your version does not work.
  * Their source is at {qt} (version {qt_version})
    and {binding} (version {binding_version}).
    How this folder was made from the released packages is part of this app's own
    source, in packaging/.
  * Qt brings code of others, too; each is named at
    https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
_BINDING_URL: Final = "https://download.qt.io/official_releases/QtForPython/pyside6/"
_QT_DISTRIBUTIONS: Final = {"pyside6-essentials", "shiboken6"}


class MissingLicenceError(Exception):
    """The licence text of something inside is missing."""


def render_notices(items: Sequence[Item]) -> str:
    """Render all notices: a table of contents, what Qt's licence requires, then each text.

    Raises:
        MissingLicenceError: if there is none for one of the items.
    """
    versions = {item.name: item.version for item in items}
    table = "\n".join(
        f"  {item.name} {item.version}".rstrip() + f": {item.info.licence}\n      {item.info.why}"
        for item in items
    )
    head = _HEADER.format(
        name=identity.NAME,
        version=identity.read_version(),
        table=table,
        qt=next(item.info.source for item in items if item.name == "Qt"),
        qt_version=versions["Qt"],
        binding=_BINDING_URL,
        binding_version=versions["pyside6-essentials"],
    )
    return head + "".join(
        _render_section(item) for item in items if item.name not in _QT_DISTRIBUTIONS
    )


def _render_section(item: Item) -> str:
    files = list(
        _iter_distribution_files(item) if item.is_distribution else _iter_component_files(item)
    )
    if not files:
        raise MissingLicenceError(f"{item.name} brings no text of its licence")
    texts = "\n\n".join(file.read_text(encoding="utf-8").strip("\n") for file in files)
    return f"\n{_RULE}\n{item.name} {item.version}".rstrip() + f"\n{_RULE}\n\n{texts}\n"


def _iter_distribution_files(item: Item) -> Iterable[Path]:
    """Iterate over the licence files in a distribution's metadata folder."""
    for file in sorted(distribution(item.name).files or (), key=str):
        in_metadata = any(part.endswith(".dist-info") for part in file.parts)
        if in_metadata and file.name.upper().startswith(_NOTICE_PREFIXES):
            yield Path(str(file.locate()))


def _iter_component_files(item: Item) -> Iterable[Path]:
    return (identity.CHECKOUT / name for name in item.info.texts)
