"""P3: two clean builds are the same, byte for byte."""

import pytest
from bundle import tree

from tests.frozen.conftest import BUILT, Bundle

pytestmark = pytest.mark.frozen

AGAIN = BUILT.with_name(f"{BUILT.name}-again")


def test_two_clean_builds_are_byte_identical(bundle, figures):
    """P3."""
    second = Bundle(AGAIN / "bundle" / bundle.path.name)
    hashes = tree.compute_tree_hash(bundle.path), tree.compute_tree_hash(second.path)
    figures.append(f"tree hashes: {' '.join(hashes)}")
    assert tree.compute_listing(second.path) == tree.compute_listing(bundle.path)
    assert hashes[0] == hashes[1]
    times = {
        path.stat().st_mtime for path in tree.iter_entries(second.path) if not path.is_symlink()
    }
    assert len(times) == 1
