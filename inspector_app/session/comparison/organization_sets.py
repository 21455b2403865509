"""The organizations in a list, by what they are matched by: their ids, else their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.json_document import Json

MatchKey: TypeAlias = tuple[str, int]
"""What two things are matched by, and the number among those of the same key."""

_MAX_NAME: Final = 80
"""Characters of an organization's name in a sentence."""

_FEW: Final = 200
"""Organizations whose names are kept: of more, a sentence gives the number."""


def match_key(item: Json, row: int) -> str:
    """What an organization in row ``row`` of a list is matched by.

    Its id, or where it has none, its name in any case; else its row.
    """
    match item:
        case JsonObject():
            identifier = scalars.parse_text(item.get("id"))
            if identifier:
                return f"id {identifier}"
            name = item.get("name")
            if isinstance(name, str) and name.strip():
                return f"name {name.strip().casefold()}"
        case str(text) | JsonNumber(text) if text:
            return f"id {text}"  # a list of ids alone
        case _:
            pass
    return f"row {row}"


def number_keys(keys: Iterable[str]) -> Iterator[MatchKey]:
    """Each key with its number among those that are the same, from 1: none occurs twice."""
    seen: dict[str, int] = {}
    for key in keys:
        check_interruption()
        number = seen[key] = seen.get(key, 0) + 1
        yield key, number


def match_keys(items: tuple[Json, ...]) -> dict[MatchKey, int]:
    """The row of each organization by what it is matched by."""
    keys = number_keys(match_key(item, row) for row, item in enumerate(items))
    return {key: row for row, key in enumerate(keys)}


def is_matched_by_id(items: tuple[Json, ...]) -> bool:
    """Whether the items of a list are objects that have an id: any list of such is matched so."""
    return bool(items) and all(
        isinstance(item, JsonObject) and scalars.parse_text(item.get("id")) for item in items
    )


def name_organizations(value: Json, secrets: Credentials) -> dict[MatchKey, str]:
    """The organizations in a list by what they are matched by, with the names of the first ones.

    The names are as sent, credentials masked; empty for those that have none.
    """
    if not isinstance(value, JsonArray):
        return {}
    names: dict[MatchKey, str] = {}
    for key, row in match_keys(value.items).items():
        names[key] = _get_name(value.items[row], secrets) if len(names) < _FEW else ""
    return names


def _get_name(item: Json, secrets: Credentials) -> str:
    match item:
        case JsonObject():
            name = scalars.parse_text(item.get("name")) or scalars.parse_text(item.get("id")) or ""
        case str(text) | JsonNumber(text):
            name = text
        case _:
            name = ""
    return secrets.mask_text(name[:_MAX_NAME]) if name else ""
