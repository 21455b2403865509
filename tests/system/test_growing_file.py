"""A file of lines that grows: whole lines alone, whatever ends the process that writes them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.system import growing_file
from inspector_app.system.growing_file import GrowError, GrowingFile
from tests.systems import (
    KILLED,
    needs_fork,
    needs_modes,
    needs_pipes_with_names,
    not_told_by_wine,
)

ROOT = Path(__file__).parents[2]


def test_lines_are_added_behind_those_that_are_there(tmp_path):
    path = tmp_path / "rows"
    for number in range(3):
        with GrowingFile(path) as file:
            assert len(file.lines) == number
            file.append(b"row %d\n" % number)
    assert path.read_bytes() == b"row 0\nrow 1\nrow 2\n"


@needs_modes
def test_a_new_file_is_its_owners_alone(tmp_path):
    """E5."""
    with GrowingFile(tmp_path / "rows") as file:
        file.append(b"x\n")
    assert stat.S_IMODE((tmp_path / "rows").stat().st_mode) == 0o600


def test_what_is_left_of_a_line_is_overwritten_by_the_next(tmp_path):
    """E5."""
    path = tmp_path / "rows"
    path.write_bytes(b"one\ntwo\nthree that is longer than the next")
    with GrowingFile(path) as file:
        assert file.lines == (b"one", b"two")
        file.append(b"3\n")
        file.append(b"4\n")
    assert path.read_bytes() == b"one\ntwo\n3\n4\n"


@pytest.mark.parametrize("content", [b"", b"somebody's words without an end", b"a\nb"])
def test_a_file_that_is_added_nothing_to_stays_as_it_is(tmp_path, content):
    path = tmp_path / "rows"
    path.write_bytes(content)
    GrowingFile(path).close()
    assert path.read_bytes() == content


def test_each_line_is_on_the_disk_before_the_next_is_begun(tmp_path, monkeypatch):
    """E5."""
    really, seen = os.fsync, []

    def observed(handle):
        really(handle)
        seen.append(os.fstat(handle).st_size)

    monkeypatch.setattr(os, "fsync", observed)
    with GrowingFile(tmp_path / "rows") as file:
        file.append(b"one\n")
        file.append(b"three\n")
    assert seen == [4, 10]


def test_a_file_may_have_its_size_and_no_byte_more(tmp_path, monkeypatch):
    """J5."""
    (tmp_path / "rows").write_bytes(b"12\n")
    monkeypatch.setattr(growing_file, "MAX_SIZE", 3)
    GrowingFile(tmp_path / "rows").close()
    monkeypatch.setattr(growing_file, "MAX_SIZE", 2)
    with pytest.raises(GrowError) as refused:
        GrowingFile(tmp_path / "rows")
    assert "too long" in str(refused.value.message)


@not_told_by_wine("its _locking sets no errno, so that a held lock looks like a disk without locks")
def test_two_do_not_write_into_one_file(tmp_path):
    """R8."""
    with GrowingFile(tmp_path / "rows"), pytest.raises(GrowError) as caught:
        GrowingFile(tmp_path / "rows")
    assert "Another program" in str(caught.value.message)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("folder", "does not belong to a file"),
        ("no such folder/rows", "cannot be opened"),
        ("with\0zero", "cannot be opened"),
    ],
)
def test_what_is_no_file_is_refused_in_words(tmp_path, place, said):
    (tmp_path / "folder").mkdir()
    with pytest.raises(GrowError) as refused:
        GrowingFile(tmp_path / place)
    assert said in str(refused.value.message)


@needs_pipes_with_names
def test_a_pipe_or_a_link_is_not_written_to(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name, said in (("pipe", "does not belong to a file"), ("link", "cannot be opened")):
        with pytest.raises(GrowError) as refused:
            GrowingFile(tmp_path / name)
        assert said in str(refused.value.message)
    assert not (tmp_path / "target").exists()


@needs_fork
def test_a_full_disk_leaves_whole_lines(tmp_path):
    """E5."""
    script = """
import resource, signal, sys
from pathlib import Path
from inspector_app.system.growing_file import GrowError, GrowingFile
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
with GrowingFile(Path(sys.argv[1])) as file:
    try:
        while True:
            file.append(b"x" * 299 + b"\\n")
    except GrowError as problem:
        print(problem.message)
"""
    path = tmp_path / "rows"
    done = subprocess.run(
        [sys.executable, "-c", script, path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "The disk is full" in done.stdout
    assert path.read_bytes() == (b"x" * 299 + b"\n") * 3


@needs_fork
def test_a_killed_process_leaves_whole_lines_and_no_lock(tmp_path):
    """E5, R8: twenty times."""
    script = """
import sys
from pathlib import Path
from inspector_app.system.growing_file import GrowingFile
with GrowingFile(Path(sys.argv[1])) as file:
    print("begun", flush=True)
    while True:
        file.append(b"y" * 500 + b"\\n")
"""
    path = tmp_path / "rows"
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", script, path], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "begun\n"
            running.kill()
            assert running.wait() == KILLED
        with GrowingFile(path) as file:
            assert set(file.lines) <= {b"y" * 500}
