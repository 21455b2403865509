"""The lines in which a trial is told: what was tried, what it showed, what cannot be told."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class NotToldError(Exception):
    """Wine is too little of a Windows to tell; the text says in what."""


@dataclass(slots=True)
class Trial:
    """Tries one thing after the other, prints a line of each, and counts what failed."""

    passed: int = 0
    not_told: int = 0
    failed: list[str] = field(default_factory=list)

    def run(self, name: str, check: Callable[[], str]) -> None:
        """Run a check; it returns a figure or nothing, and raises where something is wrong."""
        started = time.monotonic()
        try:
            figure = check()
        except NotToldError as why:
            self.not_told += 1
            _print(f"not told by Wine  {name}: {why}")
        except Exception:  # noqa: BLE001  # after any failure, the next check is run
            self.failed.append(name)
            _print(f"FAILED  {name}\n{traceback.format_exc()}")
        else:
            self.passed += 1
            seconds = f"{time.monotonic() - started:.1f} s"
            _print(
                f"ok      {name}: {figure}, {seconds}" if figure else f"ok      {name}, {seconds}"
            )

    def format_sum(self) -> str:
        """Format how much was tried, and what failed."""
        failed = f"{len(self.failed)} failed" + "".join(f": {name}" for name in self.failed)
        return f"{self.passed} passed, {self.not_told} not told by Wine, {failed}"


def _print(text: str) -> None:
    print(text.encode("ascii", "backslashreplace").decode(), flush=True)


def expect(is_so: object, said: object = "") -> None:
    """Fail with what was said instead, unless it is so.

    Raises:
        AssertionError: if it is not so.
    """
    if not is_so:
        raise AssertionError(said)
