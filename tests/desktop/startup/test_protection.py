"""What guards the process is in place before any secret, and tells of a start that failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.demo_process import NO_FRAME
from tests.gateway.pastes import SHORT

ROOT = Path(__file__).parents[3]

GUARDED = """
import ctypes, logging, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.startup.protection import Protection
application = QApplication(["test"])
state, token = Path(sys.argv[1]), sys.argv[2]
before = sys.excepthook
with Protection(application, state, is_unattended=True) as protection:
    assert sys.excepthook is before
    reporter = protection.begin()
    assert sys.excepthook is not before
    reporter.known_secrets.add_text(token)
    logging.getLogger("inspector_app").warning("seen: %s", token)
    if sys.platform == "linux":
        assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0
assert sys.excepthook is before
logging.getLogger("inspector_app").warning("after the end")
"""

FAILING = """
import sys
from inspector_app.desktop import application
from inspector_app.desktop.composition import guarding
from inspector_app.desktop.startup import launch

def fail(*_arguments, **_more):
    raise OSError("no room for " + sys.argv[1])

{broken} = fail
sys.exit(launch.run([]))
"""


def run(script, home, *arguments):
    variables = {"HOME": str(home), "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=variables, cwd=ROOT, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip


def test_it_is_there_from_its_beginning_to_the_end_of_the_block(tmp_path):
    """A5."""
    done = run(GUARDED, tmp_path, str(tmp_path), SHORT)
    assert (done.returncode, done.stderr) == (0, "after the end\n")
    log = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "seen: " in log
    assert SHORT not in log
    assert "after the end" not in log


@pytest.mark.parametrize(
    "broken", ["application.DesktopApp.show", "guarding.create_guards"], ids=["before", "after"]
)
def test_a_start_that_fails_before_or_after_the_first_frame_says_so_and_ends(tmp_path, broken):
    done = run(FAILING.format(broken=broken), tmp_path, SHORT)
    assert done.returncode == 1
    said = done.stderr.replace(NO_FRAME, "")
    assert "OSError" in said
    assert SHORT not in said + done.stdout
