"""The entries of a queue: every token of a text, and the places where one cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.every_token import MAX_LENGTH, read_every
from inspector_app.gateway.pasted.places import describe_place
from inspector_app.session.credentials import Credentials
from inspector_app.session.translatable_text import Text, tr
from inspector_app.system.regular_file import FileTooLargeError, read_regular_file
from inspector_app.system.text_decoding import decode_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from inspector_app.gateway.pasted.found_token import FoundToken

_MAX_FILE_SIZE: Final = 2 * MAX_LENGTH
"""Bytes: as many characters as are looked at, in UTF-16."""

NO_CREDENTIALS: Final = Credentials()
_NO_TOKEN: Final = tr("There is no token in this text.")


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One place of the text: a token to inspect, or why there is none to use.

    ``number`` counts from 1, in the order of the text. ``line`` is the line it stands in, from 1;
    None where that is not known.
    """

    number: int
    found: FoundToken | None
    line: int | None = None
    problem: Text | None = None

    @property
    def fingerprint(self) -> str:
        """The token's, by which people tell it apart; empty without a token."""
        return "" if self.found is None else self.found.fingerprint

    @property
    def place(self) -> Text:
        """Where it stands, in a few words."""
        if self.found is not None:
            return describe_place(self.found)
        return tr("Line {line}", line=self.line) if self.line is not None else tr("in the text")


def read_entries(text: str) -> tuple[QueueEntry, ...] | Text:
    """The entries of a text in its order, or why there are none.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    every = read_every(text)
    if every.problem is not None:
        return every.problem
    places: list[tuple[FoundToken | None, int | None, Text | None]] = [
        *((one, one.line, None) for one in every.tokens),
        *((None, one.line, one.problem) for one in every.damaged),
    ]
    if not places:
        return _NO_TOKEN
    # Stable: those of one line, and those without one, keep their order.
    places.sort(key=lambda one: (one[1] is None, one[1] or 0))
    return tuple(
        QueueEntry(number, found, line, problem)
        for number, (found, line, problem) in enumerate(places, 1)
    )


def collect_credentials(entries: Iterable[QueueEntry]) -> Credentials:
    """The tokens of all entries, to be found and masked; slow for thousands."""
    sets = [one.found.token.add_to(NO_CREDENTIALS) for one in entries if one.found is not None]
    while len(sets) > 1:  # in pairs: one after the other takes time by the square of their number
        pairs = zip_longest(sets[::2], sets[1::2], fillvalue=NO_CREDENTIALS)
        sets = [one | other for one, other in pairs]
    return sets[0] if sets else NO_CREDENTIALS


def read_text_file(path: Path) -> str | Text:
    """The text of a file with tokens, or why it cannot be had; blocks."""
    try:
        return decode_text(read_regular_file(path, _MAX_FILE_SIZE))
    except FileTooLargeError:
        return tr("This file is too long to look for tokens in it.")
    except (OSError, ValueError):
        return tr("The file with the tokens cannot be read. Check its name and its permissions.")
