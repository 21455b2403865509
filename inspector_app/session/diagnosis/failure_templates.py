"""Templates of what is said of each failure of a call, and of some in more detail."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.exchange import FailureKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping


class FailureText(NamedTuple):
    """Three templates, which may use {detail}, {proxy} and {span}.

    The phase and the hosts are appended to the description.
    """

    title: Text
    description: Text
    next_step: Text


_CHECK_NETWORK: Final = tr("Check the network and the VPN, then try again.")
_TELL_GATEWAY_ADMINS: Final = tr("Tell the gateway's administrators.")
_CHECK_ADDRESS: Final = tr("Check the gateway's address.")
TRY_LATER: Final = tr("Try again in a moment.")

FAILURE_TEXTS: Final[Mapping[FailureKind, FailureText]] = MappingProxyType(
    {
        FailureKind.HOST_NOT_FOUND: FailureText(
            tr("The gateway's name is not known"),
            tr("The network knows no computer of that name."),
            tr("Check the gateway's address, the network and the VPN."),
        ),
        FailureKind.CONNECTION_REFUSED: FailureText(
            tr("The gateway refused the connection"),
            tr("The computer is there, but nothing answers at that port."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.NETWORK_UNREACHABLE: FailureText(
            tr("The gateway cannot be reached"),
            tr("There is no way there from this computer."),
            _CHECK_NETWORK,
        ),
        FailureKind.CONNECTION_RESET: FailureText(
            tr("The connection was broken off"),
            tr("The other side, or something on the way, ended the connection."),
            _CHECK_NETWORK,
        ),
        FailureKind.NO_ANSWER: FailureText(
            tr("No answer came"),
            tr("The connection was closed without a word."),
            TRY_LATER,
        ),
        FailureKind.ANSWER_TRUNCATED: FailureText(
            tr("The answer was cut short"),
            tr("The connection ended before the answer was complete."),
            TRY_LATER,
        ),
        FailureKind.NOT_HTTP: FailureText(
            tr("This is not a gateway"),
            tr("What came is not HTTP."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.UNKNOWN_ENCODING: FailureText(
            tr("The answer cannot be unpacked"),
            tr("It came compressed in a way that was not asked for."),
            tr("Tell the gateway's or proxy's administrators."),
        ),
        FailureKind.PROXY_FAILED: FailureText(
            tr("The proxy did not let the call through"),
            tr("The gateway was not reached: {proxy} failed."),
            tr("Check the proxy settings, or ask your network's administrators."),
        ),
        FailureKind.PROXY_AUTHENTICATION_REQUIRED: FailureText(
            tr("The proxy wants a login"),
            tr("The gateway was not reached: {proxy} asks for name and password."),
            tr("Add its user and password to the connection, or ask who runs the network."),
        ),
        FailureKind.PROXY_LOGIN_UNSUPPORTED: FailureText(
            tr("The proxy wants a login of another kind"),
            tr("The gateway was not reached: {proxy} accepts no password, but {detail} alone."),
            tr("Enter a local relay that signs in for you, such as Px or Cntlm, as the proxy."),
        ),
        FailureKind.PROXY_SETTING_UNUSABLE: FailureText(
            tr("The proxy setting cannot be used"),
            tr("{proxy} is no proxy that this app can use, so nothing was tried."),
            tr("Choose a proxy, or none, in the environment's settings."),
        ),
        FailureKind.CA_FILE_UNUSABLE: FailureText(
            tr("The environment's certificate file cannot be used"),
            tr("No certificates could be read from {detail}."),
            tr("Choose another file, or none, in the environment's settings."),
        ),
        FailureKind.CERTIFICATE_EXPIRED: FailureText(
            tr("The gateway's certificate has expired"),
            tr("Its last day is over, so it proves nothing any more."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_YET_VALID: FailureText(
            tr("The gateway's certificate is not valid yet"),
            tr("Its first day is still to come, so it proves nothing yet."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_OUT_OF_DATE: FailureText(
            tr("The gateway's certificate is not valid today"),
            tr("It has expired or is not valid yet; Windows does not say which."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: FailureText(
            tr("The certificate is for another host"),
            tr("It does not name the gateway's host."),
            _CHECK_ADDRESS,
        ),
        FailureKind.CERTIFICATE_SELF_SIGNED: FailureText(
            tr("The gateway's certificate vouches for itself"),
            tr("Nobody but itself has signed the certificate."),
            tr("If it is yours, add its certificate file to the environment."),
        ),
        FailureKind.CERTIFICATE_NOT_TRUSTED: FailureText(
            tr("The gateway's certificate is not trusted"),
            tr("This computer does not know who signed the certificate."),
            tr("If the gateway is private, add its root's file to the environment."),
        ),
        FailureKind.CERTIFICATE_WRONG_PURPOSE: FailureText(
            tr("The gateway's certificate is for another purpose"),
            tr("It was not made for a server to identify itself with."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.CERTIFICATE_TOO_WEAK: FailureText(
            tr("The gateway's certificate is too weak"),
            tr("Its key or signature is of a kind that is no longer safe."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.TLS_VERSION_TOO_OLD: FailureText(
            tr("The gateway's encryption is too old"),
            tr("It speaks no version of TLS that is still safe."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.NOT_TLS: FailureText(
            tr("The gateway does not speak https here"),
            tr("What answers at that port is not encrypted."),
            tr("Check the gateway's address and port."),
        ),
        FailureKind.TLS_FAILED: FailureText(
            tr("No safe connection could be made"),
            tr("The two sides did not agree on an encryption."),
            _TELL_GATEWAY_ADMINS,
        ),
        FailureKind.CLIENT_CERTIFICATE_REQUIRED: FailureText(
            tr("The gateway wants a client certificate"),
            tr("It asked for a certificate of this computer, got none, and ended the connection."),
            tr("Ask the gateway's administrators for one, and choose it under Connection."),
        ),
        FailureKind.CLIENT_CERTIFICATE_REFUSED: FailureText(
            tr("The gateway refuses the client certificate"),
            tr("It was shown the environment's certificate of this computer, and refused it."),
            tr("Ask the gateway's administrators for another certificate: it may have expired."),
        ),
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE: FailureText(
            tr("The environment's client certificate cannot be used"),
            tr("No certificate with its key could be read from {detail} with the kept password."),
            tr("Choose its file and enter its password again in the environment's settings."),
        ),
        FailureKind.REDIRECTED: FailureText(
            tr("The gateway sends the call elsewhere"),
            tr("It redirects to {detail}. The token was not sent there."),
            tr("Check the gateway's address: this one may be a web page's."),
        ),
        FailureKind.TOO_LARGE: FailureText(
            tr("The answer is too large"),
            tr("It has more than {detail}; no session has. Reading was stopped."),
            _CHECK_ADDRESS,
        ),
        FailureKind.TIMED_OUT: FailureText(
            tr("The gateway did not answer in time"),
            tr("After {span} the call was given up."),
            _CHECK_NETWORK,
        ),
        FailureKind.CANCELLED: FailureText(
            tr("Cancelled"),
            tr("The call was stopped before the answer was there."),
            tr("Inspect again when you want to."),
        ),
        FailureKind.UNEXPECTED: FailureText(
            tr("The call failed in an unexpected way"),
            tr("It is not known what happened. It says nothing about the session."),
            tr("Try again; if it stays, report it to the makers of this app."),
        ),
    }
)
DETAILED_TEXTS: Final[Mapping[FailureKind, FailureText]] = MappingProxyType(
    {
        FailureKind.PROXY_FAILED: FailureText(
            tr("The proxy did not let the call through"),
            tr("The gateway was not reached: {proxy} answered {detail}."),
            tr("Check the proxy settings, or ask your network's administrators."),
        ),
        FailureKind.CERTIFICATE_EXPIRED: FailureText(
            tr("A certificate behind the gateway's has expired"),
            tr("The gateway's own is valid, but that of its issuer “{detail}” is not any more."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_YET_VALID: FailureText(
            tr("A certificate behind the gateway's is not valid yet"),
            tr("The gateway's own is valid, but that of its issuer “{detail}” is not yet."),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_OUT_OF_DATE: FailureText(
            tr("A certificate behind the gateway's is not valid today"),
            tr(
                "The gateway's own is valid. This computer's of “{detail}” has expired or is not "
                "valid yet; Windows does not say which."
            ),
            tr("Compare this computer's date; if it is right, tell the gateway's administrators."),
        ),
        FailureKind.CERTIFICATE_NOT_TRUSTED: FailureText(
            tr("The gateway's certificate is not trusted"),
            tr("It comes from “{detail}”, which this computer does not know."),
            tr(
                "If that is your company's network or security software, or the gateway is "
                "private, add that authority's certificate file to the environment."
            ),
        ),
    }
)
"""What is said where the failure has a detail, and more is known by it."""

PROXY_SILENT_TEXT: Final = FailureText(
    tr("The proxy did not answer in time"),
    tr("After {span} the call was given up."),
    tr("Check the proxy settings, or ask your network's administrators."),
)
