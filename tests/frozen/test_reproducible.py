"""P3: two clean builds are the same, byte for byte."""

import subprocess
import sys

import pytest
from bundle import identity, tree

from tests.frozen.conftest import Bundle

pytestmark = pytest.mark.frozen


@pytest.mark.timeout(600)
def test_two_clean_builds_are_byte_identical(bundle, tmp_path, figures):
    """P3."""
    script = identity.CHECKOUT / "packaging" / "build.py"
    command = [sys.executable, script, "--bundle-only", "--into", tmp_path / "again"]
    subprocess.run(command, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    second = Bundle(tmp_path / "again" / "bundle" / bundle.path.name)
    hashes = tree.tree_hash(bundle.path), tree.tree_hash(second.path)
    figures.append(f"tree hashes: {' '.join(hashes)}")
    assert tree.listing(second.path) == tree.listing(bundle.path)
    assert hashes[0] == hashes[1]
    times = {path.stat().st_mtime for path in tree.entries(second.path) if not path.is_symlink()}
    assert len(times) == 1
