"""Names keys in texts as macOS does: what is Ctrl elsewhere is the key with ⌘ there."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = {"Return": "↩", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_KEYS: Final = re.compile(
    r"\b((?:Ctrl\+|Alt\+|Shift\+){1,3})((?:Return|Left|Right|Up|Down|F\d{1,2}|[A-Z\d])\b|[][+=-])"
)
_ORDER: Final = (("Alt+", "⌥"), ("Shift+", "⇧"), ("Ctrl+", "⌘"))


def name_macos_keys(text: str) -> str:
    """Replace each *Ctrl+…* of a text of the app; a text of somebody else's is not to be given."""
    return _KEYS.sub(_name, text) if "+" in text else text


def _name(found: re.Match[str]) -> str:
    signs = "".join(sign for name, sign in _ORDER if name in found[1])
    return f"{signs}{_SIGNS.get(found[2], found[2])}"
