"""Makes the queue's part of the window when it is asked for first: no start waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from inspector_app.desktop.many.many_controller import ManyController
    from inspector_app.desktop.many.many_parts import ManyParts


class ManyStarter(QObject):
    """``answered`` carries each answer of a queue, ``opened`` one that a person wants to see.

    ``status_message`` carries a line for the status bar.
    """

    answered = Signal(object)
    opened = Signal(object)
    status_message = Signal(str)

    def __init__(self, parts: ManyParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._is_shared = False
        self.controller: ManyController | None = None
        parts.window.token_choice.all_requested.connect(self.inspect_pasted)
        parts.window.taken_note.all_requested.connect(self.inspect_pasted)

    @Slot()
    def inspect_pasted(self) -> None:
        """Inspect every token of the text in the token field."""
        self._get_controller().inspect_pasted()

    def open_file_dialog(self) -> None:
        """Ask for a file, and inspect every token in it."""
        self._get_controller().open_file_dialog()

    @Slot()
    def discard(self) -> None:
        """End the queue, and let go of its tokens, answers and rows."""
        if self.controller is not None:
            self.controller.discard()

    @Slot()
    def close(self) -> None:
        """The same, and show the answer again that was there before."""
        if self.controller is not None and self.controller.is_open:
            self.controller.close_panel()
        else:
            self.discard()  # its tokens may be read, or asked about, before there is a queue

    @Slot(bool)
    def set_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # the signal's signature
        """Say whether others see the screen: then no person is named in the table."""
        self._is_shared = is_shared
        if self.controller is not None:
            self.controller.set_shared(is_shared)

    def _get_controller(self) -> ManyController:
        if self.controller is None:
            from inspector_app.desktop.many.many_controller import ManyController

            self.controller = made = ManyController(self._parts, self)
            made.answered.connect(self.answered)
            made.opened.connect(self.opened)
            made.status_message.connect(self.status_message)
            made.set_shared(self._is_shared)
        return self.controller
