"""Finds every token of a text, for a queue: a list, a column of a spreadsheet, a HAR, a log."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import Weight
from inspector_app.gateway.pasted.found_token import FoundToken
from inspector_app.gateway.pasted.known_tokens import find_known_tokens
from inspector_app.gateway.pasted.search import search
from inspector_app.gateway.pasted.selection import Pool, choose_every
from inspector_app.gateway.pasted.token_forms import is_random
from inspector_app.gateway.pasted.value_check import check_value
from inspector_app.session.interruption import iter_matches
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_LENGTH: Final = 32 * 1024 * 1024
"""Characters that are looked at: a HAR recording of a long visit fits."""

MAX_TOKENS: Final = 10_000
"""Tokens of one text; one more, and none is taken: nobody should take the first for all."""

_MAX_PROBLEMS: Final = 1000
_MIN_LISTED: Final = 16
_RECOGNIZABLE: Final = 14
"""Characters by which a damaged token is told apart from one that another view showed whole."""

_TOO_LONG: Final = tr("This text is too long to look for tokens in it.")
_TOO_MANY: Final = tr(
    "There are more than {count} tokens in this text. Split it, and inspect the parts one by one."
)
_LISTED: Final = re.compile(r"[A-Za-z0-9._~+/-]+=*")
_MAX_LISTED: Final = 1 << 14
"""Characters of a line with a token and what is around it."""

_LINE: Final = re.compile(rf"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]{{1,{_MAX_LISTED + 1}}}+")
"""Lines as ``splitlines`` has them, but one at a time, and no more than says that one is longer."""

_QUOTES: Final = " \t\r\"',;"


@dataclass(frozen=True, slots=True)
class DamagedToken:
    """A place where a token seems to stand that cannot be used; ``line`` counts from 1."""

    line: int | None
    problem: Text


@dataclass(frozen=True, slots=True)
class EveryToken:
    """The different tokens of a text, in its order, and the damaged ones.

    ``problem`` says why none is taken; then both are empty.
    """

    tokens: tuple[FoundToken, ...] = ()
    damaged: tuple[DamagedToken, ...] = ()
    problem: Text | None = None


def read_every(text: str) -> EveryToken:
    """Reads all tokens that are known by their form; where there is none, a list of others.

    A token that stands in the text more than once is taken once. The values of tokens are in the
    result as ``Token`` alone.

    Raises:
        WorkInterruptedError: if the reading was cancelled or took too long; no other error.
    """
    if len(text) > MAX_LENGTH:
        return EveryToken(problem=_TOO_LONG)
    pool, damaged = Pool(most=MAX_TOKENS + 1), dict[str, Text]()
    for number, view in enumerate(search(text.strip().lstrip("\ufeff"), MAX_LENGTH, _MAX_SEEN)):
        pool.add_all(view.findings, view.undone)
        if not number:
            damaged = _collect_damaged(pool)
        if view.is_complete:
            break
    pool.drop_secret_hosts()
    found = choose_every(pool) or _read_list(text)
    if len(found) > MAX_TOKENS:
        return EveryToken(problem=replace(_TOO_MANY, values=(("count", MAX_TOKENS),)))
    starts = _find_starts(text, found)
    lines = _count_lines(text, starts.values())
    in_order = sorted(found, key=lambda value: starts.get(value, len(text)))
    tokens = tuple(
        replace(found[value], line=lines.get(starts.get(value, -1))) for value in in_order
    )
    return EveryToken(tokens, _place_damaged(text, damaged, found))


_MAX_SEEN: Final = 10 * MAX_TOKENS
"""Tokens that are looked at, repeated ones among them: a log has the same one on many lines."""


def _collect_damaged(pool: Pool) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for one in pool.complaints:
        if one.weight is Weight.DAMAGED and one.value and len(found) < _MAX_PROBLEMS:
            found.setdefault(one.value, one.problem)
    return found


def _read_list(text: str) -> dict[str, FoundToken]:
    """Tokens of a form that nobody knows, one a line; none unless every line is one."""
    found: dict[str, FoundToken] = {}
    for line in iter_matches(_LINE, text, 1):
        if line.end() - line.start() > _MAX_LISTED:
            return {}
        value = line[0].strip(_QUOTES)
        if not value:
            continue
        is_token = len(value) >= _MIN_LISTED and _LISTED.fullmatch(value) and is_random(value)
        if not is_token or check_value(value) is not None:
            return {}
        if len(found) <= MAX_TOKENS:
            found.setdefault(value, FoundToken(Token(value)))
    return found


def _find_starts(text: str, found: Mapping[str, FoundToken]) -> dict[str, int]:
    """Where each value begins; none of one that stands there encoded."""
    starts: dict[str, int] = {}
    for one in find_known_tokens(text):
        if one.value in found:
            starts.setdefault(one.value, one.start)
    place = 0
    for line in text.split("\n") if len(starts) < len(found) else ():
        value = line.strip(_QUOTES)
        if value in found:
            starts.setdefault(value, place + line.find(value))
        place += len(line) + 1
    return starts


def _count_lines(text: str, places: Iterable[int]) -> dict[int, int]:
    """The line, from 1, of each place."""
    lines: dict[int, int] = {}
    line, before = 1, 0
    for place in sorted(set(places)):
        line += text.count("\n", before, place)
        lines[place] = line
        before = place
    return lines


def _place_damaged(
    text: str, damaged: Mapping[str, Text], found: Mapping[str, FoundToken]
) -> tuple[DamagedToken, ...]:
    """Those that no other view of the text showed whole, with their lines."""
    whole = {value[:_RECOGNIZABLE] for value in found}
    open_ones = {
        value: problem for value, problem in damaged.items() if value[:_RECOGNIZABLE] not in whole
    }
    starts: dict[str, int] = {}
    for one in find_known_tokens(text) if open_ones else ():
        if one.value in open_ones:
            starts.setdefault(one.value, one.start)
    lines = _count_lines(text, starts.values())
    return tuple(
        DamagedToken(lines.get(starts.get(value, -1)), problem)
        for value, problem in open_ones.items()
    )
