"""What a widget paints, as lines of text: each shape with its colours, each text, each picture."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.theme.colours import Colours

DRAWINGS_FILE = Path(__file__).with_name("drawings.json")
TESTS_FILE = DRAWINGS_FILE.with_name("test_drawings.py")
WRITING = "DRAWINGS_WRITTEN_TO"
"""The variable that has the tests write the file instead of reading it."""

PEN = ("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray")
LETTERS = ("font-weight", "font-style")
USUAL = {"fill-opacity": "1", "stroke-opacity": "1", "font-weight": "400", "font-style": "normal"}
UNMOVED = "matrix(1,0,0,1,0,0)"
DISTINCT = Colours(
    **{
        name: f"#{(number * 37 + 11) % 256:02x}{(number * 59 + 7) % 256:02x}{16 + number:02x}"
        for number, name in enumerate(Colours._fields)
    }
)
"""A theme in which no two colours are the same, so that a drawing tells them apart."""

NAMES = {getattr(DISTINCT, name): name for name in Colours._fields}


def describe_drawing(widget: QWidget) -> list[str]:
    """What the widget itself paints, without those in it, and the sizes that it asks for."""
    hint, least = widget.sizeHint(), widget.minimumSizeHint()
    sizes = f"size {hint.width()}x{hint.height()} least {least.width()}x{least.height()}"

    def render(generator: QSvgGenerator) -> None:
        widget.render(generator, QPoint(), QRegion(), QWidget.RenderFlag(0))

    return [sizes, *_read(_generate(widget.size(), render))]


def describe_painting(size: Any, paint: Any) -> list[str]:
    """What a function paints that is given a painter."""

    def render(generator: QSvgGenerator) -> None:
        painter = QPainter(generator)
        paint(painter)
        painter.end()

    return _read(_generate(size, render))


def _generate(size: Any, render: Any) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    render(generator)
    return bytes(buffer.data().data()).decode()


def _read(svg: str) -> list[str]:
    lines = []
    for group in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}g"):
        for shape in group:
            kind = shape.tag.rpartition("}")[2]
            if kind == "g":
                continue
            given = group.attrib | shape.attrib
            names = ("fill", *LETTERS) if kind == "text" else () if kind == "image" else PEN
            said = [
                f"{name}={NAMES.get(given[name], given[name])}"
                for name in names
                if name in given and given[name] != USUAL.get(name)
            ]
            own = {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d", "points"}
            place = [_round(value) for name, value in shape.attrib.items() if name in own]
            moved = _round(group.attrib.get("transform", UNMOVED))
            place += [] if moved == UNMOVED else [moved]
            lines.append(" ".join((kind, *place, *said, *filter(None, [shape.text]))))
    return lines


def _round(numbers: str) -> str:
    return re.sub(r"-?\d+\.\d+", lambda one: f"{float(one[0]):.1f}", numbers.strip())


def describe_font() -> str:
    """By which the drawings of another machine can be told from those that are pinned."""
    metrics = QFontMetricsF(QGuiApplication.font())
    return f"{metrics.horizontalAdvance('The quick brown fox'):.2f} {metrics.height():.2f}"


def check_drawings(group: str, drawings: dict[str, list[str]]) -> None:
    """Compare with what is pinned; where the variable says so, write it instead."""
    pinned = json.loads(DRAWINGS_FILE.read_text(encoding="utf-8"))
    if path := os.environ.get(WRITING):
        pinned["font"], pinned[group] = describe_font(), drawings
        text = json.dumps(dict(sorted(pinned.items())), ensure_ascii=False, indent=2)
        Path(path).write_text(text + "\n", encoding="utf-8")
    assert drawings.keys() == pinned[group].keys()
    for name, lines in drawings.items():
        assert lines == pinned[group][name], name


def main() -> int:
    """Have the tests write all that is pinned anew."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(TESTS_FILE)]
    DRAWINGS_FILE.write_text("{}\n", encoding="utf-8")
    environment = os.environ | {WRITING: str(DRAWINGS_FILE)}
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
