"""Joins the texts of a stretch of a long list, so that a search looks through them in one go.

Most lists hold objects of the same members, and their texts are joined member by member: that takes
a quarter of the time of joining them item by item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.parsing.json_document import JsonNumber, JsonObject
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.meanings import format_size
from inspector_app.session.presentation.record_list import EMPTY_TEXT, MeaningKind, RecordList
from inspector_app.session.time_format import TimeContext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.translatable_text import Text

DATE_SHAPE: Final = re.compile(r"0000-00-00 00:00:00 utc(?>(?:[+-]0{1,2}(?::00)?)?)")
ZEROS: Final = str.maketrans("123456789", "000000000")

_CONSTANTS: Final = {None: "null", True: "true", False: "false"}
_PLAIN: Final = bytes(range(ord(" "), ord("~") + 1)) + b"\n"
"""What is shown as it is, and what parts the lines."""

_SCALARS: Final = frozenset({str, JsonNumber, bool, type(None)})
_SAMPLE_ID: Final = "o15578227985571"
"""EnOS documentation, sample answers: an id with a date in it."""

_ANY_TIME: Final = TimeContext(0.0, UTC)
"""For words in which time has no part, or only its form counts."""

_Key: TypeAlias = "tuple[str, type, Json]"
"""A member's name, the form of its value, and what of the value its meaning depends on."""


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """Texts of a stretch of items, in small letters.

    Each of ``columns`` has one line for each item, without its number; ``common`` are texts that
    may stand in any of them. ``varying`` and ``dated`` are the numbers, within the block, of items
    that must be looked at one by one, and of those that may show the date of an id, in one of
    ``date_shapes``.
    """

    columns: tuple[str, ...]
    length: int
    common: frozenset[str]
    varying: Sequence[int]
    dated: Sequence[int]
    date_shapes: frozenset[str]


