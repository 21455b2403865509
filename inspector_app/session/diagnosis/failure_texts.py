"""User messages for each failure of a call: title, description and next step."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.diagnosis import failure_location
from inspector_app.session.diagnosis.failure_location import fill_template, sanitize
from inspector_app.session.diagnosis.failure_templates import (
    DETAILED_TEXTS,
    FAILURE_TEXTS,
    PROXY_SILENT_TEXT,
    TRY_LATER,
    FailureText,
)
from inspector_app.session.exchange import Failure, FailureKind, Phase
from inspector_app.session.parsing import scalars
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.translatable_text import TextValue


_AFTER_REQUEST: Final = tr("It happened after the request was written.")
_TOKEN_NOT_SENT: Final = tr("{happened} The token was not sent.")
_NOT_SENT_KINDS: Final = frozenset(
    {
        FailureKind.CA_FILE_UNUSABLE,
        FailureKind.CERTIFICATE_EXPIRED,
        FailureKind.CERTIFICATE_NOT_YET_VALID,
        FailureKind.CERTIFICATE_OUT_OF_DATE,
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
        FailureKind.CERTIFICATE_SELF_SIGNED,
        FailureKind.CERTIFICATE_NOT_TRUSTED,
        FailureKind.CERTIFICATE_WRONG_PURPOSE,
        FailureKind.CERTIFICATE_TOO_WEAK,
        FailureKind.TLS_VERSION_TOO_OLD,
        FailureKind.NOT_TLS,
        FailureKind.TLS_FAILED,
        FailureKind.CLIENT_CERTIFICATE_REQUIRED,
        FailureKind.CLIENT_CERTIFICATE_REFUSED,
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE,
    }
)
"""Those that raise the question whether the other side, whoever it is, got the token."""

_REFUSED_IN_HANDSHAKE: Final = _NOT_SENT_KINDS - {
    FailureKind.CLIENT_CERTIFICATE_REQUIRED,
    FailureKind.CLIENT_CERTIFICATE_REFUSED,
}
"""Those whose words are true only before the request was written."""

_UNKNOWN_TARGET: Final = tr("another address")
_UNKNOWN_LIMIT: Final = tr("what is read at most")
_UNKNOWN_FILE: Final = tr("the file")
_UNKNOWN_PROXY: Final = tr("the proxy")
_UNKNOWN_LOGIN: Final = tr("another login")
_UNKNOWN_DEADLINE: Final = tr("the time allowed")
_DEFAULT_DETAILS: Final[Mapping[FailureKind, Text]] = MappingProxyType(
    {
        FailureKind.REDIRECTED: _UNKNOWN_TARGET,
        FailureKind.CA_FILE_UNUSABLE: _UNKNOWN_FILE,
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE: _UNKNOWN_FILE,
        FailureKind.PROXY_LOGIN_UNSUPPORTED: _UNKNOWN_LOGIN,
    }
)


def describe_failure(answer: Failure, secrets: Credentials) -> tuple[Text, Text, Text]:
    """Title, description with phase and hosts, and next step, as messages for the user.

    ``secrets`` are those of the call: a redirect may lead to a host that is named like one.
    """
    words = _get_template(answer)
    unnamed = _DEFAULT_DETAILS.get(answer.kind, _UNKNOWN_LIMIT)
    values: dict[str, TextValue] = {
        "detail": sanitize(answer.detail, secrets) if answer.detail else unnamed,
        "proxy": sanitize(answer.route.proxy, secrets) if answer.route.proxy else _UNKNOWN_PROXY,
        "span": _format_wait(answer),
    }
    happened = fill_template(words.description, values)
    if answer.kind in _NOT_SENT_KINDS and not answer.may_have_sent_token:
        happened = fill_template(_TOKEN_NOT_SENT, {"happened": happened})
    return (
        fill_template(words.title, values),
        tr(
            "{happened} {where}",
            happened=happened,
            where=failure_location.describe_location(answer, secrets),
        ),
        fill_template(words.next_step, values),
    )


def is_proxy_silent(answer: Failure) -> bool:
    """Whether it was the proxy that did not answer in time: the gateway was not reached."""
    return (
        answer.kind is FailureKind.TIMED_OUT
        and answer.route.proxy is not None
        and answer.phase in {None, Phase.RESOLVE, Phase.CONNECT}
    )


def _get_template(answer: Failure) -> FailureText:
    if is_proxy_silent(answer):
        return PROXY_SILENT_TEXT
    words = FAILURE_TEXTS[answer.kind]
    if answer.detail:
        words = DETAILED_TEXTS.get(answer.kind, words)
    if answer.kind in _REFUSED_IN_HANDSHAKE and answer.may_have_written_token:
        return words._replace(description=_AFTER_REQUEST, next_step=TRY_LATER)
    return words


def _format_wait(answer: Failure) -> Text:
    detail = scalars.parse_number(answer.detail)
    seconds = float(detail) if detail is not None else answer.phases.total
    return (
        time_format.format_duration(seconds)
        if math.isfinite(seconds) and seconds >= 1
        else _UNKNOWN_DEADLINE
    )
