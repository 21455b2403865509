"""An upgrade that takes the files away leaves a running window whole."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.desktop.deferred_imports import (
    OF_LINUX,
    import_deferred_modules,
    import_pipeline,
)
from inspector_app.session.interruption import WorkInterruptedError, interruptible

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "inspector_app"
# Of other systems, and what is asked at the start only.
OTHERS = {"resource", "winreg", "pwd", "plistlib", "xml.parsers.expat"} | {
    "tzlocal" if sys.platform == "linux" else "PySide6.QtDBus"
}
PARTS_OF_A_START = {"terminal", "unattended", "startup"}
MODULES = {"pywin32-ctypes": "win32ctypes"}
"""The modules of packages that are not named after them."""
UNIX_ALONE = {"crypt", "fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource",
              "spwd", "syslog", "termios", "tty"}  # fmt: skip
WINDOWS_ALONE = {"_winapi", "msvcrt", "nt", "winreg", "winsound"}


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
    others = re.compile(r"inspector_app\.(?:.*\.)?(?:(?:terminal|unattended)\.|__main__)")
    assert list(filter(others.match, loaded)) == []  # nobody needs them in the window


def test_it_ends_where_the_window_is_closed_again():
    asked = iter([False, True])
    with interruptible(lambda: next(asked)), pytest.raises(WorkInterruptedError):
        import_deferred_modules()
    assert next(asked, None) is None
    with interruptible(lambda: True), pytest.raises(WorkInterruptedError):
        import_pipeline()


def list_packages_of(system):
    """The modules that the lock has for that system alone."""
    lock = (ROOT / "packaging" / "locks" / "runtime.txt").read_text(encoding="utf-8")
    found = re.findall(rf"^(\S+)==\S+ ; sys_platform == '{system}'", lock, re.MULTILINE)
    return {MODULES.get(name, name) for name in found}


def list_first_imports(file):
    """The modules that are imported as soon as this one is."""
    pending, found = list(ast.parse(file.read_text("utf-8")).body), set()
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
        elif isinstance(node, ast.ClassDef | ast.Try):
            pending += node.body
    return found


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_no_module_that_is_imported_there_needs_what_another_system_has(system):
    packages = {one: list_packages_of(one) for one in ("linux", "win32", "darwin")}
    assert {"jeepney", "secretstorage"} <= packages["linux"]
    assert {"tzlocal", "win32ctypes"} <= packages["win32"]
    absent = UNIX_ALONE if system == "win32" else WINDOWS_ALONE
    absent = absent.union(*(of for one, of in packages.items() if one != system))
    left_out = () if system == "linux" else OF_LINUX
    failing = {
        file.relative_to(ROOT).as_posix(): needed
        for file in PACKAGE.rglob("*.py")
        if ".".join(file.relative_to(ROOT).with_suffix("").parts) not in left_out
        if (needed := list_first_imports(file) & absent)
    }
    assert failing == {}
