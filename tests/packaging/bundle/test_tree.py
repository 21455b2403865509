"""A folder's hash tells two folders apart by what is in them, and by nothing else."""

import hashlib
import sys

import pytest
from bundle import tree


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "one"
    (root / "inner").mkdir(parents=True)
    (root / "inner" / "b").write_bytes(b"second")
    (root / "a").write_bytes(b"first")
    return root


def test_the_hash_is_independent_of_times_and_of_the_place(folder, tmp_path):
    before = tree.compute_tree_hash(folder)
    tree.set_times(folder, 1_000_000)
    moved = folder.rename(tmp_path / "two")
    assert tree.compute_tree_hash(moved) == before
    assert {path.stat().st_mtime for path in (moved, *tree.iter_entries(moved))} == {1_000_000}


@pytest.mark.parametrize("change", ["content", "name", "mode", "more", "link"])
def test_the_hash_changes_with(folder, change):
    if sys.platform == "win32" and change in {"mode", "link"}:
        pytest.skip("Windows has neither")
    before = tree.compute_tree_hash(folder)
    file = folder / "inner" / "b"
    match change:
        case "content":
            file.write_bytes(b"other")
        case "name":
            file.rename(folder / "inner" / "c")
        case "mode":
            file.chmod(0o700)
        case "more":
            (folder / "empty").write_bytes(b"")
        case "link":
            file.unlink()
            file.symlink_to("../a")
        case _:
            pytest.fail(f"there is no change {change!r}")
    assert tree.compute_tree_hash(folder) != before


def test_the_size_counts_each_file_once(folder):
    if sys.platform != "win32":
        (folder / "link").symlink_to("a")
    assert tree.compute_size(folder) == len(b"first") + len(b"second")


def test_checksums_are_sorted_and_read_by_sha256sum(folder):
    lines = tree.format_checksums([folder / "inner" / "b", folder / "a"], folder).splitlines()
    assert lines == [f"{hashlib.sha256(b'first').hexdigest()}  a",
                     f"{hashlib.sha256(b'second').hexdigest()}  inner/b"]  # fmt: skip
