"""Two archives of the same modules are the same file."""

import zipfile

from bundle import base_library

MODULES = {"re/_parser.pyc": b"one", "locale.pyc": b"two", "re/__init__.pyc": b"three"}


def archive(path, names):
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name), MODULES[name])
    return path


def test_the_order_in_which_modules_were_found_is_not_seen(tmp_path):
    """P3."""
    one = archive(tmp_path / "one.zip", MODULES)
    other = archive(tmp_path / "other.zip", reversed(MODULES))
    assert one.read_bytes() != other.read_bytes()
    for path in (one, other):
        base_library.sort_entries(path)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == MODULES
