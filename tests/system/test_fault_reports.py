"""A run that ends in a fault leaves its stack for the next start; another leaves nothing."""

import faulthandler
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.system import fault_reports
from tests.systems import needs_modes

FAULTING = """
import ctypes, sys
from pathlib import Path
from inspector_app.system import fault_reports
with fault_reports.capture_faults(Path(sys.argv[1])):
    if sys.argv[2] == "well":
        raise SystemExit(0)
    secret = "IAM_S_" + "h" * 32
    ctypes.string_at(0)
"""


def run(state, how):
    return subprocess.run(
        [sys.executable, "-c", FAULTING, str(state), how],
        capture_output=True,
        timeout=50,
        check=False,
    ).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="a fault opens a window there")
def test_the_next_start_finds_the_stack_once(tmp_path):
    """R5."""
    assert run(tmp_path, "ill") != 0
    (file,) = tmp_path.glob("fault-*.txt")
    assert file.stat().st_mode & 0o777 == 0o600
    text = fault_reports.collect_fault_reports(tmp_path)
    assert "Segmentation fault" in text
    assert "string_at" in text
    assert "hhhh" not in text
    assert fault_reports.collect_fault_reports(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_ends_well_leaves_nothing(tmp_path):
    assert run(tmp_path, "well") == 0
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_run_under_way_is_left_alone(tmp_path):
    with fault_reports.capture_faults(tmp_path):
        (file,) = tmp_path.iterdir()
        assert fault_reports.collect_fault_reports(tmp_path) == ""
        assert file.exists()


@needs_modes
def test_the_empty_file_of_a_run_that_was_killed_is_not_kept(tmp_path):
    """It stayed for a week."""
    (tmp_path / "fault-1.txt").write_text("")
    (tmp_path / "fault-1.txt").chmod(0o600)
    assert fault_reports.collect_fault_reports(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_only_read_is_still_there_to_be_offered(tmp_path):
    (tmp_path / "fault-1.txt").write_text("Fatal Python error")
    assert fault_reports.read_fault_reports(tmp_path) == ("Fatal Python error",)
    assert fault_reports.collect_fault_reports(tmp_path) == "Fatal Python error"


@needs_modes
def test_reports_are_told_in_their_order_with_what_is_no_text_replaced(tmp_path):
    for name, data in (("2", b" second \n"), ("1", b"\xfffirst"), ("3", b"")):
        (tmp_path / f"fault-{name}.txt").write_bytes(data)
        (tmp_path / f"fault-{name}.txt").chmod(0o600)
    (tmp_path / "other.txt").write_text("somebody's")
    assert fault_reports.read_fault_reports(tmp_path) == ("\ufffdfirst", "second")
    assert fault_reports.collect_fault_reports(tmp_path) == "\ufffdfirst\n\nsecond"
    assert [file.name for file in tmp_path.iterdir()] == ["other.txt"]


def _count_open():
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc tells what is open")
def test_a_run_begins_with_an_empty_file_and_ends_with_nothing_open(tmp_path):
    """R4: an earlier run may have had its number."""
    file = tmp_path / f"fault-{os.getpid()}.txt"
    file.write_text("of an earlier run")
    before = _count_open()
    with fault_reports.capture_faults(tmp_path):
        assert file.read_bytes() == b""
        assert faulthandler.is_enabled()
    assert not faulthandler.is_enabled()
    assert _count_open() == before


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path):
    """The file behind it would be emptied."""
    other = tmp_path / "other.txt"
    other.write_text("of somebody else")
    (tmp_path / f"fault-{os.getpid()}.txt").symlink_to(other)
    with fault_reports.capture_faults(tmp_path):
        pass
    assert other.read_text() == "of somebody else"


@needs_modes
def test_the_folder_is_created_for_its_owner_alone(tmp_path):
    state = tmp_path / "state"
    with fault_reports.capture_faults(state):
        assert [one.name for one in state.iterdir()] == [f"fault-{os.getpid()}.txt"]
    assert state.stat().st_mode & 0o777 == 0o700


def test_no_folder_is_no_trouble(tmp_path):
    (tmp_path / "state").write_text("in the way")
    with fault_reports.capture_faults(tmp_path / "state"):
        pass
    assert fault_reports.collect_fault_reports(tmp_path / "nowhere") == ""
