"""Finds the token in source code that sets a header: PowerShell, ``fetch``, Python, Java."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted import headers
from inspector_app.gateway.pasted.found import Found, PastedKind, host_of
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_SET: Final = re.compile(
    r"""["']?\b(authorization|cookie|global_id|apim-accesstoken)\b["']?\s*[:=,]\s*
        (?:"((?:[`\\].|[^"`\\])*)"|'((?:[`\\].|[^'`\\])*)')""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_URL: Final = re.compile(r"""https?://[^\s"'`)]+""", re.IGNORECASE)
_NOTE: Final = tr("Read the pasted program text.")


def find(text: str) -> Found | None:
    """The token in a quoted value next to its header's name; None if there is no such pair."""
    found = headers.pick(list(_pairs(text)), PastedKind.CODE)
    if found is None:
        return None
    url = _URL.search(text)
    host = host_of(url[0]) if url else None
    return Found(found.kind, found.value, found.problem, (_NOTE, *found.notes), host)


def _pairs(text: str) -> Iterator[headers.Header]:
    for pair in _SET.finditer(text):
        value = pair[2] if pair[2] is not None else pair[3]
        yield pair[1].lower(), re.sub(r"[`\\](.)", r"\1", value)
