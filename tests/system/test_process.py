"""Before any credential is in the process, nobody can have its memory written down or read it."""

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector_app.system import process
from tests.systems import is_root

ROOT = Path(__file__).parents[2]
NOBODY = 65534

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="/proc and prctl are Linux's"
)


def run(script, **streams):
    return subprocess.run(
        [sys.executable, "-c", script], text=True, timeout=50, check=True, **streams
    )


@linux
def test_no_core_file_is_written_and_the_process_is_not_dumpable():
    """A5."""
    done = run(
        "import ctypes\n"
        "from pathlib import Path\n"
        "from inspector_app.system import process\n"
        "process.harden()\n"
        "limits = Path('/proc/self/limits').read_text()\n"
        "print([line.split()[4:6] for line in limits.splitlines() if 'core file' in line])\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n",
        stdout=subprocess.PIPE,
    )
    assert done.stdout.splitlines() == ["[['0', '0']]", "0"]


CLOSED = """
import ctypes, resource, sys
def hear(event, arguments):
    if event == "import" and arguments[0] == "inspector_app.%s":
        limits = resource.getrlimit(resource.RLIMIT_CORE)
        print("at", arguments[0], limits, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
sys.addaudithook(hear)
from inspector_app.%s import main
main()
"""
"""The console app is closed before it knows of tokens; the window, which may hear of them when it
reads its arguments, before it has a keyring to take one from; tests/desktop/test_composition.py has
the keys that are typed into its field until then."""


@linux
@pytest.mark.parametrize(
    ("module", "program", "arguments"),
    [
        ("desktop.token_store", "__main__", ["--self-test"]),
        ("session.token", "terminal.__main__", ["read", "-"]),
    ],
)
def test_the_process_is_closed_before_anything_is_imported_that_could_hold_a_token(
    module, program, arguments, tmp_path
):
    """A5."""
    done = subprocess.run(
        [sys.executable, "-c", CLOSED % (module, program), *arguments],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    seen = [line for line in done.stdout.splitlines() if line.startswith("at ")]
    assert any(module in line for line in seen), done.stdout + done.stderr
    assert all(line.endswith("(0, 0) 0") for line in seen), seen


WAITING = ["inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin"]


@linux
@pytest.mark.parametrize("command", [["inspector_app"], ["inspector_app.terminal", *WAITING]])
def test_the_running_app_leaves_no_core_file_as_seen_from_outside(command, tmp_path):
    """A5: the app as it is started, which waits for a token."""
    surroundings = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with waiting([sys.executable, "-m", *command], surroundings) as app:
        assert becomes(lambda: core_limits(app.pid) == ["0", "0"])
        assert app.poll() is None


@contextmanager
def waiting(command, variables):
    """A program that runs, and waits for what never comes on its standard input."""
    program = subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        program.kill()
        program.communicate(timeout=10)


def becomes(true, seconds=40.0):
    """Whether it becomes true while a program starts."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        os.sched_yield()
    return True


def core_limits(pid):
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.split()[4:6] for line in lines if "core file" in line)


@linux
@pytest.mark.skipif(not is_root(), reason="only root may run as somebody else")
def test_files_are_written_as_before_by_a_person_who_is_not_root():
    """A process that is not dumpable sees its own /proc as root's; writing files needs it."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from inspector_app.system import process, atomic_file\n"
        f"os.setgid({NOBODY})\n"
        f"os.setuid({NOBODY})\n"
        "process.harden()\n"
        "atomic_file.atomic_write(Path(sys.argv[1], 'file'), b'whole')\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        subprocess.run([sys.executable, "-c", script, folder], timeout=50, check=True)
        assert Path(folder, "file").read_bytes() == b"whole"


class Kernel32:
    """The functions of Windows' kernel32.dll that are asked for, and nothing else."""

    def __init__(self):
        self.asked = {}

    def SetErrorMode(self, mode):  # noqa: N802  # Windows' own name
        self.asked["SetErrorMode"] = mode

    def WerSetFlags(self, flags):  # noqa: N802  # Windows' own name
        self.asked["WerSetFlags"] = flags


def test_windows_error_reports_leave_the_heap_out(monkeypatch):
    """A5: https://learn.microsoft.com/windows/win32/api/werapi/nf-werapi-wersetflags.

    The library is kernel32.dll, the flag WER_FAULT_REPORTING_FLAG_NOHEAP.
    """
    kernel32 = Kernel32()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    monkeypatch.setitem(sys.modules, "resource", None)  # Windows has none, nor limits to change
    process.harden()
    assert kernel32.asked == {"SetErrorMode": 3, "WerSetFlags": 1}


def test_windows_own_library_has_these_functions():
    if sys.platform != "win32":
        pytest.skip("asks Windows itself")
    for name in ("SetErrorMode", "WerSetFlags"):
        assert getattr(ctypes.WinDLL("kernel32"), name)
