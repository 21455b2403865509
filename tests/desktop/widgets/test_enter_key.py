"""Enter counts whichever of the two keys it comes from, unless another one is held."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from inspector_app.desktop.widgets.enter_key import is_plain_enter

KEYS, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "held", "is_enter"),
    [
        (KEYS.Key_Return, HELD.NoModifier, True),
        (KEYS.Key_Enter, HELD.KeypadModifier, True),
        (KEYS.Key_Enter, HELD.NoModifier, True),
        (KEYS.Key_Return, HELD.ControlModifier, False),
        (KEYS.Key_Return, HELD.ShiftModifier, False),
        (KEYS.Key_Enter, HELD.KeypadModifier | HELD.AltModifier, False),
        (KEYS.Key_Down, HELD.NoModifier, False),
        (KEYS.Key_5, HELD.KeypadModifier, False),
    ],
)
def test_either_key_is_enter_where_no_other_is_held(key, held, is_enter):
    assert is_plain_enter(QKeyEvent(QEvent.Type.KeyPress, key, held)) is is_enter
