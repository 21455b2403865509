"""The portable archive: unpacked anywhere, it is the bundle, and whole."""

import subprocess
import sys

import pytest
from bundle import identity, tree

from tests.frozen.conftest import Bundle, run

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="Windows and macOS have others"
    ),
]


def test_it_works_in_a_folder_of_whatever_name(bundle, tmp_path):
    (archive,) = (identity.CHECKOUT / "dist").glob("*.tar.gz")
    place = tmp_path / "Überall hin, 工具"
    place.mkdir()
    subprocess.run(["tar", "--extract", "--file", archive, "--directory", place], check=True)
    (unpacked,) = (Bundle(path) for path in place.iterdir())
    assert tree.compute_tree_hash(unpacked.path) == tree.compute_tree_hash(bundle.path)
    ran = unpacked.run("--self-test")
    assert (ran.code, ran.err) == (0, "")
    ran = run(unpacked.console, "--version")
    assert (ran.code, ran.out.split()[0]) == (0, identity.CONSOLE)
