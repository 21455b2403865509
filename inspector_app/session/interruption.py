"""Lets work on a worker thread end early: loops over foreign text ask whether they may go on.

No call that takes longer than some milliseconds stands between two checks, so that cancelled work
ends, and does not go on beside the next.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, AnyStr, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


_STEP_LENGTH: Final = 1 << 16
"""Characters that one call works on: some milliseconds, during which no other thread runs."""


class WorkInterruptedError(Exception):
    """The work was cancelled or took too long: its result is of no use any more."""


def _never() -> bool:
    return False


_is_over: Final[ContextVar[Callable[[], bool]]] = ContextVar("is_over", default=_never)


@contextmanager
def interruptible(is_over: Callable[[], bool]) -> Iterator[None]:
    """Interrupt the work within, on this thread, as soon as ``is_over`` or a block around it is."""
    around = _is_over.get()
    token = _is_over.set(is_over if around is _never else lambda: around() or is_over())
    try:
        yield
    finally:
        _is_over.reset(token)


def check_interruption() -> None:
    """Go on, unless the work is over.

    Raises:
        WorkInterruptedError: if it is.
    """
    if _is_over.get()():
        raise WorkInterruptedError


def iter_steps(length: int) -> Iterator[tuple[int, int]]:
    """Begin and end of the parts into which a long text is divided, a check before each."""
    for start in range(0, length, _STEP_LENGTH):
        check_interruption()
        yield start, min(length, start + _STEP_LENGTH)


def has_match(pattern: re.Pattern[AnyStr], text: AnyStr, longest: int) -> bool:
    """Whether the pattern occurs in a long text, looked for in steps.

    ``longest`` are the most characters of a match; a longer one may be missed where a step ends.
    """
    for start, end in iter_steps(len(text)):  # noqa: SIM110  # a loop, which others may interrupt
        if pattern.search(text, start, end + longest):
            return True
    return False


def replace_matches(pattern: re.Pattern[str], placed: str, text: str, longest: int) -> str:
    """The text with ``placed`` for each match, found in steps as ``iter_matches`` does."""
    parts, done = [], 0
    for found in iter_matches(pattern, text, longest):
        parts += [text[done : found.start()], placed]
        done = found.end()
    return "".join((*parts, text[done:])) if parts else text


def iter_matches(
    pattern: re.Pattern[AnyStr], text: AnyStr, longest: int, at: int = 0
) -> Iterator[re.Match[AnyStr]]:
    """The matches of a pattern in a long text from a place on, as ``finditer`` has them.

    One that begins in a step is found by as many characters behind the step as ``longest``, and
    matched as a whole then, however long it is. So nothing that begins a match may need more, and
    a pattern that matches nothing, no character, is none for it.
    """
    for start in range(at, len(text), _STEP_LENGTH):
        check_interruption()
        end = start + _STEP_LENGTH
        at = max(at, start)
        while at < end:
            # What ends with the step is no end of the text.
            found = pattern.search(text, at, end + longest)
            if found is None or found.start() >= end:
                break
            whole = pattern.match(text, found.start())
            if whole is None:
                at = found.start() + 1
                continue
            yield whole
            check_interruption()
            at = whole.end()
