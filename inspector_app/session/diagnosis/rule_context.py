"""The context that every diagnosis rule receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis import answering_party
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.exchange import Exchange, TimeSource
from inspector_app.session.http_status import FIRST_ERROR_STATUS
from inspector_app.session.parsing.parse_errors import ParseErrorKind
from inspector_app.session.parsing.parsed_answer import AnswerOutcome
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.token import MAX_TOKEN_LENGTH
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.answering_party import PartyJudgement
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.parsing.parsed_answer import (
        Organization,
        ParsedAnswer,
        Session,
        User,
    )
    from inspector_app.session.path import Path

_MAX_QUOTE_LENGTH: Final = 120
_MAX_MASKED_LENGTH: Final = _MAX_QUOTE_LENGTH + 2 * MAX_TOKEN_LENGTH


@dataclass(frozen=True, slots=True)
class RuleContext(JudgeInput):
    """The input of a diagnosis, with the facts that several rules derive from it."""

    @classmethod
    def from_input(cls, judge_input: JudgeInput) -> RuleContext:
        """The context of the rules for this input."""
        return cls(
            analyzed=judge_input.analyzed,
            now=judge_input.now,
            expected_organization=judge_input.expected_organization.strip(),
            token=judge_input.token,
            earlier=judge_input.earlier,
        )

    @property
    def parsed(self) -> ParsedAnswer | None:
        """The parsed answer; None where the body is no JSON document."""
        return self.analyzed.parsed

    @property
    def session(self) -> Session | None:
        """The session in the answer."""
        return None if self.parsed is None else self.parsed.session

    @property
    def user(self) -> User | None:
        """The user of the session."""
        return None if self.session is None else self.session.user

    @property
    def unexpected_organization(self) -> Organization | None:
        """The working organization, where it is not the expected one, by id or name."""
        working = None if self.session is None else self.session.working_organization
        if not self.expected_organization or working is None or not working.display_name:
            return None
        return None if working.is_named(self.expected_organization) else working

    @property
    def lifetimes(self) -> Lifetimes | None:
        """The session's points in time."""
        return self.analyzed.lifetimes

    @property
    def exchange(self) -> Exchange | None:
        """The HTTP exchange; None where no answer was received."""
        answer = self.analyzed.call_result
        return answer if isinstance(answer, Exchange) else None

    @property
    def party(self) -> PartyJudgement | None:
        """Who answered; None where nobody did."""
        return answering_party.judge_party(self.analyzed)

    @property
    def gateway_now(self) -> float:
        """The gateway's time, as far as it is known."""
        return self.analyzed.clock.to_gateway_time(self.now)

    @property
    def is_by_local_clock(self) -> bool:
        """Whether the answer's times are held against this computer's clock, which may be wrong."""
        exchange = self.exchange
        is_observed = exchange is not None and exchange.time_source is TimeSource.OBSERVED
        return is_observed and self.analyzed.clock.skew is None

    def sanitize(self, text: str) -> str:
        """Sanitize gateway text for messages: elided, made visible, credentials masked.

        Of a long text only the beginning is masked: this is asked every second, by the window.
        """
        credentials = self.analyzed.credentials
        if len(text) <= _MAX_MASKED_LENGTH:
            return escape_invisible(elide(credentials.mask_text(text), _MAX_QUOTE_LENGTH))
        # A credential that is cut at the end is not recognized: it lies beyond what is quoted.
        quoted = credentials.mask_text(text[:_MAX_MASKED_LENGTH])[:_MAX_QUOTE_LENGTH]
        return escape_invisible(f"{quoted}{elide(text[_MAX_QUOTE_LENGTH:], 0)}")

    def sanitize_text(self, text: Text) -> Text:
        """Sanitize each value of a text whose values came from a gateway."""
        values = (
            (name, self.sanitize(value) if isinstance(value, str) else value)
            for name, value in text.values
        )
        return Text(text.template, tuple(values))

    @property
    def http_status(self) -> int:
        """The HTTP status; 0 where no answer was received."""
        return 0 if self.exchange is None else self.exchange.status

    @property
    def is_http_error(self) -> bool:
        """Whether the HTTP status is a client or server error (400 or above)."""
        return self.http_status >= FIRST_ERROR_STATUS

    @property
    def is_body_refusal(self) -> bool:
        """Whether the body signals refusal, and nothing in it signals success."""
        return self.parsed is not None and self.parsed.outcome is AnswerOutcome.REFUSAL

    @property
    def has_success_signal(self) -> bool:
        """Whether something in the body signals success."""
        return self.parsed is not None and any(vote.is_success for vote in self.parsed.signals)

    @property
    def message(self) -> str:
        """The answer's own message; empty where it has none."""
        return (self.parsed.message.value or "") if self.parsed is not None else ""

    @property
    def plain_text(self) -> str:
        """The words of a body that is a plain text, on one line; empty for any other body."""
        error = self.analyzed.parse_error
        if error is None or error.kind is not ParseErrorKind.PLAIN_TEXT or self.exchange is None:
            return ""
        return " ".join(self.exchange.body.decode(errors="replace").split())

    @property
    def message_evidence(self) -> tuple[Path, ...]:
        """The paths of that message."""
        return self.parsed.message.evidence if self.parsed and self.message else ()

    @property
    def code_and_message_evidence(self) -> tuple[Path, ...]:
        """The paths of the answer's own code and message."""
        if self.parsed is None:
            return ()
        return self.parsed.code.evidence + self.message_evidence

    def with_message(self, sentence: Text) -> Text:
        """The sentence, followed by the gateway's own message or plain text, if it has one."""
        said = self.message if self.message.strip() else self.plain_text
        if not said:
            return sentence
        words = self.sanitize(said)
        return tr("{sentence} It says “{message}”.", sentence=sentence, message=words)
