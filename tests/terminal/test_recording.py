"""What the README shows of the console twin is what it does."""

import sys

import pytest

from docs import record_console

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is recorded in a POSIX shell")


def test_the_recorded_session_is_what_the_commands_still_give():
    kept = record_console.RECORDING.read_text(encoding="utf-8")
    assert record_console.shape(record_console.recorded()) == record_console.shape(kept)
    assert "IAM_S_" not in kept
