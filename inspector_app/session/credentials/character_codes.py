"""Finds credentials that are written as the numbers of their characters, one value behind another.

``[73, 65, 77, …]`` is one, and so is ``{"a": 73, "b": 65, …}``: no text of the answer holds it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inspector_app.session.credentials.credential_set import Credentials

_DECIMAL: Final = re.compile(r"(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6])(?:\.0{1,3})?")
_HEXADECIMAL: Final = re.compile(r"(?:0[xX]|\\x|%)?([2-7][0-9a-fA-F])")
_MAX_CODE_LENGTH: Final = 7
_MIN_DIFFERENT: Final = 8
"""Different codes that 16 random letters and digits have: of a million texts all but two."""

_PART: Final = 64
"""Codes that are masked together, where a credential is among them."""

_OVERLAP: Final = 32


def find_coded(root: Json, known: Credentials, texts: Iterable[str]) -> frozenset[int]:
    """The places, among all numbers and texts in their order, of those that are a credential.

    ``texts``: every different one of them, and others.
    """
    short = [text for text in texts if len(text) <= _MAX_CODE_LENGTH]
    read_ones = (_read_codes(short, _DECIMAL, 10), _read_codes(short, _HEXADECIMAL, 16))
    found: set[int] = set()
    leaves: list[str] = []
    for read in read_ones:
        if len(read) < _MIN_DIFFERENT:
            continue
        leaves = leaves or list_leaves(root)
        places = [place for place, text in enumerate(leaves) if text in read]
        decoded = "".join([read[leaves[place]] for place in places])
        for start, end in _find_parts(decoded, known):
            found.update(places[start:end])
    return frozenset(found)


def list_leaves(root: Json) -> list[str]:
    """The numbers and texts in a value, in their order; of names none."""
    leaves: list[str] = []
    _collect_leaves((root,), leaves)
    return leaves


def _collect_leaves(values: Iterable[Json], leaves: list[str]) -> None:
    check_interruption()
    for value in values:
        if isinstance(value, str):
            leaves.append(value)
        elif isinstance(value, JsonNumber):
            leaves.append(value.text)
        elif isinstance(value, JsonObject):
            _collect_leaves([member for _, member in value.members], leaves)
        elif isinstance(value, JsonArray):
            _collect_leaves(value.items, leaves)


def _read_codes(texts: Iterable[str], pattern: re.Pattern[str], base: int) -> dict[str, str]:
    """The characters that those of the texts stand for that are codes."""
    found = ((text, pattern.fullmatch(text)) for text in texts)
    return {text: chr(int(code[1], base)) for text, code in found if code is not None}


def _find_parts(text: str, known: Credentials) -> Iterator[tuple[int, int]]:
    """Start and end of parts that have a credential in them, or a part of one."""
    waiting = [(0, len(text))]
    while waiting:
        check_interruption()
        start, end = waiting.pop()
        if not known.has_match(text[start:end]):
            continue
        if end - start <= _PART:
            yield start, end
            continue
        middle = (start + end) // 2
        waiting += [(start, middle + _OVERLAP // 2), (middle - _OVERLAP // 2, end)]
