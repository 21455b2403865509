"""User messages for each failure of a call: title, description and next step."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import credentials, time_format
from inspector_app.session.exchange import ApiCall, Failure, FailureKind, Phase
from inspector_app.session.parsing import scalars
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import Text, tr
from inspector_app.session.trust_store import describe_trust_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.translatable_text import TextValue

_MAX_DETAIL_LENGTH: Final = 120


class _FailureText(NamedTuple):
    """Three templates, which may use {detail}, {proxy} and {span}.

    The phase and the hosts are appended to the description.
    """

    title: Text
    description: Text
    next_step: Text


_CHECK_NETWORK: Final = tr("Check the network and the VPN, then try again.")
_TELL_GATEWAY_ADMINS: Final = tr("Tell the gateway's administrators; the token was not sent.")
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
            tr("No certificates could be read from {detail}. Nothing was sent."),
            tr("Choose another file, or none, in the environment's settings."),
        ),
        FailureKind.CERTIFICATE_EXPIRED: _FailureText(
            tr("The gateway's certificate has expired"),
            tr("Its last day is over, so it proves nothing any more. No token was sent."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_YET_VALID: _FailureText(
            tr("The gateway's certificate is not valid yet"),
            tr("Its first day is still to come, so it proves nothing yet. No token was sent."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: _FailureText(
            tr("The certificate is for another host"),
            tr("It does not name the gateway's host."),
            tr("Check the gateway's address; the token was not sent."),
        ),
        FailureKind.CERTIFICATE_SELF_SIGNED: _FailureText(
            tr("The gateway's certificate vouches for itself"),
            tr("Nobody but itself has signed the certificate."),
            tr("If it is yours, add its certificate file to the environment; no token was sent."),
        ),
        FailureKind.CERTIFICATE_NOT_TRUSTED: _FailureText(
            tr("The gateway's certificate is not trusted"),
            tr("This computer does not know who signed the certificate."),
            tr("If the gateway is private, add its root's file to the environment."),
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
            tr("Check the gateway's address and port; the token was not sent."),
        ),
        FailureKind.TLS_FAILED: _FailureText(
            tr("No safe connection could be made"),
            tr("The two sides did not agree on an encryption."),
            _TELL_GATEWAY_ADMINS,
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
_PHASE_TEXTS: Final[Mapping[Phase | None, Text]] = MappingProxyType(
    {
        None: tr("It ended before the call to {host} began."),
        Phase.RESOLVE: tr("It happened while looking up the name {host}."),
        Phase.CONNECT: tr("It happened while connecting to {host}."),
        Phase.TLS: tr("It happened while agreeing on an encryption with {host}."),
        Phase.WAIT: tr("It happened while waiting for an answer from {host}."),
        Phase.READ: tr("It happened while reading the answer of {host}."),
    }
)
_PROXY_PHASE_TEXTS: Final[Mapping[Phase | None, Text]] = MappingProxyType(
    {
        None: tr("It ended before the call to {host} by the proxy {proxy} began."),
        Phase.RESOLVE: tr("It happened while looking up the proxy {proxy}, on the way to {host}."),
        Phase.CONNECT: tr("It happened while connecting to {host} by the proxy {proxy}."),
        Phase.TLS: tr("It happened while agreeing on an encryption with {host}, by {proxy}."),
        Phase.WAIT: tr("It happened while waiting for {host} to answer, by the proxy {proxy}."),
        Phase.READ: tr("It happened while reading the answer of {host}, by the proxy {proxy}."),
    }
)
_APPLICATION_CALL_TEXT: Final = tr("{where} The application's access token was asked for.")
_TRUST_STORE_TEXT: Final = tr("{where} Certificates are checked against: {store}.")
_UNKNOWN_TARGET: Final = tr("another address")
_UNKNOWN_LIMIT: Final = tr("what is read at most")
_UNKNOWN_FILE: Final = tr("the file")
_UNKNOWN_PROXY: Final = tr("the proxy")
_UNKNOWN_DEADLINE: Final = tr("the time allowed")
_DEFAULT_DETAILS: Final[Mapping[FailureKind, Text]] = MappingProxyType(
    {FailureKind.REDIRECTED: _UNKNOWN_TARGET, FailureKind.CA_FILE_UNUSABLE: _UNKNOWN_FILE}
)


def describe_failure(answer: Failure) -> tuple[Text, Text, Text]:
    """Title, description with phase and hosts, and next step, as messages for the user."""
    words = _FAILURE_TEXTS[answer.kind]
    unnamed = _DEFAULT_DETAILS.get(answer.kind, _UNKNOWN_LIMIT)
    values: dict[str, TextValue] = {
        "detail": _sanitize(answer.detail) if answer.detail else unnamed,
        "proxy": _sanitize(answer.route.proxy) if answer.route.proxy else _UNKNOWN_PROXY,
        "span": _format_wait(answer),
    }
    happened = _fill_template(words.description, values)
    return (
        _fill_template(words.title, values),
        tr("{happened} {where}", happened=happened, where=_describe_location(answer)),
        _fill_template(words.next_step, values),
    )


def _describe_location(answer: Failure) -> Text:
    """The phase, the hosts, the call, and the trust store where TLS failed."""
    route = answer.route
    values: dict[str, TextValue] = {"host": _sanitize(route.host)}
    templates = _PHASE_TEXTS
    if route.proxy is not None:
        templates = _PROXY_PHASE_TEXTS
        values["proxy"] = _sanitize(route.proxy)
    where = _fill_template(templates[answer.phase], values)
    if answer.phase is Phase.TLS and route.trust_store is not None:
        where = _fill_template(
            _TRUST_STORE_TEXT,
            {"where": where, "store": describe_trust_store(_sanitize(route.trust_store))},
        )
    if answer.call is ApiCall.APPLICATION:
        where = _fill_template(_APPLICATION_CALL_TEXT, {"where": where})
    return where


def _format_wait(answer: Failure) -> Text:
    detail = scalars.parse_number(answer.detail)
    seconds = float(detail) if detail is not None else answer.phases.total
    return (
        time_format.format_duration(seconds)
        if math.isfinite(seconds) and seconds >= 1
        else _UNKNOWN_DEADLINE
    )


def _fill_template(text: Text, values: Mapping[str, TextValue]) -> Text:
    used = tuple((name, value) for name, value in values.items() if f"{{{name}}}" in text.template)
    return Text(text.template, used)


def _sanitize(text: str) -> str:
    return escape_invisible(
        elide(credentials.find_in_text(text).mask_text(text), _MAX_DETAIL_LENGTH)
    )
