"""Looks up the members of one object of an answer, by any of their documented spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.parsed_answer import ParsedField

if TYPE_CHECKING:
    from collections.abc import Callable, KeysView

    from inspector_app.session.parsing.field_spec import ObjectType
    from inspector_app.session.parsing.json_document import Json, JsonObject
    from inspector_app.session.path import Path

T = TypeVar("T")


class MemberLookup:
    """The members of one object, looked up by any spelling in constant time."""

    def __init__(self, object_type: ObjectType, path: Path, content: JsonObject) -> None:
        self.path = path
        self.content = content
        self._object_type = object_type

    def parse_field(self, name: str, parse: Callable[[Json], T | None]) -> ParsedField[T]:
        """The field of that documented name, the first spelling that is not null."""
        known = find_field(self._object_type, name)
        present = self.content.names
        spellings = [one for one in (known.names if known else (name,)) if one in present]
        if not spellings:
            return ParsedField()
        used = next((one for one in spellings if self.content.get(one) is not None), spellings[0])
        return ParsedField((*self.path, used), parse(self.content.get(used)))

    def get_value(self, name: str) -> Json:
        """The value of the member of that name, the last where it is repeated."""
        return self.content.get(name)

    @property
    def names(self) -> KeysView[str]:
        """The names of all members."""
        return self.content.names
