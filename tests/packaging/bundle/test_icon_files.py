"""The app's icon in the forms of Windows and macOS, drawn from the SVG, the same each time."""

import struct

import pytest
from bundle import icon_files, identity
from PySide6.QtGui import QImage

DRAWING = (identity.CHECKOUT / "resources" / "application.svg").read_bytes()


def shows_something(png):
    image = QImage.fromData(png)
    return any(image.pixelColor(x, x).alpha() > 0 for x in range(image.width()))


def test_the_windows_icon_holds_each_size_as_a_picture():
    made = icon_files.render_ico(DRAWING)
    reserved, kind, count = struct.unpack_from("<HHH", made)
    assert (reserved, kind, count) == (0, 1, 9)
    end = 0
    for entry in range(count):
        width, _, _, _, _, bits, size, at = struct.unpack_from("<BBBBHHII", made, 6 + 16 * entry)
        picture = made[at : at + size]
        assert QImage.fromData(picture).width() == (width or 256)
        assert bits == 32
        assert shows_something(picture)
        end = at + size
    assert end == len(made)


def test_the_macos_icon_holds_each_size_as_a_picture():
    made = icon_files.render_icns(DRAWING)
    assert made[:4] == b"icns"
    assert struct.unpack_from(">I", made, 4)[0] == len(made)
    at, kinds = 8, []
    while at < len(made):
        kind, size = struct.unpack_from(">4sI", made, at)
        assert shows_something(made[at + 8 : at + size])
        kinds.append(kind)
        at += size
    plain = [b"icp4", b"icp5", b"icp6", b"ic07", b"ic08", b"ic09", b"ic10"]
    retina = [b"ic11", b"ic12", b"ic13", b"ic14"]
    assert kinds == plain + retina


@pytest.mark.parametrize("form", [icon_files.render_ico, icon_files.render_icns])
def test_the_same_drawing_gives_the_same_bytes(form):
    assert form(DRAWING) == form(DRAWING)
