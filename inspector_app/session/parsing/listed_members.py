"""Tells of a member that holds a list whether it is the only one, and whether it is all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import Json, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOTAL: Final = re.compile(r"(?i:total)|(?<![A-Za-z])count(?![a-z])|Count(?![a-z])")
_OF_PAGES: Final = re.compile(
    rf"{_TOTAL.pattern}|(?i:page|paging|pagination|next|more|cursor|offset)"
)
"""What names of members say that tell of the pages of a list."""


def has_other_pages(holders: Iterable[JsonObject], count: int) -> bool:
    """Whether what stands beside a list speaks of more than it has: no page is documented."""
    members = [one for holder in holders for one in holder.members]
    of_pages = [(name, value) for name, value in members if _OF_PAGES.search(name)]
    for _name, value in tuple(of_pages):
        of_pages += value.members if isinstance(value, JsonObject) else ()
    totals = [value for name, value in of_pages if _TOTAL.search(name)]
    if totals:
        return any(scalars.parse_integer(value) != count for value in totals)
    return any(value not in (None, False, "") for _name, value in of_pages)


def get_only(root: JsonObject, name: str) -> Json:
    """The member of that name; None where there are several: which is meant cannot be told."""
    found = [value for member, value in root.members if member == name]
    return found[0] if len(found) == 1 else None
