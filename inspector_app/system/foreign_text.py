"""Reads the text that another program offers, without waiting longer than it deserves.

Each reader runs in a worker thread. A program that hangs does not answer on any system: X11 asks
the program that copied; Windows does so where it renders what it copied only on demand; macOS asks
it for what it promised.
"""

from __future__ import annotations

import ctypes
from enum import Enum, auto
from typing import Any, Final

ANSWER_TIMEOUT_SECONDS: Final = 1.0
"""Seconds for which the other program may be silent, before its answer or between two pieces."""

MAX_TEXT_BYTES: Final = 64 * 1024 * 1024

_UNICODE_TEXT: Final = 13  # CF_UNICODETEXT


class ReadFailure(Enum):
    """Why there is no text."""

    NO_ANSWER = auto()
    TOO_LARGE = auto()
    UNAVAILABLE = auto()


class ForeignTextError(Exception):
    """The text of another program could not be read; it has no words of that program."""

    def __init__(self, failure: ReadFailure) -> None:
        super().__init__(failure.name)
        self.failure = failure


def read_windows_clipboard() -> str:
    """Read the clipboard's text on Windows; empty where there is none.

    It has no limit of its own: a program that hangs blocks this thread alone, and the caller
    gives up waiting. Assumed from the documentation of ``OpenClipboard`` and ``GetClipboardData``.

    Raises:
        ForeignTextError: another program holds the clipboard open.
    """
    windll: Any = ctypes
    user, kernel = windll.WinDLL("user32"), windll.WinDLL("kernel32")
    user.GetClipboardData.restype = kernel.GlobalLock.restype = ctypes.c_void_p
    kernel.GlobalLock.argtypes = kernel.GlobalUnlock.argtypes = [ctypes.c_void_p]
    kernel.GlobalSize.argtypes, kernel.GlobalSize.restype = [ctypes.c_void_p], ctypes.c_size_t
    if not user.OpenClipboard(None):
        raise ForeignTextError(ReadFailure.NO_ANSWER)
    try:
        handle = user.GetClipboardData(_UNICODE_TEXT)
        if not handle:
            return ""
        size = kernel.GlobalSize(handle)
        if size > MAX_TEXT_BYTES:
            raise ForeignTextError(ReadFailure.TOO_LARGE)
        address = kernel.GlobalLock(handle)
        try:
            data = ctypes.string_at(address, size)
        finally:
            kernel.GlobalUnlock(handle)
    finally:
        user.CloseClipboard()
    return data.decode("utf-16-le", "replace").partition("\0")[0]


def read_macos_clipboard() -> str:
    """Read the clipboard's text on macOS, through the system's own program for it.

    Raises:
        ForeignTextError: it took longer than the limit, or cannot be run.
    """
    import subprocess

    try:
        done = subprocess.run(  # a fixed path of the system's
            ["/usr/bin/pbpaste", "-Prefer", "txt"],
            env={"LC_CTYPE": "UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWER_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ForeignTextError(ReadFailure.NO_ANSWER) from None
    except OSError:
        raise ForeignTextError(ReadFailure.UNAVAILABLE) from None
    return done.stdout.decode("utf-8", "replace")
