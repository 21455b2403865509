"""User messages for each failure of a call: title, description and next step."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import time_format
from inspector_app.session.diagnosis import failure_location
from inspector_app.session.diagnosis.failure_location import fill_template, sanitize
from inspector_app.session.exchange import Failure, FailureKind, Phase
from inspector_app.session.parsing import scalars
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.translatable_text import TextValue


class _FailureText(NamedTuple):
    """Three templates, which may use {detail}, {proxy} and {span}.

    The phase and the hosts are appended to the description.
    """

    title: Text
    description: Text
    next_step: Text


_CHECK_NETWORK: Final = tr("Check the network and the VPN, then try again.")
_TELL_GATEWAY_ADMINS: Final = tr("Tell the gateway's administrators.")
_CHECK_ADDRESS: Final = tr("Check the gateway's address.")
_TRY_LATER: Final = tr("Try again in a moment.")

_FAILURE_TEXTS: Final[Mapping[FailureKind, _FailureText]] = MappingProxyType(
    {
        FailureKind.HOST_NOT_FOUND: _FailureText(
            tr("The gateway's name is not known"),
            tr("The network knows no computer of that name."),
            tr("Check the gateway's address, the network and the VPN."),
        ),
        FailureKind.CONNECTION_REFUSED: _FailureText(
            tr("The gateway refused the connection"),
            tr("The computer is there, but nothing answers at that port."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.NETWORK_UNREACHABLE: _FailureText(
            tr("The gateway cannot be reached"),
            tr("There is no way there from this computer."),
            _CHECK_NETWORK,
        ),
        FailureKind.CONNECTION_RESET: _FailureText(
            tr("The connection was broken off"),
            tr("The other side, or something on the way, ended the connection."),
            _CHECK_NETWORK,
        ),
        FailureKind.NO_ANSWER: _FailureText(
            tr("No answer came"),
            tr("The connection was closed without a word."),
            _TRY_LATER,
        ),
        FailureKind.ANSWER_TRUNCATED: _FailureText(
            tr("The answer was cut short"),
            tr("The connection ended before the answer was complete."),
            _TRY_LATER,
        ),
        FailureKind.NOT_HTTP: _FailureText(
            tr("This is not a gateway"),
            tr("What came is not HTTP."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.UNKNOWN_ENCODING: _FailureText(
            tr("The answer cannot be unpacked"),
            tr("It came compressed in a way that was not asked for."),
            tr("Tell the gateway's or proxy's administrators."),
        ),
        FailureKind.PROXY_FAILED: _FailureText(
            tr("The proxy did not let the call through"),
            tr("The gateway was not reached: {proxy} failed."),
            tr("Check the proxy settings, or ask your network's administrators."),
        ),
        FailureKind.PROXY_AUTHENTICATION_REQUIRED: _FailureText(
            tr("The proxy wants a login"),
            tr("The gateway was not reached: {proxy} asks for name and password."),
            tr("Add its user and password to the connection, or ask who runs the network."),
        ),
        FailureKind.CA_FILE_UNUSABLE: _FailureText(
            tr("The environment's certificate file cannot be used"),
            tr("No certificates could be read from {detail}."),
            tr("Choose another file, or none, in the environment's settings."),
        ),
        FailureKind.CERTIFICATE_EXPIRED: _FailureText(
            tr("The gateway's certificate has expired"),
            tr("Its last day is over, so it proves nothing any more."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_YET_VALID: _FailureText(
            tr("The gateway's certificate is not valid yet"),
            tr("Its first day is still to come, so it proves nothing yet."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: _FailureText(
            tr("The certificate is for another host"),
            tr("It does not name the gateway's host."),
            _CHECK_ADDRESS,
        ),
        FailureKind.CERTIFICATE_SELF_SIGNED: _FailureText(
            tr("The gateway's certificate vouches for itself"),
            tr("Nobody but itself has signed the certificate."),
            tr("If it is yours, add its certificate file to the environment."),
        ),
        FailureKind.CERTIFICATE_NOT_TRUSTED: _FailureText(
            tr("The gateway's certificate is not trusted"),
            tr("This computer does not know who signed the certificate."),
            tr("If the gateway is private, add its root's file to the environment."),
        ),
        FailureKind.CERTIFICATE_WRONG_PURPOSE: _FailureText(
            tr("The gateway's certificate is for another purpose"),
            tr("It was not made for a server to identify itself with."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.CERTIFICATE_TOO_WEAK: _FailureText(
            tr("The gateway's certificate is too weak"),
            tr("Its key or signature is of a kind that is no longer safe."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.TLS_VERSION_TOO_OLD: _FailureText(
            tr("The gateway's encryption is too old"),
            tr("It speaks no version of TLS that is still safe."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.NOT_TLS: _FailureText(
            tr("The gateway does not speak https here"),
            tr("What answers at that port is not encrypted."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.TLS_FAILED: _FailureText(
            tr("No safe connection could be made"),
            tr("The two sides did not agree on an encryption."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.CLIENT_CERTIFICATE_REQUIRED: _FailureText(
            tr("The gateway wants a client certificate"),
            tr("It asked for a certificate of this computer, got none, and ended the connection."),
            tr("This app has none to show: ask the gateway's administrators for another address."),
        ),
        FailureKind.REDIRECTED: _FailureText(
            tr("The gateway sends the call elsewhere"),
            tr("It redirects to {detail}. The token was not sent there."),
            tr("Check the gateway's address: this one may be a web page's."),
        ),
        FailureKind.TOO_LARGE: _FailureText(
            tr("The answer is too large"),
            tr("It has more than {detail}; no session has. Reading was stopped."),
            _CHECK_ADDRESS,
        ),
        FailureKind.TIMED_OUT: _FailureText(
            tr("The gateway did not answer in time"),
            tr("After {span} the call was given up."),
            _CHECK_NETWORK,
        ),
        FailureKind.CANCELLED: _FailureText(
            tr("Cancelled"),
            tr("The call was stopped before the answer was there."),
            tr("Inspect again when you want to."),
        ),
        FailureKind.UNEXPECTED: _FailureText(
            tr("The call failed in an unexpected way"),
            tr("It is not known what happened. It says nothing about the session."),
            tr("Try again; if it stays, report it to the makers of this app."),
        ),
    }
)
_PROXY_SILENT_TEXT: Final = _FailureText(
    tr("The proxy did not answer in time"),
    tr("After {span} the call was given up."),
    tr("Check the proxy settings, or ask your network's administrators."),
)
_AFTER_REQUEST: Final = tr("It happened after the request was written.")
_TOKEN_NOT_SENT: Final = tr("{happened} The token was not sent.")
_NOT_SENT_KINDS: Final = frozenset(
    {
        FailureKind.CA_FILE_UNUSABLE,
        FailureKind.CERTIFICATE_EXPIRED,
        FailureKind.CERTIFICATE_NOT_YET_VALID,
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
        FailureKind.CERTIFICATE_SELF_SIGNED,
        FailureKind.CERTIFICATE_NOT_TRUSTED,
        FailureKind.CERTIFICATE_WRONG_PURPOSE,
        FailureKind.CERTIFICATE_TOO_WEAK,
        FailureKind.TLS_VERSION_TOO_OLD,
        FailureKind.NOT_TLS,
        FailureKind.TLS_FAILED,
        FailureKind.CLIENT_CERTIFICATE_REQUIRED,
    }
)
"""Those that raise the question whether the other side, whoever it is, got the token."""
_REFUSED_IN_HANDSHAKE: Final = _NOT_SENT_KINDS - {FailureKind.CLIENT_CERTIFICATE_REQUIRED}
"""Those whose words are true only before the request was written."""

_UNKNOWN_TARGET: Final = tr("another address")
_UNKNOWN_LIMIT: Final = tr("what is read at most")
_UNKNOWN_FILE: Final = tr("the file")
_UNKNOWN_PROXY: Final = tr("the proxy")
_UNKNOWN_DEADLINE: Final = tr("the time allowed")
_DEFAULT_DETAILS: Final[Mapping[FailureKind, Text]] = MappingProxyType(
    {FailureKind.REDIRECTED: _UNKNOWN_TARGET, FailureKind.CA_FILE_UNUSABLE: _UNKNOWN_FILE}
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


def _get_template(answer: Failure) -> _FailureText:
    if is_proxy_silent(answer):
        return _PROXY_SILENT_TEXT
    words = _FAILURE_TEXTS[answer.kind]
    if answer.kind in _REFUSED_IN_HANDSHAKE and answer.may_have_written_token:
        return words._replace(description=_AFTER_REQUEST, next_step=_TRY_LATER)
    return words


def _format_wait(answer: Failure) -> Text:
    detail = scalars.parse_number(answer.detail)
    seconds = float(detail) if detail is not None else answer.phases.total
    return (
        time_format.format_duration(seconds)
        if math.isfinite(seconds) and seconds >= 1
        else _UNKNOWN_DEADLINE
    )
