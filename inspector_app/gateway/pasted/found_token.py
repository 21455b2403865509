"""A token that was found in a text, and what tells it apart from others without showing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from datetime import datetime

    from inspector_app.session.token import Token, TokenKind

MAX_CHOICES: Final = 64
"""Tokens that are looked at, repeated ones among them: no choice among more helps anybody."""

MULTIPLE_TOKENS: Final = tr("It holds more than one token; the latest was taken.")
"""The note on a recording, of which the latest request counts."""


@dataclass(frozen=True, slots=True)
class MaskedLine:
    """A line of the text with every token in it masked, and its number from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A date and time as it stands beside a token; ``moment`` has a zone only if the text has."""

    words: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class FoundToken:
    """A token of the text that may be the one to inspect.

    ``place`` says where it stood, ``line`` in which line of the text, from 1; None where that is
    not known. ``host`` is that of the request which carries it, ``time`` the only one in its line.
    ``is_complete``: whether it is as long as documented ones, None where its kind has no known
    length, or it is longer. ``lines`` are those around it, where there are several tokens to choose
    from.
    """

    token: Token
    place: Text | None = None
    line: int | None = None
    host: str | None = None
    notes: tuple[Text, ...] = ()
    is_complete: bool | None = None
    time: WrittenTime | None = None
    lines: tuple[MaskedLine, ...] = ()

    @property
    def kind(self) -> TokenKind:
        """What the prefix suggests."""
        return self.token.kind

    @property
    def fingerprint(self) -> str:
        """By which two people can tell that they hold the same token."""
        return self.token.fingerprint


def find_newest(found: tuple[FoundToken, ...]) -> int | None:
    """Which one has the latest time; None unless all have one, and they can be compared."""
    moments = [one.time.moment for one in found if one.time is not None]
    if not moments or len(moments) < len(found):
        return None
    if len({moment.tzinfo is None for moment in moments}) > 1:
        return None
    latest = max(moments)
    return moments.index(latest) if moments.count(latest) == 1 else None


def find_likeliest(found: tuple[FoundToken, ...], netloc: str) -> int:
    """Which one to propose: of those that were sent to that host, else of all, the newest.

    The first where the newest is not known. ``netloc`` is the host with its port if not 443.
    """
    of_host = [number for number, one in enumerate(found) if one.host == netloc]
    numbers = of_host or list(range(len(found)))
    newest = find_newest(tuple(found[number] for number in numbers))
    return numbers[newest or 0]
