"""An upgrade that takes the files away leaves a running window whole."""

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "inspector_app"
# Of other systems, and what is asked at the start only.
# Of other systems, and what is asked at the start only.
OTHERS = {"resource", "winreg", "tzlocal" if sys.platform == "linux" else "PySide6.QtDBus"}
PARTS_OF_A_START = {"terminal", "unattended", "startup"}


def list_late_imports():
    """The modules that functions import, by the file that does."""
    late: dict[str, Path] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        if PARTS_OF_A_START & set(file.parts) or file.name == "__main__.py":
            continue
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    late |= {name.name: file for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    late[node.module] = file
    return late


def test_whatever_a_function_imports_is_in_memory_soon_after_the_start():
    """Nothing is read from the installation that an upgrade may have replaced by then."""
    late = list_late_imports()
    assert len(late) > 30
    program = (
        "import sys; from inspector_app.desktop.deferred_imports import import_deferred_modules; "
        "import_deferred_modules(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = set(done.stdout.split())
    assert set(late) - loaded - OTHERS == set()
    ours = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in PACKAGE.rglob("*.py")
        if not {"terminal", "unattended"} & set(file.parts) and file.name != "__main__.py"
    }
    assert ours - loaded == set()
