"""Redacts the metadata of an exchange or a failure: headers, URLs, route and certificate."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials import PERSONAL_DATA_PLACEHOLDER
from inspector_app.session.diagnosis.answering_party import (
    PROXY_LATENCY_HEADER,
    UPSTREAM_LATENCY_HEADER,
    is_rate_limit_header,
)
from inspector_app.session.exchange import TlsInfo
from inspector_app.session.parsing.timestamps import parse_http_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.exchange import Exchange, Failure, Route

_ALLOWED_HEADERS: Final = frozenset({"date", "age", "content-type", "retry-after", "location"})
_PARTY_HEADERS: Final = frozenset(
    {UPSTREAM_LATENCY_HEADER.lower(), PROXY_LATENCY_HEADER.lower(), "via"}
)
"""Evidence of who answered: kept where it is a number of milliseconds, or names Kong."""

_URL: Final = re.compile(
    r"\A(?P<scheme>(?:[A-Za-z][A-Za-z0-9+.-]*+:)?//)(?:[^/?#]*@)?(?P<place>[^/?#\s]*)(?P<rest>(?:[/?#].*)?)",
    re.DOTALL,
)
"""No host has a blank: what has one stands in the place of a host, and may be a person's name."""

_OMITTED_PATH: Final = "/…"
_HEADER_NAME: Final = re.compile(r"[a-z-]{1,60}")
"""Of a rate limit: the words of a period, and no figures by which a person could be named."""

_IMPERSONAL_VALUE: Final = re.compile(
    r"\A(?:[0-9]{1,10}|(?:[0-9.]{1,8} )?kong/[0-9.]{1,20}"
    r"|[a-z]++/[a-z0-9.+-]{1,60}(?: ?; ?charset=\"?[a-z0-9-]{1,20}\"?)?)",
    re.IGNORECASE,
)
"""A number, the name of the gateway's software, or a media type."""


def _is_allowed(name: str) -> bool:
    lower = name.lower()
    return (
        lower in _ALLOWED_HEADERS
        or lower in _PARTY_HEADERS
        or (is_rate_limit_header(lower) and _HEADER_NAME.fullmatch(lower) is not None)
    )


@dataclass(frozen=True, slots=True)
class ExchangeRedactor:
    """Redacts an exchange or a failure, except for the JSON document in its body.

    ``mask_secrets`` masks the secrets in a text. ``redact_personal_data`` removes personal data,
    recognized by pattern or known from the answer's document; None where they may be reported.
    """

    mask_secrets: Callable[[str], str]
    redact_personal_data: Callable[[str], str] | None = None

    def redact_failure(self, failure: Failure) -> Failure:
        """The failure with its detail and route redacted."""
        detail = None if failure.detail is None else self._redact_text(failure.detail)
        return replace(failure, detail=detail, route=self._redact_route(failure.route))

    def redact_exchange(self, exchange: Exchange) -> Exchange:
        """The answer with its headers, route and certificate redacted, and any non-JSON body."""
        page = (
            exchange.body if self.redact_personal_data is None else b""
        )  # a web page may contain a name
        return replace(
            exchange,
            body=self.mask_secrets(page.decode(errors="replace")).encode(),
            headers=tuple(
                (name, self._redact_header(value))
                for name, value in exchange.headers
                if _is_allowed(name)
            ),
            route=self._redact_route(exchange.route),
            tls=None if exchange.tls is None else self._redact_tls(exchange.tls),
        )

    def _redact_header(self, value: str) -> str:
        """A header's value; by default only if it cannot identify a person."""
        if parse_http_date(value) is not None or _IMPERSONAL_VALUE.fullmatch(value):
            return value
        if self.redact_personal_data is None or _URL.fullmatch(value):
            return self._redact_text(value)
        return PERSONAL_DATA_PLACEHOLDER if value else value

    def _redact_text(self, text: str) -> str:
        """External text redacted; of a URL, the user info, and by default all but the host."""
        found = _URL.fullmatch(text)
        if found is not None:
            rest = (
                found["rest"]
                if self.redact_personal_data is None or not found["rest"]
                else _OMITTED_PATH
            )
            text = f"{found['scheme']}{found['place']}{rest}"
        text = self.mask_secrets(text)
        return text if self.redact_personal_data is None else self.redact_personal_data(text)

    def _redact_route(self, route: Route) -> Route:
        return replace(
            route,
            host=self.mask_secrets(route.host),
            proxy=self._mask_optional(route.proxy),
            trust_store=self._mask_optional(route.trust_store),
            ignored_proxy_script=self._mask_optional(route.ignored_proxy_script),
        )

    def _redact_tls(self, tls: TlsInfo) -> TlsInfo:
        return TlsInfo(*(self.mask_secrets(fact) for fact in astuple(tls)))

    def _mask_optional(self, text: str | None) -> str | None:
        return None if text is None else self.mask_secrets(text)
