"""The exception for a command that failed with messages for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text


class CommandError(Exception):
    """Nothing could be asked, read or written.

    Attributes:
        messages: what happened and what to do next, each a sentence of its own.
    """

    def __init__(self, *messages: Text) -> None:
        super().__init__(messages[0].template)
        self.messages = messages