class BlockBuilder:
    """Builds the blocks of one list, and knows what the meanings of its members depend on."""

    def __init__(self, records: RecordList, translate: Callable[[Text], str]) -> None:
        self._records = records
        self._translate = translate
        self._kinds: dict[str, MeaningKind] = {}
        self._texts: dict[_Key, str] = {}

    def build(self, start: int, length: int) -> RecordBlock:
        """The block of so many items from a place on, or of as many as there are."""
        items = self._records.items[start : start + length]
        members = _read_columns(items)
        if members is None or any(map(self._is_varying, members)):
            return self._build_mixed(items)
        return self._build_block(
            tuple(map(_join_lines, members.values())),
            items,
            items[:1],
            {key for name, values in members.items() for key in self._list_keys(name, values)},
            (),
            range(len(items)) if any(map(self.is_dated, members)) else (),
        )

    def describe(self, name: str, value: Json, view: TimeContext) -> str:
        """The words beside a member's value."""
        return self._translate(self._records.describe(name, value).format_text(view))

    def is_dated(self, name: str) -> bool:
        """Whether a member may be an id with a date in it."""
        return self._get_kind(name) is MeaningKind.ID_DATE

    def _is_varying(self, name: str) -> bool:
        return self._get_kind(name) is MeaningKind.VARYING

    def _get_kind(self, name: str) -> MeaningKind:
        kind = self._kinds.get(name)
        if kind is None:
            kind = self._kinds[name] = self._records.classify(name)
        return kind

    def _build_mixed(self, items: Sequence[Json]) -> RecordBlock:
        """The block of items of any form, one by one."""
        lines: list[list[str]] = []
        varying: list[int] = []
        dated: list[int] = []
        keys: set[_Key] = set()
        for place, item in enumerate(items):
            texts: list[str] = []
            if isinstance(item, JsonObject):
                is_plain, is_dated = self._collect(item, texts, keys)
                if is_dated:
                    dated.append(place)
            else:
                text = _format_scalar(item)
                is_plain = text is not None
                texts.append(text or "")
            if not is_plain:
                varying.append(place)
            lines.append(texts)
        joined = "\n".join("|".join(map(escape_invisible, texts)) for texts in lines)
        sizes = {len(item.members): item for item in items if isinstance(item, JsonObject)}
        return self._build_block((joined.casefold(),), items, sizes.values(), keys, varying, dated)

    def _build_block(
        self,
        columns: tuple[str, ...],
        items: Sequence[Json],
        sizes: Iterable[Json],
        keys: set[_Key],
        varying: Sequence[int],
        dated: Sequence[int],
    ) -> RecordBlock:
        names = {name for name, _, _ in keys}
        common = {self._get_text(key) for key in keys}
        common.update(map(self._records.format_label, names))
        common.update(self._translate(format_size(item)) for item in sizes)
        shapes = {self._get_date_shape(name) for name in names if self.is_dated(name)}
        if "" in shapes:  # words without a date where one is expected
            varying, dated = range(len(items)), ()
        folded = frozenset(text.casefold() for text in common)
        return RecordBlock(columns, len(items), folded, varying, dated, frozenset(shapes))

    def _collect(self, item: JsonObject, texts: list[str], keys: set[_Key]) -> tuple[bool, bool]:
        """Add the texts of an item's members, and the keys of their meanings.

        Returns:
            Whether that is all that its rows show, and whether an id among them may show a date.
        """
        is_plain, is_dated = True, False
        for name, value in item.members:
            text = _format_scalar(value)
            if text is None or self._is_varying(name):
                is_plain = False
                continue
            texts.append(text)
            keys.add(self._build_key(name, value))
            is_dated = is_dated or (self.is_dated(name) and isinstance(value, str))
        return is_plain, is_dated

    def _list_keys(self, name: str, values: Sequence[Json]) -> Iterable[_Key]:
        """The keys of a column; of texts it mostly counts whether any is empty."""
        if self._get_kind(name) is not MeaningKind.VALUE and _are_texts(values):
            values = ["x"] * any(values) + [""] * ("" in values)
        return {self._build_key(name, value) for value in values}

    def _build_key(self, name: str, value: Json) -> _Key:
        kind, form = self._get_kind(name), value.__class__
        if kind is MeaningKind.TYPE or (kind is MeaningKind.ID_DATE and form is str):
            return name, form, not value
        return name, form, value

    def _get_text(self, key: _Key) -> str:
        """The words beside a value; of an id, those without a date."""
        text = self._texts.get(key)
        if text is None:
            name, form, value = key
            kind = self._kinds[name]
            if kind is MeaningKind.TYPE or (kind is MeaningKind.ID_DATE and form is str):
                value = _get_sample(form, is_empty=bool(value))
            text = self._texts[key] = self.describe(name, value, _ANY_TIME)
        return text

    def _get_date_shape(self, name: str) -> str:
        """The words beside an id with a date in it, with zeros for all digits; "" without one."""
        words = self.describe(name, _SAMPLE_ID, _ANY_TIME).casefold().translate(ZEROS)
        return words if DATE_SHAPE.search(words) is not None else ""


def _read_columns(items: Sequence[Json]) -> dict[str, list[Json]] | None:
    """The values by their name, where all items are objects of the same names and plain values."""
    if set(map(type, items)) != {JsonObject}:
        return None
    rows = [item.members for item in items]  # type: ignore[union-attr]  # all are objects
    if len(set(map(len, rows))) > 1:
        return None
    columns: dict[str, list[Json]] = {}
    for pairs in zip(*rows, strict=True):
        names = set(map(itemgetter(0), pairs))
        values = list(map(itemgetter(1), pairs))
        if len(names) > 1 or not _SCALARS.issuperset(map(type, values)):
            return None
        columns[names.pop()] = values
    return columns if len(columns) == len(rows[0]) else None  # no name is repeated


def _join_lines(values: list[Json]) -> str:
    """The texts of plain values, a line for each, in small letters."""
    texts: list[str] = values  # type: ignore[assignment]  # as is asked next
    if "" in values or not _are_texts(values):
        texts = [_format_scalar(value) or "" for value in values]
    joined = "\n".join(texts)
    is_plain = joined.isascii() and not joined.encode().translate(None, _PLAIN)
    if not is_plain or joined.count("\n") >= len(texts):
        joined = "\n".join(map(escape_invisible, texts))
    return joined.casefold()


def _are_texts(values: Sequence[Json]) -> bool:
    return set(map(type, values)) == {str}


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
    return form is bool or None  # either boolean has the same words
