"""Verdict rule for an application without an access token: the session was not requested."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.diagnosis import retry_after
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing import answer_codes
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.diagnosis.rule_context import RuleContext


class RefusalText(NamedTuple):
    """The sentence on a refused application, and what to do about it."""

    sentence: Text
    next_step: Text


_CHECK_KEYS_HINT: Final = tr("Check AccessKey and SecretKey in the environment's settings.")
_TEXTS_BY_CODE: Final[Mapping[int, RefusalText]] = MappingProxyType(
    {
        answer_codes.REQUEST_REPEATED: RefusalText(
            tr("The gateway has had this very request already"), tr("Inspect again.")
        ),
        answer_codes.UNKNOWN_APPLICATION: RefusalText(
            tr("The gateway does not know this application"), _CHECK_KEYS_HINT
        ),
        answer_codes.APPLICATION_SIGNATURE_NOT_VALID: RefusalText(
            tr("The gateway did not accept the application's signature"),
            tr("Check the SecretKey in the environment's settings, and this computer's clock."),
        ),
    }
)
_DEFAULT_TEXT: Final = RefusalText(
    tr("The application got no access token"),
    tr("Check the application in the environment's settings, or ask the gateway's administrators."),
)
_GATEWAY_REFUSED: Final = RefusalText(
    tr("The gateway itself refused the call"),
    tr("If it wants an application's keys, add them or correct them; its administrators know."),
)
_SIGNATURE_TEXTS: Final[Mapping[int, RefusalText]] = MappingProxyType(
    {
        answer_codes.APPLICATION_SIGNATURE_REFUSED: RefusalText(
            tr("The application's timestamp or signature was refused"),
            tr("Check this computer's clock, and the SecretKey in the environment's settings."),
        ),
        answer_codes.APPLICATION_NOT_ALLOWED: RefusalText(
            tr("The application may not use this API"),
            tr("Ask the gateway's administrators to grant the API to the application."),
        ),
    }
)


def get_signature_text(code: int | None) -> RefusalText:
    """The words for a code or HTTP status by which a signed call is refused."""
    return _SIGNATURE_TEXTS.get(code or 0, _GATEWAY_REFUSED)


def get_provenance(code: int | None) -> Provenance:
    """What the words for such a code rest on: 497 and 498 stand in the vendor's code alone."""
    return Provenance.OBSERVED if code in _SIGNATURE_TEXTS else Provenance.DOCUMENTED


def check_access_token(context: RuleContext) -> Verdict | None:
    """The verdict on a refused application; None where the answer is about the session."""
    if context.exchange is None or context.exchange.call is not ApiCall.APPLICATION:
        return None
    code = context.parsed.code.value if context.parsed is not None else None
    words = _TEXTS_BY_CODE.get(code or 0, _DEFAULT_TEXT)
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        Severity.BAD,
        words.sentence,
        _describe_consequence(context, context.with_message(_describe_answer(context, code))),
        context.code_and_message_evidence,
        retry_after.suggest_wait(context) or words.next_step,
        action=SuggestedAction.CHECK_CONNECTION,
    )


def _describe_consequence(context: RuleContext, answer: Text) -> Text:
    if context.exchange is not None and context.exchange.was_token_sent:
        return tr(
            "{answer} The user's token was sent before, with an access token that was refused: "
            "nothing is known of the session.",
            answer=answer,
        )
    return tr(
        "{answer} The user's token was not sent: nothing is known of the session.", answer=answer
    )


def _describe_answer(context: RuleContext, code: int | None) -> Text:
    status, parse_error = context.http_status, context.analyzed.parse_error
    documented = answer_codes.find_meaning(code) if code else None
    if code and documented is not None and code in answer_codes.TOKEN_SERVICE_CODES:
        return tr("{code}: {meaning}.", code=code, meaning=documented.text)
    if code:
        return tr("The token service answered with {code}.", code=code)
    if code == answer_codes.SUCCESS:
        return tr("The token service says success, but gave no access token.")
    meaning = answer_codes.find_http_meaning(status)
    if meaning is not None:
        return tr("HTTP {status}: {meaning}.", status=status, meaning=meaning.text)
    if parse_error is not None:
        return tr("{cause} HTTP {status}.", cause=parse_error.cause, status=status)
    return tr("The answer is not the token service's own (HTTP {status}).", status=status)
