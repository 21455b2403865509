"""The answer of an HTTP proxy that was asked for a tunnel."""

from __future__ import annotations

import http.client
import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.error_mapping import CallError
from inspector_app.gateway.strict_response import StrictResponse
from inspector_app.session.exchange import FailureKind
from inspector_app.session.http_status import PROXY_AUTHENTICATION_REQUIRED
from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from email.message import Message

_OWN_SCHEME: Final = "basic"
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")
_MAX_SCHEMES: Final = 6
_MAX_PRODUCT_LENGTH: Final = 60
_PRODUCT_HEADERS: Final = ("Proxy-Agent", "Via", "Server")
"""Where a proxy says what it is; the first is not of any standard, but squid's elders use it."""


class TunnelResponse(StrictResponse):
    """A response to CONNECT that tells who refused and why: http.client throws the headers away."""

    def _read_status(self) -> tuple[str, int, str]:
        """Reads the status line.

        Raises:
            CallError: if the proxy refuses the tunnel.
            http.client.HTTPException: if it is not HTTP.
        """
        version, status, reason = super()._read_status()
        if status == http.client.OK:
            return version, status, reason
        try:
            headers: Message = http.client.parse_headers(self.fp)
        except (http.client.HTTPException, OSError):  # the status was there all the same
            headers = http.client.HTTPMessage()
        raise build_refusal(status, headers)


def build_refusal(status: int, headers: Message) -> CallError:
    """The failure that a proxy's refusal is, with its status and what it says it is."""
    schemes = list_login_schemes(headers)
    if status == PROXY_AUTHENTICATION_REQUIRED:
        if schemes and _OWN_SCHEME not in {scheme.lower() for scheme in schemes}:
            return CallError(FailureKind.PROXY_LOGIN_UNSUPPORTED, ", ".join(schemes))
        return CallError(FailureKind.PROXY_AUTHENTICATION_REQUIRED, f"HTTP {status}")
    product = next((headers[name] for name in _PRODUCT_HEADERS if headers[name]), "")
    shown = escape_invisible(elide(str(product).strip(), _MAX_PRODUCT_LENGTH))
    return CallError(
        FailureKind.PROXY_FAILED, f"HTTP {status} ({shown})" if shown else f"HTTP {status}"
    )


def list_login_schemes(headers: Message) -> list[str]:
    """The ways to sign in that the proxy offers, in its words: each begins a challenge.

    RFC 9110, 11.6.1: challenges stand in headers of their own or behind commas, as parameters do
    as well; but a parameter has an equals sign behind its first word.
    """
    found: dict[str, str] = {}
    for value in headers.get_all("Proxy-Authenticate", []):
        for part in str(value).split(","):
            word, _, rest = part.strip().partition(" ")
            if _SCHEME.fullmatch(word) and not rest.lstrip().startswith("="):
                found.setdefault(word.lower(), word)
    return list(found.values())[:_MAX_SCHEMES]
