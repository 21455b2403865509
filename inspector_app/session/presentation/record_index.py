"""Finds in a long list the items whose rows may hold a text, without making all those rows.

A row costs 30 microseconds, and a list may have hundreds of thousands. So the texts of the items
are joined, and searched in one go; the words beside them, of which most are the same in every item,
are looked at once. What is found is a superset: whoever asks makes the rows of these items alone,
and looks at them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, PERSONAL_DATA_PLACEHOLDER
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import JsonNumber, JsonObject
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.meanings import format_size
from inspector_app.session.presentation.record_list import (
    EMPTY_TEXT,
    HOLDS_CREDENTIAL,
    MeaningKind,
    RecordList,
)
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import CREDENTIAL_PREFIXES, MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.session.parsing.json_document import Json
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
_CONSTANTS: Final = {None: "null", True: "true", False: "false"}
_SAMPLE_ID: Final = "o15578227985571"
"""EnOS documentation, sample answers: an id with a date in it."""

_ANY_TIME: Final = TimeContext(0.0, UTC)
"""For words in which time has no part, or only its form counts."""

_ZEROS: Final = str.maketrans("123456789", "000000000")
_DATE_SHAPE: Final = re.compile(r"0000-00-00 00:00:00 utc(?:[+-]0{1,2}(?::00)?)?+")
_ZONE_SHAPES: Final = ("", "+0", "-0", "+00", "-00", "+0:00", "-0:00", "+00:00", "-00:00")
"""Of all that ``time_format.format_zone`` makes, once every digit is a zero."""

_Key: TypeAlias = "tuple[str, type, Json]"
"""A member's name, the form of its value, and what of the value its meaning depends on."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts of a stretch of items, in small letters.

    ``lines`` has one line for each item; ``common`` are texts that may stand in any of them.
    ``varying`` and ``dated`` are the numbers, within the block, of items that must be looked at one
    by one, and of those that may show the date of an id, in one of ``date_shapes``.
    """

    lines: str
    length: int
    common: frozenset[str]
    varying: tuple[int, ...]
    dated: tuple[int, ...]
    date_shapes: frozenset[str]


class RecordIndex:
    """Keeps what it has joined, so that the next search is the quicker."""

    def __init__(self, records: RecordList, translate: Callable[[Text], str]) -> None:
        self.records = records
        self._translate = translate
        self._blocks: list[_Block] = []
        self._kinds: dict[str, MeaningKind] = {}
        self._texts: dict[_Key, str] = {}
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
                self._blocks.append(self._build_block(number * _BLOCK_LENGTH))
            yield None
            block, start = self._blocks[number], number * _BLOCK_LENGTH
            if any(wanted in text for text in block.common):
                yield from range(start, start + block.length)
                continue
            found = {start + one for one in (*block.varying, *_find_lines(block.lines, wanted))}
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

    def _has_date(self, number: int, wanted: str, view: TimeContext) -> bool:
        item = self.records.items[number]
        return isinstance(item, JsonObject) and any(
            wanted in self._describe(name, value, view).casefold()
            for name, value in item.members
            if self._is_dated(name)
        )

    def _build_block(self, start: int) -> _Block:
        lines: list[str] = []
        varying: list[int] = []
        dated: list[int] = []
        keys: set[_Key] = set()
        sizes: dict[int, JsonObject] = {}
        items = self.records.items[start : start + _BLOCK_LENGTH]
        for place, item in enumerate(items):
            texts = [str(start + place)]
            if isinstance(item, JsonObject):
                sizes[len(item.members)] = item
                is_plain, is_dated = self._collect(item, texts, keys)
                if is_dated:
                    dated.append(place)
            else:
                text = _format_scalar(item)
                is_plain = text is not None
                texts.append(text or "")
            if not is_plain:
                varying.append(place)
            line = "|".join(texts)
            if not (line.isascii() and line.isprintable()):
                line = "|".join(map(escape_invisible, texts))
            lines.append(line.casefold())
        names = {name for name, _, _ in keys}
        common = {self._get_text(key) for key in keys}
        common.update(map(self.records.format_label, names))
        common.update(self._translate(format_size(item)) for item in sizes.values())
        shapes = {self._get_date_shape(name) for name in names if self._is_dated(name)}
        if "" in shapes:  # words without a date where one is expected
            varying, dated = [*range(len(lines))], []
        return _Block(
            "\n".join(lines),
            len(lines),
            frozenset(text.casefold() for text in common),
            tuple(varying),
            tuple(dated),
            frozenset(shapes),
        )

    def _collect(self, item: JsonObject, texts: list[str], keys: set[_Key]) -> tuple[bool, bool]:
        """Add the texts of an item's members, and the keys of their meanings.

        Returns:
            Whether that is all that its rows show, and whether an id among them may show a date.
        """
        is_plain, is_dated = True, False
        kinds = self._kinds
        for name, value in item.members:
            kind = kinds.get(name) or self._classify(name)
            form = value.__class__
            text = value if form is str and value else _format_scalar(value)
            if text is None or kind is MeaningKind.VARYING:
                is_plain = False
                continue
            texts.append(text)  # type: ignore[arg-type]  # a text, as its form tells
            if kind is MeaningKind.TYPE or (kind is MeaningKind.ID_DATE and form is str):
                keys.add((name, form, not value))
                is_dated = is_dated or kind is MeaningKind.ID_DATE
            else:
                keys.add((name, form, value))
        return is_plain, is_dated

    def _classify(self, name: str) -> MeaningKind:
        kind = self._kinds[name] = self.records.classify(name)
        return kind

    def _is_dated(self, name: str) -> bool:
        return self._kinds[name] is MeaningKind.ID_DATE

    def _get_text(self, key: _Key) -> str:
        """The words beside a value; of an id, those without a date."""
        text = self._texts.get(key)
        if text is None:
            name, form, value = key
            kind = self._kinds[name]
            if kind is MeaningKind.TYPE or (kind is MeaningKind.ID_DATE and form is str):
                value = _get_sample(form, is_empty=bool(value))
            text = self._texts[key] = self._describe(name, value, _ANY_TIME)
        return text

    def _get_date_shape(self, name: str) -> str:
        """The words beside an id with a date in it, with zeros for all digits; "" without one."""
        words = self._describe(name, _SAMPLE_ID, _ANY_TIME).casefold().translate(_ZEROS)
        return words if _DATE_SHAPE.search(words) is not None else ""

    def _describe(self, name: str, value: Json, view: TimeContext) -> str:
        return self._translate(self.records.describe(name, value).format_text(view))


def _may_be_in_date(wanted: str, shapes: frozenset[str]) -> bool:
    """Whether a text may stand in such words, whatever the date and the zone are."""
    sought = wanted.translate(_ZEROS)
    return any(
        sought in _DATE_SHAPE.sub(f"0000-00-00 00:00:00 utc{zone}", shape)
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


def _format_scalar(value: Json) -> str | None:
    """What stands in the column of values; None for what has rows of its own."""
    if isinstance(value, str):
        return value or EMPTY_TEXT
    if isinstance(value, JsonNumber):
        return value.text
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    return None


def _get_sample(form: type, *, is_empty: bool) -> Json:
    if form is str:
        return "" if is_empty else "x"
    if form is JsonNumber:
        return JsonNumber("1")
    return not is_empty if form is bool else None
