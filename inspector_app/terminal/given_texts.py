"""What was given to this run and may be a token: masked in whatever is printed of a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


class GivenTexts:
    """The arguments of a run, and the texts that it read."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = arguments
        self._read: list[str] = []

    def add_read(self, text: str) -> None:
        """Know a text that was read, too."""
        self._read.append(text)

    def redact(self, text: str) -> str:
        """The text with what was given masked in it, and what looks like a credential."""
        from inspector_app.system.known_secrets import KnownSecrets

        secrets = KnownSecrets.from_arguments(self._arguments)
        for one in self._read:
            secrets.add_text(one)
        return secrets.redact(text)


def remember_read(text: str) -> None:
    """Add a text to those of the run whose command is under way."""
    context = click.get_current_context(silent=True)
    given = None if context is None else context.find_object(GivenTexts)
    if given is not None:
        given.add_read(text)
