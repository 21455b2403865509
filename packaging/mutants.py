"""Mutation testing: puts small faults into the app, one by one, and prints those no test notices.

`python3 dev.py mutants` calls it. Without arguments it tries what changed since the last commit but
one; `--since REVISION` says another, `--sample 300 --seed N` takes faults of the whole app, and
`--within inspector_app/session` of a part. With `--thorough` what the nearest and quickest tests
let through is tried against all that execute its line. It fails where fewer than 95 % are noticed.
A fault that changes nothing anybody could notice stands in packaging/mutation/equivalents.toml,
with its reason.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mutation import choice, workspace
from mutation import line_recording as recording
from mutation.operators import Mutant, find_mutants, is_compiling, read_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutation.workspace import TestRun

CHECKOUT: Final = workspace.CHECKOUT
EQUIVALENTS: Final = Path(__file__).parent / "mutation" / "equivalents.toml"
LEAST_KILLED: Final = 95  # percent
OTHER_SYSTEMS: Final = re.compile(
    r"windows|win32|macos|darwin|_mac\b|registry|message_(?:window|listener)"
)
"""In the name of a module that no test of this system executes."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault that is being tried in a workspace."""

    mutant: Mutant
    place: Path
    run: TestRun


def main(arguments: Sequence[str]) -> int:
    """Try the faults that the arguments ask for, and return the exit code."""
    options = parse_arguments(arguments)
    files = list_files(options.within)
    mutants = [one for one in find_all(files) if not OTHER_SYSTEMS.search(one.file)]
    if options.sample == 0:
        changed = read_changed_lines(options.since)
        mutants = [one for one in mutants if one.line in changed.get(one.file, ())]
    reviewed = read_equivalents()
    mutants = [one for one in mutants if describe(one) not in reviewed]
    random.Random(options.seed).shuffle(mutants)  # noqa: S311 - a sample, and no secret
    mutants = mutants[: options.sample or None]
    make_recordings(mutants, whole=options.record)
    until = time.monotonic() + 60 * options.minutes
    killed, survivors = try_all(mutants, options.workers, until)
    if options.thorough:
        print("trying what is left against all tests that execute it", flush=True)
        noticed, survivors = try_all(survivors, options.workers, math.inf, are_all=True)
        killed += noticed
    return report(killed, survivors, len(mutants), options.seed)


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; the seed is of the machine's choice unless it is given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--since", default="HEAD~1", help="what changed since this revision")
    parser.add_argument("--sample", type=int, default=0, help="so many of the whole app")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--within", default="inspector_app", help="only below this path")
    parser.add_argument("--minutes", type=float, default=10, help="then it stops")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--thorough", action="store_true", help="then try all tests on the rest")
    parser.add_argument("--record", action="store_true", help="record all tests first")
    return parser.parse_args(arguments)


def list_files(within: str) -> list[str]:
    """Return the modules of the app at or below a path."""
    place = CHECKOUT / within
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [path.relative_to(CHECKOUT).as_posix() for path in paths]


def find_all(files: Iterable[str]) -> list[Mutant]:
    """Return all faults that these modules can have."""
    members: dict[str, list[str]] = {}
    for path in (CHECKOUT / "inspector_app").rglob("*.py"):
        members |= read_members(path.read_text(encoding="utf-8"))
    return [
        mutant
        for file in files
        for mutant in find_mutants(file, (CHECKOUT / file).read_text(encoding="utf-8"), members)
    ]


def read_changed_lines(revision: str) -> dict[str, set[int]]:
    """Return the lines of each module that are new since a revision, committed or not."""
    command = ["git", "diff", "--unified=0", "--no-color", revision, "--", "inspector_app"]
    answer = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    changed: dict[str, set[int]] = {}
    file = ""
    for line in answer.stdout.decode(errors="replace").splitlines():
        if line.startswith("+++ "):
            file = line.removeprefix("+++ ").removeprefix("b/")
        elif place := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            first, count = int(place[1]), int(place[2] or 1)
            changed.setdefault(file, set()).update(range(first, first + count))
    return changed


