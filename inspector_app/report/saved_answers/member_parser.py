"""Parses single members of a JSON export, and says which of them is damaged."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.http_status import VALID_STATUSES
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.json_document import JsonNumber, JsonObject
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_EnumT = TypeVar("_EnumT", bound=Enum)


def parse_status(value: Json, name: str) -> int:
    """An HTTP status.

    Raises:
        UnreadableFileError: if it is none.
    """
    found = scalars.parse_integer(value) if isinstance(value, JsonNumber) else None
    if found is None or found not in VALID_STATUSES:
        raise create_damaged_error(name)
    return found


def parse_instant(value: Json, name: str) -> float:
    """An instant in epoch seconds.

    Raises:
        UnreadableFileError: if it is none.
    """
    found = timestamps.parse_instant(value) if isinstance(value, str) else None
    if found is None:
        raise create_damaged_error(name)
    return found.seconds


def parse_enum(kind: type[_EnumT], value: Json, name: str) -> _EnumT:
    """The member of an enumeration that has this value.

    Raises:
        UnreadableFileError: if none has.
    """
    for one in kind:
        if one.value == value:
            return one
    raise create_damaged_error(name)


def parse_object(value: Json, name: str) -> JsonObject:
    """An object.

    Raises:
        UnreadableFileError: if it is none.
    """
    if not isinstance(value, JsonObject):
        raise create_damaged_error(name)
    return value


def create_damaged_error(name: str) -> UnreadableFileError:
    """The error for a member that this app does not write so."""
    return UnreadableFileError(
        tr("This export is damaged: “{name}” is not what this app writes there.", name=name)
    )
