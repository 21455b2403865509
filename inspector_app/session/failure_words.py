"""What each failure of a call is called, what happened, and what to do next."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import credentials, moment, scalars
from inspector_app.session.exchange import Failure, FailureKind, Phase
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.wording import Value

_LONGEST: Final = 120


class _Words(NamedTuple):
    """Three templates, in which {host}, {detail}, {proxy}, {span} and {during} may stand."""

    title: Text
    happened: Text
    next_step: Text


_ASK_NETWORK: Final = tr("Check the network and the VPN, then try again.")
_ASK_GATEWAY: Final = tr("Tell the gateway's administrators; the token was not sent.")
_CHECK_ADDRESS: Final = tr("Check the gateway's address.")
_TRY_LATER: Final = tr("Try again in a moment.")

_WORDS: Final[Mapping[FailureKind, _Words]] = MappingProxyType(
    {
        FailureKind.HOST_NOT_FOUND: _Words(
            tr("The gateway's name is not known"),
            tr("The network knows no computer called {host}."),
            tr("Check the gateway's address, the network and the VPN."),
        ),
        FailureKind.CONNECTION_REFUSED: _Words(
            tr("The gateway refused the connection"),
            tr("{host} is there, but nothing answers at that port."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.NETWORK_UNREACHABLE: _Words(
            tr("The gateway cannot be reached"),
            tr("There is no way from this computer to {host}."),
            _ASK_NETWORK,
        ),
        FailureKind.CONNECTION_RESET: _Words(
            tr("The connection was broken off"),
            tr("{host}, or something on the way to it, ended the connection."),
            _ASK_NETWORK,
        ),
        FailureKind.NO_ANSWER: _Words(
            tr("No answer came"),
            tr("{host} closed the connection without an answer."),
            _TRY_LATER,
        ),
        FailureKind.ANSWER_CUT_SHORT: _Words(
            tr("The answer was cut short"),
            tr("The connection to {host} ended before the answer was complete."),
            _TRY_LATER,
        ),
        FailureKind.NOT_HTTP: _Words(
            tr("This is not a gateway"),
            tr("{host} answered with something that is not HTTP."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.UNKNOWN_ENCODING: _Words(
            tr("The answer cannot be unpacked"),
            tr("It came compressed in a way that was not asked for."),
            tr("Tell the gateway's or proxy's administrators."),
        ),
        FailureKind.PROXY_FAILED: _Words(
            tr("The proxy did not let the call through"),
            tr("The gateway was not reached: {proxy} failed."),
            tr("Check the proxy settings, or ask your network's administrators."),
        ),
        FailureKind.PROXY_WANTS_LOGIN: _Words(
            tr("The proxy wants a login"),
            tr("The gateway was not reached: {proxy} asks for name and password."),
            tr("Sign in to the proxy, or ask your network's administrators."),
        ),
        FailureKind.CA_FILE_UNUSABLE: _Words(
            tr("The environment's certificate file cannot be used"),
            tr("No certificates could be read from it. Nothing was sent."),
            tr("Choose another file, or none, in the environment's settings."),
        ),
        FailureKind.CERTIFICATE_EXPIRED: _Words(
            tr("The gateway's certificate has expired"),
            tr("So it is not certain that this is {host}."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_YET_VALID: _Words(
            tr("The gateway's certificate is not valid yet"),
            tr("So it is not certain that this is {host}."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_FOR_OTHER_HOST: _Words(
            tr("The certificate is for another host"),
            tr("It does not name {host}."),
            tr("Check the gateway's address; the token was not sent."),
        ),
        FailureKind.CERTIFICATE_SELF_SIGNED: _Words(
            tr("The gateway's certificate vouches for itself"),
            tr("Nobody this computer trusts has signed the certificate of {host}."),
            tr("If it is yours, add its certificate file to the environment; no token was sent."),
        ),
        FailureKind.CERTIFICATE_NOT_TRUSTED: _Words(
            tr("The gateway's certificate is not trusted"),
            tr("This computer does not know who signed the certificate of {host}."),
            tr("If the gateway is private, add its root's file to the environment."),
        ),
        FailureKind.CERTIFICATE_TOO_WEAK: _Words(
            tr("The gateway's certificate is too weak"),
            tr("Its key or signature is of a kind that is no longer safe."),
            _ASK_GATEWAY,
        ),
        FailureKind.TLS_VERSION_TOO_OLD: _Words(
            tr("The gateway's encryption is too old"),
            tr("{host} speaks no version of TLS that is still safe."),
            _ASK_GATEWAY,
        ),
        FailureKind.NOT_TLS: _Words(
            tr("The gateway does not speak https here"),
            tr("What answers at that port of {host} is not encrypted."),
            tr("Check the gateway's address and port; the token was not sent."),
        ),
        FailureKind.TLS_FAILED: _Words(
            tr("No safe connection could be made"),
            tr("{host} and this computer did not agree on an encryption."),
            _ASK_GATEWAY,
        ),
        FailureKind.REDIRECTED: _Words(
            tr("The gateway sends the call elsewhere"),
            tr("It redirects to {detail}. The token was not sent there."),
            tr("Check the gateway's address: this one may be a web page's."),
        ),
        FailureKind.TOO_LARGE: _Words(
            tr("The answer is too large"),
            tr("It has more than {detail}; no session has. Reading was stopped."),
            _CHECK_ADDRESS,
        ),
        FailureKind.TIMED_OUT: _Words(
            tr("The gateway did not answer in time"),
            tr("After {span} the call was given up, {during}."),
            _ASK_NETWORK,
        ),
        FailureKind.CANCELLED: _Words(
            tr("Cancelled"),
            tr("The call was stopped before the answer was there."),
            tr("Inspect again when you want to."),
        ),
        FailureKind.UNEXPECTED: _Words(
            tr("The call failed in an unexpected way"),
            tr("It is not known what happened. It says nothing about the session."),
            tr("Try again; if it stays, report it to the makers of this app."),
        ),
    }
)
_DURING: Final[Mapping[Phase | None, Text]] = MappingProxyType(
    {
        None: tr("before it began"),
        Phase.RESOLVE: tr("while looking up the name {host}"),
        Phase.CONNECT: tr("while connecting to {host}"),
        Phase.TLS: tr("while agreeing on an encryption with {host}"),
        Phase.WAIT: tr("while waiting for an answer from {host}"),
        Phase.READ: tr("while reading the answer of {host}"),
    }
)
_ELSEWHERE: Final = tr("another address")
_THE_LIMIT: Final = tr("what is read at most")
_THE_PROXY: Final = tr("the proxy")
_THE_DEADLINE: Final = tr("the time allowed")


def failure(answer: Failure) -> tuple[Text, Text, Text]:
    """Title, what happened, and what to do next, in the user's words."""
    words = _WORDS[answer.kind]
    host = _safe(answer.route.host)
    unnamed = _ELSEWHERE if answer.kind is FailureKind.REDIRECTED else _THE_LIMIT
    values: dict[str, Value] = {
        "host": host,
        "detail": _safe(answer.detail) if answer.detail else unnamed,
        "proxy": _safe(answer.route.proxy) if answer.route.proxy else _THE_PROXY,
        "span": _waited(answer),
        "during": _filled(_DURING[answer.phase], {"host": host}),
    }
    return (
        _filled(words.title, values),
        _filled(words.happened, values),
        _filled(words.next_step, values),
    )


def _waited(answer: Failure) -> Text:
    detail = scalars.number(answer.detail)
    seconds = float(detail) if detail is not None else answer.phases.total
    return moment.duration(seconds) if math.isfinite(seconds) and seconds >= 1 else _THE_DEADLINE


def _filled(words: Text, values: Mapping[str, Value]) -> Text:
    used = tuple((name, value) for name, value in values.items() if f"{{{name}}}" in words.template)
    return Text(words.template, used)


def _safe(text: str) -> str:
    return visible(elided(credentials.of_text(text).hidden(text), _LONGEST))