def describe(mutant: Mutant) -> tuple[str, str, str, str]:
    """Return what a reviewed fault is known by: not its line number, which changes."""
    return mutant.file, mutant.text, " ".join(mutant.old.split()), " ".join(mutant.new.split())


def read_entries() -> list[dict[str, str]]:
    """Return the entries of the file of reviewed faults."""
    return list(tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8")).get("equivalent", []))


def read_equivalents() -> set[tuple[str, str, str, str]]:
    """Return the faults that were looked at, and change nothing that anybody could notice."""
    return {(one["file"], one["line"], one["old"], one["new"]) for one in read_entries()}


def make_recordings(mutants: Iterable[Mutant], *, whole: bool) -> None:
    """Record the tests that stand beside what is tried, or all, where they have changed."""
    packages = {mutant.file.split("/")[1] for mutant in mutants}
    for folder in recording.list_folders():
        beside = folder.split("/")[0] in packages
        if (beside or whole) and recording.list_outdated(folder):
            print(f"recording which lines tests/{folder} executes", flush=True)
            recording.record(folder)


def try_all(
    mutants: Sequence[Mutant], workers: int, until: float, *, are_all: bool = False
) -> tuple[list[Mutant], list[Mutant]]:
    """Try faults side by side until a time of the monotonic clock; return killed and surviving."""
    workspace.load_before_fork()
    durations = recording.read_durations()
    free = [workspace.make_workspace(f"worker-{number}") for number in range(workers)]
    waiting, running = list(reversed(mutants)), list[Trial]()
    killed, survivors = list[Mutant](), list[Mutant]()
    while running or (waiting and time.monotonic() < until):
        if free and waiting and time.monotonic() < until:
            mutant = waiting.pop()
            trial = start(mutant, free[-1], durations, are_all=are_all)
            if trial is not None:
                running.append(trial)
                free.pop()
            elif is_compiling(mutant.apply(read(mutant.file))):
                print(f"survived, executed by no test: {mutant}", flush=True)
                survivors.append(mutant)
            continue
        for trial in [one for one in running if one.run.is_over()]:
            running.remove(trial)
            free.append(trial.place)
            shutil.copy2(CHECKOUT / trial.mutant.file, trial.place / trial.mutant.file)
            (killed if trial.run.has_noticed else survivors).append(trial.mutant)
            if not trial.run.has_noticed:
                print(f"survived: {trial.mutant}", flush=True)
        time.sleep(0.02)
    return killed, survivors


def start(
    mutant: Mutant, place: Path, durations: dict[str, float], *, are_all: bool
) -> Trial | None:
    """Put a fault into a workspace and start its tests; None where it or they are none."""
    text = mutant.apply(read(mutant.file))
    tests = choice.choose_tests(mutant.file, mutant.line, durations, are_all=are_all)
    if not tests or not is_compiling(text):
        return None
    (place / mutant.file).write_text(text, encoding="utf-8")
    seconds = sum(durations.get(test, 0.0) for test in tests)
    run = workspace.start_tests(place, tests, 30 + 4 * seconds, place.with_suffix(".log"))
    return Trial(mutant, place, run)


def read(file: str) -> str:
    """Return the text of a module."""
    return (CHECKOUT / file).read_text(encoding="utf-8")


def report(killed: list[Mutant], survivors: list[Mutant], chosen: int, seed: int) -> int:
    """Print the figures of each package and the survivors, and return the exit code."""
    found = Counter(one.file.split("/")[1] for one in killed)
    missed = Counter(one.file.split("/")[1] for one in survivors)
    for package in sorted(found | missed):
        tried = found[package] + missed[package]
        print(f"{package:<12}{found[package]:>5} of {tried:>5}  {found[package] / tried:7.1%}")
    for mutant in sorted(survivors):
        print(f"survived: {mutant}")
    tried = len(killed) + len(survivors)
    print(f"{len(killed)} of {tried} tried were noticed; {chosen} chosen with --seed {seed}")
    return 1 if tried and 100 * len(killed) < LEAST_KILLED * tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
