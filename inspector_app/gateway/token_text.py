"""Finds and validates the session token in pasted text, trying each supported format in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted import cleaning, code, command, headers, json_text, prose
from inspector_app.gateway.pasted.found import Found, PastedKind
from inspector_app.session.token import Token, TokenKind
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST: Final = 32 * 1024 * 1024
"""Characters of JSON that are looked at: a HAR recording of a long visit fits."""

LARGEST_TEXT: Final = 256 * 1024
"""Characters of any other text that are looked at, so that an answer takes no time to notice."""

_KINDS: Final[tuple[Callable[[str], Found | None], ...]] = (
    command.find,
    code.find,
    headers.find,
)

_TOO_LONG: Final = tr("This text is too long to look for a token in it.")
_PORTAL: Final = tr(
    "This is a token of the EnOS application portal, a different service: "
    "the gateway may refuse it here."
)


@dataclass(frozen=True, slots=True)
class TokenReading:
    """The result of parsing a pasted text: a token, or else the problem for the person.

    ``notes`` say what was found and dropped; neither they nor ``problem`` hold any of the text.
    ``host`` is a host that the text names, with its port if that is not 443. It is there to be
    offered as a new environment: the token never goes to it by itself.
    """

    token: Token | None = None
    problem: Text | None = None
    notes: tuple[Text, ...] = ()
    host: str | None = None
    kind: PastedKind = PastedKind.TOKEN


def read(text: str) -> TokenReading:
    """Reads the token in a pasted text; never raises."""
    found = _find(text.strip().lstrip("\ufeff"))
    if found.value is None:
        return TokenReading(None, found.problem, (), found.host, found.kind)
    value, notes = cleaning.clean(found.value)
    problem = cleaning.damage(value)
    notes = (*found.notes, *notes)
    if problem is not None:
        return TokenReading(None, problem, notes, found.host, found.kind)
    token = Token(value)
    if token.kind is TokenKind.PORTAL:
        notes = (*notes, _PORTAL)
    return TokenReading(token, None, notes, found.host, found.kind)


def _find(pasted: str) -> Found:
    found = json_text.find(pasted) if len(pasted) <= LARGEST else None
    if found is None and len(pasted) > LARGEST_TEXT:
        return Found(PastedKind.TOKEN, problem=_TOO_LONG)
    for find in _KINDS:
        found = found or find(pasted)
    return found or prose.find(cleaning.clean(pasted)[0]) or Found(PastedKind.TOKEN, pasted)
