"""Tried inside Windows, on a screen: clipboard, screen lock and captures of a real window."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.clipboard import Clipboard
from inspector_app.desktop.guards import screen_share_mode
from inspector_app.desktop.guards.screen_lock_monitor import LockDetection, ScreenLockMonitor
from windows.trial.report import NotToldError, Trial, expect

if TYPE_CHECKING:
    from collections.abc import Callable

_LEFT_OUT_OF_CAPTURES: Final = 0x11  # WDA_EXCLUDEFROMCAPTURE
_LOCKED, _UNLOCKED = 0x7, 0x8  # WTS_SESSION_LOCK, WTS_SESSION_UNLOCK
_SESSION_CHANGE: Final = 0x2B1  # WM_WTSSESSION_CHANGE
_COPIED: Final = "not-a-real-token-Grünfläche"
_HIDDEN: Final = {
    "ExcludeClipboardContentFromMonitorProcessing": "01000000",
    "CanIncludeInClipboardHistory": "00000000",
    "CanUploadToCloudClipboard": "00000000",
}
_READER: Final = """
import ctypes
user, kernel = ctypes.windll.user32, ctypes.windll.kernel32
user.GetClipboardData.restype = kernel.GlobalLock.restype = ctypes.c_void_p
kernel.GlobalLock.argtypes = kernel.GlobalSize.argtypes = [ctypes.c_void_p]
user.OpenClipboard(None)
kind = 0
while kind := user.EnumClipboardFormats(kind):
    name = ctypes.create_unicode_buffer(200)
    user.GetClipboardFormatNameW(kind, name, 200)
    handle = user.GetClipboardData(kind) if name.value or kind == 13 else None
    place = kernel.GlobalLock(handle) if handle else None
    data = ctypes.string_at(place, min(kernel.GlobalSize(handle), 200)) if place else b""
    print(name.value or kind, data.hex())
user.CloseClipboard()
"""
"""Prints the clipboard's formats as another program sees them; 13 is CF_UNICODETEXT."""


def try_window(trial: Trial) -> None:
    """Try all of this module, in a window of its own."""
    application = QApplication([])
    window = QMainWindow()
    window.show()
    wait_until(window.isVisible)
    trial.run("Qt's own platform for Windows", application.platformName)
    trial.run("a locked session is heard", lambda: hear_lock(window))
    trial.run("the window is left out of captures", lambda: leave_out(window))
    trial.run("a copied secret is left out of clipboard histories", copy_secret)
    trial.run("a copied text has no such marks", copy_text)
    trial.run("a secret leaves the clipboard by itself", clear_secret)
    window.close()


def wait_until(is_so: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Let Qt work until something is so; returns whether it came to be."""
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    return is_so()


def run_beside(code: str) -> str:
    """Run Python in another process while Qt goes on, which owns clipboard and messages."""
    other = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_until(lambda: other.poll() is not None, 30)
    return other.communicate()[0]


def hear_lock(window: QMainWindow) -> str:
    """Post what Windows sends when the session is locked; Wine itself never locks."""
    heard: list[bool] = []
    monitor = ScreenLockMonitor(BackgroundExecutor())
    monitor.locked.connect(lambda: heard.append(True))
    monitor.listen(int(window.winId()))
    expect(monitor.detection is LockDetection.RELIABLE, monitor.detection)
    call = f"ctypes.windll.user32.PostMessageW({int(window.winId())}, {_SESSION_CHANGE}"
    run_beside(f"import ctypes; {call}, {_UNLOCKED}, 1)")
    expect(not wait_until(lambda: bool(heard), 0.3), "an unlocked session was heard as locked")
    run_beside(f"import ctypes; {call}, {_LOCKED}, 1)")
    expect(wait_until(lambda: bool(heard)), "not heard")
    monitor.stop()
    return "posted by another process"


def leave_out(window: QMainWindow) -> str:
    """Ask to be left out of captures."""
    if not screen_share_mode._set_display_affinity(int(window.winId()), _LEFT_OUT_OF_CAPTURES):  # noqa: SLF001  # what the app calls
        raise NotToldError("its SetWindowDisplayAffinity always refuses")
    return ""


def copy_secret() -> str:
    """Copy a secret and read the formats in another process."""
    Clipboard().copy_secret(_COPIED)
    seen = read_clipboard()
    expect(bytes.fromhex(seen.get("13", "")).decode("utf-16-le").startswith(_COPIED), seen)
    expect({name: seen.get(name) for name in _HIDDEN} == _HIDDEN, seen)
    return f"{len(_HIDDEN)} formats"


def copy_text() -> str:
    """Copy what is no secret."""
    Clipboard().copy_text("plain – 你好")
    seen = read_clipboard()
    expect(not seen.keys() & _HIDDEN.keys(), seen)
    return ""


def clear_secret() -> str:
    """Copy a secret for a second and look again."""
    clipboard = Clipboard()
    clipboard.set_secret_timeout(1)
    clipboard.copy_secret(_COPIED)
    wait_until(lambda: not QApplication.clipboard().text(), 5)
    expect("13" not in read_clipboard(), read_clipboard())
    return ""


def read_clipboard() -> dict[str, str]:
    """Read the formats and their bytes, in hexadecimal, as another process sees them."""
    lines = [line.split(" ") for line in run_beside(_READER).splitlines()]
    return {name: data for name, *_, data in lines}
