"""Measures the app beside a bare window, and how an answer's cost grows; draws docs/growth.svg.

Each row has its yardstick in the same run: processes take turns, the medians are of pairs, and what
counts is the ratio. `python3 dev.py bench -- 9` takes nine pairs.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "growth.svg"
WIDTH, HEIGHT, MARGIN = 640, 360, 60
FIRST, LAST = -5.0, 1.0
"""Powers of ten of the seconds at the bottom and at the top of the picture."""

LARGEST = 5.0
"""The power of ten of the organizations at the right."""

TIMES = "\N{MULTIPLICATION SIGN}"
COLOURS = ("#555555", "#1f6feb", "#c2410c", "#15803d")


def build_environment(home: str) -> dict[str, str]:
    """The variables of a person who starts the app for the first time, without a screen."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT") if key in os.environ}
    return {**kept, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def measure_start(script: str, variables: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from the start of a process to its painted window: elapsed, and of processor."""
    begun = time.monotonic()
    command = [sys.executable, "-I", str(HERE / script)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    painted, used = map(float, said.stdout.split()[:2])
    return (painted - begun) * 1000, used * 1000


def measure_command(command: list[str], variables: dict[str, str]) -> tuple[float, float]:
    """Milliseconds, elapsed twice, that a whole command takes."""
    begun = time.monotonic()
    subprocess.run(command, capture_output=True, check=True, env=variables, cwd=HERE.parent)
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


def draw(sizes: dict[str, dict[str, float]]) -> str:
    """The picture of growth: both axes in powers of ten."""
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="12">'
        ),
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(int(FIRST), int(LAST) + 1):
        y = place_vertically(10.0**power)
        label = f"{10**power} s" if power >= 0 else f"{10.0 ** (power + 3):g} ms"
        lines += [
            f'<path d="M{MARGIN} {y:.0f}H{WIDTH - MARGIN}" stroke="#dddddd"/>',
            f'<text x="{MARGIN - 6}" y="{y + 4:.0f}" text-anchor="end">{label}</text>',
        ]
    for size in sizes:
        x = place_horizontally(int(size))
        lines.append(f'<text x="{x:.0f}" y="{HEIGHT - 36}" text-anchor="middle">{size}</text>')
    middle = f'x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle"'
    lines.append(f"<text {middle}>organizations in the answer; time of processor</text>")
    for number, step in enumerate(next(iter(sizes.values()))):
        points = " ".join(
            f"{place_horizontally(int(size)):.0f},{place_vertically(cost[step]):.0f}"
            for size, cost in sizes.items()
        )
        colour = COLOURS[number]
        lines += [
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<text x="{MARGIN + 130 * number}" y="{MARGIN / 2}" fill="{colour}">{step}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


def place_horizontally(size: int) -> float:
    """Where so many organizations stand, from ten at the left."""
    return MARGIN + (math.log10(size) - 1) / (LARGEST - 1) * (WIDTH - 2 * MARGIN)


def place_vertically(seconds: float) -> float:
    """Where so many seconds stand."""
    share = (math.log10(max(seconds, 10**FIRST)) - FIRST) / (LAST - FIRST)
    return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)


def main(count: int) -> None:
    """Print the table, from so many pairs, and draw the picture."""
    console = [sys.executable, "-m", "inspector_app.terminal", "--version"]
    with tempfile.TemporaryDirectory() as home:
        variables = build_environment(home)
        starts, commands = [], []
        for one in range(count + 1):
            bare = measure_start("bare_window.py", variables)
            window = bare, measure_start("app_start.py", variables)
            nothing = measure_command([sys.executable, "-c", "pass"], variables)
            command = nothing, measure_command(console, variables)
            if one:  # the first fills the caches
                starts.append(window)
                commands.append(command)
    print("| what | yardstick | app | ratio, elapsed | ratio, processor |\n|---|---|---|---|---|")
    compare("start to painted and usable, beside a bare window", starts)
    compare("`enos-session --version`, beside `python -c pass`", commands)
    growth = [sys.executable, str(HERE / "growth.py")]
    said = subprocess.run(growth, capture_output=True, text=True, check=True)
    sizes: dict[str, dict[str, float]] = json.loads(said.stdout)
    yardstick = sizes["100000"]["json.loads"]
    for step, seconds in sizes["100000"].items():
        ratio = seconds / yardstick
        name = f"100,000 organizations: {step}, beside json.loads"
        print(
            f"| {name} | {yardstick * 1000:.0f} ms | {seconds * 1000:.0f} ms | "
            f"| {ratio:.2f} {TIMES} |"
        )
    PICTURE.write_text(draw(sizes), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
