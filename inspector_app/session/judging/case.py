"""All that a rule of the verdict may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Exchange
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.reading.inspection import Outcome
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.examination import Examination
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.path import Path
    from inspector_app.session.reading.inspection import Inspection, Session, User
    from inspector_app.session.token import Token

_LONGEST_QUOTE: Final = 120
_FIRST_REFUSAL: Final = 400


@dataclass(frozen=True, slots=True)
class Case:
    """One examination, this computer's time (epoch seconds), and what the person knows besides.

    ``token`` is the one that was sent, ``earlier`` an examination of the same session before.
    """

    examination: Examination
    now: float
    expected_organization: str = ""
    token: Token | None = None
    earlier: Examination | None = None

    @property
    def inspection(self) -> Inspection | None:
        """What the answer says; None where it is no document."""
        return self.examination.inspection

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
        """The session's instants."""
        return self.examination.lifetimes

    @property
    def exchange(self) -> Exchange | None:
        """The HTTP answer; None where none came."""
        answer = self.examination.answer
        return answer if isinstance(answer, Exchange) else None

    @property
    def gateway_now(self) -> float:
        """The gateway's time, as far as it is known."""
        return self.examination.clock.gateway_now(self.now)

    def safe(self, text: str) -> str:
        """What a gateway sent, fit for a sentence: short, visible, no credential in it."""
        return visible(elided(self.examination.credentials.hidden(text), _LONGEST_QUOTE))

    def safe_words(self, words: Text) -> Text:
        """A text whose values came from a gateway, each of them fit for a sentence."""
        values = (
            (name, self.safe(value) if isinstance(value, str) else value)
            for name, value in words.values
        )
        return Text(words.template, tuple(values))

    @property
    def http_status(self) -> int:
        """The HTTP status; 0 where no answer came."""
        return 0 if self.exchange is None else self.exchange.status

    @property
    def http_refused(self) -> bool:
        """Whether the HTTP status is one of a refusal or an error."""
        return self.http_status >= _FIRST_REFUSAL

    @property
    def body_refuses(self) -> bool:
        """Whether the body says refusal, and nothing in it says success."""
        return self.inspection is not None and self.inspection.outcome is Outcome.REFUSAL

    @property
    def says_success(self) -> bool:
        """Whether something in the body says success."""
        return self.inspection is not None and any(vote.success for vote in self.inspection.votes)

    @property
    def message(self) -> str:
        """What the answer says in its own words; empty where it does not."""
        return (self.inspection.message.value or "") if self.inspection is not None else ""

    @property
    def message_evidence(self) -> tuple[Path, ...]:
        """Where those words stand."""
        return self.inspection.message.evidence if self.inspection and self.message else ()

    @property
    def said_evidence(self) -> tuple[Path, ...]:
        """Where the answer's own code and words stand."""
        if self.inspection is None:
            return ()
        return self.inspection.code.evidence + self.message_evidence

    def with_message(self, sentence: Text) -> Text:
        """The sentence, and after it what the gateway says in its own words, if it does."""
        if not self.message.strip():
            return sentence
        words = self.safe(self.message)
        return tr("{sentence} It says “{message}”.", sentence=sentence, message=words)
