"""Finds in a long list the items whose rows may hold a text, without making all those rows.

A row costs 30 microseconds, and a list may have hundreds of thousands. So the texts of the items
are joined, and searched in one go; the words beside them, of which most are the same in every item,
are looked at once. What is found is a superset: whoever asks makes the rows of these items alone,
and looks at them.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, PERSONAL_DATA_PLACEHOLDER
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.presentation.record_block import (
    DATE_SHAPE,
    ZEROS,
    BlockBuilder,
    RecordBlock,
)
from inspector_app.session.presentation.record_list import HOLDS_CREDENTIAL
from inspector_app.session.token import CREDENTIAL_PREFIXES, MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.presentation.record_list import RecordList
    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text

_BLOCK_LENGTH: Final = 4096
"""Items that are joined at once: some milliseconds."""

_ITEMS_PER_PAUSE: Final = 64
"""Items whose dates are formatted between two pauses."""

_MASKS: Final = tuple(
    text.casefold()
    for text in (
        MASK,
        CREDENTIAL_PLACEHOLDER,
        PERSONAL_DATA_PLACEHOLDER,
        *(f"{prefix}{MASK}" for prefix in CREDENTIAL_PREFIXES),
    )
)
_MASK_CHARACTER: Final = MASK[0]
_ZONE_SHAPES: Final = ("", "+0", "-0", "+00", "-00", "+0:00", "-0:00", "+00:00", "-00:00")
"""Of all that ``time_format.format_zone`` makes, once every digit is a zero."""


class RecordIndex:
    """Keeps what it has joined, so that the next search is the quicker."""

    def __init__(self, records: RecordList, translate: Callable[[Text], str]) -> None:
        self.records = records
        self._builder = BlockBuilder(records, translate)
        self._blocks: list[RecordBlock] = []
        self._masks = (*_MASKS, translate(HOLDS_CREDENTIAL).casefold())

    def find_candidates(self, wanted: str, view: TimeContext) -> Iterator[int | None]:
        """Iterate over the numbers of the items that may hold the text, in their order.

        It yields None every few milliseconds, so that the caller can pause.

        Args:
            wanted: what is looked for, case-folded.
            view: time and zone by which the times in the rows are formatted.
        """
        if "\n" in wanted:  # parts the lines here, and stands in no row
            yield from range(len(self.records.items))
            return
        may_be_mask = _MASK_CHARACTER in wanted or any(wanted in one for one in self._masks)
        for number in range(-(-len(self.records.items) // _BLOCK_LENGTH)):
            check_interruption()
            if number == len(self._blocks):
                block = self._builder.build(number * _BLOCK_LENGTH, _BLOCK_LENGTH)
                self._blocks.append(block)
            yield None
            block, start = self._blocks[number], number * _BLOCK_LENGTH
            if any(wanted in text for text in block.common):
                yield from range(start, start + block.length)
                continue
            texts = (*block.columns, *self._join_numbers(start, block.length, wanted))
            in_texts = chain.from_iterable(_find_lines(text, wanted) for text in texts)
            found = {start + one for one in chain(block.varying, in_texts)}
            if block.dated and _may_be_in_date(wanted, block.date_shapes):
                for step, one in enumerate(block.dated):
                    if start + one not in found and self._has_date(start + one, wanted, view):
                        found.add(start + one)
                    if step % _ITEMS_PER_PAUSE == 0:
                        yield None
            if may_be_mask:
                rest = set(range(start, start + block.length)) - found
                found.update(filter(self.records.has_secret, rest))
                yield None
            yield from sorted(found)

    def _join_numbers(self, start: int, length: int, wanted: str) -> Iterator[str]:
        """The items' own numbers, where the text may be in one."""
        if wanted.isdecimal() and len(wanted) <= len(str(len(self.records.items) - 1)):
            yield "\n".join(map(str, range(start, start + length)))

    def _has_date(self, number: int, wanted: str, view: TimeContext) -> bool:
        item = self.records.items[number]
        return isinstance(item, JsonObject) and any(
            wanted in self._builder.describe(name, value, view).casefold()
            for name, value in item.members
            if self._builder.is_dated(name)
        )


def _may_be_in_date(wanted: str, shapes: frozenset[str]) -> bool:
    """Whether a text may stand in such words, whatever the date and the zone are."""
    sought = wanted.translate(ZEROS)
    return any(
        sought in DATE_SHAPE.sub(f"0000-00-00 00:00:00 utc{zone}", shape)
        for shape in shapes
        for zone in _ZONE_SHAPES
    )


def _find_lines(lines: str, wanted: str) -> Iterator[int]:
    """Iterate over the numbers of the lines in which a text stands."""
    number = done = 0
    place = lines.find(wanted)
    while place >= 0:
        number += lines.count("\n", done, place)
        yield number
        done = lines.find("\n", place)
        if done < 0:
            return
        place = lines.find(wanted, done + 1)
