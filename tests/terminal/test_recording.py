"""What the README shows of the console twin is what it does."""

import re
import sys

import pytest

from docs import record_console

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is recorded in a POSIX shell")


def test_the_recorded_session_is_what_the_commands_still_give():
    kept = record_console.RECORDING.read_text(encoding="utf-8")
    assert record_console.normalize_session(
        record_console.record_session()
    ) == record_console.normalize_session(kept), (
        "if that is meant, `python3 dev.py recording` records docs/console-session.txt anew"
    )
    assert "IAM_S_" not in kept


def test_an_exit_code_is_no_detail_that_may_differ():
    assert record_console.normalize_session("exit code 1\nafter 4 ms") == "exit code 1\nafter 0 ms"


def test_the_readme_shows_lines_of_the_recording_in_their_order():
    readme = (record_console.CHECKOUT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```console\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    kept = iter(record_console.RECORDING.read_text(encoding="utf-8").splitlines())
    for line in shown.splitlines():
        assert line in {"…", ""} or line in kept, (
            f"README.md shows {line!r}, which docs/console-session.txt has not, or not there"
        )
