"""Hardens this process before it holds any credential: no core dumps, no debuggers.

What a system does not offer is skipped: it is one protection of several.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4  # linux/prctl.h
_PT_DENY_ATTACH: Final = 31  # macOS, sys/ptrace.h
_NO_ERROR_DIALOGS: Final = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
_NO_HEAP_IN_ERROR_REPORTS: Final = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def harden() -> None:
    """Disable core dumps, and let no other program of this user attach or read the memory."""
    disable_core_dumps()
    deny_memory_access()


def disable_core_dumps() -> None:
    """Write no core file, on Linux and macOS. Never raises."""
    with contextlib.suppress(Exception):
        _disable_core_dumps()


def deny_memory_access() -> None:
    """Let no other program of this user attach or read the memory. Never raises.

    On Linux not dumpable, which also makes ``/proc/PID`` root's. On macOS no debugger. On Windows
    error reports without the heap.
    """
    with contextlib.suppress(Exception):
        _deny_memory_access()


def _disable_core_dumps() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _deny_memory_access() -> None:
    import ctypes  # takes 10 ms: not before the first frame

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0)
    elif sys.platform == "darwin":
        ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, 0, 0)
    elif sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_ERROR_DIALOGS)
        # Declared in werapi.h, exported by kernel32: wer.dll does not have it.
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP_IN_ERROR_REPORTS)
