"""Redacts the metadata of an exchange or a failure: headers, URLs, route and certificate."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.report.personal_data import REMOVED
from inspector_app.session.exchange import TlsInfo
from inspector_app.session.moment import parse_http_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.exchange import Exchange, Failure, Route

_HEADERS_THAT_MAY_LEAVE: Final = frozenset(
    {"date", "age", "content-type", "retry-after", "location"}
)
_ADDRESS: Final = re.compile(
    r"(?P<scheme>(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)(?:[^/?#]*@)?(?P<place>[^/?#]*)(?P<rest>.*)",
    re.DOTALL,
)
_LEFT_OUT: Final = "/…"
_NO_NAME_IN_IT: Final = re.compile(
    r"[0-9]{1,10}|[a-z]+/[a-z0-9.+-]{1,60}(?: ?; ?charset=\"?[a-z0-9-]{1,20}\"?)?", re.IGNORECASE
)
"""A number of seconds, or a media type."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Redacts an exchange or a failure, except for the JSON document in its body.

    ``mask_secrets`` masks the secrets in a text. ``redact_personal_data`` removes personal data,
    recognized by pattern or known from the answer's document; None where they may be reported.
    """

    hide: Callable[[str], str]
    free_text: Callable[[str], str] | None = None

    def of_failure(self, failure: Failure) -> Failure:
        """The failure with its detail and route redacted."""
        detail = None if failure.detail is None else self._told(failure.detail)
        return replace(failure, detail=detail, route=self._route(failure.route))

    def of_exchange(self, exchange: Exchange) -> Exchange:
        """The answer with its headers, route and certificate redacted, and any non-JSON body."""
        page = exchange.body if self.free_text is None else b""  # a web page may contain a name
        return replace(
            exchange,
            body=self.hide(page.decode(errors="replace")).encode(),
            headers=tuple(
                (name, self._header(value))
                for name, value in exchange.headers
                if name.lower() in _HEADERS_THAT_MAY_LEAVE
            ),
            route=self._route(exchange.route),
            tls=None if exchange.tls is None else self._tls(exchange.tls),
        )

    def _header(self, value: str) -> str:
        """A header's value; by default only if it cannot identify a person."""
        if parse_http_date(value) is not None or _NO_NAME_IN_IT.fullmatch(value):
            return value
        if self.free_text is None or _ADDRESS.fullmatch(value):
            return self._told(value)
        return REMOVED if value else value

    def _told(self, text: str) -> str:
        """External text redacted; of a URL, the user info, and by default all but the host."""
        found = _ADDRESS.fullmatch(text)
        if found is not None:
            rest = found["rest"] if self.free_text is None or not found["rest"] else _LEFT_OUT
            text = f"{found['scheme']}{found['place']}{rest}"
        text = self.hide(text)
        return text if self.free_text is None else self.free_text(text)

    def _route(self, route: Route) -> Route:
        return replace(
            route,
            host=self.hide(route.host),
            proxy=self._hidden(route.proxy),
            trust_store=self._hidden(route.trust_store),
        )

    def _tls(self, tls: TlsInfo) -> TlsInfo:
        return TlsInfo(*(self.hide(fact) for fact in astuple(tls)))

    def _hidden(self, text: str | None) -> str | None:
        return None if text is None else self.hide(text)
