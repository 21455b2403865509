"""Measures the app beside a bare window, and how an answer's cost grows; draws docs/growth.svg.

Each row has its yardstick in the same run: processes take turns, the medians are of pairs, and what
counts is the ratio. `python3 dev.py bench -- 9` takes nine pairs.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.growth_picture import draw
from inspector_app.demo.demo_gateway import DemoGateway

if TYPE_CHECKING:
    from typing import BinaryIO

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "growth.svg"
TIMES = "\N{MULTIPLICATION SIGN}"
INSPECTIONS = 1000


def build_environment(home: str) -> dict[str, str]:
    """The variables of a person who starts the app for the first time, without a screen."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT") if key in os.environ}
    return {**kept, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def measure_start(script: str, variables: dict[str, str], *more: str) -> tuple[float, float]:
    """Milliseconds from the start of a process to its painted window: elapsed, and of processor."""
    begun = time.monotonic()
    command = [sys.executable, "-I", str(HERE / script), *more]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    painted, used = map(float, said.stdout.split()[:2])
    return (painted - begun) * 1000, used * 1000


def measure_command(
    command: list[str], variables: dict[str, str], given: BinaryIO | None = None
) -> tuple[float, float]:
    """Milliseconds, elapsed twice, that a whole command takes."""
    begun = time.monotonic()
    subprocess.run(
        command, stdin=given, capture_output=True, check=True, env=variables, cwd=HERE.parent
    )
    elapsed = (time.monotonic() - begun) * 1000
    return elapsed, elapsed


def compare(name: str, pairs: list[tuple[tuple[float, float], tuple[float, float]]]) -> None:
    """Print the medians of paired runs, and of their ratios."""
    bare, ours = (statistics.median(pair[side][1] for pair in pairs) for side in range(2))
    elapsed = statistics.median(pair[1][0] / pair[0][0] for pair in pairs)
    used = statistics.median(pair[1][1] / pair[0][1] for pair in pairs)
    print(
        f"| {name} | {bare:.0f} ms | {ours:.0f} ms | {elapsed:.2f} {TIMES} | {used:.2f} {TIMES} |"
    )


def measure_bare_memory(variables: dict[str, str]) -> float:
    """Megabytes of a bare window that is painted."""
    command = [sys.executable, "-I", str(HERE / "bare_window.py")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    return float(said.stdout.split()[2])


def run_program(script: str, *arguments: str) -> str:
    """What a program of this folder prints."""
    command = [sys.executable, str(HERE / script), *arguments]
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    return said.stdout


def print_row(name: str, yardstick: str, app: str, ratio: float | None = None) -> None:
    """Print one row that has one ratio at most."""
    print(f"| {name} | {yardstick} | {app} | | {'' if ratio is None else f'{ratio:.2f} {TIMES}'} |")


def compare_starts(count: int) -> None:
    """Print what starts take, from so many pairs of each."""
    nothing = [sys.executable, "-c", "pass"]
    console = [sys.executable, "-m", "inspector_app.terminal"]
    with tempfile.TemporaryDirectory() as home, DemoGateway() as gateway:
        variables = build_environment(home)
        token = Path(home, "token")
        token.write_text(gateway.scenarios[0].token, encoding="utf-8")
        inspect = [*console, "inspect", "--gateway", gateway.origin, "--token-stdin"]
        windows, wholes, versions, inspections = [], [], [], []
        for one in range(count + 1):
            bare = measure_start("bare_window.py", variables)
            window = bare, measure_start("app_start.py", variables)
            whole = bare, measure_start("app_start.py", variables, "complete")
            empty = measure_command(nothing, variables)
            version = empty, measure_command([*console, "--version"], variables)
            with token.open("rb") as pasted:
                inspection = empty, measure_command(inspect, variables, pasted)
            if one:  # the first fills the caches
                windows.append(window)
                wholes.append(whole)
                versions.append(version)
                inspections.append(inspection)
        memory = measure_bare_memory(variables)
    compare("start to painted and usable, beside a bare window", windows)
    compare("start until every part is there, beside a bare window", wholes)
    compare("`enos-session --version`, beside `python -c pass`", versions)
    compare("`enos-session inspect` on loopback, beside `python -c pass`", inspections)
    print_work(memory)


def print_work(bare_memory: float) -> None:
    """Print what the app takes at work, beside a bare window's megabytes and `json.loads`."""
    work = json.loads(run_program("app_at_work.py", str(INSPECTIONS)))
    values = float(run_program("memory.py", "100000"))
    for name in ("idle memory", "memory after an inspection"):
        print_row(name, f"{bare_memory:.0f} MB", f"{work[name]:.0f} MB", work[name] / bare_memory)
    for name in ("first inspection", "median inspection"):
        print_row(f"{name}, Enter to painted", "", f"{work[name]:.0f} ms")
    large = work["large answer, memory"]
    for name in ("large answer", "large answer, gap", "large search", "large search, gap"):
        print_row(f"{name}, in the window", "", f"{work[name]:.0f} ms")
    print_row("large answer, memory", f"{values:.0f} MB", f"{large:.0f} MB", large / values)
    for name in ("idle, seen", "idle, hidden"):
        print_row(f"{name}, of a core", "", f"{work[name]:.2f} %")
    left = ", ".join(f"{work[f'many, {name}']:.0f} {name}" for name in ("threads", "files"))
    print_row(f"{INSPECTIONS} inspections", "", f"{work['many, memory']:+.0f} MB, {left}")


def main(count: int) -> None:
    """Print the table, from so many pairs, and draw the picture."""
    print("| what | yardstick | app | ratio, elapsed | ratio, processor |\n|---|---|---|---|---|")
    compare_starts(count)
    sizes: dict[str, dict[str, float]] = json.loads(run_program("growth.py"))
    yardstick = sizes["100000"]["json.loads"]
    for step, seconds in list(sizes["100000"].items())[1:]:
        name = f"100,000 organizations: {step}, beside json.loads"
        base, ours = (f"{one * 1000:.0f} ms" for one in (yardstick, seconds))
        print_row(name, base, ours, seconds / yardstick)
    PICTURE.write_text(draw(sizes), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
