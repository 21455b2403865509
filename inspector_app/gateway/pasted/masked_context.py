"""Finds where tokens stand in a text, and shows what is around them with every token masked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.context_secrets import mask_all_but, mask_named_secrets
from inspector_app.gateway.pasted.found_token import FoundToken, MaskedLine, WrittenTime
from inspector_app.gateway.pasted.generated_secrets import (
    is_kubernetes_secret,
    mask_generated_words,
    mask_pieces,
)
from inspector_app.gateway.pasted.token_forms import is_documented
from inspector_app.session.credentials import (
    Credentials,
    find_in_address,
)
from inspector_app.session.interruption import check_interruption
from inspector_app.session.token import MASK, TokenKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINES_AROUND: Final = 8
_MAX_SHOWN: Final = 200
"""Characters of a line that are shown."""

_SHOWN_BEFORE: Final = 60
"""Of them before the token, where the line is longer."""

_MAX_READ: Final = 2000
"""Characters of a line that are looked at, on each side of the token."""

_RECOGNIZABLE: Final = 14
"""Characters by which a token is found that is broken, or has signs in it, in the text."""

_EDGE: Final = re.compile(r"[\s\"'`;,&<>|]")
_TIME: Final = re.compile(
    r"(?<!\d)(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,6})\d{0,6})?"
    r"[ ]?(Z\b|UTC\b|[+-]\d\d:?\d\d(?!\d))?(?!\d)"
)


def locate(values: Mapping[str, FoundToken], text: str) -> tuple[FoundToken, ...]:
    """The tokens of these values with where they stand in the text, in its order.

    Of several, each has the masked lines around it, too.
    """
    starts = {value: _find_start(value, found.kind, text) for value, found in values.items()}
    numbers = {
        value: None if start < 0 else text.count("\n", 0, start) + 1
        for value, start in starts.items()
    }
    is_shown = len(values) > 1
    lines = text.split("\n") if is_shown else []
    known = Credentials(tuple(values))
    is_sealed = is_shown and is_kubernetes_secret(text)
    placed = []
    in_order = sorted(values.items(), key=lambda one: starts[one[0]] % (len(text) + 1))
    for value, found in in_order:
        check_interruption()
        number = numbers[value]
        shown: tuple[MaskedLine, ...] = ()
        if number is not None and is_shown:
            shown = _show(lines, number, values, known, is_sealed=is_sealed)
        placed.append(
            replace(
                found,
                line=number,
                is_complete=_is_complete(value, found),
                time=_find_time(text, starts[value]),
                lines=shown,
            )
        )
    return tuple(placed)


def _find_start(value: str, kind: TokenKind, text: str) -> int:
    """Where it begins, or where a piece of it stands that no other token has; -1 if it cannot."""
    start = text.find(value)
    if start >= 0:
        return start
    rest = value.removeprefix(kind.value)
    own = rest[-_RECOGNIZABLE:] if kind is TokenKind.JWT else rest[:_RECOGNIZABLE]
    return text.find(own)


def _is_complete(value: str, found: FoundToken) -> bool | None:
    if found.kind is TokenKind.PORTAL:
        return is_documented(value)
    if found.token.is_longer_than_documented:
        return None  # something was copied along, and nothing says that a part is missing
    is_truncated = found.token.is_probably_truncated
    return None if is_truncated is None else not is_truncated


def _find_time(text: str, start: int) -> WrittenTime | None:
    """The time in the line of that place; None where there is none, or more than one."""
    if start < 0:
        return None
    begin = text.rfind("\n", max(0, start - _MAX_READ), start) + 1 or max(0, start - _MAX_READ)
    end = text.find("\n", start, start + _MAX_READ)
    end = start + _MAX_READ if end < 0 else end
    found = {match[0]: match for match in _TIME.finditer(text, begin, end)}
    if len(found) != 1:
        return None
    date, clock, fraction, zone = next(iter(found.values())).groups()
    offset = "+00:00" if zone == "UTC" else zone or ""
    try:
        moment = datetime.fromisoformat(f"{date}T{clock}.{fraction or '0':0<6}{offset}")
    except ValueError:
        return None
    suffix = "" if zone is None else " UTC" if zone == "Z" else f" {zone}"
    return WrittenTime(f"{date} {clock}{suffix}", moment)


def _show(
    lines: list[str],
    number: int,
    values: Mapping[str, FoundToken],
    known: Credentials,
    *,
    is_sealed: bool,
) -> tuple[MaskedLine, ...]:
    """The lines around the one of that number, each cut where it is long, all masked.

    ``is_sealed``: nothing but the tokens is shown.
    """
    first = max(1, number - _LINES_AROUND)
    rows = list(range(first, min(len(lines), number + _LINES_AROUND) + 1))
    read = [_cut(lines[row - 1].rstrip("\r"), values, is_marked=row == number) for row in rows]
    # All at once: a token may go on in the next line.
    known |= find_in_address("\n".join(read))
    kept = [_format_found(one) for one in values.values()]
    masked = [_mask(one, values, known) for one in read]
    if is_sealed:
        masked = [mask_all_but(one, kept) for one in masked]
    else:
        header = _cut(lines[0], values, is_marked=False)
        masked = mask_named_secrets(masked, header, kept)
        masked = [mask_generated_words(one, kept) for one in masked]
    if known.has_match("\n".join(masked)):
        masked = [MASK] * len(masked)
    return tuple(
        MaskedLine(row, _shorten(one, values)) for row, one in zip(rows, masked, strict=True)
    )


def _cut(line: str, values: Mapping[str, FoundToken], *, is_marked: bool) -> str:
    """As much of a line as is read, without words that are cut: a piece of a token is none."""
    places = [line.find(value) for value in values] if is_marked else []
    place = min((one for one in places if one >= 0), default=0)
    begin, end = max(0, place - _MAX_READ), place + _MAX_READ
    if begin:
        edge = _EDGE.search(line, begin, place)
        begin = place if edge is None else edge.start()
    if end < len(line):
        longest = max((len(one) for one in values if line.startswith(one, place)), default=0)
        edges = [one.start() for one in _EDGE.finditer(line, place + longest, end + longest)]
        end = edges[-1] if edges else place + longest
    return line[begin:end]


def _mask(line: str, values: Mapping[str, FoundToken], known: Credentials) -> str:
    for value in sorted(values, reverse=True):  # one that begins like another before it
        if value in line:
            line = line.replace(value, _format_found(values[value]))
    return mask_pieces(known.mask_text(line), values)


def _format_found(found: FoundToken) -> str:
    """What stands in place of a token: its mask, and the fingerprint that tells it apart."""
    return f"{found.token} {found.fingerprint}"


def _shorten(line: str, values: Mapping[str, FoundToken]) -> str:
    """At most ``_MAX_SHOWN`` characters, with the masked token among them."""
    if len(line) <= _MAX_SHOWN:
        return line
    places = [line.find(_format_found(one)) for one in values.values()]
    place = min((one for one in places if one >= 0), default=0)
    begin = max(0, place - _SHOWN_BEFORE)
    end = begin + _MAX_SHOWN
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"
