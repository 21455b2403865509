"""Which tests execute a line: a recording for each folder of tests, kept in build/mutants.

A recording is made anew when a test of its folder has changed. Of changed modules it stays of use:
lines are found again by what stands around them (``mutation.choice``).
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
        data = CoverageData(str(self.place / "coverage"))
        data.read()
        lines = data.contexts_by_lineno(str(FOLDER / WORKSPACE / file))
        tests = {
            line: {test for context in contexts if (test := context.rpartition("|")[0])}
            for line, contexts in lines.items()
        }
        data.close()
        return {line: found & self.seconds.keys() for line, found in tests.items()}


def list_folders() -> list[str]:
    """Return the folders of tests, each recorded for itself, without those in it."""
    tests = CHECKOUT / "tests"
    folders = {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")}
    return sorted(one for one in folders if one.split("/")[0] not in UNTRIED_FOLDERS | {"."})


def compute_fingerprints(folder: str) -> dict[str, str]:
    """Return a fingerprint of each test file in a folder."""
    return {
        f"tests/{folder}/{file.name}": hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted((CHECKOUT / "tests" / folder).glob("test_*.py"))
    }


def is_current(folder: str) -> bool:
    """Return whether there is a recording of a folder's tests as they are now."""
    is_whole = (RECORDINGS / folder / "durations.json").exists()
    return is_whole and _read_stamp(folder) == compute_fingerprints(folder)


def _read_stamp(folder: str) -> dict[str, str]:
    stamp = RECORDINGS / folder / "fingerprints.json"
    return dict(json.loads(stamp.read_text(encoding="utf-8"))) if stamp.exists() else {}


@functools.cache
def load_recording(folder: str) -> Recording | None:
    """Return the recording of a folder, without tests that have changed; None if there is none."""
    place = RECORDINGS / folder
    stamp, now = _read_stamp(folder), compute_fingerprints(folder)
    if not (place / "durations.json").exists():
        return None
    seconds = json.loads((place / "durations.json").read_text(encoding="utf-8"))
    unchanged = {file for file, fingerprint in now.items() if stamp.get(file) == fingerprint}
    return Recording(
        place, {test: took for test, took in seconds.items() if test.split("::")[0] in unchanged}
    )


def record(folder: str) -> None:
    """Run the tests of a folder, and keep which lines each executed and how long it took."""
    place = RECORDINGS / folder
    fingerprints = compute_fingerprints(folder)
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
    load_recording.cache_clear()


@functools.lru_cache(maxsize=512)
def read_lines(folder: str, file: str) -> dict[int, set[str]]:
    """Return the tests of a folder that executed each line of a module, as it was then."""
    recording = load_recording(folder)
    return recording.read_lines(file) if recording else {}


def read_durations() -> dict[str, float]:
    """Return how many seconds each recorded test took."""
    seconds: dict[str, float] = defaultdict(float)
    for folder in list_folders():
        if recording := load_recording(folder):
            seconds.update(recording.seconds)
    return seconds
