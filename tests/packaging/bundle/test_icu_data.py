"""A package of ICU's files loses what is left out, and stays one that ICU can read."""

import ctypes
import struct
import sys
from pathlib import Path

import pytest
from bundle import content_policy, icu_data
from hypothesis import given
from hypothesis import strategies as st

HEADER = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + b"CmnD" + bytes(16)


def packed(files):
    """A package as ICU's own tool would write it, contents at multiples of sixteen."""
    at = 4 + 8 * len(files)
    names = b"".join(name + b"\0" for name, _ in files)
    start = at + len(names) + -(at + len(names)) % 16
    table, body = b"", b""
    for name, content in files:
        table += struct.pack("<II", at, start + len(body))
        at += len(name) + 1
        body += content + bytes(-len(content) % 16)
    head = struct.pack("<I", len(files)) + table + names
    return HEADER + head + bytes(start - len(head)) + body


FILES = [
    (b"icudt73l/root.res", b"root" * 9),
    (b"icudt73l/gb18030.cnv", b"table"),
    (b"icudt73l/coll/zh.res", b"order" * 20),
    (b"icudt73l/unit/de.res", b"Meter"),
    (b"icudt73l/zone/de.res", b"Mittag"),
]


def test_folders_and_endings_are_left_out_and_the_rest_keeps_its_content():
    smaller = icu_data.remove_files(packed(FILES), {"unit", ".cnv"})
    kept = [(name, content.rstrip(b"\0")) for name, content in icu_data.list_files(smaller)]
    assert kept == [FILES[0], FILES[2], FILES[4]]


def test_nothing_left_out_gives_the_same_bytes():
    assert icu_data.remove_files(packed(FILES), set()) == packed(FILES)


names = st.lists(
    st.from_regex(r"icudt73l/(unit/|coll/)?[a-z]{1,9}\.(res|cnv)", fullmatch=True),
    min_size=1, max_size=20, unique=True,
)  # fmt: skip


@given(names, st.data())
def test_any_package_stays_readable(chosen, data):
    files = [
        (name.encode(), data.draw(st.binary(min_size=1, max_size=50)).rstrip(b"\0") or b"x")
        for name in sorted(chosen)
    ]
    smaller = icu_data.remove_files(packed(files), {"unit"})
    kept = [(name, content.rstrip(b"\0")) for name, content in icu_data.list_files(smaller)]
    assert kept == [file for file in files if not file[0].startswith(b"icudt73l/unit/")]
    base = struct.unpack_from("<H", smaller)[0]
    count = struct.unpack_from("<I", smaller, base)[0]
    directories = [
        struct.unpack_from("<II", smaller, base + 4 + 8 * one)[1] for one in range(count)
    ]
    assert all(place % 16 == 0 for place in directories)


@pytest.mark.parametrize("content", [b"no package", b"CmnD and CmnD"])
def test_a_library_without_one_package_is_refused(content):
    with pytest.raises(ValueError, match="package"):
        icu_data.extract_package(content)


def test_other_libraries_are_left_as_they_are(tmp_path):
    row = ("PySide6/Qt/lib/libicuuc.so.73", "/somewhere/libicuuc.so.73", "BINARY")
    assert icu_data.shrink_icu_data(row, content_policy.read(), tmp_path) is row


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings ICU on Linux alone")
def test_icu_itself_opens_the_smaller_data(tmp_path):
    """ICU's own functions, from Qt's wheel, read a collation from the library that was made."""
    import PySide6

    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    (original,) = libraries.glob("libicudata.so.*")
    version = original.name.rsplit(".", 1)[1]
    row = (f"PySide6/Qt/lib/{original.name}", str(original), "BINARY")
    _, made, _ = icu_data.shrink_icu_data(row, content_policy.read(), tmp_path)
    assert Path(made).stat().st_size < original.stat().st_size / 3
    data = ctypes.CDLL(made, mode=ctypes.RTLD_GLOBAL)
    symbol = (ctypes.c_char * 16).in_dll(data, f"icudt{version}_dat")
    assert symbol.raw[12:16] == b"CmnD"
