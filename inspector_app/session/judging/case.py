"""The context that every diagnosis rule receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Exchange
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.reading.inspection import AnswerOutcome
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.examination import AnalyzedAnswer
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.path import Path
    from inspector_app.session.reading.inspection import ParsedAnswer, Session, User
    from inspector_app.session.token import Token

_LONGEST_QUOTE: Final = 120
_FIRST_REFUSAL: Final = 400


@dataclass(frozen=True, slots=True)
class Case:
    """The analyzed answer, this computer's time (epoch seconds), and what the user expects.

    ``token`` is the one that was sent, ``earlier`` an earlier analyzed answer of the session.
    """

    examination: AnalyzedAnswer
    now: float
    expected_organization: str = ""
    token: Token | None = None
    earlier: AnalyzedAnswer | None = None

    @property
    def inspection(self) -> ParsedAnswer | None:
        """The parsed answer; None where the body is no JSON document."""
        return self.examination.parsed

    @property
    def session(self) -> Session | None:
        """The session in the answer."""
        return None if self.inspection is None else self.inspection.session

    @property
    def user(self) -> User | None:
        """The user of the session."""
        return None if self.session is None else self.session.user

    @property
    def lifetimes(self) -> Lifetimes | None:
        """The session's points in time."""
        return self.examination.lifetimes

    @property
    def exchange(self) -> Exchange | None:
        """The HTTP exchange; None where no answer was received."""
        answer = self.examination.call_result
        return answer if isinstance(answer, Exchange) else None

    @property
    def gateway_now(self) -> float:
        """The gateway's time, as far as it is known."""
        return self.examination.clock.to_gateway_time(self.now)

    def safe(self, text: str) -> str:
        """Sanitize gateway text for messages: elided, made visible, credentials masked."""
        return escape_invisible(elide(self.examination.credentials.mask_text(text), _LONGEST_QUOTE))

    def safe_words(self, words: Text) -> Text:
        """Sanitize each value of a text whose values came from a gateway."""
        values = (
            (name, self.safe(value) if isinstance(value, str) else value)
            for name, value in words.values
        )
        return Text(words.template, tuple(values))

    @property
    def http_status(self) -> int:
        """The HTTP status; 0 where no answer was received."""
        return 0 if self.exchange is None else self.exchange.status

    @property
    def http_refused(self) -> bool:
        """Whether the HTTP status is a client or server error (400 or above)."""
        return self.http_status >= _FIRST_REFUSAL

    @property
    def body_refuses(self) -> bool:
        """Whether the body signals refusal, and nothing in it signals success."""
        return self.inspection is not None and self.inspection.outcome is AnswerOutcome.REFUSAL

    @property
    def says_success(self) -> bool:
        """Whether something in the body signals success."""
        return self.inspection is not None and any(
            vote.is_success for vote in self.inspection.signals
        )

    @property
    def message(self) -> str:
        """The answer's own message; empty where it has none."""
        return (self.inspection.message.value or "") if self.inspection is not None else ""

    @property
    def message_evidence(self) -> tuple[Path, ...]:
        """The paths of that message."""
        return self.inspection.message.evidence if self.inspection and self.message else ()

    @property
    def said_evidence(self) -> tuple[Path, ...]:
        """The paths of the answer's own code and message."""
        if self.inspection is None:
            return ()
        return self.inspection.code.evidence + self.message_evidence

    def with_message(self, sentence: Text) -> Text:
        """The sentence, followed by the gateway's own message, if it has one."""
        if not self.message.strip():
            return sentence
        words = self.safe(self.message)
        return tr("{sentence} It says “{message}”.", sentence=sentence, message=words)
