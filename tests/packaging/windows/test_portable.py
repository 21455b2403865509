"""The portable archive for Windows: the bundle, file by file, and the same bytes each time."""

import zipfile

from bundle import tree
from windows import portable

from tests.packaging.small_bundle import MOMENT, small_bundle


def test_it_unpacks_to_the_bundle_in_one_folder(tmp_path):
    bundle = small_bundle(tmp_path / "built", ".exe")
    (archive,) = portable.make(bundle, tmp_path / "out")
    zipfile.ZipFile(archive).extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert folder.name == archive.name.removesuffix(".zip")
    unpacked = {name: text.split()[-1] for name, text in tree.compute_listing(folder).items()}
    assert unpacked == {
        name: text.split()[-1] for name, text in tree.compute_listing(bundle).items()
    }


def test_it_is_the_same_bytes_whenever_it_is_made(tmp_path):
    """P3: two clean builds are byte-identical."""
    first = small_bundle(tmp_path / "first", ".exe")
    second = small_bundle(tmp_path / "second", ".exe")
    tree.set_times(second, MOMENT + 1000)
    (one,) = portable.make(first, tmp_path / "one")
    (other,) = portable.make(second, tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()
