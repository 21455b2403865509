"""Hostile texts derived from a pattern, and whether a call's time grows with their length."""

from __future__ import annotations

import gc
import re
import sys
import time
from functools import partial
from itertools import chain, islice
from re import _constants as codes  # type: ignore[attr-defined]  # the parser has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_GROWTH = 6.0
"""Times as long that four times the input may take: linear is 4, by the square 16."""

MEASURABLE = 0.0005
"""Seconds of the processor from which on a time is taken for more than noise."""

ENDING = "\x00"
"""What nearly no pattern ends with: the match fails, and is tried in every other way."""

FIRST_SIZE = 1024
STEP = 4
_TRIES = 3
_ROUNDS = 3
# The processor's time, which no other process adds to; Windows counts that in steps of 16 ms.
read_clock = time.perf_counter if sys.platform == "win32" else time.thread_time
_MAX_ALTERNATIVES = 12
_MAX_SAMPLES = 4
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_NOT_DIGIT: "x",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "x",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: "-",
}
_PROBES = "a7 -\n.\"'\\<A_;{é\x00"


NUMBER = "№"
"""In a unit: another number at each repetition, for what differs each time."""


class Hostile(NamedTuple):
    """A text of any length: something first, a unit that is repeated, and an ending."""

    first: str
    unit: str
    ending: str

    def build(self, size: int) -> str:
        count = max(1, size // len(self.unit))
        repeated = (
            "".join(self.unit.replace(NUMBER, f"{number:07d}") for number in range(count))
            if NUMBER in self.unit
            else self.unit * count
        )
        return self.first + repeated + self.ending


class Growth(NamedTuple):
    """Seconds for a text, and for one of four times its length."""

    size: int
    small: float
    large: float

    @property
    def is_linear(self) -> bool:
        return self.large < MEASURABLE or self.large <= MAX_GROWTH * self.small


def derive(pattern: str, flags: int) -> tuple[Hostile, ...]:
    """What may make a pattern look at the same characters again and again.

    Each beginning of each branch, each member of each class and each whole sample is repeated; and
    the body of each repetition, after what leads up to it. Each ends with a character at which the
    match fails.
    """
    parsed = parser.parse(pattern, flags & ~re.DEBUG)
    pairs = {("", unit) for unit in _iter_units(parsed, "") if unit}
    pairs |= {(first, unit) for first, unit in _iter_repeated(parsed, "") if unit}
    return tuple(
        Hostile(first, unit, ending) for first, unit in sorted(pairs) for ending in ("", "\x00")
    )


def measure(
    call: Callable[[Any], object],
    hostile: Hostile,
    limit: int,
    enough: float = MEASURABLE,
    prepare: Callable[[str], object] = str,
) -> Growth:
    """Grow the text until a call takes ``enough`` seconds, or its length is the limit.

    What is not linear has to be so again and again: noise decides nothing. To build the text, and
    what ``prepare`` makes of it, is not in the time.
    """
    take_time = partial(_take_time, call, hostile, prepare)
    size = FIRST_SIZE
    growth = Growth(size, 0.0, 0.0)
    small = take_time(size)
    while size * STEP <= limit:
        large = take_time(size * STEP)
        growth = Growth(size, small, large)
        if not growth.is_linear and _is_so_again(take_time, size):
            return growth
        if large >= enough:
            return Growth(size, large, large)
        size, small = size * STEP, large
    return Growth(size, small, small)


def _is_so_again(take_time: Callable[[int], float], size: int) -> bool:
    """Whether each of several rounds finds two steps that are not linear.

    A machine that is short of memory may take a while for each page that it gives: for a moment,
    all that needs memory takes many times as long, and larger texts more so than small ones.
    """
    return not any(
        _measure_again(take_time, step).is_linear
        for _ in range(_ROUNDS)
        for step in (size, size * STEP)
    )


def _measure_again(take_time: Callable[[int], float], size: int) -> Growth:
    """The best of several, or the first where it is plain."""
    times = []
    for length in (size, size * STEP):
        tries = [take_time(length)]
        while len(tries) < _TRIES and tries[0] < 100 * MEASURABLE:
            tries.append(take_time(length))
        times.append(min(tries))
    return Growth(size, times[0], times[1])


def _take_time(
    call: Callable[[Any], object], hostile: Hostile, prepare: Callable[[str], object], size: int
) -> float:
    subject = prepare(hostile.build(size))
    gc.disable()  # a full collection counts the objects of all the tests
    try:
        began = read_clock()
        call(subject)
        return read_clock() - began
    finally:
        gc.enable()


def _iter_units(sequence: Any, before: str) -> Iterator[str]:
    """Every beginning of a sequence, and of those within it: alone, and after what leads there."""
    first = before
    for end in range(1, len(sequence) + 1):
        for sample in islice(_sample(list(sequence)[:end]), _MAX_SAMPLES):
            yield sample
            yield before + sample
        code, value = sequence[end - 1]
        for inner in _iter_inner(value):
            yield from _iter_units(inner, first)
        if code is codes.IN:
            yield from islice(_members(value), _MAX_ALTERNATIVES)
        first += next(_sample([(code, value)]), "")


def _iter_repeated(sequence: Any, before: str) -> Iterator[tuple[str, str]]:
    """The body of each repetition, and a text that leads up to it."""
    first = before
    for item in sequence:
        code, value = item
        if code in _REPEATS:
            for unit in islice(_sample(value[2]), _MAX_SAMPLES):
                yield first, unit
        for inner in _iter_inner(value):
            yield from _iter_repeated(inner, first)
        first += next(_sample([item]), "")


def _iter_inner(value: Any) -> Iterator[Any]:
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _iter_inner(one)


def _sample(sequence: Any) -> Iterator[str]:
    """Texts that the sequence matches, if nothing around them forbids it."""
    samples = [""]
    for code, value in sequence:
        ways = list(islice(_sample_one(code, value), _MAX_ALTERNATIVES))
        if len(ways) > 1:
            samples = [sample + way for way in ways for sample in samples[:_MAX_SAMPLES]]
        elif ways:
            samples = [sample + ways[0] for sample in samples]
        samples = samples[:_MAX_ALTERNATIVES]
    yield from samples


def _sample_one(code: Any, value: Any) -> Iterator[str]:
    if code is codes.LITERAL:
        yield chr(value)
    elif code is codes.NOT_LITERAL:
        yield next(probe for probe in _PROBES if ord(probe) != value)
    elif code is codes.ANY:
        yield "a"
    elif code is codes.IN:
        yield from _members(value)
    elif code is codes.BRANCH:
        yield from chain.from_iterable(islice(_sample(way), _MAX_SAMPLES) for way in value[1])
    elif code in _REPEATS:
        least, _, inner = value
        for sample in islice(_sample(inner), _MAX_SAMPLES):
            yield sample * max(1, least)
    elif code is codes.SUBPATTERN:
        yield from _sample(value[-1])
    elif code is codes.ATOMIC_GROUP:
        yield from _sample(value)


def _members(items: Any) -> Iterator[str]:
    """One character for each part of a class, or some that it leaves open where it is negated."""
    if items[0][0] is codes.NEGATE:
        shut = re.compile("".join(["[", *map(_spell, items[1:]), "]"]))
        yield from islice((probe for probe in _PROBES if not shut.match(probe)), 3)
        return
    for code, value in items:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.RANGE:
            yield chr(value[0])
        elif code is codes.CATEGORY:
            yield _CATEGORIES[value]


def _spell(item: Any) -> str:
    code, value = item
    if code is codes.CATEGORY:
        name = str(value).removeprefix("CATEGORY_")
        return {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(name) or {
            "NOT_DIGIT": r"\D",
            "NOT_SPACE": r"\S",
            "NOT_WORD": r"\W",
        }[name]
    if code is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return re.escape(chr(value))
