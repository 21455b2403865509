"""Maps a line of pretty-printed JSON to the path of the member that it shows.

Found by counting: each member is on a line of its own, indented by two spaces more than its
container. So names that the page masks or truncates, and repeated names, resolve as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.path import Path

_INDENT_WIDTH: Final = 2
"""Spaces by which a member is indented further than its container."""


def find_member_ordinals(lines: Sequence[str], line: int) -> tuple[int, ...]:
    """The ordinals of the nested members, from the root down, that lead to the line.

    Args:
        lines: the page, at least from its first line to the requested one.
        line: the zero-based number of the requested line.

    A line that only closes an object or an array belongs to that object or array.
    """
    depth, found, members = _compute_depth(lines[line]), [], 0
    for text in reversed(lines[: line + 1]):
        outer = _compute_depth(text)
        if outer < depth:  # the container of the members counted so far
            found.append(members - 1)
            depth, members = outer, 1
        elif outer == depth and not _is_closing(text):
            members += 1
    return tuple(reversed(found))


def resolve_path(root: Json, ordinals: Sequence[int]) -> Path:
    """The path of the value that these ordinals lead to from the root."""
    path: list[str | int] = []
    for ordinal in ordinals:
        match root:
            case JsonObject(members) if ordinal < len(members):
                name, root = members[ordinal]
                path.append(name)
            case JsonArray(items) if ordinal < len(items):
                root = items[ordinal]
                path.append(ordinal)
            case _:
                break
    return tuple(path)


def _compute_depth(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // _INDENT_WIDTH


def _is_closing(line: str) -> bool:
    return line.lstrip(" ")[:1] in {"}", "]"}
