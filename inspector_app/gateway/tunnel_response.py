"""The answer of an HTTP proxy that was asked for a tunnel."""

from __future__ import annotations

import base64
import binascii
import http.client
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

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
    """A response to CONNECT that tells who refused and why: http.client throws the headers away.

    ``authorization`` is the header with which this app signed in at the proxy; may be empty.
    """

    def __init__(self, *settings: Any, authorization: str = "", **more: Any) -> None:  # noqa: ANN401  # http.client's
        super().__init__(*settings, **more)
        self._authorization = authorization

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
        raise build_refusal(status, headers, self._authorization)


def build_refusal(status: int, headers: Message, authorization: str = "") -> CallError:
    """The failure that a proxy's refusal is, with its status and what it says it is.

    Nothing is quoted that repeats the login in ``authorization``.
    """
    secrets = _list_secrets(authorization)
    schemes = list_login_schemes(headers)
    if status == PROXY_AUTHENTICATION_REQUIRED:
        if schemes and _OWN_SCHEME not in {scheme.lower() for scheme in schemes}:
            shown = ", ".join(one for one in schemes if not _has_any(one, secrets))
            return CallError(FailureKind.PROXY_LOGIN_UNSUPPORTED, shown)
        return CallError(FailureKind.PROXY_AUTHENTICATION_REQUIRED, f"HTTP {status}")
    product = next((headers[name] for name in _PRODUCT_HEADERS if headers[name]), "")
    product = "" if _has_any(str(product), secrets) else str(product).strip()
    shown = escape_invisible(elide(product, _MAX_PRODUCT_LENGTH))
    return CallError(
        FailureKind.PROXY_FAILED, f"HTTP {status} ({shown})" if shown else f"HTTP {status}"
    )


def _list_secrets(authorization: str) -> list[str]:
    """The credentials and the password in a ``Basic`` header, as a proxy may repeat them."""
    credentials = authorization.partition(" ")[2]
    try:
        login = base64.b64decode(credentials).decode()
    except (binascii.Error, UnicodeDecodeError):
        login = ""
    password = login.partition(":")[2]
    return [one.casefold() for one in (credentials, password, quote(password, safe="")) if one]


def _has_any(text: str, secrets: list[str]) -> bool:
    folded = text.casefold()
    return any(one in folded for one in secrets)


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
