"""What tests need to know of the system they run on, and why one cannot show something."""

import ctypes
import os
import signal
import sys

import pytest

KILLED = 1 if sys.platform == "win32" else -signal.SIGKILL
"""What a process ends with that ``Popen.kill`` has ended: TerminateProcess is told 1."""

needs_modes = pytest.mark.skipif(
    sys.platform == "win32", reason="a folder's mode forbids no writing on Windows"
)
needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no bash")
shows_modes = pytest.mark.skipif(
    sys.platform == "win32", reason="an access list, which no mode shows, keeps files private there"
)
needs_administrators_file = pytest.mark.skipif(
    sys.platform == "win32", reason="no test can give a file to Windows' administrators"
)
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
needs_pipes_with_names = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows' named pipes stand in no folder"
)


def is_wine():
    """Whether this Windows is Wine's, which has a function that no Windows has."""
    return sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


def not_told_by_wine(reason):
    """Skip a test where Wine is too little of a Windows to tell; on Windows itself it runs."""
    return pytest.mark.skipif(is_wine(), reason=f"not told by Wine: {reason}")


def is_root():
    """Whether the tests run as root, whom no file refuses."""
    return sys.platform != "win32" and os.geteuid() == 0
