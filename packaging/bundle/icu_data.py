"""Removes unused data from ICU's data library: on Linux, Qt's wheel brings 31 MB of it.

The library libicudata holds one symbol, a package of files in ICU's common format: a header, a
table of contents with the offsets of names and contents, then both. The same package with fewer
files is made into a library of the same name.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bundle.content_policy import ContentPolicy

_LIBRARY: Final = re.compile(r"libicudata\.so\.(\d+)")
_FORMAT: Final = b"CmnD"
_FORMAT_OFFSET: Final = 12  # bytes of the header that stand before the name of its format
_ALIGNMENT: Final = 16
_ASSEMBLY_SOURCE: Final = """
.section .rodata
.global icudt{version}_dat
.type icudt{version}_dat, @object
.balign 16
icudt{version}_dat:
.incbin "{data}"
.size icudt{version}_dat, . - icudt{version}_dat
.section .note.GNU-stack,"",@progbits
"""


def shrink_icu_data(
    row: tuple[str, str, str], policy: ContentPolicy, work: Path
) -> tuple[str, str, str]:
    """Return a TOC row of PyInstaller; that of ICU's data gets a smaller library from ``work``."""
    place, source, kind = row
    found = _LIBRARY.fullmatch(Path(place).name)
    if found is None or kind != "BINARY":
        return row
    data = remove_files(extract_package(Path(source).read_bytes()), set(policy.icu_excluded))
    return place, str(build_library(data, found[1], work)), kind


def extract_package(content: bytes) -> bytes:
    """Extract the package of files from a libicudata, to the end of the library.

    Raises:
        ValueError: if there is none, or more than one.
    """
    if content.count(_FORMAT) != 1:
        raise ValueError("this library holds no package of ICU's, or more than one")
    return content[content.index(_FORMAT) - _FORMAT_OFFSET :]


def remove_files(data: bytes, excluded: set[str]) -> bytes:
    """Remove the files of these folders and those with these suffixes from the package."""
    size = struct.unpack_from("<H", data)[0]
    kept = [
        (name, content)
        for name, content in list_files(data)
        if not excluded & {name.split(b"/")[1].decode(), Path(name.decode()).suffix}
    ]
    contents_table, at = b"", 4 + 8 * len(kept)
    names = b"".join(name + b"\0" for name, _ in kept)
    start = at + len(names) + -(at + len(names)) % _ALIGNMENT
    body = b""
    for name, content in kept:
        contents_table += struct.pack("<II", at, start + len(body))
        at += len(name) + 1
        body += content + bytes(-len(content) % _ALIGNMENT)
    table = struct.pack("<I", len(kept)) + contents_table + names
    return data[:size] + table + bytes(start - len(table)) + body


def list_files(data: bytes) -> list[tuple[bytes, bytes]]:
    """List the files of a package in their order, each with its name."""
    base = struct.unpack_from("<H", data)[0]
    (count,) = struct.unpack_from("<I", data, base)
    directories = [struct.unpack_from("<II", data, base + 4 + 8 * one) for one in range(count)]
    starts = [base + place for _, place in directories]
    return [
        (data[base + name : data.index(b"\0", base + name)], data[start:end])
        for (name, _), start, end in zip(
            directories, starts, [*starts[1:], len(data)], strict=False
        )
    ]


def build_library(data: bytes, version: str, work: Path) -> Path:
    """Build the shared library of a package, by the assembler and linker of binutils."""
    made = work / f"libicudata.so.{version}"
    packed, source, compiled = (made.with_suffix(end) for end in (".dat", ".s", ".o"))
    packed.write_bytes(data)
    source.write_text(_ASSEMBLY_SOURCE.format(version=version, data=packed.name), encoding="utf-8")
    options = ["-shared", f"-soname={made.name}", "-z", "noexecstack", "--build-id=none"]
    assemble = ["as", "-o", compiled.name, source.name]
    link = ["ld", *options, "-o", made.name, compiled.name]
    for command in (assemble, link):
        subprocess.run(command, cwd=work, check=True)
    return made
