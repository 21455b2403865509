"""Finds the system libraries that a bundle links to, and the Debian packages with them."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("system-packages.toml")
GROUPS: Final = ("qt", "xcb", "bundle")
"""Of the table: what Qt links to, what its xcb platform adds, and the rest."""

LIBC_LIBRARY: Final = re.compile(
    r"ld-linux[\w-]*\.so\.2|lib(c|m|dl|rt|util|pthread|resolv)\.so\.\d"
)
"""The libraries of libc6 itself, which is required by version."""

_ELF_MAGIC: Final = b"\x7fELF"


OPTIONAL_PACKAGES: Final = {"libqgtk3.so": "libgtk-3-0", "libcupsprintersupport.so": "libcups2"}
"""Optional files of Qt in the bundle, and the packages to recommend for them."""

_GLIBC_VERSION: Final = re.compile(r"Name: GLIBC_(\d+(?:\.\d+)+)")
_NEEDED_LIBRARY: Final = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+?)\]")


@dataclass(frozen=True, slots=True)
class SystemRequirements:
    """The system requirements of a bundle.

    ``libraries`` are required. ``recommended`` are the packages for optional parts of Qt.
    ``glibc`` is the oldest version of it that the bundle runs on.
    """

    libraries: frozenset[str]
    recommended: tuple[str, ...]
    glibc: str


def find_requirements(bundle: Path) -> SystemRequirements:
    """Find what the programs and libraries of the bundle link to.

    Raises:
        CalledProcessError: if readelf, of binutils, could not read one.
        ValueError: if there is no program in the bundle that links to glibc.
    """
    found = find_binaries(bundle)
    said = _run_readelf([path for path in found if path.name not in OPTIONAL_PACKAGES])
    versions = [tuple(map(int, found.split("."))) for found in _GLIBC_VERSION.findall(said)]
    if not versions:
        raise ValueError(f"nothing in {bundle} links to glibc")
    outside = set(_NEEDED_LIBRARY.findall(said)) - {path.name for path in bundle.rglob("*")}
    return SystemRequirements(
        frozenset(name for name in outside if not LIBC_LIBRARY.fullmatch(name)),
        tuple(
            sorted(
                {OPTIONAL_PACKAGES[path.name] for path in found if path.name in OPTIONAL_PACKAGES}
            )
        ),
        ".".join(map(str, max(versions))),
    )


def find_binaries(bundle: Path) -> tuple[Path, ...]:
    """Find every ELF executable and library inside, by content, not by name."""
    return tuple(path for path in sorted(bundle.rglob("*")) if _is_elf(path))


def _run_readelf(files: list[Path]) -> str:
    """Run readelf, which prints what programs link to, and which versions of it."""
    command = ["readelf", "--wide", "--dynamic", "--version-info", *map(str, files)]
    environment = {"LC_ALL": "C", "PATH": os.environ["PATH"]}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


def find_packages(libraries: frozenset[str]) -> tuple[str, ...]:
    """Find the Debian packages that contain these libraries, sorted.

    Raises:
        KeyError: if the table knows no package for one: it has to be added there, or the library
            brought into the bundle.
    """
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    brought = {
        library: package
        for group in GROUPS
        for package, entry in table[group].items()
        for library in (entry["found"].get("library"), *entry.get("brings", ()))
    }
    return tuple(sorted({brought[library] for library in libraries}))


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_ELF_MAGIC)) == _ELF_MAGIC


def remove_rpaths(bundle: Path) -> None:
    """Remove the RPATHs that name folders of the build machine from all libraries, with patchelf.

    A Python that was built into a folder of its own makes its libraries search that folder,
    wherever they are copied to: on a user's computer it may belong to anybody.

    Raises:
        CalledProcessError: if patchelf could not read or write one.
    """
    for program in find_binaries(bundle):
        if _run_patchelf("--print-rpath", program).startswith("/"):
            _run_patchelf("--remove-rpath", program)


def _run_patchelf(option: str, program: Path) -> str:
    command = ["patchelf", option, str(program)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
