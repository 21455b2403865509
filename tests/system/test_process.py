"""Before any credential is in the process, nobody can have its memory written down or read it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="/proc and prctl are Linux's"
)


def run(script, **streams):
    return subprocess.run(
        [sys.executable, "-c", script], text=True, timeout=50, check=True, **streams
    )


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


def test_the_app_is_closed_before_it_imports_anything_that_could_hold_a_token():
    """A5: the parent looks at the limits of the app itself, by the time its arguments are read."""
    done = run(
        "import os, sys\n"
        "from pathlib import Path\n"
        "from inspector_app import __main__\n"
        "sys.argv = ['app', '--version']\n"
        "try:\n"
        "    __main__.main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "limits = Path(f'/proc/{os.getpid()}/limits').read_text()\n"
        "print([line.split()[4:6] for line in limits.splitlines() if 'core file' in line])\n",
        stdout=subprocess.PIPE,
    )
    assert done.stdout.splitlines()[-1] == "[['0', '0']]"


def test_streams_that_are_missing_are_given():
    done = run(
        "import sys\n"
        "from inspector_app.system import process\n"
        "sys.stdout = sys.stderr = None\n"
        "process.give_streams()\n"
        "sys.stdout.write('nowhere')\n"
        "sys.stderr.write('nowhere')\n",
        stdout=subprocess.PIPE,
    )
    assert done.stdout == ""


@pytest.mark.skipif(os.getuid() != 0, reason="only root may run as somebody else")
def test_files_are_written_as_before_by_a_person_who_is_not_root():
    """A process that is not dumpable sees its own /proc as root's; writing files needs it."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from inspector_app.system import process, whole_file\n"
        "os.setgid(65534)\n"
        "os.setuid(65534)\n"
        "process.harden()\n"
        "whole_file.write(Path(sys.argv[1], 'file'), b'whole')\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        subprocess.run([sys.executable, "-c", script, folder], timeout=50, check=True)
        assert Path(folder, "file").read_bytes() == b"whole"
