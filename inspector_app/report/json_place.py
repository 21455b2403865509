"""Which member of the answer a line of its text page is about.

Found by counting: each member stands in a line of its own, two blanks further in than what holds
it. So names that the page masks or shortens, and names that are there twice, lead to their member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.reading.document import Json, JsonArray, JsonObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.path import Path

_STEP: Final = 2
"""Blanks by which a member stands further in."""


def places(lines: Sequence[str], line: int) -> tuple[int, ...]:
    """Which member of the whole, which member of that, and so on, the line is about.

    Args:
        lines: the page, from its first line to the one that is asked about, at least.
        line: the number of that line, the first is 0.

    A line that only closes an object or a list is about that object or list.
    """
    depth, found, members = _depth(lines[line]), [], 0
    for text in reversed(lines[: line + 1]):
        outer = _depth(text)
        if outer < depth:  # what holds the members counted so far
            found.append(members - 1)
            depth, members = outer, 1
        elif outer == depth and not _is_closing(text):
            members += 1
    return tuple(reversed(found))


def way(root: Json, ordinals: Sequence[int]) -> Path:
    """The path of what is found by going to these members, one after the other."""
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


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // _STEP


def _is_closing(line: str) -> bool:
    return line.lstrip(" ")[:1] in {"}", "]"}
