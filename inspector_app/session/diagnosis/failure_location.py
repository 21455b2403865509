"""Say where a call failed: the phase, the hosts, and what the other side may have received."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import credentials
from inspector_app.session.exchange import ApiCall, Failure, FailureKind, Phase
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import Text, tr
from inspector_app.session.trust_store import describe_trust_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.translatable_text import TextValue

_MAX_DETAIL_LENGTH: Final = 120
_PHASE_TEXTS: Final[Mapping[Phase | None, Text]] = MappingProxyType(
    {
        None: tr("It ended before the call to {host} began."),
        Phase.RESOLVE: tr("It happened while looking up the name {host}."),
        Phase.CONNECT: tr("It happened while connecting to {host}."),
        Phase.TLS: tr("The TLS handshake with {host} failed."),
        Phase.WAIT: tr("It happened while waiting for an answer from {host}."),
        Phase.READ: tr("It happened while reading the answer of {host}."),
    }
)
_PROXY_PHASE_TEXTS: Final[Mapping[Phase | None, Text]] = MappingProxyType(
    {
        None: tr("It ended before the call to {host} by the proxy {proxy} began."),
        Phase.RESOLVE: tr("It happened while looking up the proxy {proxy}, on the way to {host}."),
        Phase.CONNECT: tr("It happened while connecting to {host} by the proxy {proxy}."),
        Phase.TLS: tr("The TLS handshake with {host} by {proxy} failed."),
        Phase.WAIT: tr("It happened while waiting for {host} to answer, by the proxy {proxy}."),
        Phase.READ: tr("It happened while reading the answer of {host}, by the proxy {proxy}."),
    }
)
_APPLICATION_CALL_TEXT: Final = tr("{where} The application's access token was asked for.")
_TOKEN_SENT_TEXT: Final = tr("{where} The other side may have received the token.")
_IGNORED_SCRIPT_TEXT: Final = tr(
    "{where} The system's proxy script {script} was not run, which this app cannot do: "
    "if the gateway needs a proxy, enter it in the environment's settings."
)
_CERTIFICATE_KINDS: Final = frozenset(
    kind for kind in FailureKind if kind.name.startswith("CERTIFICATE_")
)
_TRUST_STORE_TEXT: Final = tr("{where} Certificates are checked against: {store}.")


def describe_location(answer: Failure, secrets: Credentials) -> Text:
    """The phase, the hosts, the call, and the trust store where a certificate was refused."""
    route = answer.route
    values: dict[str, TextValue] = {"host": sanitize(route.host, secrets)}
    templates = _PHASE_TEXTS
    if route.proxy is not None:
        templates = _PROXY_PHASE_TEXTS
        values["proxy"] = sanitize(route.proxy, secrets)
    where = fill_template(templates[answer.phase], values)
    if answer.kind in _CERTIFICATE_KINDS and route.trust_store is not None:
        where = fill_template(
            _TRUST_STORE_TEXT,
            {"where": where, "store": describe_trust_store(sanitize(route.trust_store, secrets))},
        )
    if route.ignored_proxy_script is not None and route.proxy is None:
        script = sanitize(route.ignored_proxy_script, secrets)
        where = fill_template(_IGNORED_SCRIPT_TEXT, {"where": where, "script": script})
    if answer.may_have_sent_token:
        where = fill_template(_TOKEN_SENT_TEXT, {"where": where})
    if answer.call is ApiCall.APPLICATION:
        where = fill_template(_APPLICATION_CALL_TEXT, {"where": where})
    return where


def fill_template(text: Text, values: Mapping[str, TextValue]) -> Text:
    """The text with those of the values that its template uses."""
    used = tuple((name, value) for name, value in values.items() if f"{{{name}}}" in text.template)
    return Text(text.template, used)


def sanitize(text: str, secrets: Credentials) -> str:
    """A text of the gateway for a message: short, visible, credentials masked."""
    known = secrets | credentials.find_in_address(text)
    return escape_invisible(elide(known.mask_text(text), _MAX_DETAIL_LENGTH))
