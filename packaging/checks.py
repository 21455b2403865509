"""Runs the static checks side by side, and says of each that fails what mends it.

`python3 dev.py check` runs it, and `python3 dev.py tests` before its tests. No check writes
anything but its cache; `python3 dev.py fix` does what can be done without a decision.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

CHECKOUT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Check:
    """A static check: its command, and the line that says how to mend what it finds."""

    name: str
    command: tuple[str, ...]
    remedy: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check has printed, and how many ``seconds`` it took."""

    check: Check
    is_passed: bool
    output: str
    seconds: float


def build_platform_check(system: str, platform: str) -> Check:
    """Build the check of the types as mypy sees them on another system than this one.

    Of what runs there, without the tests: many are of one system alone.
    """
    return Check(
        f"types on {system}",
        (
            "mypy", f"--platform={platform}", f"--cache-dir=.mypy_cache/{platform}",
            "inspector_app", "packaging", "dev.py", "noxfile.py",
        ),
        f"mypy failed for {system}: put what another system lacks under `if sys.platform == …`, "
        "with nothing after a return; the settings stand in pyproject.toml, [tool.mypy]",
    )  # fmt: skip


CHECKS: Final = (
    Check(
        "format",
        ("ruff", "format", "--check"),
        "ruff format failed: `python3 dev.py fix` formats",
    ),
    Check(
        "lint",
        ("ruff", "check"),
        "ruff check failed: `python3 dev.py fix` mends what is marked [*], the rest is by hand; "
        "the rules stand in pyproject.toml, [tool.ruff.lint]",
    ),
    Check(
        "imports",
        ("lint-imports", "--no-logo"),
        "import contract broken: pyproject.toml, [tool.importlinter], "
        "docs/architecture.md says which layer may import which",
    ),
    Check(
        "unused code",
        ("vulture",),
        "vulture failed: remove the unused code, "
        "or name what a library asks for in pyproject.toml, [tool.vulture]",
    ),
    Check(
        "spelling",
        ("codespell",),
        "codespell failed: mend the word where it stands, "
        "or add it to pyproject.toml, [tool.codespell]",
    ),
    Check(
        "translations",
        ("python", "packaging/translations.py", "--check"),
        "a text is not translated, or its catalogue is out of date: resources/translations/, "
        "`python3 dev.py translations` adds, drops and orders texts",
    ),
    Check(
        "types",
        ("mypy",),
        "mypy failed: mend the types where they stand; "
        "CONTRIBUTING.md says how, the settings stand in pyproject.toml, [tool.mypy]",
    ),
    build_platform_check("Windows", "win32"),
    build_platform_check("macOS", "darwin"),
)
"""In the order in which they are printed: the quick ones first."""


def main() -> int:
    """Run all checks, print what each found, and return the exit code."""
    return 0 if run_checks(CHECKS) else 1


def run_checks(checks: Iterable[Check]) -> bool:
    """Run the checks side by side, print each result whole, and return whether all passed."""
    waiting = tuple(checks)
    failed = []
    with ThreadPoolExecutor(max_workers=len(waiting)) as executor:
        for result in executor.map(run_check, waiting):
            print(format_result(result), flush=True)
            if not result.is_passed:
                failed.append(result.check)
    if failed:
        print("", *(check.remedy for check in failed), sep="\n", flush=True)
    return not failed


def run_check(check: Check) -> CheckResult:
    """Run one check to its end, with the programs of this environment."""
    started = time.monotonic()
    done = subprocess.run(
        [find_program(check.command[0]), *check.command[1:]],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    seconds = time.monotonic() - started
    return CheckResult(check, done.returncode == 0, done.stdout.strip(), seconds)


def find_program(name: str) -> str:
    """Find a program of the environment that this Python belongs to.

    Raises:
        FileNotFoundError: if the environment has no such program.
    """
    if name == "python":
        return sys.executable
    found = shutil.which(name, path=Path(sys.executable).parent)
    if found is None:
        raise FileNotFoundError(f"{name} is not beside {sys.executable}: `python3 dev.py check`")
    return found


def format_result(result: CheckResult) -> str:
    """Format a result: one line, and below it what a failed check has printed."""
    word = "passed" if result.is_passed else "FAILED"
    line = f"{word}  {result.check.name} ({result.seconds:.1f} s)"
    return line if result.is_passed else f"{line}\n{result.output}\n"


if __name__ == "__main__":
    sys.exit(main())
