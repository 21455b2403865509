"""The window by which, on Windows, the first window of a user hears of a second start.

Nobody sees it; it takes WM_COPYDATA, as Chrome's does. Windows lets no program of lesser rights
send it anything, and finds it only from the same desktop. Not a socket: Python has none there that
is private, and Qt's network library is left out of the bundle.
"""

from __future__ import annotations

import binascii
import ctypes
import sys
from typing import TYPE_CHECKING, Any, Final

from inspector_app import DESKTOP_PROGRAM
from inspector_app.desktop.startup.window_socket import MAX_LINE_LENGTH
from inspector_app.system import windows_users

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.system.paths import Directories

_CLASS_NAME: Final = f"{DESKTOP_PROGRAM}.starts"
_MESSAGE_ONLY: Final = -3  # HWND_MESSAGE: a parent that is no window
_COPY_DATA: Final = 0x4A  # WM_COPYDATA
_ABORT_IF_HUNG: Final = 0x2  # SMTO_ABORTIFHUNG
_HEARD: Final = 1


class _CopiedData(ctypes.Structure):
    """COPYDATASTRUCT; ``number`` is the tick count at which the sender gives up."""

    _fields_ = (
        ("number", ctypes.c_size_t),
        ("size", ctypes.c_uint32),
        ("content", ctypes.c_void_p),
    )


class _WindowClass(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", ctypes.c_uint32),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", ctypes.c_void_p),
        ("icon", ctypes.c_void_p),
        ("cursor", ctypes.c_void_p),
        ("background", ctypes.c_void_p),
        ("menu_name", ctypes.c_wchar_p),
        ("class_name", ctypes.c_wchar_p),
    )


class MessageWindow:
    """Hears of starts until ``close``, in the thread that made it, which has to get messages.

    ``take`` is called with a line, and says whether it was one.
    """

    def __init__(self, name: str, take: Callable[[bytes], bool]) -> None:
        """Opens it under this name.

        Raises:
            OSError: if Windows does not.
        """
        self._user = _load_user_library()
        self._take = take
        self._procedure = _build_procedure(self._on_message)  # kept: Windows has its address alone
        self._instance = _get_program()
        self._window: int | None = None
        described = _WindowClass(
            procedure=ctypes.cast(self._procedure, ctypes.c_void_p),
            instance=self._instance,
            class_name=_CLASS_NAME,
        )
        if not self._user.RegisterClassW(ctypes.byref(described)):
            raise OSError(_CLASS_NAME)
        self._window = self._user.CreateWindowExW(
            0, _CLASS_NAME, name, 0, 0, 0, 0, 0, _MESSAGE_ONLY, None, self._instance, None
        )
        if not self._window:
            self._user.UnregisterClassW(_CLASS_NAME, self._instance)
            raise OSError(name)

    def close(self) -> None:
        """Close it, in the thread that made it; a second call does nothing."""
        window, self._window = self._window, None
        if window:
            self._user.DestroyWindow(window)
            self._user.UnregisterClassW(_CLASS_NAME, self._instance)

    def _on_message(self, window: int, message: int, sender: int, content: int) -> int:
        if message != _COPY_DATA:
            return int(self._user.DefWindowProcW(window, message, sender, content))
        try:
            return _HEARD if self._take(_read_line(content)) else 0
        except Exception:  # noqa: BLE001  # it would end in Windows, which ignores it
            return 0


def _build_procedure(function: Callable[[int, int, int, int], int]) -> Any:  # noqa: ANN401  # a type made at run time
    """The function as Windows calls it: a WNDPROC."""
    if sys.platform != "win32":
        raise OSError("a function for Windows")
    kind = ctypes.WINFUNCTYPE(
        ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_size_t, ctypes.c_ssize_t
    )
    return kind(function)


def _read_line(address: int) -> bytes:
    """The line of the message, empty where it is too long or nobody waits for it any more."""
    data = _CopiedData.from_address(address)
    if not data.content or data.size > MAX_LINE_LENGTH or _count_ticks() >= data.number:
        return b""
    return ctypes.string_at(data.content, data.size)


def build_window_name(directories: Directories) -> str:
    """The name of the window; each folder of settings has a window of its own."""
    return f"{binascii.crc32(str(directories.settings_file).encode('utf-8', 'replace')):08x}"


def find_window(name: str) -> int | None:
    """The window of this user with this name, if one is open."""
    if sys.platform != "win32":
        return None
    user = _load_user_library()
    window = user.FindWindowExW(_MESSAGE_ONLY, None, _CLASS_NAME, name)
    while window and not windows_users.is_process_own(_find_process(window)):
        window = user.FindWindowExW(_MESSAGE_ONLY, window, _CLASS_NAME, name)
    return int(window) if window else None


def send_line(window: int, line: bytes, timeout: float) -> bool:
    """Whether the window took the line, in so many seconds; it may come to the front then."""
    if sys.platform != "win32":
        return False
    user = _load_user_library()
    milliseconds = int(timeout * 1000)
    content = ctypes.create_string_buffer(line, len(line))
    data = _CopiedData(
        _count_ticks() + milliseconds, len(line), ctypes.cast(content, ctypes.c_void_p)
    )
    answer = ctypes.c_size_t()
    user.AllowSetForegroundWindow(_find_process(window))
    is_answered = user.SendMessageTimeoutW(
        window, _COPY_DATA, 0, ctypes.byref(data), _ABORT_IF_HUNG, milliseconds,
        ctypes.byref(answer),
    )  # fmt: skip
    return bool(is_answered) and answer.value == _HEARD


def _find_process(window: int) -> int:
    """The identifier of the process that made the window; 0 for none."""
    process = ctypes.c_uint32()
    _load_user_library().GetWindowThreadProcessId(window, ctypes.byref(process))
    return process.value


def _count_ticks() -> int:
    """Milliseconds since Windows started, the same in every process."""
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetTickCount64.restype = ctypes.c_uint64
    return int(kernel.GetTickCount64())


def _get_program() -> int:
    """The handle of this program, to which a class of windows belongs."""
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetModuleHandleW.restype = ctypes.c_void_p
    return int(kernel.GetModuleHandleW(None) or 0)


def _load_user_library() -> Any:  # noqa: ANN401  # ctypes knows the types of its functions at run time
    """user32 with the types of what is called here: a handle has 64 bits."""
    if sys.platform != "win32":
        raise OSError("a library of Windows")
    handle, number, text = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_wchar_p
    word, reference = ctypes.c_size_t, ctypes.c_void_p
    user = ctypes.WinDLL("user32")
    user.RegisterClassW.argtypes = [reference]
    user.UnregisterClassW.argtypes = [text, handle]
    user.CreateWindowExW.argtypes = [
        number, text, text, number, *[ctypes.c_int] * 4, handle, handle, handle, reference
    ]  # fmt: skip
    user.CreateWindowExW.restype = user.FindWindowExW.restype = handle
    user.FindWindowExW.argtypes = [handle, handle, text, text]
    user.DestroyWindow.argtypes = [handle]
    user.DefWindowProcW.argtypes = [handle, number, word, ctypes.c_ssize_t]
    user.DefWindowProcW.restype = ctypes.c_ssize_t
    user.GetWindowThreadProcessId.argtypes = [handle, reference]
    user.AllowSetForegroundWindow.argtypes = [number]
    user.SendMessageTimeoutW.argtypes = [handle, number, word, reference, number, number, reference]
    user.SendMessageTimeoutW.restype = ctypes.c_ssize_t
    return user
