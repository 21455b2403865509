"""Finds a token inside other text: a log line, a sentence, a query string."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted.found import Found, PastedKind, best, kind_of
from inspector_app.session.wording import tr

_CUT: Final = r"(?:…|\.{2,}|[*•]+)?"
_KNOWN: Final = re.compile(
    rf"(?<![A-Za-z0-9_])(?P<known>(?:IAM_S_|APP_PORTAL_S_)[A-Za-z0-9]+{_CUT}"
    rf"|eyJ[\w-]+\.[\w-]+\.[\w-]+{_CUT})"
    rf"|\b(?i:Bearer)[ \t]+(?P<bearer>[A-Za-z0-9._~+/=-]{{8,}}{_CUT})",
    re.ASCII,
)
_DOCUMENTED: Final = re.compile(r"IAM_S_(?:[A-Za-z0-9]{128}|[A-Za-z0-9]{32})|APP_PORTAL_S_\w{32}")
"""The lengths of EnOS session IDs in the vendor's samples: a hint, never a rule."""

_WRAPPED: Final = re.compile(
    r"((?:IAM_S_|APP_PORTAL_S_)[A-Za-z0-9]+)[ \t]*\r?\n[ \t>]*([A-Za-z0-9]+)(?=\s|$)"
)
_NOTE: Final = tr("Took the token out of the text around it.")
_SEVERAL: Final = tr("There is more than one token in this text. Paste the one to inspect.")


def find(text: str) -> Found | None:
    """The one recognizable token in the text; None if there is none, or it stands alone."""
    text = _unwrapped(text)
    matches = list(_KNOWN.finditer(text))
    if not matches or matches[0].span() == (0, len(text)):
        return None
    if matches[0].start() == 0 and not _DOCUMENTED.fullmatch(matches[0][0]):
        return None  # rather a damaged token than a short one with words after it
    values = {match["known"] or match["bearer"] for match in matches}
    found = best(Found(PastedKind.LOG, value, notes=(_NOTE,)) for value in sorted(values))
    rivals = {value for value in values if found and kind_of(value) is kind_of(found.value or "")}
    return Found(PastedKind.LOG, problem=_SEVERAL) if len(rivals) > 1 else found


def _unwrapped(text: str) -> str:
    """The text with a token put together again that an e-mail program broke over two lines."""

    def joined(found: re.Match[str]) -> str:
        whole = found[1] + found[2]
        return whole if _DOCUMENTED.fullmatch(whole) else found[0]

    return _WRAPPED.sub(joined, text)
