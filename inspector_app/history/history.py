"""The history: entries newest first, bounded by their number and by their size in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.history.entry import MAX_NOTE_LENGTH, clean_note

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.history.entry import HistoryEntry
    from inspector_app.session.translatable_text import Text

MAX_ENTRIES: Final = 10_000
"""Answers that are kept: 250 days of forty tickets."""

MAX_SIZE: Final = 64 * 1024 * 1024
"""Bytes of all contents, compressed: one session takes about 2 KB, the largest answer some MB."""

MAX_QUERY_LENGTH: Final = 200
"""Characters of a query that are looked for."""


@dataclass(frozen=True, slots=True)
class History:
    """The answers that are kept, newest first.

    ``next_number`` goes to the next one: no number is given twice, whatever was removed.
    """

    entries: tuple[HistoryEntry, ...] = ()
    next_number: int = 1

    def find_entry(self, number: int) -> HistoryEntry | None:
        """The entry of that number; None where it is not, or no longer, kept."""
        low, high = 0, len(self.entries)
        while low < high:  # numbers fall from the first to the last
            middle = (low + high) // 2
            if self.entries[middle].number > number:
                low = middle + 1
            else:
                high = middle
        found = self.entries[low] if low < len(self.entries) else None
        return found if found is not None and found.number == number else None


EMPTY_HISTORY: Final = History()


def add_entry(
    history: History, entry: HistoryEntry, max_entries: int = MAX_ENTRIES, max_size: int = MAX_SIZE
) -> History:
    """The history with one entry more, numbered; the oldest go where there is no room.

    The newest entry is kept in any case, without its content where that alone is too large.
    """
    numbered = replace(entry, number=history.next_number)
    if len(numbered.content) > max_size:
        numbered = replace(numbered, content=b"")
    entries, size = [numbered], len(numbered.content)
    for one in history.entries[: max_entries - 1]:
        size += len(one.content)
        if size > max_size:
            break
        entries.append(one)
    return History(tuple(entries), history.next_number + 1)


def add_earlier(history: History, entries: tuple[HistoryEntry, ...]) -> History:
    """The history with entries before all that it has; their numbers are lower than any in it."""
    return replace(history, entries=(*history.entries, *entries)[:MAX_ENTRIES])


def replace_entry(history: History, entry: HistoryEntry) -> History:
    """The history with that entry in place of the one of its number; its note stays as it was."""
    before = history.find_entry(entry.number)
    if before is None:
        return history
    changed = replace(entry, note=before.note)
    entries = tuple(changed if one is before else one for one in history.entries)
    return replace(history, entries=entries)


def set_note(history: History, number: int, note: str) -> History:
    """The history with that note at one entry; unchanged where there is no such entry."""
    from inspector_app.session.credentials import mask_written  # the first frame has no note

    entry = history.find_entry(number)
    if entry is None:
        return history
    changed = replace(entry, note=clean_note(mask_written(note[: 2 * MAX_NOTE_LENGTH])))
    entries = tuple(changed if one is entry else one for one in history.entries)
    return replace(history, entries=entries)


def remove_entries(history: History, is_removed: Callable[[HistoryEntry], bool]) -> History:
    """The history without the entries of which ``is_removed`` says so."""
    kept = tuple(one for one in history.entries if not is_removed(one))
    return replace(history, entries=kept)


def find_entries(
    history: History, query: str, translate: Callable[[Text], str] = str, *, is_shared: bool = False
) -> tuple[HistoryEntry, ...]:
    """The entries in which every word of the query occurs, in any case; all for an empty one.

    User, organization, environment, verdict, fingerprint and note are looked at. On a shared screen
    only what is shown there is: labels in place of names, and no note.
    """
    words = query[:MAX_QUERY_LENGTH].casefold().split()
    if not words:
        return history.entries
    names: dict[Text, str] = {}

    def matches(entry: HistoryEntry) -> bool:
        who = entry.get_names(is_shared=is_shared)
        word = names.get(entry.word)
        if word is None:
            word = names[entry.word] = translate(entry.word)
        note = "" if is_shared else entry.note
        parts = (who.user, who.organization, entry.environment.name, word, entry.fingerprint, note)
        text = "\n".join(parts).casefold()
        return all(one in text for one in words)

    return tuple(one for one in history.entries if matches(one))
