"""Vault errors: maps the exceptions of every keyring library to one type, with messages.

The text of a caught exception goes nowhere: a ``UnicodeEncodeError`` holds the whole token.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr
from inspector_app.vault.call_timeout import KeyringTimeoutError
from inspector_app.vault.prompts import PromptDeclinedError, PromptLostError, PromptPendingError

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text


class VaultErrorKind(Enum):
    """Why the keyring did not do what was asked."""

    TIMED_OUT = auto()
    LOCKED = auto()
    UNAVAILABLE = auto()
    REFUSED = auto()
    WRITE_MISMATCH = auto()
    """The read-back of a write gave nothing or something else."""
    DAMAGED = auto()
    """What is stored cannot be understood: a part is missing or was changed by another program."""
    NOT_DELETED = auto()
    """The read-back of a deletion still found the token."""
    TOO_LONG = auto()
    DECLINED = auto()
    """The person declined or cancelled the keyring's question."""
    WAITING = auto()
    """The keyring waits for the person's answer to an earlier question."""
    NOT_ERASED = auto()
    """What could not be read back could not be erased either."""
    ACCESS_DENIED = auto()
    """macOS: the person denied the app its entry, or closed the question."""
    WRONG_PASSWORD = auto()
    """macOS: the password of the Keychain was not the right one."""
    NO_QUESTION_POSSIBLE = auto()
    """macOS: it would have to ask, and cannot: nobody is at a screen, or it is locked."""


class VaultOperation(Enum):
    """The operation that the keyring was asked for."""

    FETCH = auto()
    STORE = auto()
    DELETE = auto()
    UNLOCK = auto()


class DamagedSecretError(Exception):
    """What the keyring gave is not what was written. Holds nothing of it."""


class WriteMismatchError(Exception):
    """The keyring took a write and gave something else back. Holds nothing of it."""


class UncertainWriteError(Exception):
    """The keyring may or may not have taken a write: it failed after it was sent."""


class NotErasedError(Exception):
    """What was written and could not be read back may still be in the keyring."""


class NotDeletedError(Exception):
    """The keyring took a deletion and still has the item."""


class VaultError(Exception):
    """The keyring did not do what it was asked for; all its attributes are fit to be shown.

    Attributes:
        kind: why.
        operation: what was asked for.
        title: one line.
        description: what happened, one sentence.
        next_step: what the person can do.
    """

    def __init__(self, kind: VaultErrorKind, operation: VaultOperation) -> None:
        super().__init__(f"{operation.name}: {kind.name}")
        self.kind = kind
        self.operation = operation
        self.title: Text = _TITLES[operation]
        self.description: Text = _DESCRIPTIONS[kind]
        self.next_step: Text = _NEXT_STEPS_BY_KIND.get(kind, _NEXT_STEPS[operation])


def classify_error(error: BaseException) -> VaultErrorKind:
    """The kind of vault error an exception out of a keyring stands for; ``REFUSED`` if unknown.

    The Keychain's status says it best. keyring makes exceptions of its own out of those with it.

    It goes by the names of its classes, because the libraries that define them are loaded late and
    differ from system to system.
    """
    for one in (error, error.__cause__):
        if type(one).__module__ == _KEYCHAIN_MODULE and one is not None and one.args:
            status = one.args[0]
            if status in _KINDS_BY_KEYCHAIN_STATUS:
                return _KINDS_BY_KEYCHAIN_STATUS[status]
    for kind in type(error).__mro__:
        if kind.__name__ in _KINDS_BY_CLASS_NAME:
            return _KINDS_BY_CLASS_NAME[kind.__name__]
    return VaultErrorKind.REFUSED


def is_to_be_asked_again(error: VaultError) -> bool:
    """Whether another answer of the person's would give the token, once the same is asked again."""
    return error.operation is VaultOperation.FETCH and error.kind in {
        VaultErrorKind.ACCESS_DENIED,
        VaultErrorKind.WRONG_PASSWORD,
        VaultErrorKind.NO_QUESTION_POSSIBLE,
    }


def explain_memory_fallback(kind: VaultErrorKind) -> Text:
    """Why a token that was to be stored in the keyring is in memory instead."""
    return _MEMORY_FALLBACKS[kind]


_KEYCHAIN_MODULE: Final = "keyring.backends.macOS.api"
_KINDS_BY_KEYCHAIN_STATUS: Final = {
    -128: VaultErrorKind.ACCESS_DENIED,  # errSecUserCanceled
    -25293: VaultErrorKind.WRONG_PASSWORD,  # errSecAuthFailed
    -25308: VaultErrorKind.NO_QUESTION_POSSIBLE,  # errSecInteractionNotAllowed
}
"""Of Apple's header ``SecBase.h``."""

_KINDS_BY_CLASS_NAME: Final = {
    KeyringTimeoutError.__name__: VaultErrorKind.TIMED_OUT,
    DamagedSecretError.__name__: VaultErrorKind.DAMAGED,
    WriteMismatchError.__name__: VaultErrorKind.WRITE_MISMATCH,
    NotDeletedError.__name__: VaultErrorKind.NOT_DELETED,
    NotErasedError.__name__: VaultErrorKind.NOT_ERASED,
    PromptDeclinedError.__name__: VaultErrorKind.DECLINED,
    PromptLostError.__name__: VaultErrorKind.UNAVAILABLE,
    PromptPendingError.__name__: VaultErrorKind.WAITING,
    "TimeoutError": VaultErrorKind.TIMED_OUT,
    "OSError": VaultErrorKind.UNAVAILABLE,
    # keyring.errors
    "KeyringLocked": VaultErrorKind.LOCKED,
    "InitError": VaultErrorKind.UNAVAILABLE,
    "NoKeyringError": VaultErrorKind.UNAVAILABLE,
    # secretstorage.exceptions
    "LockedException": VaultErrorKind.LOCKED,
    "PromptDismissedException": VaultErrorKind.DECLINED,
    "SecretServiceNotAvailableException": VaultErrorKind.UNAVAILABLE,
}

