"""Tried inside Windows: what a second start of the app does while a window is open."""

from __future__ import annotations

import contextlib
import ctypes
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inspector_app.desktop.startup.message_window import (
    build_window_name,
    find_window,
    send_line,
)
from inspector_app.system.paths import get_directories
from windows.trial.report import Trial, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MINIMIZE: Final = 6  # SW_MINIMIZE
_CLOSE: Final = 0x10  # WM_CLOSE
_ALL_OF_A_PROCESS: Final = 0x1F0FFF  # PROCESS_ALL_ACCESS
_START_TIMEOUT: Final = 60
_ANSWER: Final = {"success": True, "status": 0, "session": {"id": "S" * 40, "created": 1}}


def try_second_start(trial: Trial) -> None:
    """Try all of this module, with one window that is open meanwhile."""
    with tempfile.TemporaryDirectory() as name, open_window() as first:
        saved = Path(name) / "answer.json"
        saved.write_text(json.dumps(_ANSWER), encoding="utf-8")
        trial.run("a second start brings the window to the front", lambda: raise_first(first))
        trial.run("a window that hangs holds nothing up", lambda: refuse_hung(first, saved))
        trial.run("a second start with a file shows it there", lambda: hand_file(first, saved))
        trial.run("the window closes and nobody listens any more", lambda: close_first(first))


@contextlib.contextmanager
def open_window() -> Iterator[subprocess.Popen[bytes]]:
    """Start the app, and end it with the block."""
    with subprocess.Popen([sys.executable, "-m", "inspector_app"], stdin=subprocess.DEVNULL) as app:
        try:
            yield app
        finally:
            app.kill()


def find_listener() -> int | None:
    """Find what listens for second starts, as a second start does."""
    return find_window(build_window_name(get_directories()))


def wait_for(what: Callable[[], Any]) -> Any:  # noqa: ANN401  # whatever is waited for
    """Wait until ``what`` returns something, and return that."""
    end = time.monotonic() + _START_TIMEOUT
    while not (found := what()):
        expect(time.monotonic() < end, what)
        time.sleep(0.05)
    return found


def start_again(*arguments: str) -> None:
    """Start the app a second time; it hands over and ends."""
    done = subprocess.run(
        [sys.executable, "-m", "inspector_app", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_START_TIMEOUT,
        check=False,
    )
    expect((done.returncode, done.stderr) == (0, b""), done)


def raise_first(first: subprocess.Popen[bytes]) -> str:
    """Minimize the window, start again, and look at it."""
    wait_for(find_listener)
    window = find_main_window(first.pid)
    _load_user().ShowWindow(window, _MINIMIZE)
    wait_for(lambda: _load_user().IsIconic(window))
    start_again()
    wait_for(lambda: not _load_user().IsIconic(window))
    expect(first.poll() is None, first.returncode)
    return "one process, one window"


def hand_file(first: subprocess.Popen[bytes], saved: Path) -> str:
    """Start again with a saved answer, which the title then says in the system's language."""
    before = read_title(find_main_window(first.pid))
    start_again(str(saved))
    wait_for(lambda: read_title(find_main_window(first.pid)) != before)
    return ""


def refuse_hung(first: subprocess.Popen[bytes], saved: Path) -> str:
    """Stop all of its threads, and hand a file over, which it does not show later either."""
    listener = wait_for(find_listener)
    before = read_title(find_main_window(first.pid))
    kernel, system = ctypes.WinDLL("kernel32"), ctypes.WinDLL("ntdll")  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    system.NtSuspendProcess.argtypes = system.NtResumeProcess.argtypes = [ctypes.c_void_p]
    process = kernel.OpenProcess(_ALL_OF_A_PROCESS, 0, first.pid)
    system.NtSuspendProcess(process)
    started = time.monotonic()
    try:
        is_taken = send_line(listener, json.dumps({"file": str(saved)}).encode() + b"\n", 1.0)
        seconds = time.monotonic() - started
    finally:
        system.NtResumeProcess(process)
        kernel.CloseHandle(process)
    expect(not is_taken)
    expect(send_line(listener, b'{"file": null}\n', _START_TIMEOUT), "it does not go on")
    expect(read_title(find_main_window(first.pid)) == before, "it took it later")
    return f"given up after {seconds:.1f} s"


def close_first(first: subprocess.Popen[bytes]) -> str:
    """Close the window as a person does."""
    _load_user().PostMessageW(find_main_window(first.pid), _CLOSE, 0, 0)
    expect(first.wait(_START_TIMEOUT) == 0, first.returncode)
    expect(find_listener() is None, "somebody still listens")
    return f"exit code {first.returncode}"


def find_main_window(process: int) -> int:
    """Find the one visible window of a process."""
    user, found = _load_user(), []
    owner = ctypes.c_uint32()

    def look(window: int, _given: int) -> int:
        user.GetWindowThreadProcessId(window, ctypes.byref(owner))
        if owner.value == process and user.IsWindowVisible(window):
            found.append(window)
        return 1

    kind = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_ssize_t)  # type: ignore[attr-defined,unused-ignore]
    user.EnumWindows(kind(look), 0)
    expect(len(found) == 1, [read_title(one) for one in found])
    return int(found[0])


def read_title(window: int) -> str:
    """Read the title of a window."""
    title = ctypes.create_unicode_buffer(200)
    _load_user().GetWindowTextW(window, title, len(title))
    return title.value


def _load_user() -> Any:  # noqa: ANN401  # its functions are known at run time only
    user = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    user.ShowWindow.argtypes = [ctypes.c_void_p, ctypes.c_int]
    user.IsIconic.argtypes = user.IsWindowVisible.argtypes = [ctypes.c_void_p]
    user.GetWindowTextW.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int]
    user.GetWindowThreadProcessId.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    user.PostMessageW.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t]
    return user


if __name__ == "__main__":
    one = Trial()
    try_second_start(one)
    sys.exit(len(one.failed))
