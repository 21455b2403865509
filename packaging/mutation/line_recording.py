"""Which tests execute a line: a recording for each folder of tests, kept in build/mutants.

Where a few files of a folder have changed since, each gets a recording of its own. Of changed
modules a recording stays of use: lines are found again by what stands around them
(``mutation.choice``).
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from coverage import CoverageData

from mutation.workspace import CHECKOUT, FOLDER, PYTEST_OPTIONS, make_workspace

if TYPE_CHECKING:
    from pathlib import Path

RECORDINGS: Final = FOLDER / "recordings"
WORKSPACE: Final = "recording"
COVERAGE_SETTINGS: Final = "[run]\nsource = inspector_app\n"  # lines alone, which is faster
MAX_OWN_RECORDINGS: Final = 6
"""Files of a folder that are recorded one by one: of more, the whole folder is recorded anew."""

UNTRIED_FOLDERS: Final = frozenset({"acceptance", "frozen", "fuzz", "packaging"})


@dataclass(frozen=True, slots=True)
class Recording:
    """What the tests of a folder executed: ``seconds`` by test, and the modules as they were."""

    place: Path
    seconds: dict[str, float]

    def read_source(self, file: str) -> str:
        """Return a module's text as it was; empty if it was not there."""
        path = self.place / "sources" / file
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def read_lines(self, file: str) -> dict[int, set[str]]:
        """Return the tests that executed each line of a module."""
        found = _read_tests(self.place, file)
        return {line: tests & self.seconds.keys() for line, tests in found.items()}


@functools.lru_cache(maxsize=512)
def _read_tests(place: Path, file: str) -> dict[int, set[str]]:
    data = CoverageData(str(place / "coverage"))
    data.read()
    lines = data.contexts_by_lineno(str(FOLDER / WORKSPACE / file))
    data.close()
    return {
        line: {test for context in contexts if (test := context.rpartition("|")[0])}
        for line, contexts in lines.items()
    }


def list_folders() -> list[str]:
    """Return the folders of tests, each recorded for itself, without those in it."""
    tests = CHECKOUT / "tests"
    folders = {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")}
    return sorted(one for one in folders if one.split("/")[0] not in UNTRIED_FOLDERS)


def compute_fingerprints(folder: str) -> dict[str, str]:
    """Return a fingerprint of each test file in a folder."""
    return {
        file.relative_to(CHECKOUT).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted((CHECKOUT / "tests" / folder).glob("test_*.py"))
    }


def list_outdated(folder: str) -> list[str]:
    """Return the test files of a folder of which there is no recording as they are now."""
    now = compute_fingerprints(folder)
    recorded = {
        (file, fingerprint)
        for place in _list_places(folder)
        for file, fingerprint in _read_stamp(place).items()
    }
    return [file for file, fingerprint in now.items() if (file, fingerprint) not in recorded]


def _list_places(folder: str) -> list[Path]:
    """Return where recordings of a folder are: the whole one's, and those of single files."""
    place = RECORDINGS / folder
    places = [place, *sorted(place.glob("only_*"))]
    return [one for one in places if (one / "durations.json").exists()]


def _read_stamp(place: Path) -> dict[str, str]:
    stamp = place / "fingerprints.json"
    return dict(json.loads(stamp.read_text(encoding="utf-8"))) if stamp.exists() else {}


@functools.cache
def load_recordings(folder: str) -> tuple[Recording, ...]:
    """Return the recordings of a folder, without tests that have changed since."""
    now = compute_fingerprints(folder)
    found = []
    for place in _list_places(folder):
        stamp = _read_stamp(place)
        seconds = json.loads((place / "durations.json").read_text(encoding="utf-8"))
        current = {file for file, fingerprint in stamp.items() if now.get(file) == fingerprint}
        tests = {test: took for test, took in seconds.items() if test.split("::")[0] in current}
        found.append(Recording(place, tests))
    return tuple(found)


def record(folder: str) -> None:
    """Bring the recordings of a folder up to date: which lines each test executes, how quickly."""
    place, outdated = RECORDINGS / folder, list_outdated(folder)
    now = compute_fingerprints(folder)
    if (place / "durations.json").exists() and len(outdated) <= MAX_OWN_RECORDINGS:
        for file in outdated:
            _record(
                place / f"only_{file.rpartition('/')[2].removesuffix('.py')}", {file: now[file]}
            )
    else:
        for old in place.glob("only_*"):
            shutil.rmtree(old)
        _record(place, now)
    load_recordings.cache_clear()
    _read_tests.cache_clear()


def _record(place: Path, fingerprints: dict[str, str]) -> None:
    """Run these test files, and keep what they executed and how long each test took."""
    workspace = make_workspace(WORKSPACE)
    place.mkdir(parents=True, exist_ok=True)
    for old in ("coverage", "durations.json", "fingerprints.json"):
        (place / old).unlink(missing_ok=True)
    settings = place / "coveragerc"
    settings.write_text(COVERAGE_SETTINGS, encoding="utf-8")
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "COVERAGE_FILE": str(place / "coverage"),
        "MUTATION_DURATIONS": str(place / "durations.json"),
        "PYTHONPATH": str(CHECKOUT / "packaging"),
    }
    measured = ["--cov=inspector_app", f"--cov-config={settings}", "--cov-context=test"]
    command = [sys.executable, "-m", "pytest", *PYTEST_OPTIONS, "-p", "mutation.durations"]
    with (place / "log.txt").open("wb") as log:
        subprocess.run(
            [*command, *measured, "--cov-report=", *fingerprints],
            cwd=workspace, env=environment, stdout=log, stderr=log, check=False,
        )  # fmt: skip
    shutil.rmtree(place / "sources", ignore_errors=True)
    shutil.copytree(workspace / "inspector_app", place / "sources" / "inspector_app")
    stamp = json.dumps(fingerprints, indent=1)
    (place / "fingerprints.json").write_text(stamp, encoding="utf-8")


def read_durations() -> dict[str, float]:
    """Return how many seconds each recorded test took."""
    seconds: dict[str, float] = defaultdict(float)
    for folder in list_folders():
        for recording in load_recordings(folder):
            seconds.update(recording.seconds)
    return seconds
