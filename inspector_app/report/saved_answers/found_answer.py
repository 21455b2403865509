"""What a search through a file finds: answers, and what it met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.report.saved_answers.models import UnreadableFileError
    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.translatable_text import Text


@dataclass(frozen=True, slots=True)
class AnswerContext:
    """What the parts of a file around an answer say of it.

    Attributes:
        status: the HTTP status; 0 where nothing says it.
        headers: of the answer.
        recorded_at: when it was taken, in epoch seconds, by the clock of the recording program.
        is_session_call: whether the call is named, and is the one for a session.
        is_plain: whether nothing but objects that only wrap stand around it.
        is_amid_text: whether other text stands before it, where only a whole answer is one.
        depth: how many texts that hold texts stand around it.
        remarks: what was taken off, for the user.
    """

    status: int = 0
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    recorded_at: float | None = None
    is_session_call: bool = False
    is_plain: bool = True
    is_amid_text: bool = False
    depth: int = 0
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """an answer with its context; ``document`` is the body's, where it was parsed already."""

    body: bytes = field(repr=False)
    around: AnswerContext
    document: JsonDocument | None = field(default=None, repr=False)


@dataclass(slots=True)
class SearchResult:
    """What was found so far.

    Attributes:
        answers: in the order of the file.
        problems: why what looked like an answer could not be read.
        is_ambiguous: whether another answer stands in the text behind one.
        calls: recorded calls, of any address.
        has_session_call: whether one of them is for a session, with an answer or without.
        redacted: those among them whose answer was taken out by a program that sanitizes.
    """

    answers: list[FoundAnswer] = field(default_factory=list)
    problems: list[UnreadableFileError] = field(default_factory=list)
    is_ambiguous: bool = False
    calls: int = 0
    has_session_call: bool = False
    redacted: int = 0

    def count_findings(self) -> int:
        """How many things were found that explain a text: one that explains nothing adds none."""
        return len(self.answers) + len(self.problems) + self.calls + self.redacted
