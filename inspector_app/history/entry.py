"""One answer of the history: what a row shows of it, and the answer itself without secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.verdict_model import VerdictCode
    from inspector_app.session.severity import Severity
    from inspector_app.session.translatable_text import Text

MAX_NOTE_LENGTH: Final = 200
"""Characters that a note may have: a ticket's number, a few words."""

MAX_NAME_LENGTH: Final = 120
"""Characters that are kept of a user's or an organization's name: a row shows fewer."""


class Origin(Enum):
    """How an answer came into the history."""

    INSPECTED = "inspected"
    OPENED = "opened"  # from a file, or from pasted text
    WATCHED = "watched"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class EntryNames:
    """Who an answer is about: names, or labels in their place; empty where it does not say."""

    user: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class EntryEnvironment:
    """The environment that answered; all empty where a saved answer does not name it."""

    id: str = ""
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An answer or a failure, as it was; nothing in it is a credential.

    Attributes:
        number: in the order of arrival, from 1; 0 before it is in a history.
        answered_at: when it was there, by this computer's clock, in epoch seconds.
        environment: the environment that answered.
        names: user and working organization, as sent.
        masked_names: the labels that stand for them on a shared screen.
        code: of the verdict, at the time of the answer.
        severity: of the verdict.
        word: the verdict in a word or two.
        ends_at: the session's estimated end, in epoch seconds of this computer's clock; None where
            it has none.
        fingerprint: of the token; empty where none was at hand.
        origin: how it came here.
        note: the person's own words, and where it was watched, what had changed.
        content: the answer as a compressed JSON export without secrets; empty where it could not
            be made.
    """

    number: int
    answered_at: float
    environment: EntryEnvironment
    names: EntryNames
    masked_names: EntryNames
    code: VerdictCode
    severity: Severity
    word: Text
    ends_at: float | None
    fingerprint: str
    origin: Origin
    note: str = ""
    content: bytes = field(default=b"", repr=False)

    def get_names(self, *, is_shared: bool) -> EntryNames:
        """The names that may be shown: on a shared screen their labels."""
        return self.masked_names if is_shared else self.names


def clean_note(text: str) -> str:
    """A note as it is kept: one line, at most ``MAX_NOTE_LENGTH`` characters, none invisible."""
    # Twice the room is cut off first: a pasted text may have megabytes.
    line = " ".join(text[: 2 * MAX_NOTE_LENGTH].split())
    return escape_invisible(line)[:MAX_NOTE_LENGTH]
