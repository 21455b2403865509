"""The functions that ask whether the work is over: as their text says, and as they are run."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import inspector_app
from inspector_app.session.interruption import interruptible

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(inspector_app.__file__).parents[1]


def list_asking(*packages: str) -> set[str]:
    """The functions in which it is asked, of some packages, as their text says."""
    found: set[str] = set()
    for package in packages:
        for file in (ROOT / "inspector_app" / package).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for function in ast.walk(tree):
                if isinstance(function, ast.FunctionDef) and any(
                    isinstance(one, ast.Call)
                    and isinstance(one.func, ast.Name)
                    and one.func.id == "check_interruption"
                    for one in ast.walk(function)
                ):
                    found.add(f"{file.relative_to(ROOT).as_posix()}: {function.name}")
    return found


def find_asked(work: Callable[[], object]) -> set[str]:
    """The functions that ask while something is done."""
    found: set[str] = set()

    def is_over() -> bool:
        code = sys._getframe(2).f_code
        found.add(f"{Path(code.co_filename).relative_to(ROOT).as_posix()}: {code.co_name}")
        return False

    with interruptible(is_over):
        work()
    return found
