"""Run every file of tests by itself, so that no test leans on another file's.

`python3 dev.py tests_alone` calls it. The tests of a file come in an order of chance; its seed is
printed with what fails, and `pytest -p randomly -p "randomly_seed=N" FILE` repeats it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECKOUT: Final = Path(__file__).resolve().parent.parent
MARKS: Final = "not timing and not frozen and not acceptance and not fuzz"
NOTHING_CHOSEN: Final = 5  # pytest's exit code where a file has tests of other marks alone


def main(arguments: Sequence[str]) -> int:
    """Run the files named, or all, two at a time, and return the exit code."""
    tests = sorted(path.relative_to(CHECKOUT) for path in (CHECKOUT / "tests").rglob("test_*.py"))
    files = list(arguments) or [path.as_posix() for path in tests]
    failed = []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        for file, output in zip(files, workers.map(run_alone, files), strict=True):
            if output:
                failed.append(file)
                print(output, flush=True)
    print(f"{len(files) - len(failed)} of {len(files)} files pass alone", *failed, sep="\n  ")
    return 1 if failed else 0


def run_alone(file: str) -> str:
    """Run the tests of a file; return what was printed where one fails, else nothing."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", MARKS, file]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    return "" if done.returncode in {0, NOTHING_CHOSEN} else done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
