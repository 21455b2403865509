"""Somebody without a home folder and without a name is told so, by the window and by the console.

Not among the window's tests: those run as an ordinary user, who in a namespace of their own could
not read a Python that is in the folder of root.
"""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
NOBODY = ["unshare", "--user", "--map-user=54321", "--map-group=54321"]


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")
@pytest.mark.parametrize(
    "program", [["inspector_app"], ["inspector_app.terminal", "environments", "list"]]
)
def test_neither_a_home_nor_a_name(program):
    if subprocess.run([*NOBODY, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this kernel or container allows no user namespaces")
    done = subprocess.run(
        [*NOBODY, sys.executable, "-m", *program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=CHECKOUT,
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 2, (done.returncode, done.stderr)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "home folder" in done.stderr
