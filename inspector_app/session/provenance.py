"""Where a claim comes from: the mark that every claim about an answer carries."""

from __future__ import annotations

from enum import Enum


class Provenance(Enum):
    """What a claim rests on; one that is ``INFERRED`` is worded so that a reader sees it."""

    DOCUMENTED = "documented"  # the vendor's published documentation, or the protocol's standard
    INFERRED = "inferred"  # reasoned from samples, names, sizes or messages
    OBSERVED = "observed"  # seen in the answer or during the call, or in the vendor's public code
