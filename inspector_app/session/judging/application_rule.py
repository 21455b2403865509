"""Verdict rule for an application without an access token: the session was not requested."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.exchange import ApiCall
from inspector_app.session.judging import answer_codes, retry_after
from inspector_app.session.judging.statement import Action, Verdict, VerdictCode
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.judging.case import Case


class _Words(NamedTuple):
    sentence: Text
    next_step: Text


_CHECK_KEYS: Final = tr("Check AccessKey and SecretKey in the environment's settings.")
_BY_CODE: Final[Mapping[int, _Words]] = MappingProxyType(
    {
        1001: _Words(tr("The gateway has had this very request already"), tr("Inspect again.")),
        1002: _Words(tr("The gateway does not know this application"), _CHECK_KEYS),
        1003: _Words(
            tr("The gateway did not accept the application's signature"),
            tr("Check the SecretKey in the environment's settings, and this computer's clock."),
        ),
    }
)
_OTHERWISE: Final = _Words(
    tr("The application got no access token"),
    tr("Check the application in the environment's settings, or ask the gateway's administrators."),
)


def without_access_token(case: Case) -> Verdict | None:
    """The verdict on a refused application; None where the answer is about the session."""
    if case.exchange is None or case.exchange.call is not ApiCall.APPLICATION:
        return None
    code = case.inspection.code.value if case.inspection is not None else None
    words = _BY_CODE.get(code or 0, _OTHERWISE)
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        Severity.BAD,
        words.sentence,
        tr(
            "{answer} The user's token was not sent: nothing is known of the session.",
            answer=case.with_message(_answered(case, code)),
        ),
        case.said_evidence,
        retry_after.advice(case) or words.next_step,
        action=Action.CHECK_CONNECTION,
    )


def _answered(case: Case, code: int | None) -> Text:
    status, unreadable = case.http_status, case.examination.parse_error
    documented = answer_codes.documented(code) if code else None
    if code and documented is not None and code in answer_codes.TOKEN_SERVICE:
        return tr("{code}: {meaning}.", code=code, meaning=documented.words)
    if code:
        return tr("The token service answered with {code}.", code=code)
    if code == answer_codes.SUCCESS:
        return tr("The token service says success, but gave no access token.")
    meaning = answer_codes.of_gateway(status)
    if meaning is not None:
        return tr("HTTP {status}: {meaning}.", status=status, meaning=meaning.words)
    if unreadable is not None:
        return tr("{cause} HTTP {status}.", cause=unreadable.cause, status=status)
    return tr("The answer is not the token service's own (HTTP {status}).", status=status)
