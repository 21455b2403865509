"""The portable archive for Linux: the bundle, file by file, and the same bytes each time."""

import os
import sys
import tarfile

import pytest
from bundle import identity, tree
from linux import tarball

from tests.packaging.small_bundle import MOMENT, small_bundle

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="rights of files and names of machines are Linux's"
)


def test_it_unpacks_to_the_bundle_in_one_folder(tmp_path):
    bundle = small_bundle(tmp_path / "built")
    (archive,) = tarball.make(bundle, tmp_path / "out")
    with tarfile.open(archive) as entries:
        # which Python 3.11.2, Debian 12's, does not have yet, and 3.14 has by itself
        entries.extraction_filter = getattr(tarfile, "data_filter", None)
        entries.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert folder.name == archive.name.removesuffix(".tar.gz")
    assert tree.compute_listing(folder).keys() == tree.compute_listing(bundle).keys()
    assert os.access(folder / identity.DESKTOP, os.X_OK)


def test_it_is_the_same_bytes_whenever_and_by_whomever_it_is_made(tmp_path):
    """P3: two clean builds are byte-identical."""
    first = small_bundle(tmp_path / "first")
    second = small_bundle(tmp_path / "second")
    tree.set_times(second, MOMENT + 1000)
    (one,) = tarball.make(first, tmp_path / "one")
    (other,) = tarball.make(second, tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()


def test_nobody_s_name_is_in_it(tmp_path):
    (archive,) = tarball.make(small_bundle(tmp_path), tmp_path / "out")
    with tarfile.open(archive) as entries:
        assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {
            (0, 0, "", "")
        }
