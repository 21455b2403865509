"""Walks through an answer, the members of the objects in a list as if they were the list's."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CONTAINERS: Final = frozenset({JsonObject, JsonArray})
"""What there is more in."""

_STEP: Final = 1024
"""Members, or items, between two checks: less than a millisecond."""


def iter_members(value: Json, name: str) -> Iterator[Iterable[tuple[str, Json]]]:
    """Iterate over what is in a value, in the order of the answer and in steps.

    ``name`` is the value's, and that of what is in a list. An object in it is taken apart: of a
    hundred thousand small ones each would cost more than its members do.
    """
    if isinstance(value, JsonObject):
        for start in range(0, len(value), _STEP):
            check_interruption()
            yield value[start : start + _STEP]
    elif isinstance(value, JsonArray):
        for start in range(0, len(value.items), _STEP):
            check_interruption()
            yield chain.from_iterable(
                one if one.__class__ is JsonObject else ((name, one),)
                for one in value.items[start : start + _STEP]
            )
    else:
        yield ((name, value),)
