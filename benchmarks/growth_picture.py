"""Draws how an answer's cost grows: docs/growth.svg."""

from __future__ import annotations

import math
from typing import Final

WIDTH, HEIGHT, MARGIN = 640, 360, 60
FIRST, LAST = -5.0, 1.0
"""Powers of ten of the seconds at the bottom and at the top of the picture."""

LARGEST: Final = 5.0
"""The power of ten of the organizations at the right."""

COLOURS = ("#555555", "#1f6feb", "#c2410c", "#15803d")


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
