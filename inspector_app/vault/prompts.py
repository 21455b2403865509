"""What a keyring call, its caller and the window share while the keyring asks the person."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.translatable_text import Text

_QUESTION: Final = tr("Waiting for the keyring: it asks whether this app may use an entry.")


class PromptDeclinedError(Exception):
    """The person declined or cancelled a question of the keyring, or nobody waits for it."""


class PromptPendingError(Exception):
    """An earlier question of the keyring is still open, though nobody waits for its answer."""


class PromptLostError(PromptDeclinedError):
    """The program that asked has ended, before the person answered."""


class Prompts:
    """The keyring's question that is open at present, if one is, and whether it is still wanted.

    One keyring call runs at a time. Safe to use from several threads.

    Attributes:
        question: what a person is told while it is open.
        are_unseen: whether the keyring asks without saying so, as macOS does.
    """

    def __init__(self, question: Text = _QUESTION, *, are_unseen: bool = False) -> None:
        self.question = question
        self.are_unseen = are_unseen
        self._changed = threading.Condition()
        self._is_open = False
        self._is_wanted = True
        self._listener: Callable[[bool], None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the keyring waits for the person."""
        return self._is_open

    @property
    def is_wanted(self) -> bool:
        """Whether the present call may ask; not once it was cancelled or abandoned."""
        return self._is_wanted

    @property
    def has_listener(self) -> bool:
        """Whether somebody is told of questions, who could answer them."""
        return self._listener is not None

    def listen(self, listener: Callable[[bool], None]) -> None:
        """Have ``listener`` called, on a worker thread, when a question opens and closes."""
        self._listener = listener

    def allow(self) -> None:
        """Let what follows ask, whatever was cancelled before it."""
        with self._changed:
            self._is_wanted = True

    def cancel(self) -> None:
        """Take an open question away, and let the call that asked ask no other."""
        with self._changed:
            self._is_wanted = False
            self._changed.notify_all()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Count as open while the block lasts."""
        self._set_open(is_open=True)
        try:
            yield
        finally:
            self._set_open(is_open=False)

    def wait(self, predicate: Callable[[], bool], timeout: float | None) -> bool:
        """Wait until ``predicate`` holds, at most ``timeout`` seconds; returns whether it does."""
        with self._changed:
            return self._changed.wait_for(predicate, timeout)

    def notify(self) -> None:
        """Let those who wait look again."""
        with self._changed:
            self._changed.notify_all()

    def _set_open(self, *, is_open: bool) -> None:
        with self._changed:
            self._is_open = is_open
            self._changed.notify_all()
        if self._listener is not None:
            self._listener(is_open)
