"""Names of keys as they stand on keyboards, the same in every language of the app."""

from __future__ import annotations

import re
import sys
from typing import Final

from PySide6.QtGui import QKeySequence

_LABELS: Final = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_NAMED: Final = re.compile(rf"\b(?:{'|'.join(_LABELS)})\b")


def format_keys(keys: QKeySequence) -> str:
    """Name keys for a text; on macOS by its signs.

    Qt translates some of the names, which keyboards do not, and says Return for Enter.
    """
    if sys.platform == "darwin":
        named = keys.toString(QKeySequence.SequenceFormat.NativeText)
    else:
        portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
        named = _NAMED.sub(lambda found: _LABELS[found[0]], portable)
    return named
