"""In which lanes each function has its jobs done, in job_lanes.json: every test looks at its own.

After a change that was meant, ``python -m tests.desktop.job_lanes`` writes it anew.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector_app.desktop.background import BackgroundExecutor, Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_suffix(".json")
LANE = re.compile(r"\bLane\.([A-Z]+)")
SOURCES = Path(__file__).parents[2] / "inspector_app" / "desktop"


def list_submitted(node: ast.AST, place: str = "") -> Iterator[tuple[str, str]]:
    """The functions below a node that submit jobs, by Python's name for them, and the lanes."""
    for child in ast.iter_child_nodes(node):
        inner = place
        if isinstance(child, ast.ClassDef):
            inner = f"{place}{child.name}."
        elif isinstance(child, ast.FunctionDef):
            inner = f"{place}{child.name}.<locals>."
            said = ast.unparse(child)
            if ".submit(" in said:
                yield from ((f"{place}{child.name}", one) for one in LANE.findall(said))
        yield from list_submitted(child, inner)


def find_lanes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source in sorted(SOURCES.rglob("*.py")):
        for name, lane in list_submitted(ast.parse(source.read_text(encoding="utf-8"))):
            found[name] = sorted({*found.get(name, ()), lane})
    return dict(sorted(found.items()))


def note_wrong_lanes(monkeypatch: Any) -> list[str]:
    """A list that gets each job which the app has done in another lane than before."""
    known = json.loads(FILE.read_text(encoding="utf-8"))
    wrong: list[str] = []
    submit = BackgroundExecutor.submit

    def note(background: BackgroundExecutor, lane: Lane, *more: Any) -> Any:
        caller = sys._getframe(1)
        name = caller.f_code.co_qualname
        is_of_app = str(caller.f_globals.get("__name__")).startswith("inspector_app.")
        if is_of_app and lane.name not in known.get(name, ()):
            wrong.append(f"{name}: {lane.name}")
        return submit(background, lane, *more)

    monkeypatch.setattr(BackgroundExecutor, "submit", note)
    return wrong


if __name__ == "__main__":
    FILE.write_text(json.dumps(find_lanes(), indent=0) + "\n", encoding="utf-8")
