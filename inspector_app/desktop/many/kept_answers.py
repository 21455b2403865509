"""The answers of a queue that can be opened: as many as memory allows, the latest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Exchange

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult

_MAX_COUNT: Final = 2000
"""Answers, of which a usual one takes 26 kB of memory."""

_MAX_SIZE: Final = 4 * 1024 * 1024
"""Bytes of their bodies together: an answer takes up to twenty times as much memory."""


class KeptAnswers:
    """Answers by the numbers of their rows; with them the tokens that were sent."""

    def __init__(self) -> None:
        self._results: dict[int, InspectionResult] = {}
        self._size = 0

    def add(self, number: int, result: InspectionResult) -> None:
        """Keep an answer; the oldest ones go where there are too many."""
        self._remove(number)
        self._results[number] = result
        self._size += _measure(result)
        while len(self._results) > _MAX_COUNT or (
            self._size > _MAX_SIZE and len(self._results) > 1
        ):
            self._remove(next(iter(self._results)))

    def find(self, number: int) -> InspectionResult | None:
        """The answer of a row; None where it is not kept, or there was none."""
        return self._results.get(number)

    def discard(self) -> None:
        """Let go of all of them."""
        self._results.clear()
        self._size = 0

    def _remove(self, number: int) -> None:
        result = self._results.pop(number, None)
        if result is not None:
            self._size -= _measure(result)


def _measure(result: InspectionResult) -> int:
    answer = result.analyzed.call_result
    return len(answer.body) if isinstance(answer, Exchange) else 0
