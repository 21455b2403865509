"""Vault errors: maps the exceptions of every keyring library to one type, with messages.

The text of a caught exception goes nowhere: a ``UnicodeEncodeError`` holds the whole token.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from inspector_app.session.wording import tr
from inspector_app.vault.bounded import NotAnswering

if TYPE_CHECKING:
    from inspector_app.session.wording import Text


class Difficulty(Enum):
    """Why the keyring did not do what was asked."""

    NOT_ANSWERING = auto()
    LOCKED = auto()
    UNAVAILABLE = auto()
    REFUSED = auto()
    NOT_AS_WRITTEN = auto()
    """The read-back of a write gave nothing or something else."""
    DAMAGED = auto()
    """What is stored cannot be understood: a part is missing or was changed by another program."""
    STILL_KEPT = auto()
    """The read-back of a deletion still found the token."""
    TOO_LONG = auto()


class Task(Enum):
    """The operation that the keyring was asked for."""

    READING = auto()
    KEEPING = auto()
    FORGETTING = auto()
    UNLOCKING = auto()


class Damaged(Exception):
    """What the keyring gave is not what was written. Holds nothing of it."""


class NotAsWritten(Exception):
    """The keyring took a write and gave something else back. Holds nothing of it."""


class StillKept(Exception):
    """The keyring took a deletion and still has the item."""


class VaultProblem(Exception):
    """The keyring did not do what it was asked for; all its attributes are fit to be shown.

    Attributes:
        kind: why.
        operation: what was asked for.
        title: one line.
        description: what happened, one sentence.
        next_step: what the person can do.
    """

    def __init__(self, difficulty: Difficulty, task: Task) -> None:
        super().__init__(f"{task.name}: {difficulty.name}")
        self.difficulty = difficulty
        self.task = task
        self.title: Text = _TITLES[task]
        self.happened: Text = _HAPPENED[difficulty]
        self.next_step: Text = (
            _WHEN_LOCKED if difficulty is Difficulty.LOCKED else _NEXT_STEPS[task]
        )


def difficulty_of(error: BaseException) -> Difficulty:
    """The kind of vault error an exception out of a keyring stands for; ``REFUSED`` if unknown.

    It goes by the names of its classes, because the libraries that define them are loaded late and
    differ from system to system.
    """
    for kind in type(error).__mro__:
        if kind.__name__ in _DIFFICULTIES:
            return _DIFFICULTIES[kind.__name__]
    return Difficulty.REFUSED


def kept_for_this_run(difficulty: Difficulty) -> Text:
    """Why a token that was to be stored in the keyring is in memory instead."""
    return _FOR_THIS_RUN[difficulty]


_DIFFICULTIES: Final = {
    NotAnswering.__name__: Difficulty.NOT_ANSWERING,
    Damaged.__name__: Difficulty.DAMAGED,
    NotAsWritten.__name__: Difficulty.NOT_AS_WRITTEN,
    StillKept.__name__: Difficulty.STILL_KEPT,
    "TimeoutError": Difficulty.NOT_ANSWERING,
    "OSError": Difficulty.UNAVAILABLE,
    # keyring.errors
    "KeyringLocked": Difficulty.LOCKED,
    "InitError": Difficulty.UNAVAILABLE,
    "NoKeyringError": Difficulty.UNAVAILABLE,
    # secretstorage.exceptions
    "LockedException": Difficulty.LOCKED,
    "PromptDismissedException": Difficulty.LOCKED,
    "SecretServiceNotAvailableException": Difficulty.UNAVAILABLE,
}

_TITLES: Final = {
    Task.READING: tr("The kept token could not be read"),
    Task.KEEPING: tr("The token could not be kept in the keyring"),
    Task.FORGETTING: tr("The token could not be removed from the keyring"),
    Task.UNLOCKING: tr("The keyring was not unlocked"),
}

_HAPPENED: Final = {
    Difficulty.NOT_ANSWERING: tr("The keyring is not answering."),
    Difficulty.LOCKED: tr("The keyring is locked."),
    Difficulty.UNAVAILABLE: tr("The keyring cannot be reached."),
    Difficulty.REFUSED: tr("The keyring refused."),
    Difficulty.NOT_AS_WRITTEN: tr("The keyring did not give back what was written to it."),
    Difficulty.DAMAGED: tr("What the keyring holds for this environment is damaged."),
    Difficulty.STILL_KEPT: tr("The keyring still holds the token after deleting it."),
    Difficulty.TOO_LONG: tr("The token and its gateway are too long for the keyring."),
}

_WHEN_LOCKED: Final = tr("Unlock the keyring, then try again.")

_NEXT_STEPS: Final = {
    Task.READING: tr("Paste the token again."),
    Task.KEEPING: tr("Go on as usual; paste the token again after the next start."),
    Task.FORGETTING: tr("Try again, or remove the entry in your system's password program."),
    Task.UNLOCKING: tr("Try again, or go on without it: tokens are then kept for this run only."),
}

_FOR_THIS_RUN: Final = {
    Difficulty.NOT_ANSWERING: tr(
        "The keyring is not answering; the token is kept for this run only."
    ),
    Difficulty.LOCKED: tr("The keyring is locked; the token is kept for this run only."),
    Difficulty.UNAVAILABLE: tr(
        "The keyring cannot be reached; the token is kept for this run only."
    ),
    Difficulty.REFUSED: tr("The keyring refused the token; it is kept for this run only."),
    Difficulty.NOT_AS_WRITTEN: tr(
        "The keyring did not keep the token as written; it is kept for this run only."
    ),
    Difficulty.DAMAGED: tr(
        "The keyring did not keep the token as written; it is kept for this run only."
    ),
    Difficulty.STILL_KEPT: tr(
        "The keyring did not replace the earlier token; this one is kept for this run only."
    ),
    Difficulty.TOO_LONG: tr(
        "The token and its gateway are too long for the keyring; it is kept for this run only."
    ),
}
