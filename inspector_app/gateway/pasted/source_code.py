"""Finds the token in source code that sets a header: PowerShell, ``fetch``, Python, Java."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.authorization import ACCESS_TOKEN_HEADER
from inspector_app.gateway.pasted import headers
from inspector_app.gateway.pasted.candidate import parse_host
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.gateway.pasted.candidate import TokenCandidate

_TOKEN_NAMES: Final = (
    headers.AUTHORIZATION,
    headers.COOKIE,
    headers.SESSION_COOKIE,
    ACCESS_TOKEN_HEADER,
)
_HEADER_ASSIGNMENT: Final = re.compile(
    rf"""["']?\b({"|".join(_TOKEN_NAMES)})\b["']?\s*[:=,]\s*
        (?:"((?:[`\\].|[^"`\\]++)*+)"|'((?:[`\\].|[^'`\\]++)*+)')""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_URL: Final = re.compile(r"""https?://[^\s"'`)]+""", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"[`\\](.)")
_NOTE: Final = tr("Read the pasted program text.")


def find_token(text: str) -> TokenCandidate | None:
    """The token in a quoted value next to its header's name; None if there is no such pair."""
    candidate = headers.select_token(list(_iter_headers(text)))
    if candidate is None:
        return None
    url = _URL.search(text)
    host = parse_host(url[0]) if url else None
    return replace(candidate, notes=(_NOTE, *candidate.notes), host=host)


def _iter_headers(text: str) -> Iterator[headers.Header]:
    for pair in _HEADER_ASSIGNMENT.finditer(text):
        check_interruption()
        value = pair[2] if pair[2] is not None else pair[3]
        yield pair[1].lower(), _ESCAPED.sub(r"\1", value)
