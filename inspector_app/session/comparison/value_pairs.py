"""Pair the values of two answers: members by their documented names, organizations by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.comparison.organization_sets import (
    is_matched_by_id,
    match_keys,
    number_keys,
)
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import FieldKind, ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.presentation.outline_rows import RowSpec, build_child_spec
from inspector_app.session.presentation.unset_fields import is_unset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.session.comparison.organization_sets import MatchKey
    from inspector_app.session.parsing.field_spec import FieldSpec
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.path import Path

_ORGANIZATION_TYPES: Final = frozenset({ObjectType.ORGANIZATION, ObjectType.ORGANIZATION_INFO})
_USER_FIELDS: Final = frozenset(
    {"name", "email", "phone", "phoneArea", "description", "domain", "extra", "organization"}
)
"""Fields of a user that tell who it is: of two users they differ, and it means nothing."""

_MIN_KEPT: Final = 64
"""Fields from which on the pairs of a container are kept: of fewer they are found in no time."""

_PROGRESS_STEP: Final = 1000


class Difference(Enum):
    """How a field of both answers compares."""

    SAME = "same"
    CHANGED = "changed"
    ALWAYS = "always"  # an id, a time, who it is: of any two answers it differs


class Counts(NamedTuple):
    """How many fields a value has on either side, how many changed, how many always differ."""

    fields: int = 0
    changed: int = 0
    always: int = 0


NO_COUNTS: Final = Counts()


class Pair(NamedTuple):
    """The places of two values in their containers, None where a side has none; their counts."""

    a: int | None
    b: int | None
    counts: Counts


class _Pairs(NamedTuple):
    all: tuple[Pair, ...]
    changed: tuple[Pair, ...]


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """The sums of all."""
    fields = changed = always = 0
    for one in counts:
        fields += one.fields
        changed += one.changed
        always += one.always
    return Counts(fields, changed, always)


@dataclass(slots=True)
class PairIndex:
    """Pairs the values of two answers, and remembers the pairs of large containers.

    ``is_same_user`` is None where an answer does not tell. ``report_progress`` is called with the
    number of fields compared so far, from time to time.
    """

    is_same_user: bool | None
    report_progress: Callable[[int], None] | None = None
    _kept: dict[tuple[Path | None, Path | None], _Pairs] = field(default_factory=dict)
    _done: int = 0

    def count(self, a: RowSpec | None, b: RowSpec | None) -> Counts:
        """Count the fields of a pair of values and their differences.

        Raises:
            WorkInterruptedError: if the work was cancelled.
        """
        check_interruption()
        if not has_children(a) and not has_children(b):
            self._note_progress()
            difference = compare_fields(a, b, self.is_same_user)
            return Counts(
                1,
                int(difference is Difference.CHANGED),
                int(difference is Difference.ALWAYS),
            )
        pairs = self._pair_children(a, b)
        own = _count_own(a, b)
        total = sum_counts((own, *(pair.counts for pair in pairs)))
        if total.fields >= _MIN_KEPT:
            changed = tuple(pair for pair in pairs if pair.counts.changed)
            self._kept[_get_key(a, b)] = _Pairs(pairs, changed)
        return total

    def list_pairs(self, a: RowSpec | None, b: RowSpec | None) -> tuple[Pair, ...]:
        """The pairs of what two values hold, in the order of A, what only B has at the end."""
        kept = self._kept.get(_get_key(a, b))
        return self._pair_children(a, b) if kept is None else kept.all

    def list_changed_pairs(self, a: RowSpec | None, b: RowSpec | None) -> tuple[Pair, ...]:
        """Those of the pairs in which something changed."""
        kept = self._kept.get(_get_key(a, b))
        if kept is not None:
            return kept.changed
        return tuple(pair for pair in self._pair_children(a, b) if pair.counts.changed)

    def _pair_children(self, a: RowSpec | None, b: RowSpec | None) -> tuple[Pair, ...]:
        places = _match(a, b)
        return tuple(
            Pair(
                in_a,
                in_b,
                self.count(find_child(a, in_a), find_child(b, in_b)),
            )
            for in_a, in_b in places
        )

    def _note_progress(self) -> None:
        self._done += 1
        if self.report_progress is not None and not self._done % _PROGRESS_STEP:
            self.report_progress(self._done)


def has_children(spec: RowSpec | None) -> bool:
    """Whether a value holds others."""
    if spec is None:
        return False
    match spec.value:
        case JsonObject(members):
            return bool(members)
        case JsonArray(items):
            return bool(items)
        case _:
            return False


def find_child(spec: RowSpec | None, row: int | None, *, secret: bool = False) -> RowSpec | None:
    """The value in one place of a container; None where the side has none."""
    return None if spec is None or row is None else build_child_spec(spec, row, secret=secret)


def compare_fields(a: RowSpec | None, b: RowSpec | None, is_same_user: bool | None) -> Difference:  # noqa: FBT001  # three states
    """How two fields without children compare; what is null, empty or missing is the same."""
    one = a or b
    if one is None or _is_same(a, b):
        return Difference.SAME
    is_always = _always_differs(one.object_type, one.field_spec, is_same_user)
    return Difference.ALWAYS if is_always else Difference.CHANGED


def _count_own(a: RowSpec | None, b: RowSpec | None) -> Counts:
    """A value without children that stands against one with some is a changed field itself."""
    for one in (a, b):
        if one is not None and not has_children(one) and not is_unset(one.value):
            return Counts(1, 1)
    return NO_COUNTS


def _is_same(a: RowSpec | None, b: RowSpec | None) -> bool:
    first, second = (None if one is None else one.value for one in (a, b))
    if is_unset(first) or is_unset(second):
        return is_unset(first) and is_unset(second)
    if first == second:
        return True
    known = None if a is None else a.field_spec
    return _is_same_number(first, second) or (
        known is not None
        and bool(known.meanings)
        and known.parse_code(first) is not None
        and known.parse_code(first) == known.parse_code(second)
    )


def _is_same_number(first: Json, second: Json) -> bool:
    """Whether both are numbers of one size: 0 and 0.0, which are written otherwise."""
    if not isinstance(first, JsonNumber) or not isinstance(second, JsonNumber):
        return False
    number = scalars.parse_number(first)
    return number is not None and number == scalars.parse_number(second)


def _always_differs(
    object_type: ObjectType,
    known: FieldSpec | None,
    is_same_user: bool | None,  # noqa: FBT001  # three states
) -> bool:
    if known is None:
        return False
    if known.kind in {FieldKind.INSTANT, FieldKind.CREDENTIAL} or known.name == "requestId":
        return True
    if object_type is not ObjectType.USER or is_same_user:
        return False
    is_id = known.kind is FieldKind.IDENTIFIER and known.name != "organizationId"
    return is_id or known.name in _USER_FIELDS


def _match(a: RowSpec | None, b: RowSpec | None) -> list[tuple[int | None, int | None]]:
    """The places of what belongs together, in the order of A, what only B has at the end."""
    keys_a, keys_b = _list_keys(a, b), _list_keys(b, a)
    places: list[tuple[int | None, int | None]] = [
        (row, keys_b.get(key)) for key, row in keys_a.items()
    ]
    places += ((None, row) for key, row in keys_b.items() if key not in keys_a)
    return places


def _list_keys(spec: RowSpec | None, other: RowSpec | None) -> dict[MatchKey, int]:
    """What each value in a container is matched by, and its place."""
    match None if spec is None else spec.value:
        case JsonObject(members) if spec is not None:
            keys = number_keys(_get_documented_name(spec.member_type, name) for name, _ in members)
            return {key: row for row, key in enumerate(keys)}
        case JsonArray(items) if spec is not None:
            if spec.member_type in _ORGANIZATION_TYPES or _are_matched_by_id(items, other):
                return match_keys(items)
            return {(str(row), 1): row for row in range(len(items))}
        case _:
            return {}


def _are_matched_by_id(items: tuple[Json, ...], other: RowSpec | None) -> bool:
    """Whether all of two lists have ids; one that is empty or missing has nothing to match."""
    beside = None if other is None else other.value
    others = beside.items if isinstance(beside, JsonArray) else ()
    return is_matched_by_id(items) and (not others or is_matched_by_id(others))


def _get_documented_name(object_type: ObjectType, name: str) -> str:
    known = find_field(object_type, name)
    return name if known is None else known.name


def _get_key(a: RowSpec | None, b: RowSpec | None) -> tuple[Path | None, Path | None]:
    return (None if a is None else a.path, None if b is None else b.path)
