"""Tests of a fault run in a process of their own, which tells by its code what they found."""

import subprocess
import sys
import time

import pytest
from mutation import workspace


def test_pytest_is_read_before_any_process_is_forked():
    code = (
        "import sys; from mutation import workspace as w; w.load_before_fork(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=workspace.CHECKOUT / "packaging",
        capture_output=True,
        check=True,
    )
    loaded = done.stdout.decode().split()
    assert "pytest" in loaded
    assert "PySide6" not in loaded


@pytest.mark.skipif(sys.platform == "win32", reason="it cannot fork")
@pytest.mark.parametrize(("said", "code"), [("True", 0), ("False", 1)])
def test_a_run_ends_with_what_pytest_ended_with(tmp_path, said, code):
    (tmp_path / "test_it.py").write_text(f"def test_it():\n    assert {said}\n", encoding="utf-8")
    run = workspace.start_tests(tmp_path, ["test_it.py"], 60, tmp_path / "it.log")
    while not run.is_over():
        time.sleep(0.01)
    assert run.code == code
