"""Writes the version resource of Windows executables."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from bundle import identity

if TYPE_CHECKING:
    from pathlib import Path

_TEMPLATE: Final = """VSVersionInfo(
  ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers}), mask=0x3f, flags=0x0,
    OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "{name}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{program}"),
      StringStruct("LegalCopyright", "MIT License"),
      StringStruct("OriginalFilename", "{program}.exe"),
      StringStruct("ProductName", "{name}"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])])
  ]
)
"""


def render_version_info(program: str, version: str) -> str:
    """Render the version resource of one executable, in the format that PyInstaller reads."""
    numbers = ", ".join([*version.split("."), "0"])
    return _TEMPLATE.format(numbers=numbers, version=version, name=identity.NAME, program=program)


def write_version_info(folder: Path, program: str) -> str | None:
    """Write it for the executable of that name; None on systems without version resources."""
    if sys.platform != "win32":
        return None
    file = folder / f"{program}.version"
    file.write_text(render_version_info(program, identity.read_version()), encoding="utf-8")
    return str(file)
