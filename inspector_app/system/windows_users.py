"""The users of Windows, by their security identifiers: who runs a process."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Final

_TOKEN_QUERY: Final = 0x8
_TOKEN_USER: Final = 1
_TOKEN_USER_WORDS: Final = 16  # the longest identifier has 68 bytes
_QUERY_LIMITED_INFORMATION: Final = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION


def is_process_own(process: int) -> bool:
    """Whether the process with this identifier runs as this user; False where Windows hides it."""
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = ctypes.c_void_p
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, 0, process)
    if not handle:
        return False
    try:
        return _find_user(handle) == find_own_user()
    except OSError:
        return False
    finally:
        kernel.CloseHandle(handle)


@functools.lru_cache
def find_own_user() -> str:
    """Find the security identifier of the user who runs this process.

    Raises:
        OSError: if Windows does not say it.
    """
    if sys.platform != "win32":
        raise OSError
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    return _find_user(kernel.GetCurrentProcess())


def _find_user(process: int) -> str:
    """Find the security identifier of the user of a process, of which this is a handle.

    Raises:
        OSError: if Windows does not say it.
    """
    if sys.platform != "win32":
        raise OSError
    security = ctypes.WinDLL("advapi32", use_last_error=True)
    kernel = ctypes.WinDLL("kernel32")
    kernel.CloseHandle.argtypes = kernel.LocalFree.argtypes = [ctypes.c_void_p]
    security.OpenProcessToken.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p]
    security.GetTokenInformation.argtypes = [
        ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p
    ]  # fmt: skip
    security.ConvertSidToStringSidW.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    token, size, text = ctypes.c_void_p(), ctypes.c_uint32(), ctypes.c_wchar_p()
    if not security.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        user = (ctypes.c_void_p * _TOKEN_USER_WORDS)()  # a pointer to the identifier comes first
        if not security.GetTokenInformation(
            token, _TOKEN_USER, user, ctypes.sizeof(user), ctypes.byref(size)
        ) or not security.ConvertSidToStringSidW(user[0], ctypes.byref(text)):
            raise ctypes.WinError(ctypes.get_last_error())
    finally:
        kernel.CloseHandle(token)
    found = text.value or ""
    kernel.LocalFree(ctypes.cast(text, ctypes.c_void_p))
    return found
