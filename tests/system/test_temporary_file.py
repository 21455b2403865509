"""A file for another program is private, exact, and gone afterwards."""

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from inspector_app.system.atomic_file import WriteError
from inspector_app.system.temporary_file import PrivateTemporaryFile
from tests.systems import shows_modes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Where temporary files are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@shows_modes
def test_it_is_exact_under_its_name_and_nobody_elses_to_read(folder):
    """E5."""
    file = PrivateTemporaryFile()
    path = file.write("session Démo 会话.txt", b"report\r\n")
    assert path.name == "session Démo 会话.txt"
    assert path.read_bytes() == b"report\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    file.remove()
    assert list(folder.iterdir()) == []
    file.remove()


def test_its_folder_is_named_after_the_app_and_may_be_gone_already(folder):
    """R8: a system clears its temporary folder when it likes."""
    file = PrivateTemporaryFile()
    path = file.write("a.txt", b"1")
    assert path.parent.name.startswith("enos-session-")
    path.unlink()
    path.parent.rmdir()
    file.remove()


def test_a_new_one_takes_the_place_of_the_old_one(folder):
    file = PrivateTemporaryFile()
    first = file.write("a.txt", b"1")
    file.write("b.txt", b"2")
    assert not first.exists()
    assert len(list(folder.iterdir())) == 1
    file.remove()


def test_what_cannot_be_written_is_said_and_leaves_nothing(folder, monkeypatch):
    file = PrivateTemporaryFile()
    with pytest.raises(WriteError):
        file.write("a" * 300, b"too long a name")
    file.remove()
    assert list(folder.iterdir()) == []
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "missing"))
    with pytest.raises(WriteError) as problem:
        file.write("a.txt", b"")
    assert "Save the file instead" in str(problem.value.message)


def test_the_end_of_the_process_takes_it_away(tmp_path):
    script = """
from inspector_app.system.temporary_file import PrivateTemporaryFile
kept = [PrivateTemporaryFile()]
print(kept[0].write("a.txt", b"x").exists())
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout == "True\n"
    assert list(tmp_path.iterdir()) == []
