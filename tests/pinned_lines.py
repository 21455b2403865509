"""What is pinned line by line: each line once, where it comes first, and a checksum of all.

The file of a test holds, for each of its parts, a checksum of all lines and those that no part
before it has. So a change shows as the lines that it made, and none can hide.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def pin_lines(parts: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """For each part the checksum of its lines, and those that none before it has."""
    seen: set[str] = set()
    found = {}
    for name, given in parts:
        lines = list(given)
        first = [line for line in dict.fromkeys(lines) if line not in seen]
        seen.update(first)
        found[name] = [f"{zlib.crc32(json.dumps(lines).encode()):08x}", *first]
    return found


def assert_pinned(found: dict[str, list[str]], file: Path) -> None:
    """Assert that nothing has changed, and show the lines that are new."""
    pinned = json.loads(file.read_text(encoding="utf-8"))
    known = {line for lines in pinned.values() for line in lines[1:]}
    assert [line for lines in found.values() for line in lines[1:] if line not in known] == []
    assert found == pinned


def write_pinned(found: dict[str, list[str]], file: Path) -> None:
    """Write what is from now on as it should be."""
    file.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", "utf-8")
