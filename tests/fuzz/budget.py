"""Runs a property on ever new inputs until its share of the time is over."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st

CORPUS = Path(__file__).parent / "corpus"
FOUND = Path("build", "fuzz")
"""Where the last failing input of each target is written."""

TARGETS = 7
"""Properties that share the time: a test counts them."""

_SECONDS = float(os.environ.get("FUZZ_SECONDS", "600"))
_BATCH = 25
_LOOKS = 3
_Input = TypeVar("_Input")


def list_samples(target: str) -> list[str]:
    """What once broke this target: a failing input that is put into its folder stays a sample."""
    found = sorted((CORPUS / target).glob("*.sample"))
    return [path.read_bytes().decode("utf-8", "surrogatepass") for path in found]


def fuzz(target: str, inputs: st.SearchStrategy[_Input], check: Callable[[_Input], None]) -> int:
    """Check inputs for this property's share of FUZZ_SECONDS, and return how many there were.

    An input that fails is written to FOUND as it is: making it smaller takes longer than a run.
    """
    count = 0

    def count_and_check(drawn: st.DataObject) -> None:
        nonlocal count
        count += 1
        value = drawn.draw(inputs)
        try:
            check(value)
        except BaseException:
            FOUND.mkdir(parents=True, exist_ok=True)
            text = value if isinstance(value, str) else repr(value)
            (FOUND / target).write_bytes(text.encode("utf-8", "surrogatepass"))
            raise

    ends = time.monotonic() + _SECONDS / TARGETS
    while time.monotonic() < ends:  # each batch begins with a seed of its own
        settings(
            max_examples=_BATCH,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            verbosity=Verbosity.quiet,
            suppress_health_check=list(HealthCheck),
        )(given(st.data())(count_and_check))()
    return count


def ensure_linear(work: Callable[[], object], length: int) -> None:
    """Assert that the work took time that suits the length of its input.

    The bound is ten times what the slowest of these readers needs for ordinary input: a reader
    that looks twice at a text of this length exceeds it a hundredfold.
    """
    allowed = 0.5 + length * 2e-5
    took = [_measure(work)]
    while took[-1] > allowed and len(took) < _LOOKS:
        took.append(_measure(work))
    assert min(took) <= allowed, f"{min(took):.2f} s for {length} characters"


def _measure(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
