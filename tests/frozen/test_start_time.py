"""The frozen window is on the screen soon after a frozen window with an empty tree in it."""

import ctypes
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from bundle import identity
from bundle.freezing import freeze

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads an X server's screen"),
]

MOST = 1.9
"""Times what a bare window takes, both measured in turns.

1.60 were measured on an idle machine, and a tenth more on one at work; the rest is what else it
does.
"""

TURNS = 15
ROW = 300
"""A line across the screen that both windows cover, and that goes through the first page's icon."""

GROUND = 2
"""Colours of that line in a window with nothing in it: its own, and the screen's beside it."""

BARE = """
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView
application = QApplication([])
tree = QTreeView()
model = QStandardItemModel(3, 3)
tree.setModel(model)
tree.resize(1100, 800)
tree.show()
application.exec()
"""

SPEC = """
import sys
sys.path.insert(0, {packaging!r})
from bundle import collected_files, content_policy, icu_data
from pathlib import Path
from PyInstaller.archive.writers import ZlibArchiveWriter
ZlibArchiveWriter._COMPRESSION_LEVEL = 0
tables = content_policy.read()
found = Analysis([{script!r}], excludes=list(tables.modules_excluded))
found.binaries = [row for row in found.binaries if collected_files.is_included(row, tables)]
found.binaries = [icu_data.shrink_icu_data(row, tables, Path(workpath)) for row in found.binaries]
found.datas = [row for row in found.datas if collected_files.is_included(row, tables)]
program = EXE(PYZ(found.pure), found.scripts, exclude_binaries=True, name="bare", strip=True,
              upx=False)
COLLECT(program, found.binaries, found.datas, name="bare", strip=True, upx=False)
"""


@pytest.fixture
def bare(tmp_path):
    """A window with an empty tree in it, bundled in the same way with the same parts of Qt."""
    script, spec = tmp_path / "bare.py", tmp_path / "bare.spec"
    script.write_text(BARE)
    packaging = str(identity.CHECKOUT / "packaging")
    spec.write_text(SPEC.format(packaging=packaging, script=str(script)))
    freeze(spec, tmp_path / "work", tmp_path, tmp_path / "cache")
    return tmp_path / "bare" / "bare"


@contextmanager
def screen_line(display):
    """Gives a function that tells the colours along one line of the screen."""
    x11 = ctypes.CDLL("libX11.so.6")
    for name in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage"):
        getattr(x11, name).restype = ctypes.c_void_p
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    assert opened.value is not None
    root = ctypes.c_void_p(x11.XDefaultRootWindow(opened))
    all_planes, z_pixmap, width = ctypes.c_ulong(0xFFFFFF), 2, 1400
    x11.XGetPixel.restype = ctypes.c_ulong

    def colours():
        image = ctypes.c_void_p(x11.XGetImage(opened, root, 0, ROW, width, 1, all_planes, z_pixmap))
        pixels = {x11.XGetPixel(image, x, 0) for x in range(0, width, 7)}
        x11.XDestroyImage(image)
        return pixels

    try:
        yield colours
    finally:
        x11.XCloseDisplay(opened)


def is_painted(colours):
    return any(colours)  # the screen of an X server without windows is black


def has_parts(colours):
    return len(colours) > GROUND


def until(is_there, command, screen, colours):
    """Seconds from the start of a program until its window is there."""
    assert not is_painted(colours())
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=screen, stderr=subprocess.DEVNULL)
    try:
        while not is_there(colours()):
            assert process.poll() is None
            assert time.perf_counter() - begun < 30
            time.sleep(0.001)  # the program needs the processor more
        return time.perf_counter() - begun
    finally:
        process.kill()
        process.wait()
        while is_painted(colours()):
            pass


@pytest.fixture
def colours(screen):
    """Open for the whole test: an X server starts anew whenever its last client has left."""
    with screen_line(screen["DISPLAY"]) as told:
        yield told


@pytest.mark.timeout(240)
def test_the_window_is_painted_nearly_as_soon_as_a_bare_one(bundle, bare, screen, colours, figures):
    """The first frame has all its parts."""

    def seconds(is_there, program):
        return until(is_there, [program], screen, colours)

    for program in (bundle.desktop, bare):  # from the disk into memory
        seconds(is_painted, program)
    ours, theirs = [], []
    for _ in range(TURNS):
        ours.append(seconds(has_parts, bundle.desktop))
        theirs.append(seconds(is_painted, bare))
    # The least of many is what a program takes by itself; the rest is what else this machine does.
    first, empty = (1000 * min(times) for times in (ours, theirs))
    figures.append(
        f"first frame after {first:.0f} ms, of a bare window after {empty:.0f} ms: "
        f"{first / empty:.2f} times"
    )
    assert first / empty <= MOST
