"""Recognizes runs of a credential's characters without storing the credential.

A fingerprint is of 16 letters and digits: too many are possible to find those that it belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.credentials.normalization import normalize
from inspector_app.session.credentials.run_index import MIN_RUN_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet


def compute_run_fingerprints(text: str) -> frozenset[int]:
    """The fingerprints of all runs of 16 letters and digits; none of a shorter text."""
    return frozenset(hash(run) for run in _iter_runs(normalize(text)))


def find_known_runs(normalized: bytes, known: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Start and end of what the known fingerprints are of, ascending and apart."""
    start = end = 0
    for place, run in enumerate(_iter_runs(normalized)):
        if hash(run) not in known:
            continue
        if place > end:
            if end:
                yield start, end
            start = place
        end = place + MIN_RUN_LENGTH
    if end:
        yield start, end


def _iter_runs(normalized: bytes) -> Iterator[bytes]:
    last = len(normalized) - MIN_RUN_LENGTH + 1
    return (normalized[place : place + MIN_RUN_LENGTH] for place in range(last))
