"""Parses the translation catalogues: TS files of Qt Linguist, read at run time.

``resources/translations/zh_CN.ts`` and the other TS files are what translators edit and what the
app reads: nothing is compiled. `python3 dev.py translations` keeps them in step with the code.
"""

from __future__ import annotations

import string
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree as ET

from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = "translations"
"""In ``resources/``."""

SUFFIX: Final = ".ts"
_FINISHED_TYPES: Final = {"", "finished"}
"""Values of Linguist's ``type`` for a translation in use; others are unfinished or obsolete."""


class CatalogueError(Exception):
    """The file is not a valid TS file of Qt Linguist."""


class CatalogueMessage(NamedTuple):
    """One template and its translation, which is shown only once it ``is_finished``.

    A light object, since each start in Chinese makes two thousand.
    """

    source: str
    translation: str
    is_finished: bool


def list_languages() -> tuple[str, ...]:
    """List the languages there is a catalogue for, by their locale names: ``zh_CN``.

    Raises:
        ResourceNotFoundError: if the app's own files are not all there.
    """
    names = resources.list_names(FOLDER)
    return tuple(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def load(language: str) -> Mapping[str, str]:
    """Load the finished translations by template; what is missing is to be shown in English.

    Raises:
        ResourceNotFoundError: if there is no catalogue of that language.
        CatalogueError: if it cannot be read.
    """
    messages = parse_catalogue(resources.read(f"{FOLDER}/{language}{SUFFIX}"))
    return MappingProxyType({one.source: one.translation for one in messages if one.is_finished})


def parse_catalogue(catalogue: bytes) -> tuple[CatalogueMessage, ...]:
    """Parse every message of a catalogue, in its order.

    Raises:
        CatalogueError: if it cannot be read.
    """
    try:
        root = ET.fromstring(catalogue)  # noqa: S314 - a file of our own
    except ET.ParseError as error:
        raise CatalogueError(str(error)) from None
    if root.tag != "TS":
        raise CatalogueError(f"<{root.tag}> in place of <TS>")
    return tuple(_parse_message(message) for message in root.iter("message"))


def list_placeholders(template: str) -> tuple[str, ...]:
    """List the placeholders of a template, sorted, such as ``count`` and ``skew:+.1f``.

    Raises:
        ValueError: if a brace is not balanced.
    """
    fields = string.Formatter().parse(template)
    return tuple(sorted(f"{name}:{form}" if form else name for _, name, form, _ in fields if name))


def has_same_placeholders(source: str, translation: str) -> bool:
    """Whether a translation has exactly the placeholders of its source."""
    try:
        return list_placeholders(translation) == list_placeholders(source)
    except ValueError:
        return False


def _parse_message(message: ET.Element) -> CatalogueMessage:
    element = message.find("translation")
    translation = "" if element is None else element.text or ""
    is_in_use = element is not None and element.get("type", "") in _FINISHED_TYPES
    return CatalogueMessage(
        message.findtext("source", ""), translation, is_in_use and bool(translation)
    )
