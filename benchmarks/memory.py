"""What a process has of the computer's memory; as a program: what `json.loads` takes of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def read_memory() -> float:
    """Megabytes: the proportional set size, which only Linux tells; elsewhere 0."""
    if sys.platform != "linux":
        return 0.0
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith("Pss:")) / 1024


def measure_json(organizations: int) -> float:
    """Megabytes of an answer with so many organizations, as text and as Python's values."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from benchmarks.growth import build_answer

    before = read_memory()
    body = build_answer(organizations).body
    values = json.loads(body)
    return read_memory() - before if values else 0.0


if __name__ == "__main__":
    print(measure_json(int(sys.argv[1])))
