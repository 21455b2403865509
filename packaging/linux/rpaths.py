"""Removes RPATH entries of the build machine from the libraries of the bundle, with patchelf.

A Python that was built into a folder of its own makes its libraries search that folder, wherever
they are copied to: on a user's computer it may belong to anybody.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from linux import system_libraries

if TYPE_CHECKING:
    from pathlib import Path


def remove_rpaths(bundle: Path) -> None:
    """Remove the RPATHs that name folders of the build machine from all libraries.

    Raises:
        CalledProcessError: if patchelf could not read or write one.
    """
    for program in system_libraries.find_binaries(bundle):
        if _run_patchelf("--print-rpath", program).startswith("/"):
            _run_patchelf("--remove-rpath", program)


def _run_patchelf(option: str, program: Path) -> str:
    command = ["patchelf", option, str(program)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
