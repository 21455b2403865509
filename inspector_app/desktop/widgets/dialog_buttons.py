"""Row of a dialog's buttons, in the order of the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialogButtonBox

if TYPE_CHECKING:
    from inspector_app.desktop.widgets.button import Button

ACCEPT: Final = QDialogButtonBox.ButtonRole.AcceptRole
REJECT: Final = QDialogButtonBox.ButtonRole.RejectRole
ACTION: Final = QDialogButtonBox.ButtonRole.ActionRole


def create_button_box(*buttons: tuple[Button, QDialogButtonBox.ButtonRole]) -> QDialogButtonBox:
    """Create the row; where each button stands is decided by its role and the platform.

    What a click does is connected to the button: a box that a click hides emits nothing.
    """
    box = QDialogButtonBox()
    for button, role in buttons:
        box.addButton(button, role)
    return box
