"""JSON document model that preserves digits, order and duplicate keys as they were sent."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Callable, KeysView

    from inspector_app.session.translatable_text import Text

MAX_UNINDEXED: Final = 8
"""Members among which looking is as quick as an index; a million of those would take 100 MB."""

_INDEX_CHUNK_SIZE: Final = 8192
"""Members that are indexed at once."""

Json: TypeAlias = "JsonObject | JsonArray | JsonNumber | str | bool | None"


@dataclass(frozen=True, slots=True)
class JsonNumber:
    """A number, digit for digit as it was sent."""

    text: str


@dataclass(frozen=True, slots=True)
class JsonArray:
    """An array."""

    items: tuple[Json, ...] = ()


EMPTY_ARRAY: Final = JsonArray()
"""Stands for every array without items: an answer may have a million of them."""


class JsonObject(tuple[tuple[str, "Json"], ...]):  # noqa: SLOT001  # a large one keeps its index
    """An object as its members in the order sent; a repeated name keeps every value.

    It is the tuple of its members, as the reader makes a hundred thousand of them: a dataclass that
    holds such a tuple takes twice as long to make.
    """

    __match_args__ = ("members",)

    @property
    def members(self) -> tuple[tuple[str, Json], ...]:
        """Each name with its value."""
        return self

    @cached_property
    def _index(self) -> dict[str, Json]:
        """The last value of each name; asked for where there are more than ``MAX_UNINDEXED``."""
        return _index_members(self)

    def __repr__(self) -> str:
        return f"JsonObject({super().__repr__()})"

    def get(self, name: str) -> Json:
        """The member's value; None where there is none, the last one of a repeated name."""
        if len(self) > MAX_UNINDEXED:
            return self._index.get(name)
        for one, value in reversed(self):
            if one == name:
                return value
        return None

    @property
    def names(self) -> KeysView[str]:
        """The names of its members, each once; a view of many."""
        return self._values_by_name.keys()

    @property
    def _values_by_name(self) -> dict[str, Json]:
        return self._index if len(self) > MAX_UNINDEXED else dict(self)

    def list_repeated_names(self) -> tuple[str, ...]:
        """The names that more than one member has, each once, in the order sent."""
        if len(self._values_by_name) == len(self):
            return ()
        counts = Counter(name for name, _ in self)
        return tuple(name for name, count in counts.items() if count > 1)


def _index_members(members: tuple[tuple[str, Json], ...]) -> dict[str, Json]:
    """The last value of each name.

    In pieces: for half a million members one call would hold the interpreter for 75 ms, and the
    window with it.
    """
    if len(members) <= _INDEX_CHUNK_SIZE:
        return dict(members)
    values: dict[str, Json] = {}
    for start in range(0, len(members), _INDEX_CHUNK_SIZE):
        values.update(members[start : start + _INDEX_CHUNK_SIZE])
    return values


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """The root value, and what the parser noticed while it read the bytes."""

    root: Json
    notices: tuple[Text, ...] = ()


def dump_json(
    value: Json, indent: int | None = 2, string: Callable[[str], str] = encode_basestring_ascii
) -> str:
    """The value as JSON text, numbers and repeated names as they were sent, in plain ASCII.

    Each level is indented by ``indent`` spaces; None writes everything in one line. ``string``
    writes names and texts, quotation marks included.
    """
    line, step = ("", "") if indent is None else ("\n", " " * indent)
    return _dump_value(value, line, step, string)


def _dump_value(value: Json, line: str, step: str, string: Callable[[str], str]) -> str:
    check_interruption()
    inner = line + step
    match value:
        case JsonNumber():
            return value.text
        case str():
            return string(value)
        case JsonArray():
            items = [_dump_value(item, inner, step, string) for item in value.items]
            return _join_items("[", items, "]", line, inner)
        case JsonObject():
            members = [
                f"{string(name)}: {_dump_value(member, inner, step, string)}"
                for name, member in value.members
            ]
            return _join_items("{", members, "}", line, inner)
        case _:
            return json.dumps(value)


def _join_items(opening: str, entries: list[str], closing: str, line: str, inner: str) -> str:
    if not entries:
        return opening + closing
    # In one copy: of megabytes, each takes milliseconds in which no other thread runs.
    entries[0] = f"{opening}{inner}{entries[0]}"
    entries[-1] = f"{entries[-1]}{line}{closing}"
    return (f",{inner}" if line else ", ").join(entries)
