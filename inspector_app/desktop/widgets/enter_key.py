"""Enter: on the letters' side of the keyboard, or on that of the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN: Final = frozenset(
    {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}  # as keypads send it
)


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, and no key such as Ctrl is held."""
    return event.key() in _KEYS and event.modifiers() in _PLAIN