_TITLES: Final = {
    VaultOperation.FETCH: tr("The kept token could not be read"),
    VaultOperation.STORE: tr("The token could not be kept in the keyring"),
    VaultOperation.DELETE: tr("The token could not be removed from the keyring"),
    VaultOperation.UNLOCK: tr("The keyring was not unlocked"),
}

_DESCRIPTIONS: Final = {
    VaultErrorKind.TIMED_OUT: tr("The keyring is not answering."),
    VaultErrorKind.LOCKED: tr("The keyring is locked."),
    VaultErrorKind.UNAVAILABLE: tr("The keyring cannot be reached."),
    VaultErrorKind.REFUSED: tr("The keyring refused."),
    VaultErrorKind.WRITE_MISMATCH: tr("The keyring did not give back what was written to it."),
    VaultErrorKind.DAMAGED: tr("What the keyring holds for this environment is damaged."),
    VaultErrorKind.NOT_DELETED: tr("The keyring still holds the token after deleting it."),
    VaultErrorKind.TOO_LONG: tr("The token and its gateway are too long for the keyring."),
    VaultErrorKind.DECLINED: tr("The keyring's question was declined."),
    VaultErrorKind.WAITING: tr("The keyring waits for an answer to its question."),
    VaultErrorKind.NOT_ERASED: tr("The keyring may still hold what was written to it."),
    VaultErrorKind.ACCESS_DENIED: tr("macOS did not let this app use its entry in the Keychain."),
    VaultErrorKind.WRONG_PASSWORD: tr("That was not the password of the Keychain."),
    VaultErrorKind.NO_QUESTION_POSSIBLE: tr(
        "macOS would have to ask whether this app may use the Keychain, and cannot ask now."
    ),
}

_NEXT_STEPS_BY_KIND: Final = {
    VaultErrorKind.ACCESS_DENIED: tr(
        "Try again and choose “Always Allow”. After an update of the app macOS asks once more."
    ),
    VaultErrorKind.WRONG_PASSWORD: tr(
        "Try again: it is usually the password with which you sign in on this computer."
    ),
    VaultErrorKind.NO_QUESTION_POSSIBLE: tr(
        "Unlock the screen, or sign in at the computer itself, then try again."
    ),
    VaultErrorKind.LOCKED: tr("Unlock the keyring, then try again."),
    VaultErrorKind.WAITING: tr("Answer it in the keyring's own window, then try again."),
}

_NEXT_STEPS: Final = {
    VaultOperation.FETCH: tr("Paste the token again."),
    VaultOperation.STORE: tr("Go on as usual; paste the token again after the next start."),
    VaultOperation.DELETE: tr(
        "The token may still be in it: try again, or remove the entry of “EnOS Session Inspector” "
        "in your password program."
    ),
    VaultOperation.UNLOCK: tr(
        "Try again, or go on without it: tokens are then kept for this run only."
    ),
}

_MEMORY_FALLBACKS: Final = {
    VaultErrorKind.TIMED_OUT: tr(
        "The keyring is not answering; the token is kept for this run only."
    ),
    VaultErrorKind.LOCKED: tr("The keyring is locked; the token is kept for this run only."),
    VaultErrorKind.UNAVAILABLE: tr(
        "The keyring cannot be reached; the token is kept for this run only."
    ),
    VaultErrorKind.REFUSED: tr("The keyring refused the token; it is kept for this run only."),
    VaultErrorKind.WRITE_MISMATCH: tr(
        "The keyring did not keep the token as written; it is kept for this run only."
    ),
    VaultErrorKind.DAMAGED: tr(
        "The keyring did not keep the token as written; it is kept for this run only."
    ),
    VaultErrorKind.NOT_DELETED: tr(
        "The keyring did not replace the earlier token; this one is kept for this run only."
    ),
    VaultErrorKind.TOO_LONG: tr(
        "The token and its gateway are too long for the keyring; it is kept for this run only."
    ),
    VaultErrorKind.DECLINED: tr(
        "The keyring's question was declined; the token is kept for this run only."
    ),
    VaultErrorKind.WAITING: tr(
        "The keyring waits for an answer to its question; the token is kept for this run only."
    ),
    VaultErrorKind.NOT_ERASED: tr(
        "The token may still be in the keyring, which did not give it back: remove the entry of "
        "“EnOS Session Inspector” in your password program. It is kept for this run only."
    ),
    VaultErrorKind.ACCESS_DENIED: tr(
        "macOS did not let this app use the Keychain; the token is kept for this run only."
    ),
    VaultErrorKind.WRONG_PASSWORD: tr(
        "That was not the password of the Keychain; the token is kept for this run only."
    ),
    VaultErrorKind.NO_QUESTION_POSSIBLE: tr(
        "macOS could not ask for the Keychain; the token is kept for this run only."
    ),
}
