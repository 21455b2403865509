"""What a killed write leaves is gone after the next start, and no living write is disturbed."""

import errno
import io
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector_app.system import part_files

WRITES_HALF = """
import os, sys
from pathlib import Path
from inspector_app.system import part_files
file = part_files.create_part(part_files.build_part_path(Path(sys.argv[1])))
file.write(b"half")
print("written", flush=True)
sys.stdin.read()
"""
needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="tells by the age there")


@pytest.fixture
def writing(tmp_path):
    """Another process, in the middle of its write of ``tmp_path / "settings.json"``."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITES_HALF, str(tmp_path / "settings.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def parts(folder):
    return [entry.name for entry in folder.iterdir() if entry.name.endswith(".part")]


@needs_locks
def test_what_a_killed_write_left_is_removed_at_once(tmp_path, writing):
    """E5: not after some minutes only."""
    os.kill(writing.pid, signal.SIGKILL)
    writing.wait()
    assert len(parts(tmp_path)) == 1
    part_files.remove_abandoned_parts(tmp_path)
    assert parts(tmp_path) == []


@needs_locks
def test_the_file_of_a_living_write_stays(tmp_path, writing):
    """R8."""
    (part,) = tmp_path.iterdir()
    os.utime(part, (0, 0))
    part_files.remove_abandoned_parts(tmp_path)
    part_files.remove_abandoned_parts(tmp_path, tmp_path / "settings.json")
    assert list(tmp_path.iterdir()) == [part]


@needs_locks
def test_a_write_that_begins_while_another_clears_away_has_its_file(tmp_path):
    """R8: between the creation of a file and its lock, another process may take it for a rest."""

    def create(_number):
        part = part_files.build_part_path(tmp_path / "settings.json")
        with part_files.create_part(part) as file:
            assert os.fstat(file.fileno()).st_nlink == 1
            part.unlink()

    with ThreadPoolExecutor(4) as pool:
        begun = pool.map(create, range(400))
        for _ in range(400):
            part_files.remove_abandoned_parts(tmp_path)
        list(begun)


def test_nothing_else_is_removed(tmp_path):
    names = ["settings.json", ".settings.json.part", ".notes.0123456789abcde.part", "x.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".folder.0123456789abcdef.part").mkdir()
    part_files.remove_abandoned_parts(tmp_path)
    assert sorted(parts(tmp_path)) == sorted([*names[1:], ".folder.0123456789abcdef.part"])
    part_files.remove_abandoned_parts(tmp_path / "nowhere")


def test_of_one_target_the_parts_are_removed_and_no_others(tmp_path):
    own, other = "a" * 50 + ".json", "b.json"
    parts_of_both = [part_files.build_part_path(tmp_path / name) for name in (own, other)]
    assert re.fullmatch(r"\.a{40}\.[0-9a-f]{16}\.part", parts_of_both[0].name)
    for part in parts_of_both:
        file = part_files.create_part(part)
        assert isinstance(file, io.FileIO), "what is written is in the file at once"
        file.close()
        os.utime(part, (0, 0))
    part_files.remove_abandoned_parts(tmp_path, tmp_path / own)
    assert parts(tmp_path) == [parts_of_both[1].name]
    part_files.remove_abandoned_parts(tmp_path)
    assert parts(tmp_path) == []


@needs_locks
@pytest.mark.parametrize(("age", "stays"), [(590, True), (610, False)])
def test_on_a_disk_without_locks_a_part_is_abandoned_after_ten_minutes(
    tmp_path, monkeypatch, age, stays
):
    """R8."""

    def refuse(_descriptor, _how):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", refuse)
    part = part_files.build_part_path(tmp_path / "a.json")
    part_files.create_part(part).close()
    then = time.time() - age
    os.utime(part, (then, then))
    part_files.remove_abandoned_parts(tmp_path)
    assert part.exists() is stays
