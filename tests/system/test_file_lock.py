"""One writer at a time, and no lock that outlives its process."""

import subprocess
import sys
import threading

from inspector_app.system.file_lock import lock_beside
from tests.systems import not_told_by_wine

HOLD = """
import sys
from pathlib import Path
from inspector_app.system.file_lock import lock_beside
with lock_beside(Path(sys.argv[1])) as is_held:
    print(is_held, flush=True)
    sys.stdin.read()
"""


@not_told_by_wine("its _locking sets no errno, so that a held lock looks like a disk without locks")
def test_writers_take_turns(tmp_path):
    """R8"""
    file = tmp_path / "settings.json"
    order: list[str] = []

    def enter_second() -> None:
        with lock_beside(file) as is_held:
            order.append(f"second {is_held}")

    with lock_beside(file) as is_held:
        assert is_held
        second = threading.Thread(target=enter_second)
        second.start()
        second.join(0.2)
        order.append("first")
    second.join(10)
    assert order == ["first", "second True"]


def test_a_killed_writer_leaves_no_lock(tmp_path):
    """R8"""
    file = tmp_path / "settings.json"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        holder.kill()
        holder.wait(10)
        with lock_beside(file) as is_held:
            assert is_held


def test_a_folder_that_is_not_there_is_no_reason_to_stop(tmp_path):
    with lock_beside(tmp_path / "none" / "settings.json") as is_held:
        assert not is_held
